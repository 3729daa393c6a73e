// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/status_line.h"

#include "core/units/format.h"
#include "ui/catalog/catalog_entry.h"
#include "ui/theme/theme.h"
#include "ui/window/build_session.h"

#include <QAccessible>
#include <QLabel>
#include <QTimer>

namespace rigwright::ui {

namespace {
constexpr int kAnnouncementMilliseconds = 6000;
constexpr int kMinuteMilliseconds = 60'000;

QString agoText(const QDateTime &saved)
{
    const qint64 minutes = saved.secsTo(QDateTime::currentDateTime()) / 60;
    if (minutes < 1)
        return StatusLine::tr("Saved just now");
    if (minutes < 60)
        return StatusLine::tr("Saved %n min ago", nullptr, int(minutes));
    return StatusLine::tr("Saved %1").arg(QLocale().toString(saved, QLocale::ShortFormat));
}
} // namespace

StatusLine::StatusLine(const BuildDocument *document, const BuildSession *session, QWidget *parent)
    : QStatusBar(parent), m_document(document), m_session(session), m_text(new QLabel)
{
    m_text->setObjectName(QStringLiteral("statusText"));
    m_text->setTextFormat(Qt::PlainText);
    m_text->setFont(Theme::font(FontRole::Small));
    m_text->setProperty("tone", QStringLiteral("muted"));
    m_text->setContentsMargins(8, 0, 0, 0);
    m_text->setMinimumWidth(1); // a long line never widens the window
    addWidget(m_text, 1);
    connect(document, &BuildDocument::changed, this, &StatusLine::refresh);
    connect(session, &BuildSession::stateChanged, this, &StatusLine::refresh);
    auto *clock = new QTimer(this);
    connect(clock, &QTimer::timeout, this, &StatusLine::refresh);
    clock->start(kMinuteMilliseconds);
    refresh();
}

void StatusLine::announce(const QString &text)
{
    showMessage(text, kAnnouncementMilliseconds);
    QAccessibleEvent event(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
}

void StatusLine::refresh()
{
    const Catalog &catalog = m_document->catalog();
    QStringList parts;
    parts << tr("Evaluated in %1 µs").arg(format::number(double(m_document->lastEvaluationNanoseconds()) / 1000));
    parts << tr("Catalogue %1").arg(catalog.version.left(7));
    parts << tr("%1 parts and models").arg(format::number(double(countRows(catalog))));
    if (catalog.measurements)
        parts << tr("%1 measurements").arg(format::number(double(catalog.measurements->size())));
    if (m_session->lastSaved().isValid())
        parts << agoText(m_session->lastSaved());
    m_text->setText(parts.join(QStringLiteral("   ·   ")));
}

} // namespace rigwright::ui
