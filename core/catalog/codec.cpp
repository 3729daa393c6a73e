// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalog/codec.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace rigwright {

namespace codec {

Error invalid(const QString &text, const QString &expected)
{
    return {Error::Code::Invalid,
            expected.isEmpty()
                ? QCoreApplication::translate("Catalog", "\"%1\" is out of range").arg(text)
                : QCoreApplication::translate("Catalog", "\"%1\" is not one of: %2").arg(text, expected)};
}

QString textIn(const Cell &cell)
{
    return std::get<QString>(cell);
}

double tidy(double value)
{
    return value == std::floor(value) ? value : QString::number(value, 'g', 12).toDouble();
}

Result<Cell> checked(const Cell &cell, CellType type, double low, double high)
{
    if (isBlank(cell))
        return cell;
    const qint64 *whole = std::get_if<qint64>(&cell);
    const double *real = std::get_if<double>(&cell);
    const bool fits = type == CellType::Text      ? std::holds_alternative<QString>(cell)
                      : type == CellType::Boolean ? std::holds_alternative<bool>(cell)
                      : type == CellType::Integer ? whole != nullptr
                                                  : whole || real;
    if (!fits)
        return Error{Error::Code::Invalid,
                     QCoreApplication::translate("Catalog", "\"%1\" has the wrong type").arg(cellText(cell))};
    if (!whole && !real)
        return cell;
    const double figure = whole ? double(*whole) : *real;
    if (!(figure >= low && figure <= high))
        return invalid(cellText(cell), {});
    return type == CellType::Real ? Cell(figure) : cell;
}

} // namespace codec

namespace {
Error notLike(const QString &text, const char *example)
{
    return {
        Error::Code::Invalid,
        QCoreApplication::translate("Catalog", "\"%1\" is not written like \"%2\"").arg(text, QLatin1String(example))};
}

template <class List, class Text>
Cell joined(const List &list, QLatin1Char separator, Text text)
{
    QStringList parts;
    for (const auto &entry : list)
        parts << text(entry);
    return parts.join(separator);
}

QString number(double value)
{
    return cellText(Cell(value));
}
} // namespace

Outcome Codec<QString>::decode(const Cell &cell, QString &value, double)
{
    value = std::get<QString>(cell);
    return done();
}

Outcome Codec<bool>::decode(const Cell &cell, bool &value, double)
{
    value = std::get<bool>(cell);
    return done();
}

Outcome Codec<int>::decode(const Cell &cell, int &value, double)
{
    const qint64 wide = std::get<qint64>(cell);
    if (wide < std::numeric_limits<int>::min() || wide > std::numeric_limits<int>::max())
        return codec::invalid(cellText(cell), {});
    value = int(wide);
    return done();
}

Outcome Codec<qint64>::decode(const Cell &cell, qint64 &value, double)
{
    value = std::get<qint64>(cell);
    return done();
}

Outcome Codec<double>::decode(const Cell &cell, double &value, double unit)
{
    value = std::get<double>(cell) * unit;
    return done();
}

Outcome Codec<QDate>::decode(const Cell &cell, QDate &value, double)
{
    value = QDate::fromString(codec::textIn(cell), Qt::ISODate);
    return value.isValid() ? done() : Outcome(notLike(codec::textIn(cell), "2026-11-21"));
}

Outcome Codec<QStringList>::decode(const Cell &cell, QStringList &value, double)
{
    value.clear();
    for (const QString &entry : codec::textIn(cell).split(QLatin1Char(';'), Qt::SkipEmptyParts))
        value << entry.trimmed();
    return done();
}

Cell Codec<std::vector<QString>>::encode(const std::vector<QString> &value, double)
{
    return QStringList(value.begin(), value.end()).join(QLatin1Char(';'));
}

Outcome Codec<std::vector<QString>>::decode(const Cell &cell, std::vector<QString> &value, double)
{
    QStringList list;
    const Outcome outcome = Codec<QStringList>::decode(cell, list, 1);
    value.assign(list.cbegin(), list.cend());
    return outcome;
}

Cell Codec<std::vector<double>>::encode(const std::vector<double> &value, double)
{
    return joined(value, QLatin1Char(';'), number);
}

Outcome Codec<std::vector<double>>::decode(const Cell &cell, std::vector<double> &value, double)
{
    value.clear();
    for (const QString &entry : codec::textIn(cell).split(QLatin1Char(';'))) {
        bool ok = false;
        const double figure = entry.toDouble(&ok);
        if (!ok || !std::isfinite(figure) || figure < 0)
            return notLike(codec::textIn(cell), "8;16");
        value.push_back(figure);
    }
    return done();
}

