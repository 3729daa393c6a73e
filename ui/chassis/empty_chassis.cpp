// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chassis/empty_chassis.h"

#include "ui/theme/theme.h"

#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

namespace rigwright::ui {

namespace {
constexpr int kHintWidth = 380;
}

EmptyChassis::EmptyChassis(QWidget *parent) : QWidget(parent), m_hint(new QLabel(this))
{
    auto *title = new QLabel(tr("Drag a case or a whole system here"), this);
    title->setObjectName(QStringLiteral("emptyChassisTitle"));
    title->setFont(Theme::font(FontRole::Title));
    title->setTextFormat(Qt::PlainText);
    m_hint->setTextFormat(Qt::PlainText);
    m_hint->setWordWrap(true);
    m_hint->setAlignment(Qt::AlignCenter);
    m_hint->setFixedWidth(kHintWidth);
    auto *button = new QPushButton(tr("Start from a template"), this);
    button->setObjectName(QStringLiteral("startFromTemplate"));
    connect(button, &QPushButton::clicked, this, &EmptyChassis::templateWanted);

    auto *column = new QVBoxLayout(this);
    column->setSpacing(spacing::kMedium);
    column->addStretch();
    column->addWidget(title, 0, Qt::AlignHCenter);
    column->addWidget(m_hint, 0, Qt::AlignHCenter);
    column->addWidget(button, 0, Qt::AlignHCenter);
    column->addStretch();
    setInvited(false, {});
}

void EmptyChassis::setInvited(bool invited, const QString &refusal)
{
    m_invited = invited;
    m_refused = !refusal.isEmpty();
    m_hint->setText(m_refused
                        ? refusal
                        : tr("The chassis decides what fits: slots, lengths, power supplies and airflow. Or start "
                             "from a template that already works."));
    m_hint->setFixedHeight(m_hint->heightForWidth(kHintWidth));
    update();
}

void EmptyChassis::paintEvent(QPaintEvent *)
{
    constexpr int inset = 24;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Role edge = !m_invited ? Role::OutlineStrong : m_refused ? Role::Bad : Role::Good;
    QPen pen(Theme::color(edge), m_invited ? 2 : 1.5);
    pen.setDashPattern({6, 5});
    painter.setPen(pen);
    painter.setBrush(m_invited ? Theme::color(m_refused ? Role::BadSoft : Role::GoodSoft) : Theme::color(Role::Window));
    painter.drawRoundedRect(QRectF(rect()).adjusted(inset, inset, -inset, -inset), 12, 12);
}

} // namespace rigwright::ui
