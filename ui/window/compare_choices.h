// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/compare/compare_window.h"
#include "ui/document/build_document.h"
#include "ui/window/services.h"

namespace rigwright::ui {

inline const QString kOpenBuildChoice = QStringLiteral("open");

/// @return what can be compared: the open build as it is now, the saved builds, the templates
std::vector<CompareChoice> compareChoices(const Services &services, const BuildDocument &document);

} // namespace rigwright::ui
