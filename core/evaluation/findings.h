// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/evaluation/evaluation.h"

/// The rules, one subject per file. Each reads the build and what was computed so far.
namespace rigwright::findings {

std::vector<Finding> physical(const Build &build, const Catalog &catalog, const Evaluation &so_far);
std::vector<Finding> logical(const Build &build, const Catalog &catalog, const Evaluation &so_far);
std::vector<Finding> electrical(const Build &build, const Catalog &catalog, const Evaluation &so_far, bool fixes);
std::vector<Finding> workload(const Build &build, const Catalog &catalog, const Evaluation &so_far, bool fixes);

} // namespace rigwright::findings
