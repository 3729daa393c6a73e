// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/evaluation/evaluation.h"

/// A build with a catalogue and an evaluation made by hand, so that every expected figure is in
/// sight of the test.
namespace rigwright::sample {

Catalog catalog();
/// Two RTX 3090 in a tower, one deployment, one finding of each severity.
Build build();
Evaluation evaluation();

/// A text that would be markup, a formula, a new row or a terminal command where it is not escaped.
QString hostileText();

} // namespace rigwright::sample
