// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

namespace rigwright {

/// How a GGUF file stores the numbers of a tensor: blocks of so many numbers in so many bytes.
struct GgufType
{
    int number;          ///< in the file
    const char *name;    ///< "Q4_K"
    int block;           ///< numbers per block, along the first dimension
    int bytes;           ///< per block
    const char *quantId; ///< of the quantization whose main type this is; empty = none
};

/// @return nullptr for a type that is not known
const GgufType *ggufType(quint32 number);

/// @return the quantization that `general.file_type` names ("q4_k_m"); empty for a number that is not known
QString quantizationOfFileType(qint64 fileType);

/// @return the mix that only the name of a file tells ("ud-q4_k_xl", "q4_k_l"); empty where it tells none
QString quantizationOfFileName(const QString &fileName);

} // namespace rigwright
