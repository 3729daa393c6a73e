// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/part_pages/page_labels.h"

#include "ui/theme/icons.h"
#include "ui/widgets/wrapped_label.h"

namespace rigwright::ui {

QLabel *textLabel(const QString &text, FontRole font, bool muted)
{
    auto *label = new WrappedLabel(font);
    label->setText(text);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    if (muted)
        label->setProperty("tone", QStringLiteral("muted"));
    return label;
}

IconLabel::IconLabel(const QString &name, Role role, int size, QWidget *parent)
    : QLabel(parent), m_name(name), m_role(role), m_size(size)
{
    setFixedSize(size, size + 3); // the drawing's middle stands beside the middle of a line of text
    setAlignment(Qt::AlignHCenter | Qt::AlignBottom);
    connect(&Theme::current(), &Theme::changed, this, &IconLabel::draw);
    draw();
}

void IconLabel::setDrawing(const QString &name, Role role)
{
    m_name = name;
    m_role = role;
    draw();
}

void IconLabel::draw()
{
    setPixmap(iconPixmap(m_name, m_role, m_size, devicePixelRatioF()));
}

} // namespace rigwright::ui
