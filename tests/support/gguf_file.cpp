// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/gguf_file.h"

#include <QtEndian>

namespace rigwright::test {

namespace {

enum Kind : quint32 { U16 = 2, U32 = 4, I32 = 5, Text = 8, Array = 9 };

template <class T>
QByteArray little(T value)
{
    QByteArray bytes(sizeof(T), '\0');
    qToLittleEndian(value, bytes.data());
    return bytes;
}

} // namespace

QByteArray GgufFile::little32(quint32 value)
{
    return little(value);
}

QByteArray GgufFile::little64(quint64 value)
{
    return little(value);
}

QByteArray GgufFile::sized(const QByteArray &text)
{
    return little(quint64(text.size())) + text;
}

GgufFile &GgufFile::raw(const QByteArray &key, quint32 kind, const QByteArray &bytes)
{
    m_keys += sized(key) + little(kind) + bytes;
    ++m_keyCount;
    return *this;
}

GgufFile &GgufFile::text(const QByteArray &key, const QByteArray &value)
{
    return raw(key, Text, sized(value));
}

GgufFile &GgufFile::number(const QByteArray &key, quint32 value)
{
    return raw(key, U32, little(value));
}

GgufFile &GgufFile::shortNumber(const QByteArray &key, quint16 value)
{
    return raw(key, U16, little(value));
}

GgufFile &GgufFile::numbers(const QByteArray &key, const std::vector<qint32> &values)
{
    QByteArray bytes = little(quint32(I32)) + little(quint64(values.size()));
    for (const qint32 value : values)
        bytes += little(value);
    return raw(key, Array, bytes);
}

GgufFile &GgufFile::texts(const QByteArray &key, const std::vector<QByteArray> &values)
{
    QByteArray bytes = little(quint32(Text)) + little(quint64(values.size()));
    for (const QByteArray &value : values)
        bytes += sized(value);
    return raw(key, Array, bytes);
}

GgufFile &GgufFile::tensor(const QByteArray &name, const std::vector<quint64> &sizes, quint32 type, quint64 offset)
{
    m_tensors += sized(name) + little(quint32(sizes.size()));
    for (const quint64 size : sizes)
        m_tensors += little(size);
    m_tensors += little(type) + little(offset);
    ++m_tensorCount;
    return *this;
}

QByteArray GgufFile::bytes(quint32 version) const
{
    return "GGUF" + little(version) + little(m_tensorCount) + little(m_keyCount) + m_keys + m_tensors;
}

} // namespace rigwright::test
