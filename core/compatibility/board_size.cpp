// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compatibility/board_size.h"

#include <algorithm>
#include <array>

namespace rigwright {

namespace {
struct NamedSize
{
    QLatin1String name; ///< looked for in this order, so longer names come first
    BoardSize size;
};

constexpr BoardSize kAtx{305, 244};
constexpr std::array kSizes{
    NamedSize{QLatin1String("EE-ATX"), {347, 330}},    NamedSize{QLatin1String("XL-ATX"), {345, 262}},
    NamedSize{QLatin1String("E-ATX"), {305, 330}},     NamedSize{QLatin1String("EATX"), {305, 330}},
    NamedSize{QLatin1String("EEB"), {305, 330}},       NamedSize{QLatin1String("CEB"), {305, 267}},
    NamedSize{QLatin1String("Micro-ATX"), {244, 244}}, NamedSize{QLatin1String("mATX"), {244, 244}},
    NamedSize{QLatin1String("ITX"), {170, 170}},
};

/// The depth in "E-ATX 280mm"; 0 where the name has none.
double depthNamedIn(const QString &formFactor)
{
    const qsizetype space = formFactor.lastIndexOf(QLatin1Char(' '));
    if (space < 0 || !formFactor.endsWith(QLatin1String("mm")))
        return 0;
    return QStringView(formFactor).mid(space + 1).chopped(2).toDouble();
}

bool holds(BoardSize tray, BoardSize board)
{
    return tray.height >= board.height && tray.depth >= board.depth;
}
} // namespace

BoardSize boardSize(const QString &formFactor)
{
    // "ATX + Mini-ITX dual system" takes an ATX board as its main one
    if (formFactor.startsWith(QLatin1String("ATX")))
        return kAtx;
    for (const NamedSize &named : kSizes) {
        if (formFactor.contains(named.name)) {
            const double depth = depthNamedIn(formFactor);
            return depth > 0 ? BoardSize{named.size.height, depth} : named.size;
        }
    }
    return kAtx;
}

BoardFit boardFit(const QString &boardFormFactor, const QStringList &caseFormFactors)
{
    if (caseFormFactors.isEmpty())
        return BoardFit::CheckStandoffs;
    if (caseFormFactors.contains(boardFormFactor))
        return BoardFit::Fits;
    const BoardSize board = boardSize(boardFormFactor);
    const bool extended = board.depth > kAtx.depth;
    for (const QString &tray : caseFormFactors) {
        if (extended && depthNamedIn(tray) > 0)
            return BoardFit::CheckStandoffs; // E-ATX boards are 257 to 330 mm deep
        if (holds(boardSize(tray), board))
            return extended ? BoardFit::CheckStandoffs : BoardFit::Fits;
    }
    return BoardFit::TooLarge;
}

QString largestFormFactor(const QStringList &caseFormFactors)
{
    const auto largest = std::ranges::max_element(caseFormFactors, {}, [](const QString &name) {
        const BoardSize size = boardSize(name);
        return size.height * size.depth;
    });
    return largest == caseFormFactors.end() ? QString() : *largest;
}

} // namespace rigwright
