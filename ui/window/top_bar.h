// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QToolBar>

class QLabel;
class QLineEdit;
class QToolButton;

namespace rigwright::ui {

class BuildDocument;
class BuildSession;
struct WindowActions;

/// The bar at the top: the build's name, whether it is edited, and what is done most.
class TopBar : public QToolBar
{
    Q_OBJECT
public:
    TopBar(BuildDocument *document, const BuildSession *session, const WindowActions &actions,
           QWidget *parent = nullptr);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void refresh();
    void fitButtons();
    void rename();

    BuildDocument *m_document;
    const BuildSession *m_session;
    QLineEdit *m_name;
    QLabel *m_edited;
    QToolButton *m_site;
    QString m_siteText;
};

} // namespace rigwright::ui
