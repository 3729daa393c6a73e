// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QComboBox;
class QLabel;
class QLineEdit;
class QSpinBox;
class QToolButton;

namespace rigwright::ui {

class BuildDocument;

/// One circuit of the site: its type, the user's name for it, what else hangs on it, and what the
/// rig makes of it.
class CircuitRow : public QWidget
{
    Q_OBJECT
public:
    CircuitRow(BuildDocument *document, std::size_t index, QWidget *parent = nullptr);
    void refresh();

private:
    void connectEdits();

    BuildDocument *m_document;
    std::size_t m_index;
    QLabel *m_number;
    QComboBox *m_type;
    QLineEdit *m_label;
    QSpinBox *m_other;
    QLabel *m_load;
    QToolButton *m_remove;
};

} // namespace rigwright::ui
