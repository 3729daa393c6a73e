// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/interchange/json_writer.h"

#include <QLocale>

namespace rigwright {

namespace {

QByteArray quoted(const QString &value)
{
    QByteArray out;
    out.reserve(value.size() + 2);
    out += '"';
    for (const char byte : value.toUtf8()) {
        switch (byte) {
        case '"': out += "\\\""; break;
        case '\\': out += "\\\\"; break;
        case '\n': out += "\\n"; break;
        case '\r': out += "\\r"; break;
        case '\t': out += "\\t"; break;
        default:
            if (static_cast<unsigned char>(byte) < 0x20)
                out += "\\u" + QByteArray::number(int(byte), 16).rightJustified(4, '0');
            else
                out += byte;
        }
    }
    out += '"';
    return out;
}

} // namespace

void JsonWriter::text(const char *key, const QString &value)
{
    start(key);
    m_out += quoted(value);
}

void JsonWriter::number(const char *key, double value)
{
    start(key);
    m_out += QByteArray::number(value, 'g', QLocale::FloatingPointShortest);
}

void JsonWriter::integer(const char *key, qint64 value)
{
    start(key);
    m_out += QByteArray::number(value);
}

void JsonWriter::flag(const char *key, bool value)
{
    start(key);
    m_out += value ? "true" : "false";
}

void JsonWriter::open(const char *key, char bracket)
{
    start(key);
    m_out += bracket;
    ++m_depth;
    m_empty = true;
}

void JsonWriter::close(char bracket)
{
    --m_depth;
    if (!m_empty)
        lineBreak();
    m_out += bracket;
    m_empty = false;
}

void JsonWriter::start(const char *key)
{
    if (m_depth > 0) {
        if (!m_empty)
            m_out += ',';
        lineBreak();
    }
    m_empty = false;
    if (key) {
        m_out += '"';
        m_out += key;
        m_out += "\": ";
    }
}

void JsonWriter::lineBreak()
{
    m_out += '\n';
    m_out += QByteArray(2 * m_depth, ' ');
}

} // namespace rigwright