Cell Codec<std::vector<PowerPlugCount>>::encode(const std::vector<PowerPlugCount> &value, double)
{
    return joined(value, QLatin1Char('+'), [](const PowerPlugCount &entry) {
        return QStringLiteral("%1x%2").arg(entry.count).arg(enumName(entry.plug));
    });
}

Outcome Codec<std::vector<PowerPlugCount>>::decode(const Cell &cell, std::vector<PowerPlugCount> &value, double)
{
    static const QRegularExpression form(QStringLiteral("^([1-9]\\d?)x(\\w+)$"));
    value.clear();
    for (const QString &entry : codec::textIn(cell).split(QLatin1Char('+'))) {
        const QRegularExpressionMatch match = form.match(entry);
        const std::optional<PowerPlug> plug = enumFromName<PowerPlug>(match.captured(2));
        if (!match.hasMatch() || !plug)
            return notLike(codec::textIn(cell), "2x8pin+1x6pin");
        value.push_back({*plug, match.captured(1).toInt()});
    }
    return done();
}

Cell Codec<std::vector<BoardSlot>>::encode(const std::vector<BoardSlot> &value, double)
{
    return joined(value, QLatin1Char(';'), [](const BoardSlot &slot) {
        return QStringLiteral("%1.0x%2@%3").arg(slot.link.generation).arg(slot.link.lanes).arg(slot.position);
    });
}

Outcome Codec<std::vector<BoardSlot>>::decode(const Cell &cell, std::vector<BoardSlot> &value, double)
{
    static const QRegularExpression form(QStringLiteral("^([1-9])\\.0x(\\d{1,2})@(\\d{1,2})$"));
    value.clear();
    for (const QString &entry : codec::textIn(cell).split(QLatin1Char(';'))) {
        const QRegularExpressionMatch match = form.match(entry);
        if (!match.hasMatch())
            return notLike(codec::textIn(cell), "5.0x16@1;5.0x8@4");
        value.push_back({{match.captured(1).toInt(), match.captured(2).toInt()}, match.captured(3).toInt()});
    }
    return done();
}

Cell Codec<std::vector<EfficiencyPoint>>::encode(const std::vector<EfficiencyPoint> &value, double)
{
    return joined(value, QLatin1Char(';'), [](const EfficiencyPoint &point) {
        return number(point.load) + QLatin1Char(':') + number(point.efficiency);
    });
}

Outcome Codec<std::vector<EfficiencyPoint>>::decode(const Cell &cell, std::vector<EfficiencyPoint> &value, double)
{
    value.clear();
    for (const QString &entry : codec::textIn(cell).split(QLatin1Char(';'))) {
        const QStringList pair = entry.split(QLatin1Char(':'));
        bool loadOk = false;
        bool efficiencyOk = false;
        const double load = pair.value(0).toDouble(&loadOk);
        const double efficiency = pair.value(1).toDouble(&efficiencyOk);
        const bool rising = value.empty() || load > value.back().load;
        if (pair.size() != 2 || !loadOk || !efficiencyOk || !rising)
            return notLike(codec::textIn(cell), "0.2:0.87;0.5:0.9;1:0.87");
        if (!(load > 0 && load <= 1 && efficiency > 0 && efficiency < 1))
            return codec::invalid(entry, {});
        value.push_back({load, efficiency});
    }
    return done();
}

Cell Codec<QHash<QString, Bytes>>::encode(const QHash<QString, Bytes> &value, double)
{
    QStringList keys = value.keys();
    keys.sort();
    return joined(keys, QLatin1Char(';'), [&value](const QString &key) {
        return key + QLatin1Char(':') + QString::number(value.value(key).base());
    });
}

Outcome Codec<QHash<QString, Bytes>>::decode(const Cell &cell, QHash<QString, Bytes> &value, double)
{
    value.clear();
    for (const QString &entry : codec::textIn(cell).split(QLatin1Char(';'))) {
        const QStringList pair = entry.split(QLatin1Char(':'));
        bool ok = false;
        const qint64 bytes = pair.value(1).toLongLong(&ok);
        if (pair.size() != 2 || pair[0].isEmpty() || !ok || bytes <= 0 || value.contains(pair[0]))
            return notLike(codec::textIn(cell), "q4_k_m:4920733696;q8_0:8540770304");
        value.insert(pair[0], Bytes(bytes));
    }
    return done();
}

} // namespace rigwright
