// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/part_pages/column_captions.h"
#include "ui/part_pages/row_draft.h"

#include <QDialog>

class QGridLayout;
class QLabel;
class QPushButton;
class QScrollArea;
class QTimer;

namespace rigwright::ui {

class CatalogStore;
class FieldEditor;
class IconLabel;

/// Edits a row of the catalogue, or makes one. What ships stays as it is: the row goes into the user's layer.
class RowEditor : public QDialog
{
    Q_OBJECT
public:
    /// @param store  outlives the dialog
    RowEditor(CatalogStore *store, RowDraft draft, QWidget *parent = nullptr);
    void accept() override; ///< saves; stays open where that fails

Q_SIGNALS:
    void saved(const RowKey &row);

private:
    QWidget *makeForm();
    int addGroup(QGridLayout *grid, int row, ColumnGroup group);
    void makeField(QGridLayout *grid, int row, std::size_t column);
    void fieldEdited(std::size_t column);
    /// Takes the fields into the draft and says what is wrong. @return whether each cell is right by itself
    bool validate();
    bool contradicts(); ///< says where the cells do not go together
    void showState(const QStringList &problems);
    bool isFollowed() const; ///< the id follows the name

    CatalogStore *m_store;
    RowDraft m_draft;
    std::vector<FieldEditor *> m_fields; ///< one per column
    QScrollArea *m_scroll;
    IconLabel *m_stateIcon;
    QLabel *m_state;
    QPushButton *m_save;
    QTimer *m_pause; ///< of typing
};

} // namespace rigwright::ui
