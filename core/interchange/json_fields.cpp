// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/interchange/json_fields.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace rigwright {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(RigFile)
};

/// A file's own words in a message: short, in quotes.
QString quotedShort(const QString &text)
{
    constexpr int kMost = 40;
    return u'"' + (text.size() > kMost ? text.left(kMost) + u'…' : text) + u'"';
}

} // namespace

bool isPlainText(const QString &text, int most)
{
    return text.size() <= most && text.isValidUtf16() && std::ranges::none_of(text, [](QChar c) {
               return c.category() == QChar::Other_Control && c != u'\n' && c != u'\t';
           });
}

void FieldReader::text(const char *key, QString &value, int most, int least)
{
    if (m_object.contains(QLatin1String(key)))
        value = word(key);
    if (value.size() > most)
        reject(key, Text::tr("is longer than %1 characters").arg(most));
    else if (value.size() < least)
        reject(key, Text::tr("is missing or empty"));
    else if (!isPlainText(value, most))
        reject(key, Text::tr("contains control characters or invalid Unicode"));
}

void FieldReader::integer(const char *key, int &value, int low, int high)
{
    const QJsonValue found = m_object.value(QLatin1String(key));
    value = int(checked(found.isUndefined() ? QJsonValue(value) : found, pathOf(key), low, high, true));
}

void FieldReader::integer(const char *key, std::optional<int> &value, int low, int high)
{
    if (m_object.contains(QLatin1String(key)))
        integer(key, value.emplace(), low, high);
}

void FieldReader::number(const char *key, double &value, double low, double high)
{
    const QJsonValue found = m_object.value(QLatin1String(key));
    value = checked(found.isUndefined() ? QJsonValue(value) : found, pathOf(key), low, high, false);
}

void FieldReader::numbers(const char *key, std::vector<double> &values, int most, double low, double high)
{
    const QJsonArray entries = arrayAt(key, most);
    for (int i = 0; i < int(entries.size()) && !m_error; ++i)
        values.push_back(checked(entries[i], entryPath(key, i), low, high, false));
}

void FieldReader::flag(const char *key, bool &value, bool /*byDefault*/)
{
    const QJsonValue found = m_object.value(QLatin1String(key));
    if (found.isUndefined())
        return;
    if (found.isBool())
        value = found.toBool();
    else
        reject(key, notAn(Kind::Flag));
}

QString FieldReader::notAn(Kind kind)
{
    switch (kind) {
    case Kind::Text: return Text::tr("must be a text");
    case Kind::Number: return Text::tr("must be a number");
    case Kind::Integer: return Text::tr("must be a whole number");
    case Kind::Flag: return Text::tr("must be true or false");
    case Kind::Object: return Text::tr("must be an object");
    case Kind::Array: return Text::tr("must be an array");
    }
    return {};
}

QString FieldReader::pathOf(const char *key) const
{
    return m_path.isEmpty() ? QString::fromLatin1(key) : m_path + u'.' + QLatin1String(key);
}

QString FieldReader::entryPath(const char *key, int index) const
{
    return pathOf(key) + u'[' + QString::number(index) + u']';
}

bool FieldReader::isZero(const char *key) const
{
    const QJsonValue found = m_object.value(QLatin1String(key));
    return found.isUndefined() || (found.isDouble() && found.toDouble() == 0);
}

QString FieldReader::word(const char *key)
{
    const QJsonValue found = m_object.value(QLatin1String(key));
    if (!found.isString() && !found.isUndefined())
        reject(key, notAn(Kind::Text));
    return found.toString();
}

std::optional<QJsonObject> FieldReader::objectAt(const char *key)
{
    const QJsonValue found = m_object.value(QLatin1String(key));
    if (found.isObject())
        return found.toObject();
    if (!found.isUndefined())
        reject(key, notAn(Kind::Object));
    return std::nullopt;
}

QJsonArray FieldReader::arrayAt(const char *key, int most)
{
    const QJsonValue found = m_object.value(QLatin1String(key));
    if (found.isUndefined())
        return {};
    if (!found.isArray()) {
        reject(key, notAn(Kind::Array));
        return {};
    }
    const QJsonArray entries = found.toArray();
    if (entries.size() <= most)
        return entries;
    reject(key, Text::tr("has %1 entries, more than the %2 allowed").arg(entries.size()).arg(most));
    return {};
}

double FieldReader::checked(const QJsonValue &value, const QString &path, double low, double high, bool whole)
{
    if (!value.isDouble()) {
        fail(path, notAn(whole ? Kind::Integer : Kind::Number));
        return low;
    }
    const double number = value.toDouble();
    if (!std::isfinite(number) || number < low || number > high) {
        fail(path, Text::tr("is %1, outside %2 to %3").arg(number).arg(low, 0, 'g', 12).arg(high, 0, 'g', 12));
        return low;
    }
    if (whole && number != std::floor(number)) {
        fail(path, notAn(Kind::Integer));
        return low;
    }
    return number;
}

void FieldReader::fail(const QString &path, const QString &reason)
{
    if (!m_error)
        m_error = Error{Error::Code::Invalid, Text::tr("%1 %2.").arg(path, reason)};
}

void FieldReader::failChoice(const char *key, const QString &name, const QStringList &allowed)
{
    if (m_error)
        return;
    reject(key, Text::tr("is %1; it can be %2").arg(quotedShort(name), allowed.join(QStringLiteral(", "))));
}

} // namespace rigwright
