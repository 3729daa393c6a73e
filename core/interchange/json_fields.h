// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/interchange/json_writer.h"
#include "core/units/quantity.h"
#include "core/units/result.h"

#include <QJsonArray>
#include <QJsonObject>

#include <optional>
#include <utility>
#include <vector>

/// One description of a structure serves writing and reading: a function template that names every
/// field to a visitor. The writer leaves out what is empty, false or unset; the reader leaves the
/// field as it is where the key is missing, and then checks it like a value that was there, so that
/// a range which excludes the default makes a key required.
namespace rigwright {

/// Text of a file ends up in labels and reports.
/// @return whether it has at most `most` characters and no control characters but line breaks and tabs
bool isPlainText(const QString &text, int most);

class FieldWriter
{
public:
    static constexpr bool kReading = false;
    explicit FieldWriter(JsonWriter &json) : m_json(json) {}

    void text(const char *key, const QString &value, int /*most*/, int /*least*/ = 0)
    {
        if (!value.isEmpty())
            m_json.text(key, value);
    }
    void integer(const char *key, int value, int /*low*/, int /*high*/) { m_json.integer(key, value); }
    void integer(const char *key, const std::optional<int> &value, int /*low*/, int /*high*/)
    {
        if (value)
            m_json.integer(key, *value);
    }
    void number(const char *key, double value, double /*low*/, double /*high*/) { m_json.number(key, value); }
    template <class Tag>
    void number(const char *key, Quantity<Tag, double> value, double /*low*/, double /*high*/)
    {
        m_json.number(key, value.base());
    }
    template <class Number>
    void number(const char *key, const std::optional<Number> &value, double low, double high)
    {
        if (value)
            number(key, *value, low, high);
    }
    /// Zero stands for "unset".
    void integerUnlessZero(const char *key, int value, int low, int high)
    {
        if (value != 0)
            integer(key, value, low, high);
    }
    void numberUnlessZero(const char *key, double value, double low, double high)
    {
        if (value != 0)
            number(key, value, low, high);
    }
    void flag(const char *key, bool value, bool byDefault = false)
    {
        if (value != byDefault)
            m_json.flag(key, value);
    }
    void flag(const char *key, std::optional<bool> value)
    {
        if (value)
            m_json.flag(key, *value);
    }
    template <class Value, std::size_t size>
    void choice(const char *key, Value value, const std::pair<Value, const char *> (&names)[size])
    {
        for (const auto &[one, name] : names)
            if (one == value)
                m_json.text(key, QLatin1String(name));
    }
    template <class Value, std::size_t size>
    void choice(const char *key, std::optional<Value> value, const std::pair<Value, const char *> (&names)[size])
    {
        if (value)
            choice(key, *value, names);
    }
    template <class Row, class Fields>
    void object(const char *key, const Row &row, Fields fields)
    {
        m_json.beginObject(key);
        fields(*this, row);
        m_json.endObject();
    }
    template <class Row, class Fields>
    void list(const char *key, const std::vector<Row> &rows, int /*most*/, Fields fields)
    {
        if (rows.empty())
            return;
        m_json.beginArray(key);
        for (const Row &row : rows) {
            m_json.beginObject();
            fields(*this, row);
            m_json.endObject();
        }
        m_json.endArray();
    }
    /// Numbers of items, as an array of integers. @param number gives the integer of an entry
    template <class Row, class Number>
    void integers(const char *key, const std::vector<Row> &rows, int /*most*/, int /*low*/, int /*high*/, Number number)
    {
        if (rows.empty())
            return;
        m_json.beginArray(key);
        for (const Row &row : rows)
            m_json.integer(nullptr, number(row));
        m_json.endArray();
    }
    void numbers(const char *key, const std::vector<double> &values, int /*most*/, double /*low*/, double /*high*/)
    {
        if (values.empty())
            return;
        m_json.beginArray(key);
        for (const double value : values)
            m_json.number(nullptr, value);
        m_json.endArray();
    }

private:
    JsonWriter &m_json;
};

class FieldReader
{
public:
    static constexpr bool kReading = true;
    FieldReader(const QJsonObject &object, QString path, std::optional<Error> &error)
        : m_object(object), m_path(std::move(path)), m_error(error)
    {}

