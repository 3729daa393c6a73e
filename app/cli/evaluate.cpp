// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/opened_build.h"
#include "app/cli/output.h"
#include "core/report/document.h"
#include "core/report/evaluation_json.h"
#include "core/report/writers.h"

#include <CLI/CLI.hpp>

#include <memory>

namespace rigwright::cli {

namespace {

struct EvaluateArguments
{
    std::string build;
    bool json = false;
    bool traces = false;
    bool check = false;
};

int evaluateBuild(const EvaluateArguments &arguments)
{
    const Result<OpenedBuild> opened = openBuild(QString::fromStdString(arguments.build));
    if (!opened)
        return fail(opened.error().message);
    printNotes(*opened);
    const Evaluation evaluation = evaluate(opened->build, *opened->catalog);
    const int printed =
        arguments.json
            ? print(toJsonText(evaluationJson(opened->build, *opened->catalog, evaluation, {arguments.traces})))
            : print(
                report::toText(report::buildReport(opened->build, *opened->catalog, evaluation, QDate::currentDate())));
    if (printed != Done)
        return printed;
    return arguments.check && evaluation.hasErrors() ? FoundErrors : Done;
}

} // namespace

void addEvaluate(CLI::App &program, Invocation &invocation)
{
    auto arguments = std::make_shared<EvaluateArguments>();
    CLI::App *command = program.add_subcommand("evaluate", "Show what a build does: fit, speed, power, heat, cost");
    command->add_option("BUILD", arguments->build, kBuildHelp)->required();
    command->add_flag("--json", arguments->json, "Print JSON");
    command->add_flag("--traces", arguments->traces, "With --json: add the formula and sources of every figure");
    command->add_flag("--check", arguments->check, "Exit with 3 where a finding is an error");
    command->callback([arguments, &invocation] { invocation.run = [arguments] { return evaluateBuild(*arguments); }; });
}

} // namespace rigwright::cli
