// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/build/build.h"
#include "core/units/result.h"

#include <vector>

namespace rigwright {

/// A build that comes with the program. Its parts are rows of the shipped catalogue.
struct BuildTemplate
{
    QString id;          ///< stable: "tinybox-green-v2"
    QString title;       ///< name of the build
    QString description; ///< one sentence
};

/// The build that the first start opens.
inline constexpr char kSampleTemplate[] = "tinybox-style-4x-r9700";

/// @return all templates, in the order of the menu
std::vector<BuildTemplate> buildTemplates();

/// @return the build, or NotFound with the ids there are
Result<Build> loadTemplate(const QString &id);

} // namespace rigwright
