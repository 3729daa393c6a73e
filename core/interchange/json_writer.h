// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace rigwright {

/// Writes JSON in the order of the calls (QJsonObject sorts its keys), indented by two spaces.
/// Numbers are the shortest text that reads back as the same value.
class JsonWriter
{
public:
    void beginObject(const char *key = nullptr) { open(key, '{'); }
    void endObject() { close('}'); }
    void beginArray(const char *key = nullptr) { open(key, '['); }
    void endArray() { close(']'); }

    // Inside an object with a key, inside an array without one.
    void text(const char *key, const QString &value);
    void number(const char *key, double value); ///< finite
    void integer(const char *key, qint64 value);
    void flag(const char *key, bool value);

    /// @return everything written, ending in a line break
    QByteArray finished() { return m_out + '\n'; }

private:
    void open(const char *key, char bracket);
    void close(char bracket);
    void start(const char *key);
    void lineBreak();

    QByteArray m_out;
    int m_depth = 0;
    bool m_empty = true; ///< nothing in the innermost object or array yet
};

} // namespace rigwright
