// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/results/tone.h"

#include <QLabel>
#include <QStyle>
#include <QVariant>

namespace rigwright::ui {

Role textRole(Tone tone)
{
    switch (tone) {
    case Tone::Neutral: return Role::Text;
    case Tone::Good: return Role::Good;
    case Tone::Warn: return Role::Warn;
    case Tone::Bad: return Role::Bad;
    }
    return Role::Text;
}

Role surfaceRole(Tone tone)
{
    switch (tone) {
    case Tone::Neutral: return Role::Card;
    case Tone::Good: return Role::GoodSoft;
    case Tone::Warn: return Role::WarnSoft;
    case Tone::Bad: return Role::BadSoft;
    }
    return Role::Card;
}

MeterBar::State meterState(Tone tone)
{
    switch (tone) {
    case Tone::Neutral: return MeterBar::State::Neutral;
    case Tone::Good: return MeterBar::State::Good;
    case Tone::Warn: return MeterBar::State::Warn;
    case Tone::Bad: return MeterBar::State::Bad;
    }
    return MeterBar::State::Neutral;
}

void setTone(QLabel *label, Tone tone, bool mutedWhereNeutral)
{
    const QString name = tone == Tone::Good   ? QStringLiteral("good")
                         : tone == Tone::Warn ? QStringLiteral("warn")
                         : tone == Tone::Bad  ? QStringLiteral("bad")
                         : mutedWhereNeutral  ? QStringLiteral("muted")
                                              : QString();
    if (label->property("tone").toString() == name)
        return;
    label->setProperty("tone", name);
    label->style()->unpolish(label);
    label->style()->polish(label);
}

} // namespace rigwright::ui
