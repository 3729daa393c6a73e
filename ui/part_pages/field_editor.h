// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalog/any_table.h"
#include "ui/part_pages/column_captions.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QHBoxLayout;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QToolButton;

namespace rigwright::ui {

/// Edits one cell: a line, a choice, a check box or a text over several lines, with its unit, what ships and
/// what is wrong with it.
class FieldEditor : public QWidget
{
    Q_OBJECT
public:
    /// @param shipped  none where the row does not ship
    FieldEditor(const Column &column, const ColumnCaption &caption, std::optional<Cell> shipped,
                QWidget *parent = nullptr);
    void setCell(const Cell &cell);
    /// @return what was typed; Invalid where it is no such cell
    Result<Cell> cell() const;
    bool isTouched() const { return m_touched; } ///< the user has been here
    void setReadOnly();
    void setMessage(const QString &problem); ///< empty = nothing is wrong
    const QString &message() const { return m_message; }
    const ColumnCaption &caption() const { return m_caption; }
    QWidget *input() const;

Q_SIGNALS:
    void edited();

private:
    void makeInput(QHBoxLayout *line);
    void makeLine(QHBoxLayout *line);
    void makeShipped(QHBoxLayout *line);
    void take();
    void refreshShipped();
    QString typed() const;
    bool isWide() const;

    Column m_column;
    ColumnCaption m_caption;
    std::optional<Cell> m_shipped;
    Cell m_initial;        ///< keeps the digits that the input does not show
    QString m_initialText; ///< how it shows `m_initial`
    bool m_touched = false;
    QString m_message;
    QLineEdit *m_line = nullptr;
    QComboBox *m_choice = nullptr;
    QCheckBox *m_check = nullptr;
    QPlainTextEdit *m_text = nullptr;
    QLabel *m_hint = nullptr;
    QLabel *m_shippedText = nullptr;
    QToolButton *m_revert = nullptr;
    QWidget *m_problem;
    QLabel *m_problemText;
};

} // namespace rigwright::ui
