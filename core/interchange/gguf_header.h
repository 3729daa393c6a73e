// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/interchange/gguf_types.h"
#include "core/units/result.h"
#include "core/units/units.h"

#include <QByteArray>
#include <QHash>
#include <QStringList>

#include <array>
#include <optional>
#include <variant>
#include <vector>

class QIODevice;

/// The header of a model file of llama.cpp. Source: ggml, docs/gguf.md.
namespace rigwright {

/// An array of a header. Its numbers are held where there is one per layer at most; of tokens only the count is.
struct GgufArray
{
    qint64 count = 0;
    std::vector<qint64> numbers; ///< all or none
    friend bool operator==(const GgufArray &, const GgufArray &) = default;
};

/// Booleans are 0 or 1; text that is longer than a name (chat templates) is held as empty.
using GgufValue = std::variant<qint64, double, QString, GgufArray>;

struct GgufTensor
{
    QByteArray name;
    std::array<qint64, 4> sizes{1, 1, 1, 1}; ///< the first one runs fastest
    const GgufType *type = nullptr;          ///< never null in a header that was read
    qint64 elements = 0;
    Bytes bytes;
    friend bool operator==(const GgufTensor &, const GgufTensor &) = default;
};

struct GgufHeader
{
    quint32 version = 0;
    QHash<QByteArray, GgufValue> values;
    std::vector<GgufTensor> tensors;

    /// @return nothing where there is no such key or it holds something else
    std::optional<qint64> integer(const QByteArray &key) const;
    QString text(const QByteArray &key) const;
    const GgufArray *array(const QByteArray &key) const;
    const GgufTensor *tensor(const QByteArray &name) const;
};

/// What a header may hold at most; several times what is known of any model.
inline constexpr quint64 kGgufTensors = 32'768;
inline constexpr quint64 kGgufKeys = 4'096;
inline constexpr quint64 kGgufKeyBytes = 256;
inline constexpr quint64 kGgufTextBytes = 16 * 1024 * 1024;
inline constexpr quint64 kGgufArrayItems = 2 * 1024 * 1024; ///< of all arrays together
inline constexpr qint64 kGgufHeaderBytes = 64 * 1024 * 1024;

/// Reads the header and at most 64 KiB behind it: of a file of 400 GB some megabytes. No length in it is believed
/// before it was compared with a limit; what is long is passed over piece by piece and not held.
/// @return Corrupt, TooNew, Invalid (a file of another kind, a limit) or Io, in a sentence without the file's name
Result<GgufHeader> readGgufHeader(QIODevice &in);

/// @return the names of all parts of a model by the name of any ("m-00002-of-00005.gguf"); only that name where it is
///         no part; at most kGgufParts
QStringList ggufPartNames(const QString &fileName);
inline constexpr int kGgufParts = 1'000;

/// Puts the parts of a split model together, in their order: keys of the first one, tensors of all.
/// @return Invalid where they are not the parts of one model, or not all of them
Result<GgufHeader> joinedGgufHeader(std::vector<GgufHeader> parts);

} // namespace rigwright