    void text(const char *key, QString &value, int most, int least = 0);
    void integer(const char *key, int &value, int low, int high);
    void integer(const char *key, std::optional<int> &value, int low, int high);
    void number(const char *key, double &value, double low, double high);
    template <class Tag>
    void number(const char *key, Quantity<Tag, double> &value, double low, double high)
    {
        double base = value.base();
        number(key, base, low, high);
        value = Quantity<Tag, double>(base);
    }
    template <class Number>
    void number(const char *key, std::optional<Number> &value, double low, double high)
    {
        if (m_object.contains(QLatin1String(key)))
            number(key, value.emplace(), low, high);
    }
    /// Zero or a value of the range.
    void integerUnlessZero(const char *key, int &value, int low, int high)
    {
        if (!isZero(key))
            integer(key, value, low, high);
    }
    void numberUnlessZero(const char *key, double &value, double low, double high)
    {
        if (!isZero(key))
            number(key, value, low, high);
    }
    void flag(const char *key, bool &value, bool byDefault = false);
    void flag(const char *key, std::optional<bool> &value)
    {
        if (m_object.contains(QLatin1String(key)))
            flag(key, value.emplace());
    }
    template <class Value, std::size_t size>
    void choice(const char *key, Value &value, const std::pair<Value, const char *> (&names)[size])
    {
        const QString found = word(key);
        QStringList allowed;
        for (const auto &[one, name] : names) {
            if (found == QLatin1String(name)) {
                value = one;
                return;
            }
            allowed.append(QLatin1String(name));
        }
        failChoice(key, found, allowed);
    }
    template <class Value, std::size_t size>
    void choice(const char *key, std::optional<Value> &value, const std::pair<Value, const char *> (&names)[size])
    {
        if (m_object.contains(QLatin1String(key)))
            choice(key, value.emplace(), names);
    }
    template <class Row, class Fields>
    void object(const char *key, Row &row, Fields fields)
    {
        const std::optional<QJsonObject> inner = objectAt(key);
        if (!inner)
            return;
        FieldReader reader(*inner, pathOf(key), m_error);
        fields(reader, row);
    }
    template <class Row, class Fields>
    void list(const char *key, std::vector<Row> &rows, int most, Fields fields)
    {
        const QJsonArray entries = arrayAt(key, most);
        for (int i = 0; i < int(entries.size()) && !m_error; ++i) {
            const QString path = entryPath(key, i);
            if (!entries[i].isObject()) {
                fail(path, notAn(Kind::Object));
                return;
            }
            const QJsonObject entry = entries[i].toObject();
            FieldReader reader(entry, path, m_error);
            fields(reader, rows.emplace_back());
        }
    }
    template <class Row, class Number>
    void integers(const char *key, std::vector<Row> &rows, int most, int low, int high, Number number)
    {
        const QJsonArray entries = arrayAt(key, most);
        for (int i = 0; i < int(entries.size()) && !m_error; ++i)
            number(rows.emplace_back()) = int(checked(entries[i], entryPath(key, i), low, high, true));
    }
    void numbers(const char *key, std::vector<double> &values, int most, double low, double high);

    /// Says what is wrong with a field of this object; the first one stands.
    void reject(const char *key, const QString &reason) { fail(pathOf(key), reason); }
    bool failed() const { return m_error.has_value(); }

private:
    enum class Kind { Text, Number, Integer, Flag, Object, Array };
    static QString notAn(Kind kind);
    QString pathOf(const char *key) const;
    QString entryPath(const char *key, int index) const;
    QString word(const char *key);
    /// @return whether the field is missing or zero
    bool isZero(const char *key) const;
    std::optional<QJsonObject> objectAt(const char *key);
    QJsonArray arrayAt(const char *key, int most);
    double checked(const QJsonValue &value, const QString &path, double low, double high, bool whole);
    void fail(const QString &path, const QString &reason);
    void failChoice(const char *key, const QString &name, const QStringList &allowed);

    const QJsonObject &m_object;
    QString m_path;
    std::optional<Error> &m_error;
};

} // namespace rigwright
