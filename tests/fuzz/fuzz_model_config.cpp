// SPDX-License-Identifier: GPL-3.0-or-later
// Whatever bytes come in: no crash, no overflow, an error that says something, and figures of a model that suit each
// other.
#include "core/interchange/model_config.h"
#include "core/interchange/model_import.h"

#include <QDate>

#include <cstdlib>

using namespace rigwright;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, std::size_t size)
{
    const QByteArray text(reinterpret_cast<const char *>(data), qsizetype(size));
    const Result<LlmModel> model = modelFromConfig(text, QStringLiteral("Input"));
    if (!model) {
        if (model.error().message.isEmpty())
            std::abort();
        return 0;
    }
    if (model->totalParameters <= 0 || model->layers <= 0 || model->activeParameters < 0
        || model->kvBytesPerTokenGlobalF16 < 0 || model->recurrentStateBytesF32 < 0)
        std::abort();
    Catalog catalog;
    planModelImport(*model, QStringLiteral("config.json"), catalog, QDate(2026, 11, 21));
    return 0;
}
