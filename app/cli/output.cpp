// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/output.h"

#include <QFile>
#include <QRegularExpression>

#include <algorithm>
#include <cstdio>

namespace rigwright::cli {

namespace {

bool looksLikeNumber(const QString &text)
{
    static const QRegularExpression number(QStringLiteral("^[-+]?[0-9][0-9.,]*$"));
    return text.isEmpty() || number.match(text).hasMatch();
}

/// A terminal acts on control characters; texts of a file must not reach it with any.
QString printable(QString text)
{
    for (QChar &c : text)
        if (c.category() == QChar::Other_Control)
            c = u' ';
    return text;
}

} // namespace

int fail(const QString &message, ExitCode code)
{
    std::fprintf(stderr, "rigwright: %s\n", printable(message).simplified().toUtf8().constData());
    return code;
}

int print(const QByteArray &text)
{
    QFile out;
    if (!out.open(stdout, QIODevice::WriteOnly) || out.write(text) != text.size() || !out.flush())
        return fail(QStringLiteral("standard output: %1").arg(out.errorString()));
    return Done;
}

int print(const QString &text)
{
    return print(text.toUtf8());
}

QString alignedTable(const std::vector<QStringList> &rows)
{
    constexpr int kGap = 2;
    std::vector<int> widths;
    std::vector<bool> numeric;
    for (std::size_t r = 0; r < rows.size(); ++r)
        for (qsizetype c = 0; c < rows[r].size(); ++c) {
            widths.resize(std::max(widths.size(), std::size_t(c) + 1), 0);
            numeric.resize(widths.size(), true);
            widths[std::size_t(c)] = std::max(widths[std::size_t(c)], int(rows[r][c].size()));
            if (r > 0 && !looksLikeNumber(rows[r][c]))
                numeric[std::size_t(c)] = false;
        }
    QString table;
    for (const QStringList &row : rows) {
        QString line;
        for (qsizetype c = 0; c < row.size(); ++c) {
            const QString cell = printable(row[c]);
            const int width = widths[std::size_t(c)];
            line += numeric[std::size_t(c)] ? cell.rightJustified(width) : cell.leftJustified(width);
            line += QString(kGap, u' ');
        }
        while (line.endsWith(u' '))
            line.chop(1);
        table += line + u'\n';
    }
    return table;
}

} // namespace rigwright::cli
