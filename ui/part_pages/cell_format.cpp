// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/part_pages/cell_format.h"

#include "core/units/format.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <cmath>

namespace rigwright::ui {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(CellFormat)
};

constexpr double kPercent = 100;
constexpr int kDigits = 12; ///< hides the rounding of unit conversions

struct Word
{
    const char *word;
    const char *text;
};

constexpr Word kWords[] = {
    {"vendor-sheet", QT_TRANSLATE_NOOP("CellFormat", "Vendor's sheet")},
    {"cross-checked", QT_TRANSLATE_NOOP("CellFormat", "Cross-checked")},
    {"single-source", QT_TRANSLATE_NOOP("CellFormat", "Single source")},
    {"estimate", QT_TRANSLATE_NOOP("CellFormat", "Estimate")},
    {"new", QT_TRANSLATE_NOOP("CellFormat", "New")},
    {"used", QT_TRANSLATE_NOOP("CellFormat", "Used")},
    {"refurbished", QT_TRANSLATE_NOOP("CellFormat", "Refurbished")},
    {"pcie", QT_TRANSLATE_NOOP("CellFormat", "PCIe card")},
    {"sxm", QT_TRANSLATE_NOOP("CellFormat", "SXM module")},
    {"oam", QT_TRANSLATE_NOOP("CellFormat", "OAM module")},
    {"module", QT_TRANSLATE_NOOP("CellFormat", "Superchip module")},
    {"open-air", QT_TRANSLATE_NOOP("CellFormat", "Open air")},
    {"blower", QT_TRANSLATE_NOOP("CellFormat", "Blower")},
    {"passive", QT_TRANSLATE_NOOP("CellFormat", "Passive")},
    {"liquid", QT_TRANSLATE_NOOP("CellFormat", "Liquid")},
    {"tower", QT_TRANSLATE_NOOP("CellFormat", "Tower")},
    {"rack", QT_TRANSLATE_NOOP("CellFormat", "Rack")},
    {"open-frame", QT_TRANSLATE_NOOP("CellFormat", "Open frame")},
    {"gpu-cage", QT_TRANSLATE_NOOP("CellFormat", "Cage for cards")},
    {"closed-box", QT_TRANSLATE_NOOP("CellFormat", "Closed box")},
    {"mha", QT_TRANSLATE_NOOP("CellFormat", "Multi-head")},
    {"gqa", QT_TRANSLATE_NOOP("CellFormat", "Grouped-query")},
    {"mqa", QT_TRANSLATE_NOOP("CellFormat", "Multi-query")},
    {"mla", QT_TRANSLATE_NOOP("CellFormat", "Multi-head latent")},
    {"hybrid-linear", QT_TRANSLATE_NOOP("CellFormat", "Hybrid with linear layers")},
    {"slots", QT_TRANSLATE_NOOP("CellFormat", "In slots")},
    {"continuous", QT_TRANSLATE_NOOP("CellFormat", "Continuous")},
    {"whole-batch", QT_TRANSLATE_NOOP("CellFormat", "A whole batch")},
    {"per-slot", QT_TRANSLATE_NOOP("CellFormat", "Each slot")},
};

QString figureText(double value, const QLocale &locale)
{
    if (value == std::floor(value) && std::abs(value) < 1e15)
        return locale.toString(qint64(value));
    const int decimals = std::max(0, kDigits - 1 - int(std::floor(std::log10(std::abs(value)))));
    QString text = locale.toString(value, 'f', std::min(decimals, 9));
    while (text.endsWith(locale.zeroDigit()))
        text.chop(1);
    return text.endsWith(locale.decimalPoint()) ? text.chopped(locale.decimalPoint().size()) : text;
}

std::optional<double> figureOf(const Cell &cell)
{
    if (const auto *whole = std::get_if<qint64>(&cell))
        return double(*whole);
    if (const auto *real = std::get_if<double>(&cell))
        return *real;
    return std::nullopt;
}

QString listText(const QString &text)
{
    QStringList entries = text.split(QLatin1Char(';'), Qt::SkipEmptyParts);
    for (QString &entry : entries)
        entry = entry.trimmed();
    return entries.join(QStringLiteral(", "));
}

QString plugsText(const QString &text)
{
    static const QRegularExpression plug(QStringLiteral("(\\d+)x(\\d+)pin"));
    return QString(text)
        .replace(plug, QStringLiteral("\\1 × \\2-pin "))
        .replace(QLatin1Char('+'), QStringLiteral("+ "))
        .trimmed();
}

