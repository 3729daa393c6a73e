// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/interchange/json_text.h"

#include <QCoreApplication>
#include <QJsonDocument>

#include <algorithm>
#include <optional>

namespace rigwright {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(RigFile)
};

/// No structure of ours is nested deeper than a third of this; the parser recurses.
constexpr int kDeepest = 32;

/// @return the byte at which brackets outside of strings nest too deeply, if they do
std::optional<qsizetype> tooDeepAt(const QByteArray &text)
{
    int depth = 0;
    bool inString = false;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (inString) {
            if (c == '\\')
                ++i;
            else if (c == '"')
                inString = false;
        } else if (c == '"') {
            inString = true;
        } else if (c == '{' || c == '[') {
            if (++depth > kDeepest)
                return i;
        } else if (c == '}' || c == ']') {
            --depth;
        }
    }
    return std::nullopt;
}

} // namespace

Result<QJsonObject> jsonObject(const QByteArray &text, qint64 maximumBytes)
{
    if (text.size() > maximumBytes)
        return Error{Error::Code::Invalid,
                     Text::tr("The file is larger than %1 MiB; no build is.").arg(maximumBytes / (1024 * 1024))};
    if (text.trimmed().isEmpty())
        return Error{Error::Code::Corrupt, Text::tr("The file is empty.")};
    if (const std::optional<qsizetype> offset = tooDeepAt(text))
        return Error{Error::Code::Invalid, Text::tr("The file is nested too deeply at byte %1.").arg(*offset)};

    QJsonParseError problem;
    const QJsonDocument document = QJsonDocument::fromJson(text, &problem);
    if (problem.error != QJsonParseError::NoError)
        return Error{Error::Code::Corrupt, Text::tr("The file is damaged or cut off at byte %1: %2.")
                                               .arg(std::min<qsizetype>(problem.offset, text.size()))
                                               .arg(problem.errorString())};
    if (!document.isObject())
        return Error{Error::Code::Invalid, Text::tr("This is not a Rigwright build: the document is not an object.")};
    return document.object();
}

} // namespace rigwright
