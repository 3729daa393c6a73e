// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/units/result.h"

#include <QByteArray>
#include <QCoreApplication>
#include <QtEndian>

#include <array>
#include <optional>

class QIODevice;

namespace rigwright {

struct GgufText
{
    Q_DECLARE_TR_FUNCTIONS(Gguf)
};

/// Takes little-endian numbers and short texts from a device, piece by piece and never more than `limit` bytes.
/// After a failure it gives zeros, and takes nothing any more.
class GgufReader
{
public:
    GgufReader(QIODevice &in, qint64 limit) : m_in(in), m_limit(limit) {}

    template <class T>
    T number()
    {
        std::array<char, sizeof(T)> bytes{};
        take(bytes.data(), sizeof(T));
        return ok() ? qFromLittleEndian<T>(bytes.data()) : T{};
    }
    /// @param length  already compared with a limit that fits into memory
    QByteArray text(quint64 length);
    void skip(quint64 length);

    bool ok() const { return !m_error; }
    const std::optional<Error> &error() const { return m_error; }
    /// The first failure stays.
    void fail(Error::Code code, const QString &message);

private:
    void take(char *out, qint64 length);
    bool fill();
    bool spend(quint64 length);

    QIODevice &m_in;
    qint64 m_limit;
    std::array<char, 65536> m_buffer{};
    qint64 m_at = 0;
    qint64 m_end = 0;
    std::optional<Error> m_error;
};

} // namespace rigwright
