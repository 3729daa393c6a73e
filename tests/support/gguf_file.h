// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <functional>
#include <vector>

namespace rigwright::test {

/// Writes headers of GGUF files, sound ones and others. Types are the numbers of the format.
class GgufFile
{
public:
    enum Type : quint32 { F32 = 0, F16 = 1, Q5_0 = 6, Q8_0 = 8, Q4_K = 12, Q6_K = 14, Mxfp4 = 39 };

    GgufFile &text(const QByteArray &key, const QByteArray &value);
    GgufFile &number(const QByteArray &key, quint32 value);
    GgufFile &shortNumber(const QByteArray &key, quint16 value);
    GgufFile &numbers(const QByteArray &key, const std::vector<qint32> &values);
    GgufFile &texts(const QByteArray &key, const std::vector<QByteArray> &values);
    /// Any value: kind and bytes as the file has them.
    GgufFile &raw(const QByteArray &key, quint32 kind, const QByteArray &bytes);
    GgufFile &tensor(const QByteArray &name, const std::vector<quint64> &sizes, quint32 type = F16, quint64 offset = 0);

    QByteArray bytes(quint32 version = 3) const;

    static QByteArray little32(quint32 value);
    static QByteArray little64(quint64 value);
    static QByteArray sized(const QByteArray &text); ///< with its length before it

private:
    QByteArray m_keys;
    QByteArray m_tensors;
    quint64 m_keyCount = 0;
    quint64 m_tensorCount = 0;
};

/// The type that a published file has for a tensor.
using TypeChoice = std::function<quint32(const QByteArray &name, int layer, const std::vector<quint64> &sizes)>;
/// As converted: vectors, routers and convolutions in F32, all else in F16.
quint32 f16Choice(const QByteArray &name, int layer, const std::vector<quint64> &sizes);

/// Headers of published models: the keys and tensors of the files that llama.cpp's converter makes.
GgufFile llama31With8B();     ///< Q4_K_M
GgufFile qwen3With30B();      ///< 30B-A3B, Q4_K_M
GgufFile gptOssWith20B();     ///< MXFP4
GgufFile deepSeekV2Lite();    ///< F16
GgufFile qwen3NextWith80B();  ///< F16
GgufFile gemma3With4B();      ///< F16
GgufFile graniteHybridTiny(); ///< F16

} // namespace rigwright::test
