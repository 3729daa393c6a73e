// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/part_pages/fact_sheet.h"

#include <QWidget>

class QToolButton;

namespace rigwright::ui {

/// Says that sources disagree about a fact, and shows when opened what each of them says.
class ConflictNote : public QWidget
{
    Q_OBJECT
public:
    /// @param lead  stands before the note, on its line; may be null
    explicit ConflictNote(const Fact &fact, QLayout *lead = nullptr, QWidget *parent = nullptr);
    bool isOpen() const;
    void setOpen(bool open);

private:
    QToolButton *m_head;
    QWidget *m_body;
};

} // namespace rigwright::ui
