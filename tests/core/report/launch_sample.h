// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/launch_command.h"

#include <QMetaType>

// A case names what it is about; everything else is as the structure has it.
#pragma GCC diagnostic ignored "-Wmissing-field-initializers"

namespace rigwright::sample {

/// A planned deployment; its devices are equal and are the items 1, 2, ... of the build.
struct LaunchCase
{
    QString model = QStringLiteral("llama-3.3-70b");
    QString quant = QStringLiteral("q4_k_m");
    QString engine = QStringLiteral("llama.cpp");
    int context = 32768;
    int requests = 1;
    QString kvType = QStringLiteral("f16");
    MemoryPlan plan;
    int devices = 2;
    QString vendor = QStringLiteral("NVIDIA");
    Parallelism parallelism;
    EngineSettings settings;
};

MemoryPlan plan(SplitMode split, std::vector<std::size_t> devices, std::vector<int> layers = {});

/// @return the command, or nothing; fails the running test where a shell does not parse it
std::optional<LaunchCommand> launched(const LaunchCase &given);
/// The same as text: its lines, or "none".
QString launchText(const LaunchCase &given);

} // namespace rigwright::sample

Q_DECLARE_METATYPE(rigwright::sample::LaunchCase)
