// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>

namespace CLI {
class App;
}

/// The command line. Each command has a file of its own, adds its options to the parser, and says
/// what is to be done once they are parsed.
namespace rigwright::cli {

/// Exit codes, a promise to scripts.
enum ExitCode { Done = 0, Failed = 1, WrongUsage = 2, FoundErrors = 3 };

/// What the arguments ask for.
struct Invocation
{
    std::function<int()> run; ///< empty = no command, the window is meant. @return an ExitCode
    bool paints = false;      ///< needs fonts: a QGuiApplication, but no display
};

void addEvaluate(CLI::App &program, Invocation &invocation);
void addPredict(CLI::App &program, Invocation &invocation);
void addCompare(CLI::App &program, Invocation &invocation);
void addExport(CLI::App &program, Invocation &invocation);
void addCatalog(CLI::App &program, Invocation &invocation);
void addTemplates(CLI::App &program, Invocation &invocation);

} // namespace rigwright::cli
