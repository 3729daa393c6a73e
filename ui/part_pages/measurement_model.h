// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalog/any_table.h"

#include <QAbstractTableModel>
#include <QUrl>

namespace rigwright::ui {

/// Published measurements of a card, a system, a model, a quantization or an engine, one per line.
class MeasurementModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column {
        Engine,
        Model,
        Quantization,
        Cards,
        Context,
        Streams,
        Decode,
        Prefill,
        Date,
        Source,
        Use,
        ColumnCount
    };
    static constexpr int kSortRole = Qt::UserRole; ///< figures as figures

    using QAbstractTableModel::QAbstractTableModel;
    /// @return whether these are others than before
    bool show(const Catalog &catalog, const RowKey &key);
    int trustedCount() const;
    /// @return where the measurement was published; none where it is no web address
    std::optional<QUrl> address(int row) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QString shown(const Measurement &row, int column) const;
    QVariant sortKey(const Measurement &row, int column) const;

    std::shared_ptr<const std::vector<Measurement>> m_all; ///< keeps the rows alive
    RowKey m_key;
    std::vector<const Measurement *> m_rows;
};

/// @return why estimates do not rely on a measurement; empty where they do
QString untrustedReason(const Measurement &row);

} // namespace rigwright::ui
