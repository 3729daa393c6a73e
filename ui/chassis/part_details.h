// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/document/build_document.h"

#include <QFrame>

class QComboBox;
class QFormLayout;
class QLineEdit;

namespace rigwright::ui {

/// A popup for what a user may note about a placed part: own price, condition, note, which supply
/// feeds it, which circuit the supply hangs on. Every field is one undo step.
class PartDetails : public QFrame
{
    Q_OBJECT
public:
    explicit PartDetails(BuildDocument *document, QWidget *parent = nullptr);

    void showItem(const Item &item);
    /// Opens with its bottom right corner at a point of the screen.
    void popUp(QPoint bottomRight);

private:
    void change(const QString &label, void (PartDetails::*read)(Item &) const);
    void readPrice(Item &item) const;
    void readCondition(Item &item) const;
    void readNote(Item &item) const;
    void readSupply(Item &item) const;
    void readCircuit(Item &item) const;
    void fillSupplies(const Item &item);
    void fillCircuits(const Item &item);

    BuildDocument *m_document;
    ItemId m_item;
    QFormLayout *m_form;
    QLineEdit *m_price;
    QComboBox *m_condition;
    QLineEdit *m_note;
    QComboBox *m_supply;
    QComboBox *m_circuit;
};

} // namespace rigwright::ui
