// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStatusBar>

class QLabel;

namespace rigwright::ui {

class BuildDocument;
class BuildSession;

/// The line at the bottom: how long the last evaluation took, what the catalogue holds, when the
/// build was saved; for some seconds, what just happened.
class StatusLine : public QStatusBar
{
    Q_OBJECT
public:
    StatusLine(const BuildDocument *document, const BuildSession *session, QWidget *parent = nullptr);
    /// Shows a line that goes away by itself.
    void announce(const QString &text);

private:
    void refresh();

    const BuildDocument *m_document;
    const BuildSession *m_session;
    QLabel *m_text;
};

} // namespace rigwright::ui
