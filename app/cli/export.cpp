// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/opened_build.h"
#include "app/cli/output.h"
#include "core/evaluation/evaluation.h"
#include "ui/report/report_export.h"

#include <CLI/CLI.hpp>

#include <array>
#include <memory>

namespace rigwright::cli {

namespace {

struct Target
{
    const char *flag;
    const char *help;
    ui::ReportFormat format;
};

constexpr std::array kTargets{
    Target{"--pdf", "The report as PDF", ui::ReportFormat::Pdf},
    Target{"--html", "The report as one HTML page", ui::ReportFormat::Html},
    Target{"--csv", "The parts list for a spreadsheet", ui::ReportFormat::Csv},
    Target{"--md", "The report as Markdown", ui::ReportFormat::Markdown},
    Target{"--json", "Everything that evaluate --json prints", ui::ReportFormat::Json},
};

struct ExportArguments
{
    std::string build;
    std::array<std::string, kTargets.size()> files;
    bool letter = false;
    bool any() const
    {
        return std::any_of(files.begin(), files.end(), [](const std::string &file) { return !file.empty(); });
    }
};

int exportBuild(const ExportArguments &arguments)
{
    const Result<OpenedBuild> opened = openBuild(QString::fromStdString(arguments.build));
    if (!opened)
        return fail(opened.error().message);
    printNotes(*opened);
    const Evaluation evaluation = evaluate(opened->build, *opened->catalog);
    ui::ReportOptions options;
    options.date = QDate::currentDate();
    options.pageSize = arguments.letter ? QPageSize::Letter : QPageSize::A4;
    for (std::size_t i = 0; i < kTargets.size(); ++i) {
        if (arguments.files[i].empty())
            continue;
        const Outcome written = ui::exportReport(kTargets[i].format, QString::fromStdString(arguments.files[i]),
                                                 opened->build, *opened->catalog, evaluation, options);
        if (!written)
            return fail(written.error().message);
    }
    return Done;
}

} // namespace

void addExport(CLI::App &program, Invocation &invocation)
{
    auto arguments = std::make_shared<ExportArguments>();
    CLI::App *command = program.add_subcommand("export", "Write a build's parts list and evaluation to files");
    command->add_option("BUILD", arguments->build, kBuildHelp)->required();
    for (std::size_t i = 0; i < kTargets.size(); ++i)
        command->add_option(kTargets[i].flag, arguments->files[i], kTargets[i].help)->type_name("FILE");
    command->add_flag("--letter", arguments->letter, "Letter pages instead of A4");
    command->callback([arguments, &invocation] {
        if (!arguments->any())
            throw CLI::RequiredError("one of --pdf, --html, --csv, --md, --json");
        invocation.paints = true;
        invocation.run = [arguments] { return exportBuild(*arguments); };
    });
}

} // namespace rigwright::cli
