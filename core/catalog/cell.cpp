// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalog/cell.h"

#include <QCoreApplication>
#include <QLocale>

#include <cmath>

namespace rigwright {

namespace {
template <class... Functions>
struct Overloaded : Functions...
{
    using Functions::operator()...;
};
template <class... Functions>
Overloaded(Functions...) -> Overloaded<Functions...>;

Error notA(const QString &text, CellType type)
{
    switch (type) {
    case CellType::Integer:
        return {Error::Code::Invalid, QCoreApplication::translate("Catalog", "\"%1\" is not a whole number").arg(text)};
    case CellType::Real:
        return {Error::Code::Invalid, QCoreApplication::translate("Catalog", "\"%1\" is not a number").arg(text)};
    case CellType::Boolean:
        return {Error::Code::Invalid, QCoreApplication::translate("Catalog", "\"%1\" is not yes or no").arg(text)};
    case CellType::Text: break;
    }
    return {Error::Code::Invalid, QCoreApplication::translate("Catalog", "\"%1\" is not a text").arg(text)};
}

QString shownJson(const QJsonValue &json)
{
    return json.isArray()    ? QStringLiteral("[...]")
           : json.isObject() ? QStringLiteral("{...}")
                             : json.toVariant().toString();
}
} // namespace

QString cellText(const Cell &cell)
{
    return std::visit(Overloaded{
                          [](std::monostate) { return QString(); },
                          [](bool value) { return value ? QStringLiteral("yes") : QStringLiteral("no"); },
                          [](qint64 value) { return QString::number(value); },
                          [](double value) { return QString::number(value, 'g', QLocale::FloatingPointShortest); },
                          [](const QString &value) { return value; },
                      },
                      cell);
}

Result<Cell> cellFromText(const QString &text, CellType type)
{
    if (text.isEmpty())
        return Cell();
    bool ok = false;
    switch (type) {
    case CellType::Text: return Cell(text);
    case CellType::Integer: {
        const qint64 value = text.toLongLong(&ok);
        return ok ? Result<Cell>(Cell(value)) : notA(text, type);
    }
    case CellType::Real: {
        const double value = text.toDouble(&ok);
        return ok && std::isfinite(value) ? Result<Cell>(Cell(value)) : notA(text, type);
    }
    case CellType::Boolean:
        if (text == QLatin1String("yes") || text == QLatin1String("true"))
            return Cell(true);
        if (text == QLatin1String("no") || text == QLatin1String("false"))
            return Cell(false);
        return notA(text, type);
    }
    return notA(text, type);
}

QJsonValue cellJson(const Cell &cell)
{
    return std::visit(Overloaded{
                          [](std::monostate) { return QJsonValue(QJsonValue::Null); },
                          [](bool value) { return QJsonValue(value); },
                          [](qint64 value) { return QJsonValue(value); },
                          [](double value) { return QJsonValue(value); },
                          [](const QString &value) { return QJsonValue(value); },
                      },
                      cell);
}

Result<Cell> cellFromJson(const QJsonValue &json, CellType type)
{
    if (json.isNull() || json.isUndefined())
        return Cell();
    switch (type) {
    case CellType::Text:
        if (json.isString())
            return Cell(json.toString());
        break;
    case CellType::Integer: {
        constexpr double exact = 9007199254740992.0; // 2^53: whole numbers beyond it are not exact in JSON
        const double value = json.toDouble();
        if (json.isDouble() && value == std::floor(value) && std::abs(value) <= exact)
            return Cell(json.toInteger());
        break;
    }
    case CellType::Real:
        if (json.isDouble() && std::isfinite(json.toDouble()))
            return Cell(json.toDouble());
        break;
    case CellType::Boolean:
        if (json.isBool())
            return Cell(json.toBool());
        break;
    }
    return notA(shownJson(json), type);
}

} // namespace rigwright
