// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/part_pages/fact_sheet.h"

#include <QWidget>

class QHBoxLayout;
class QLabel;
class QPlainTextEdit;
class QPushButton;
class QToolButton;

namespace rigwright::ui {

class IconLabel;

/// The top of a part's page: what it is, how far its figures can be trusted, what can be done with it, and the
/// user's note. Its widgets stay while what they show changes.
class PageHeader : public QWidget
{
    Q_OBJECT
public:
    explicit PageHeader(QWidget *parent = nullptr);
    void show(const QString &table, const FactSheet &sheet, bool favourite);
    using QWidget::show;
    void setNote(const QString &note);
    QString note() const;

Q_SIGNALS:
    void placed();
    void favoured(bool favourite);
    void edited();
    void copied();
    void priceAdded();
    void removed(); ///< an own row is to be deleted, an edited one to be reverted
    void noteLeft();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QPushButton *addButton(QHBoxLayout *layout, const char *name, const QString &icon, const QString &text,
                           void (PageHeader::*signal)());
    void showFavourite(bool favourite);

    QToolButton *m_star;
    QLabel *m_name;
    QLabel *m_about;
    IconLabel *m_trustIcon;
    QLabel *m_trust;
    IconLabel *m_ownIcon;
    QLabel *m_own;
    QPushButton *m_place = nullptr;
    QPushButton *m_addPrice = nullptr;
    QPushButton *m_remove = nullptr;
    QPlainTextEdit *m_note;
};

} // namespace rigwright::ui
