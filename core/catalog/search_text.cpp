// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalog/search_text.h"

#include "core/catalog/sections.h"
#include "core/catalog/typed_query.h"

#include <QRegularExpression>

#include <cmath>

namespace rigwright {

namespace {

QString figure(double value, const char *unit)
{
    return value > 0 ? QString::number(value) + QLatin1String(unit) : QString();
}

/// "rtx 3090 ti" -> "rtx3090 rtx3090ti 3090ti", so that a missing space finds as well; "r9700" -> "9700"
QString joinedWords(const QString &text)
{
    const QStringList words = searchWords(text);
    QStringList joined;
    static const QRegularExpression lettersFirst(QStringLiteral("^[a-z]{1,3}(\\d{3,}.*)$"));
    for (const QString &word : words)
        if (const QRegularExpressionMatch match = lettersFirst.match(word); match.hasMatch())
            joined << match.captured(1);
    for (qsizetype i = 0; i + 1 < words.size(); ++i) {
        joined << words[i] + words[i + 1];
        if (i + 2 < words.size())
            joined << words[i] + words[i + 1] + words[i + 2];
    }
    return joined.join(u' ');
}

QString figuresOf(const Gpu &gpu)
{
    return QStringList{figure(gpu.memoryGB, "gb"),
                       figure(std::round(toGBPerSecond(gpu.bandwidth)), "gb/s"),
                       figure(gpu.tdp.base(), "w"),
                       gpu.memoryType,
                       gpu.architecture,
                       gpu.segment,
                       gpu.computeCapability,
                       gpu.nvlinkPeers > 0 ? QStringLiteral("nvlink") : QString()}
        .join(u' ');
}

QString figuresOf(const UnifiedSystem &system)
{
    QStringList figures{system.chip, QStringLiteral("unified memory"),
                        figure(std::round(toGBPerSecond(system.bandwidth)), "gb/s")};
    for (const double gb : system.memoryOptionsGB)
        figures << figure(gb, "gb");
    return figures.join(u' ');
}

QString figuresOf(const Prebuilt &machine)
{
    return QStringList{figure(machine.gpuMemoryGB, "gb"), machine.gpuIds.empty() ? QString() : machine.gpuIds.front(),
                       machine.cpu, machine.formFactor}
        .join(u' ');
}

QString figuresOf(const Cpu &cpu)
{
    return QStringList{cpu.socket, figure(cpu.cores, "cores"), cpu.memoryType, figure(cpu.tdp.base(), "w")}.join(u' ');
}

QString figuresOf(const Motherboard &board)
{
    return QStringList{board.socket, board.chipset, board.formFactor, board.memoryType}.join(u' ');
}

QString figuresOf(const PowerSupply &supply)
{
    return QStringList{figure(supply.watts.base(), "w"), supply.efficiencyRating,
                       supply.atxVersion.isEmpty() ? QString() : QLatin1String("atx") + supply.atxVersion}
        .join(u' ');
}

QString figuresOf(const Enclosure &enclosure)
{
    return enclosure.formFactor + u' ' + enclosure.boards.join(u' ');
}

QString figuresOf(const MemoryKit &kit)
{
    return QStringList{kit.type, figure(kit.modules * kit.moduleGB, "gb"), QStringLiteral("memory ram")}.join(u' ');
}

QString figuresOf(const Drive &drive)
{
    return QStringList{drive.interface, figure(drive.capacityTB, "tb"), QStringLiteral("ssd drive")}.join(u' ');
}

QString figuresOf(const NvlinkBridge &bridge)
{
    QStringList figures{QStringLiteral("nvlink bridge")};
    for (const QString &gpu : bridge.gpuIds)
        figures << gpu;
    return figures.join(u' ');
}

QString figuresOf(const Fan &fan)
{
    return figure(fan.diameter.base(), "mm") + QLatin1String(" fan");
}

QString figuresOf(const Extra &extra)
{
    return extra.category + u' ' + extra.keySpec;
}

/// "70b" and, of a mixture, "a22b moe"
QString figuresOf(const LlmModel &model)
{
    const auto billions = [](qint64 parameters) { return double(parameters) / 1e9; };
    QStringList figures{figure(std::round(billions(model.totalParameters)), "b"), model.family, model.kind,
                        model.license};
    if (model.isMixtureOfExperts())
        figures << QStringLiteral("moe") << figure(std::round(billions(model.activeParameters)), "b");
    return figures.join(u' ');
}

/// @return the texts of a part or a model
template <class Row>
SearchText textOf(CatalogSection section, const Row &row)
{
    if constexpr (requires { row.info.name; })
        return {section,
                row.info.id,
                row.info.name,
                row.info.aliases.join(u' ') + u' ' + row.info.vendor,
                joinedWords(row.info.name),
                figuresOf(row)};
    else
        return {section,       row.id, row.name, row.aliases.join(u' ') + u' ' + row.repository, joinedWords(row.name),
                figuresOf(row)};
}

} // namespace

std::vector<SearchText> searchTexts(const Catalog &catalog)
{
    std::vector<SearchText> texts;
    forEachSection(catalog, [&texts](CatalogSection section, const auto &table) {
        for (const auto &row : table)
            texts.push_back(textOf(section, row));
    });
    return texts;
}

} // namespace rigwright
