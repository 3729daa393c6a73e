// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/part_pages/column_captions.h"

#include "ui/part_pages/caption_tables.h"

#include <QCoreApplication>
#include <QHash>

namespace rigwright::ui {

namespace {

QString translated(const char *text)
{
    return *text ? QCoreApplication::translate("ColumnCaptions", text) : QString();
}

const CaptionEntry *entryOf(const QString &column)
{
    static const auto all = [] {
        QHash<QString, const CaptionEntry *> entries;
        for (const auto &table : {hardwareCaptions(), workloadCaptions()})
            for (const CaptionEntry &entry : table)
                entries.insert(QLatin1String(entry.column), &entry);
        return entries;
    }();
    return all.value(column);
}

struct TableNames
{
    const char *table;
    const char *one;
    const char *many;
};

constexpr TableNames kTables[] = {
    {"gpus", QT_TRANSLATE_NOOP("ColumnCaptions", "Graphics card"),
     QT_TRANSLATE_NOOP("ColumnCaptions", "Graphics cards")},
    {"unified_systems", QT_TRANSLATE_NOOP("ColumnCaptions", "Unified-memory system"),
     QT_TRANSLATE_NOOP("ColumnCaptions", "Unified-memory systems")},
    {"prebuilts", QT_TRANSLATE_NOOP("ColumnCaptions", "Prebuilt machine"),
     QT_TRANSLATE_NOOP("ColumnCaptions", "Prebuilt machines")},
    {"cpus", QT_TRANSLATE_NOOP("ColumnCaptions", "Processor"), QT_TRANSLATE_NOOP("ColumnCaptions", "Processors")},
    {"motherboards", QT_TRANSLATE_NOOP("ColumnCaptions", "Motherboard"),
     QT_TRANSLATE_NOOP("ColumnCaptions", "Motherboards")},
    {"power_supplies", QT_TRANSLATE_NOOP("ColumnCaptions", "Power supply"),
     QT_TRANSLATE_NOOP("ColumnCaptions", "Power supplies")},
    {"enclosures", QT_TRANSLATE_NOOP("ColumnCaptions", "Enclosure"), QT_TRANSLATE_NOOP("ColumnCaptions", "Enclosures")},
    {"memory_kits", QT_TRANSLATE_NOOP("ColumnCaptions", "Memory kit"),
     QT_TRANSLATE_NOOP("ColumnCaptions", "Memory kits")},
    {"drives", QT_TRANSLATE_NOOP("ColumnCaptions", "Drive"), QT_TRANSLATE_NOOP("ColumnCaptions", "Drives")},
    {"nvlink_bridges", QT_TRANSLATE_NOOP("ColumnCaptions", "NVLink bridge"),
     QT_TRANSLATE_NOOP("ColumnCaptions", "NVLink bridges")},
    {"fans", QT_TRANSLATE_NOOP("ColumnCaptions", "Fan"), QT_TRANSLATE_NOOP("ColumnCaptions", "Fans")},
    {"extras", QT_TRANSLATE_NOOP("ColumnCaptions", "Extra"), QT_TRANSLATE_NOOP("ColumnCaptions", "Extras")},
    {"models", QT_TRANSLATE_NOOP("ColumnCaptions", "Model"), QT_TRANSLATE_NOOP("ColumnCaptions", "Models")},
    {"quantizations", QT_TRANSLATE_NOOP("ColumnCaptions", "Quantization"),
     QT_TRANSLATE_NOOP("ColumnCaptions", "Quantizations")},
    {"engines", QT_TRANSLATE_NOOP("ColumnCaptions", "Engine"), QT_TRANSLATE_NOOP("ColumnCaptions", "Engines")},
    {"circuits", QT_TRANSLATE_NOOP("ColumnCaptions", "Circuit"), QT_TRANSLATE_NOOP("ColumnCaptions", "Circuits")},
    {"tariffs", QT_TRANSLATE_NOOP("ColumnCaptions", "Tariff"), QT_TRANSLATE_NOOP("ColumnCaptions", "Tariffs")},
};

QString tableName(const QString &table, const char *TableNames::*form)
{
    for (const TableNames &names : kTables)
        if (table == QLatin1String(names.table))
            return translated(names.*form);
    return table;
}

} // namespace

ColumnCaption captionOf(const QString &table, const QString &column)
{
    const CaptionEntry *entry = entryOf(table + QLatin1Char('.') + column);
    if (!entry)
        entry = entryOf(column);
    if (!entry)
        return {};
    return {translated(entry->text), translated(entry->unit), translated(entry->hint), entry->group, entry->form};
}

QString groupText(ColumnGroup group)
{
    switch (group) {
    case ColumnGroup::Identity: return translated(QT_TRANSLATE_NOOP("ColumnCaptions", "Identity"));
    case ColumnGroup::Contents: return translated(QT_TRANSLATE_NOOP("ColumnCaptions", "Inside"));
    case ColumnGroup::Parameters: return translated(QT_TRANSLATE_NOOP("ColumnCaptions", "Parameters"));
    case ColumnGroup::Precision: return translated(QT_TRANSLATE_NOOP("ColumnCaptions", "Precision"));
    case ColumnGroup::Memory: return translated(QT_TRANSLATE_NOOP("ColumnCaptions", "Memory"));
    case ColumnGroup::Speed: return translated(QT_TRANSLATE_NOOP("ColumnCaptions", "Speed"));
    case ColumnGroup::Layers: return translated(QT_TRANSLATE_NOOP("ColumnCaptions", "Layers and attention"));
    case ColumnGroup::Experts: return translated(QT_TRANSLATE_NOOP("ColumnCaptions", "Experts"));
    case ColumnGroup::Context: return translated(QT_TRANSLATE_NOOP("ColumnCaptions", "Context"));
    case ColumnGroup::Abilities: return translated(QT_TRANSLATE_NOOP("ColumnCaptions", "Abilities"));
    case ColumnGroup::Power: return translated(QT_TRANSLATE_NOOP("ColumnCaptions", "Power"));
    case ColumnGroup::Size: return translated(QT_TRANSLATE_NOOP("ColumnCaptions", "Size"));
    case ColumnGroup::Links: return translated(QT_TRANSLATE_NOOP("ColumnCaptions", "Links and plugs"));
    case ColumnGroup::Price: return translated(QT_TRANSLATE_NOOP("ColumnCaptions", "Price"));
    case ColumnGroup::Source: return translated(QT_TRANSLATE_NOOP("ColumnCaptions", "Source"));
    case ColumnGroup::Count: break;
    }
    return {};
}

QString tableText(const QString &table)
{
    return tableName(table, &TableNames::one);
}

QString tablesText(const QString &table)
{
    return tableName(table, &TableNames::many);
}

} // namespace rigwright::ui
