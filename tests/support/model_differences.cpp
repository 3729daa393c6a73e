// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/model_differences.h"

#include "core/catalog/fields.h"

#include <QSet>

namespace rigwright::test {

QStringList figureDifferences(const LlmModel &is, const LlmModel &expected)
{
    static const QSet<QByteArray> others{"id",           "name",       "aliases",      "family",     "repository",
                                         "kind",         "license",    "release_date", "source",     "checked",
                                         "notes",        "confidence", "native_dtype", "gguf_bytes", "vision_params",
                                         "params_total", "released",   "architecture"};
    QStringList texts;
    for (const Field<LlmModel> &field : fields<LlmModel>()) {
        const QString mine = cellText(field.get(is));
        const QString theirs = cellText(field.get(expected));
        if (!others.contains(field.name) && mine != theirs)
            texts << QStringLiteral("%1: %2 instead of %3").arg(QLatin1String(field.name), mine, theirs);
    }
    const qint64 text = is.totalParameters - is.visionParameters;
    const qint64 expectedText = expected.totalParameters - expected.visionParameters;
    if (text != expectedText)
        texts << QStringLiteral("params_total: %1 instead of %2").arg(text).arg(expectedText);
    return texts;
}

} // namespace rigwright::test
