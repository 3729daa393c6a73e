// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compatibility/slot_links.h"

#include "core/compatibility/pcie.h"

#include <algorithm>
#include <bit>
#include <numeric>

namespace rigwright {

namespace {

using Lanes = QVarLengthArray<int, 8>; ///< per slot; 0 = "-", the slot is off

/// "x16/-/x4" -> {16, 0, 4}; empty where the text is something else.
Lanes readLanes(QStringView text)
{
    Lanes lanes;
    for (const QStringView part : text.tokenize(u'/')) {
        const QStringView word = part.trimmed();
        if (word == u'-') {
            lanes.push_back(0);
            continue;
        }
        bool ok = false;
        const int count = word.startsWith(u'x') ? word.mid(1).toInt(&ok) : 0;
        if (!ok)
            return {};
        lanes.push_back(count);
    }
    return lanes;
}

/// "x16/- or x8/x8; x4x4 in slot" -> {{16, 0}, {8, 8}}; empty where slots do not share lanes.
QVarLengthArray<Lanes, 3> sharedLanes(const QString &bifurcation)
{
    QVarLengthArray<Lanes, 3> choices;
    const qsizetype end = bifurcation.indexOf(u';');
    const QStringView text = QStringView(bifurcation).left(end < 0 ? bifurcation.size() : end);
    if (!text.contains(u" or "))
        return choices;
    for (const QStringView choice : text.tokenize(u" or ")) {
        choices.push_back(readLanes(choice));
        if (choices.back().isEmpty())
            return {};
    }
    return choices;
}

/// The first way to share lanes that leaves no used slot (or `asking`) without; else the last.
const Lanes &chosen(const QVarLengthArray<Lanes, 3> &choices, const QVarLengthArray<bool, 16> &used, int asking)
{
    for (const Lanes &lanes : choices) {
        bool serves = true;
        for (int slot = 0; slot < int(lanes.size()) && slot < int(used.size()); ++slot)
            serves = serves && (lanes[slot] > 0 || (!used[slot] && slot != asking));
        if (serves)
            return lanes;
    }
    return choices.back();
}

/// Hands the CPUs' lanes to the slots in use, from the CPU down; free slots see what is left.
void spendLanes(QVarLengthArray<PcieLink, 16> &links, const QVarLengthArray<bool, 16> &used, int budget)
{
    const auto granted = [](int wanted, int left) {
        return std::min(wanted, left > 0 ? int(std::bit_floor(unsigned(left))) : 0);
    };
    for (int slot = 0; slot < int(links.size()); ++slot) {
        if (!used[slot])
            continue;
        links[slot].lanes = granted(links[slot].lanes, budget);
        budget -= links[slot].lanes;
    }
    for (int slot = 0; slot < int(links.size()); ++slot)
        if (!used[slot])
            links[slot].lanes = granted(links[slot].lanes, budget);
}

} // namespace

QVarLengthArray<PcieLink, 16> slotLinks(const Host &host, const QVarLengthArray<bool, 16> &used)
{
    QVarLengthArray<PcieLink, 16> links;
    for (const BoardSlot &slot : host.board->slots_) {
        PcieLink link = slot.link;
        if (host.cpu && host.cpu->pcieGeneration > 0)
            link.generation = std::min(link.generation, host.cpu->pcieGeneration);
        links.push_back(link);
    }

    const QString &bifurcation = host.board->bifurcation;
    if (const auto choices = sharedLanes(bifurcation); !choices.isEmpty()) {
        for (int slot = 0; slot < int(links.size()); ++slot) {
            const Lanes &lanes = chosen(choices, used, slot);
            if (slot < int(lanes.size()))
                links[slot].lanes = std::min(links[slot].lanes, lanes[slot]);
        }
    } else if (host.cpu && host.cpu->pcieLanes > 0
               && (bifurcation.startsWith(QLatin1String("x16 to"))
                   || bifurcation.startsWith(QLatin1String("per MCIO")))) {
        spendLanes(links, used, host.cpu->pcieLanes * host.cpus);
    }
    return links;
}

QVarLengthArray<int, 16> slotsByRate(const Motherboard &board)
{
    QVarLengthArray<int, 16> order(qsizetype(board.slots_.size()));
    std::iota(order.begin(), order.end(), 0);
    std::stable_sort(order.begin(), order.end(), [&](int a, int b) {
        return pcieBandwidth(board.slots_[std::size_t(a)].link) > pcieBandwidth(board.slots_[std::size_t(b)].link);
    });
    return order;
}

} // namespace rigwright
