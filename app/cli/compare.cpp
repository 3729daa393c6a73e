// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/opened_build.h"
#include "app/cli/output.h"
#include "core/interchange/rig_file.h"
#include "core/report/comparison.h"
#include "core/report/evaluation_json.h"
#include "core/report/writers.h"
#include "ui/report/report_export.h"

#include <CLI/CLI.hpp>

#include <memory>

namespace rigwright::cli {

namespace {

struct CompareArguments
{
    std::string first;
    std::string second;
    bool json = false;
    bool letter = false;
    std::string pdf;
};

int compare(const CompareArguments &arguments)
{
    const Result<SharedCatalog> catalog = planningCatalog();
    if (!catalog)
        return fail(catalog.error().message);
    const Result<OpenedBuild> first = openBuild(QString::fromStdString(arguments.first), *catalog);
    if (!first)
        return fail(first.error().message);
    const Result<OpenedBuild> second = openBuild(QString::fromStdString(arguments.second), *catalog);
    if (!second)
        return fail(second.error().message);
    printNotes(*first);
    printNotes(*second);

    const Catalog both = withMissingRows(*first->catalog, *second->catalog);
    const Comparison comparison = compareBuilds(first->build, second->build, both);
    if (!arguments.pdf.empty()) {
        ui::ReportOptions options;
        options.date = QDate::currentDate();
        options.pageSize = arguments.letter ? QPageSize::Letter : QPageSize::A4;
        const Outcome written = ui::exportComparison(ui::ReportFormat::Pdf, QString::fromStdString(arguments.pdf),
                                                     comparison, both, options);
        return written ? Done : fail(written.error().message);
    }
    if (arguments.json)
        return print(toJsonText(comparisonJson(comparison, both)));
    return print(report::toText(comparisonReport(comparison, both, QDate::currentDate())));
}

} // namespace

void addCompare(CLI::App &program, Invocation &invocation)
{
    auto arguments = std::make_shared<CompareArguments>();
    CLI::App *command = program.add_subcommand("compare", "Put two builds side by side under the first one's workload");
    command->add_option("BUILD1", arguments->first, kBuildHelp)->required();
    command->add_option("BUILD2", arguments->second, "the build to compare it with")->required();
    CLI::Option *json = command->add_flag("--json", arguments->json, "Print JSON");
    command->add_option("--pdf", arguments->pdf, "Write a PDF")->type_name("FILE")->excludes(json);
    command->add_flag("--letter", arguments->letter, "Letter pages instead of A4");
    command->callback([arguments, &invocation] {
        invocation.paints = !arguments->pdf.empty();
        invocation.run = [arguments] { return compare(*arguments); };
    });
}

} // namespace rigwright::cli
