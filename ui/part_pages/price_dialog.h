// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalog/user_layer.h"

#include <QDialog>

class QComboBox;
class QDateEdit;
class QLabel;
class QLineEdit;
class QPushButton;

namespace rigwright::ui {

class CatalogStore;

/// Takes down a price that the user has seen or paid.
class PriceDialog : public QDialog
{
    Q_OBJECT
public:
    /// @param store  outlives the dialog
    PriceDialog(CatalogStore *store, const RowKey &row, const QDate &today, QWidget *parent = nullptr);
    void accept() override; ///< saves; stays open where that fails

private:
    Result<Cell> typedAmount() const;
    void validate();

    CatalogStore *m_store;
    RowKey m_row;
    QLineEdit *m_amount;
    QDateEdit *m_seen;
    QComboBox *m_condition;
    QLineEdit *m_seller;
    QLineEdit *m_link;
    QLabel *m_amountProblem = nullptr;
    QLabel *m_linkProblem = nullptr;
    QPushButton *m_save;
};

} // namespace rigwright::ui
