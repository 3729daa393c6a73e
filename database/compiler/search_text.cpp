// SPDX-License-Identifier: GPL-3.0-or-later
#include "database/compiler/search_text.h"

#include <QRegularExpression>

#include <cmath>

namespace rigwright {

namespace {

QString figure(double value, const char *unit)
{
    return value > 0 ? QString::number(value) + QLatin1String(unit) : QString();
}

/// "rtx 3090 ti" -> "rtx3090 rtx3090ti 3090ti", so that a missing space finds as well
QString joinedWords(const QString &text)
{
    static const QRegularExpression separator(QStringLiteral("[^\\w.]+"));
    const QStringList words = text.toLower().split(separator, Qt::SkipEmptyParts);
    QStringList joined;
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
                       gpu.computeCapability}
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

template <class Row>
void addParts(std::vector<SearchText> &texts, CatalogSection section, const Table<Row> &rows)
{
    for (const Row &row : rows)
        texts.push_back({section, row.info.id, row.info.name, row.info.aliases.join(u' ') + u' ' + row.info.vendor,
                         joinedWords(row.info.name), figuresOf(row)});
}

} // namespace

std::vector<SearchText> searchTexts(const Catalog &catalog)
{
    std::vector<SearchText> texts;
    addParts(texts, CatalogSection::Gpus, catalog.gpus);
    addParts(texts, CatalogSection::Systems, catalog.unifiedSystems);
    addParts(texts, CatalogSection::Prebuilts, catalog.prebuilts);
    for (const LlmModel &row : catalog.models)
        texts.push_back({CatalogSection::Models, row.id, row.name, row.aliases.join(u' ') + u' ' + row.repository,
                         joinedWords(row.name), figuresOf(row)});
    addParts(texts, CatalogSection::Boards, catalog.motherboards);
    addParts(texts, CatalogSection::Cpus, catalog.cpus);
    addParts(texts, CatalogSection::PowerSupplies, catalog.powerSupplies);
    addParts(texts, CatalogSection::Enclosures, catalog.enclosures);
    addParts(texts, CatalogSection::Memory, catalog.memoryKits);
    addParts(texts, CatalogSection::Drives, catalog.drives);
    addParts(texts, CatalogSection::Bridges, catalog.nvlinkBridges);
    addParts(texts, CatalogSection::Fans, catalog.fans);
    addParts(texts, CatalogSection::Extras, catalog.extras);
    return texts;
}

} // namespace rigwright