QString slotsText(const QString &text)
{
    static const QRegularExpression form(QStringLiteral("^(\\d\\.\\d)x(\\d+)@(\\d+)$"));
    QStringList entries;
    for (const QString &entry : text.split(QLatin1Char(';'))) {
        const auto match = form.match(entry);
        const QString link = QStringLiteral("%1 ×%2").arg(match.captured(1), match.captured(2));
        entries << (!match.hasMatch()                         ? entry
                    : match.captured(3) == QLatin1String("0") ? Text::tr("connector: %1").arg(link)
                                                              : Text::tr("slot %1: %2").arg(match.captured(3), link));
    }
    return entries.join(QStringLiteral(", "));
}

QString sizesText(const QString &text, const QLocale &locale)
{
    QStringList entries;
    for (const QString &entry : text.split(QLatin1Char(';'))) {
        const double bytes = entry.section(QLatin1Char(':'), 1).toDouble();
        entries << QStringLiteral("%1: %2 GB")
                       .arg(entry.section(QLatin1Char(':'), 0, 0), format::number(bytes / 1e9, 2, locale));
    }
    return entries.join(QStringLiteral(", "));
}

QString shownString(const QString &text, const ColumnCaption &caption, const Column &column, const QLocale &locale)
{
    if (!column.words.isEmpty())
        return shownWord(text);
    switch (caption.form) {
    case CellForm::List: return listText(text);
    case CellForm::Plugs: return plugsText(text);
    case CellForm::Slots: return slotsText(text);
    case CellForm::Sizes: return sizesText(text, locale);
    case CellForm::Day: return shownDate(text, locale);
    default: return caption.unit.isEmpty() ? text : text + QChar(QChar::Nbsp) + caption.unit;
    }
}

Error notA(const QString &text, CellType type, const QLocale &locale)
{
    return {Error::Code::Invalid,
            type == CellType::Integer
                ? Text::tr("“%1” is not a whole number.").arg(text)
                : Text::tr("“%1” is not a number. Write it like %2.").arg(text, locale.toString(1008.5, 'f', 1))};
}

} // namespace

QString shownWord(const QString &word)
{
    for (const Word &entry : kWords)
        if (word == QLatin1String(entry.word))
            return QCoreApplication::translate("CellFormat", entry.text);
    return word;
}

QString shownDay(const QDate &day, const QLocale &locale)
{
    return locale.toString(day, kDayFormat);
}

QString shownDate(const QString &iso, const QLocale &locale)
{
    if (const QDate day = QDate::fromString(iso, Qt::ISODate); day.isValid())
        return shownDay(day, locale);
    const QDate month = QDate::fromString(iso, QStringLiteral("yyyy-MM"));
    return month.isValid() ? locale.toString(month, QStringLiteral("MMM yyyy")) : iso;
}

QString shownCell(const Cell &cell, const ColumnCaption &caption, const Column &column, const QLocale &locale)
{
    if (isBlank(cell))
        return QStringLiteral("—");
    if (const auto *yes = std::get_if<bool>(&cell))
        return *yes ? Text::tr("Yes") : Text::tr("No");
    if (const auto *text = std::get_if<QString>(&cell))
        return shownString(*text, caption, column, locale);
    const double figure = *figureOf(cell);
    const bool share = caption.form == CellForm::Share;
    if (caption.unit == QLatin1String("USD"))
        return format::money(Money(figure), QStringLiteral("USD"), 1.0, locale);
    QString shown = figureText(share ? figure * kPercent : figure, locale);
    if (!caption.unit.isEmpty())
        shown += QChar(QChar::Nbsp) + caption.unit;
    if (caption.unit == QLatin1String("MiB"))
        shown += QStringLiteral(" (%1 GiB)").arg(figureText(std::round(figure / 1024 * 100) / 100, locale));
    return shown;
}

QString shownText(const QString &text, const ColumnCaption &caption, const Column &column, const QLocale &locale)
{
    const Result<Cell> cell = cellFromText(text, column.type);
    return cell ? shownCell(*cell, caption, column, locale) : text;
}

QString typedText(const Cell &cell, const ColumnCaption &caption, const QLocale &locale)
{
    if (const auto figure = figureOf(cell))
        return figureText(caption.form == CellForm::Share ? *figure * kPercent : *figure, locale);
    return cellText(cell);
}

Result<Cell> cellTyped(const QString &text, const ColumnCaption &caption, CellType type, const QLocale &locale)
{
    const QString typed = text.trimmed();
    if (typed.isEmpty())
        return Cell();
    bool ok = false;
    if (type == CellType::Integer) {
        const qint64 value = locale.toLongLong(typed, &ok);
        return ok ? Result<Cell>(Cell(value)) : notA(typed, type, locale);
    }
    if (type == CellType::Real) {
        const double value = locale.toDouble(typed, &ok);
        if (!ok || !std::isfinite(value))
            return notA(typed, type, locale);
        return Cell(caption.form == CellForm::Share ? value / kPercent : value);
    }
    return Cell(typed);
}

} // namespace rigwright::ui
