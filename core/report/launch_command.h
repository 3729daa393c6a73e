// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/evaluation/evaluation.h"

#include <optional>

namespace rigwright {

/// How to start a deployment the way it was planned.
struct LaunchCommand
{
    QStringList
        lines;    ///< POSIX shell: commands, and files that they need as here-documents; text of the build is quoted
    QString note; ///< what the user has to provide, "" = nothing
    QString text() const { return lines.join(QLatin1Char('\n')); }
};

/// @return the command for the deployment's engine and placement, or nullopt where the engine has
///         no command line known here, the deployment's rows are unknown, or no plan exists
std::optional<LaunchCommand> launchCommand(const DeploymentResult &deployment, const Machine &machine,
                                           const Catalog &catalog);

/// @return `text` as one word of a POSIX shell: unchanged where it is plain, else in single quotes
QString shellQuoted(const QString &text);

} // namespace rigwright
