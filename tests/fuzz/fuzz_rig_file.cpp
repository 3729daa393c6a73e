// SPDX-License-Identifier: GPL-3.0-or-later
// Whatever bytes come in: no crash, no endless loop, and what was read can be written, read again
// and evaluated.
#include "core/evaluation/evaluation.h"
#include "core/interchange/rig_file.h"

#include <cstdlib>

using namespace rigwright;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, std::size_t size)
{
    const QByteArray text = QByteArray::fromRawData(reinterpret_cast<const char *>(data), qsizetype(size));
    const Result<RigFile> file = fromRigJson(text);
    if (!file) {
        if (file.error().message.isEmpty())
            std::abort();
        return 0;
    }
    const QByteArray written = toRigJson(file->build, file->embedded);
    const Result<RigFile> again = fromRigJson(written);
    if (!again || again->build != file->build || toRigJson(again->build, again->embedded) != written)
        std::abort();
    evaluate(file->build, file->embedded);
    return 0;
}
