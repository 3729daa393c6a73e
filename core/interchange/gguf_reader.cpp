// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/interchange/gguf_reader.h"

#include <QIODevice>

#include <algorithm>
#include <cstring>

namespace rigwright {

void GgufReader::fail(Error::Code code, const QString &message)
{
    if (!m_error)
        m_error = Error{code, message};
}

QByteArray GgufReader::text(quint64 length)
{
    if (!ok())
        return {};
    QByteArray bytes(qsizetype(length), '\0');
    take(bytes.data(), qint64(length));
    return ok() ? bytes : QByteArray();
}

void GgufReader::skip(quint64 length)
{
    if (!spend(length))
        return;
    for (qint64 left = qint64(length); left > 0;) {
        if (m_at == m_end && !fill())
            return;
        const qint64 step = std::min(left, m_end - m_at);
        m_at += step;
        left -= step;
    }
}

void GgufReader::take(char *out, qint64 length)
{
    if (!spend(quint64(length)))
        return;
    while (length > 0) {
        if (m_at == m_end && !fill())
            return;
        const qint64 step = std::min(length, m_end - m_at);
        std::memcpy(out, m_buffer.data() + m_at, std::size_t(step));
        m_at += step;
        out += step;
        length -= step;
    }
}

bool GgufReader::fill()
{
    m_at = 0;
    m_end = std::max<qint64>(0, m_in.read(m_buffer.data(), qint64(m_buffer.size())));
    if (m_end > 0)
        return true;
    if (m_in.atEnd())
        fail(Error::Code::Corrupt, GgufText::tr("The file ends inside its header; it is cut off. Download it again."));
    else
        fail(Error::Code::Io, GgufText::tr("The file cannot be read: %1.").arg(m_in.errorString()));
    return false;
}

bool GgufReader::spend(quint64 length)
{
    if (length > quint64(m_limit))
        fail(Error::Code::Invalid, GgufText::tr("The header is larger than that of any model; the file is damaged."));
    else
        m_limit -= qint64(length);
    return ok();
}

} // namespace rigwright
