// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/evaluation/finding.h"

#include <QCoreApplication>

namespace rigwright::findings {

inline QString tr(const char *source)
{
    return QCoreApplication::translate("Findings", source);
}

inline Finding finding(const char *id, Severity severity, const QString &subject, const QString &text,
                       std::vector<ItemId> items = {}, std::optional<Fix> fix = std::nullopt)
{
    Finding f;
    f.id = QString::fromLatin1(id);
    f.severity = severity;
    f.subject = subject;
    f.text = text;
    f.items = std::move(items);
    f.fix = std::move(fix);
    return f;
}

} // namespace rigwright::findings
