// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/e2e/pointer.h"

#include <QProcess>
#include <QStringList>
#include <QThread>

#include <algorithm>

namespace pointer {

namespace {

QPoint last;

void xdotool(const QStringList &arguments)
{
    const int status = QProcess::execute(QStringLiteral("xdotool"), arguments);
    if (status != 0)
        qFatal("xdotool %s: exit code %d", qPrintable(arguments.join(QLatin1Char(' '))), status);
    QThread::msleep(60); // a hand is not faster
}

void jump(QPoint at)
{
    xdotool({QStringLiteral("mousemove"), QString::number(at.x()), QString::number(at.y())});
    last = at;
}

} // namespace

void click(QPoint at)
{
    jump(at);
    xdotool({QStringLiteral("click"), QStringLiteral("1")});
}

void press(QPoint at)
{
    jump(at);
    xdotool({QStringLiteral("mousedown"), QStringLiteral("1")});
}

void moveTo(QPoint at)
{
    const QPoint from = last;
    constexpr int steps = 12;
    for (int step = 1; step <= steps; ++step)
        jump(from + (at - from) * step / steps);
}

void release()
{
    xdotool({QStringLiteral("mouseup"), QStringLiteral("1")});
}

void key(const QString &combination)
{
    xdotool({QStringLiteral("key"), combination});
}

void type(const QString &text)
{
    xdotool({QStringLiteral("type"), QStringLiteral("--delay"), QStringLiteral("20"), text});
}

} // namespace pointer
