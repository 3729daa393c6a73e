// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/part_pages/measurement_model.h"

#include "core/catalog/web_address.h"
#include "core/units/format.h"
#include "ui/part_pages/cell_format.h"
#include "ui/theme/icons.h"

#include <algorithm>

namespace rigwright::ui {

namespace {

/// The column of the measurements that names a row of this table.
QString Measurement::*nameIn(const QString &table)
{
    if (table == QLatin1String("gpus") || table == QLatin1String("unified_systems"))
        return &Measurement::gpuId;
    if (table == QLatin1String("models"))
        return &Measurement::modelId;
    if (table == QLatin1String("quantizations"))
        return &Measurement::quantId;
    return table == QLatin1String("engines") ? &Measurement::engineId : nullptr;
}

/// A tag in the notes that says why a figure is not one to judge by.
struct Tag
{
    const char *tag;
    const char *reason;
};

constexpr Tag kTags[] = {
    {"[spec]", QT_TRANSLATE_NOOP("rigwright::ui::MeasurementModel", "with speculative decoding")},
    {"[suspect", QT_TRANSLATE_NOOP("rigwright::ui::MeasurementModel", "doubtful figure")},
    {"[approx]", QT_TRANSLATE_NOOP("rigwright::ui::MeasurementModel", "rounded figure")},
    {"self-reported", QT_TRANSLATE_NOOP("rigwright::ui::MeasurementModel", "self-reported")},
    {"[e2e]", QT_TRANSLATE_NOOP("rigwright::ui::MeasurementModel", "whole request timed")},
    {"[avg-suite]", QT_TRANSLATE_NOOP("rigwright::ui::MeasurementModel", "average of a suite")},
    {"[slow-host]", QT_TRANSLATE_NOOP("rigwright::ui::MeasurementModel", "held up by a slow host")},
};

/// @return a speed with what its digits are worth
QString speedText(double speed)
{
    return speed > 0 ? format::number(speed, speed < 100 ? 1 : 0) : QStringLiteral("—");
}

} // namespace

QString untrustedReason(const Measurement &row)
{
    if (row.trusted)
        return {};
    if (row.concurrency != 1)
        return MeasurementModel::tr("several requests at once");
    for (const Tag &tag : kTags)
        if (row.notes.contains(QLatin1String(tag.tag)))
            return MeasurementModel::tr(tag.reason);
    return MeasurementModel::tr("not comparable");
}

bool MeasurementModel::show(const Catalog &catalog, const RowKey &key)
{
    if (key == m_key && m_all == catalog.measurements)
        return false;
    beginResetModel();
    m_key = key;
    m_rows.clear();
    m_all = catalog.measurements;
    if (QString Measurement::*const name = nameIn(key.table); name && m_all)
        for (const Measurement &row : *m_all)
            if (row.*name == key.id)
                m_rows.push_back(&row);
    endResetModel();
    return true;
}

int MeasurementModel::trustedCount() const
{
    return int(std::ranges::count_if(m_rows, &Measurement::trusted));
}

std::optional<QUrl> MeasurementModel::address(int row) const
{
    return webAddress(m_rows.at(std::size_t(row))->sourceUrl);
}

int MeasurementModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int MeasurementModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QString MeasurementModel::shown(const Measurement &row, int column) const
{
    switch (column) {
    case Engine: return row.engine;
    case Model: return row.model;
    case Quantization: return row.quant;
    case Cards: return row.gpuCount == 1 ? row.device : tr("%1 × %2").arg(QLocale().toString(row.gpuCount), row.device);
    case Context: return format::tokens(row.contextDepth);
    case Streams: return row.concurrency > 0 ? QLocale().toString(row.concurrency) : tr("as many as fit");
    case Decode: return speedText(row.decodeTokensPerSecond);
    case Prefill: return speedText(row.prefillTokensPerSecond);
    case Date: return row.date;
    case Source: return row.source;
    case Use: return row.trusted ? tr("used") : untrustedReason(row);
    default: return {};
    }
}

QVariant MeasurementModel::sortKey(const Measurement &row, int column) const
{
    switch (column) {
    case Context: return row.contextDepth;
    case Streams: return row.concurrency;
    case Decode: return row.decodeTokensPerSecond;
    case Prefill: return row.prefillTokensPerSecond;
    default: return shown(row, column).toCaseFolded();
    }
}

QVariant MeasurementModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const Measurement &row = *m_rows.at(std::size_t(index.row()));
    const int column = index.column();
    switch (role) {
    case Qt::DisplayRole: return shown(row, column);
    case Qt::AccessibleTextRole:
        return QStringLiteral("%1: %2").arg(headerData(column, Qt::Horizontal, Qt::DisplayRole).toString(),
                                            shown(row, column));
    case kSortRole: return sortKey(row, column);
    case Qt::TextAlignmentRole:
        return column >= Context && column <= Prefill ? QVariant(Qt::AlignRight | Qt::AlignVCenter) : QVariant();
    case Qt::DecorationRole:
        if (column == Use)
            return row.trusted ? themedIcon(QStringLiteral("check"), Role::Good)
                               : themedIcon(QStringLiteral("minus"), Role::Muted);
        return column == Source && address(index.row()) ? themedIcon(QStringLiteral("link"), Role::Link) : QVariant();
    case Qt::ToolTipRole: {
        const QString more = column == Engine   ? row.engineDetail
                             : column == Cards  ? row.interconnect
                             : column == Source ? row.sourceUrl
                             : column == Use    ? row.notes
                                                : QString();
        return (more.isEmpty() ? shown(row, column) : more).toHtmlEscaped();
    }
    default: return {};
    }
}

QVariant MeasurementModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int(section >= Context && section <= Prefill ? Qt::AlignRight : Qt::AlignLeft) | int(Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Engine: return tr("Engine");
    case Model: return tr("Model");
    case Quantization: return tr("Quant.");
    case Cards: return tr("On");
    case Context: return tr("Context");
    case Streams: return tr("At\nonce");
    case Decode: return tr("Decode\ntok/s");
    case Prefill: return tr("Prefill\ntok/s");
    case Date: return tr("Date");
    case Source: return tr("Source");
    case Use: return tr("For\nestimates");
    default: return {};
    }
}

} // namespace rigwright::ui
