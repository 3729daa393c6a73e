// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/interchange/gguf_header.h"

namespace rigwright {

/// The figures of a header that stand under its architecture ("llama.block_count").
/// Source: llama.cpp, src/llama-arch.cpp (LLM_KV_NAMES). The first key that is needed and not there, or that is out
/// of range, is kept; what is read after it is of no use.
class GgufKeys
{
public:
    GgufKeys(const GgufHeader &header, const QString &architecture);

    /// @return a figure within 1 and `most`; 0 after a failure
    int required(const char *key, int most);
    /// @return 0 where it is not there
    int optional(const char *key, int most);
    /// The same for a figure that may be stated for each layer. @return one for each layer; empty where it is not there
    std::vector<int> perLayer(const char *key, int layers, int most);
    bool contains(const char *key) const;

    bool ok() const { return m_problem.isEmpty(); }
    const QString &problem() const { return m_problem; }
    /// Says that a figure cannot be had because this key is missing.
    void missing(const char *key);

private:
    QByteArray fullName(const char *key) const { return m_prefix + key; }
    int checked(const char *key, qint64 value, int most);

    const GgufHeader &m_header;
    QByteArray m_prefix;
    QString m_problem;
};

} // namespace rigwright
