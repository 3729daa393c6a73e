// SPDX-License-Identifier: GPL-3.0-or-later
// What the window costs: start and memory against a bare QMainWindow in the same run, an edit until
// everything is drawn again, a search keystroke, and the parts list as PDF.
#include "tests/benchmarks/budgets.h"

#include "core/build/edits.h"
#include "database/catalog_database.h"
#include "database/catalog_search.h"
#include "database/rig_files.h"
#include "database/user_database.h"
#include "resources/templates/build_templates.h"
#include "ui/report/report_export.h"
#include "ui/theme/theme.h"
#include "ui/window/main_window.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>

#include <benchmark/benchmark.h>

#include <algorithm>
#include <cstdio>

using namespace rigwright;

namespace {

/// The planner's window with the sample rig, on a user database of its own.
class Planner
{
public:
    Planner()
    {
        m_catalog = loadCatalog(shippedCatalogPath(), Verification::Later).value(); // as the program does
        m_store = std::make_unique<ui::CatalogStore>(m_catalog, nullptr);
        m_search = CatalogSearch::open(shippedCatalogPath()).value();
        m_builds = UserDatabase::open(m_folder.filePath(QStringLiteral("rigwright.sqlite")), m_catalog).value();
        m_window = std::make_unique<ui::MainWindow>(
            ui::Services{m_store.get(),
                         m_search.get(),
                         m_builds.get(),
                         {},
                         QLatin1String(kSampleTemplate),
                         [](const QString &id) { return loadTemplate(id); },
                         [](const QString &file) { return loadRigFile(file); },
                         [](const QString &file, const Build &build, const Catalog &rows) {
                             return saveRigFile(file, build, rows);
                         }});
        m_window->resize(1720, 1080);
        m_window->show();
        m_window->start();
        QCoreApplication::processEvents();
        m_window->grab(); // everything is drawn once
    }
    ui::MainWindow &window() { return *m_window; }
    const Catalog &catalog() const { return *m_catalog; }
    const CatalogSearch &search() const { return *m_search; }

private:
    QTemporaryDir m_folder;
    std::shared_ptr<const Catalog> m_catalog;
    std::unique_ptr<ui::CatalogStore> m_store;
    std::unique_ptr<CatalogSearch> m_search;
    std::unique_ptr<UserDatabase> m_builds;
    std::unique_ptr<ui::MainWindow> m_window;
};

std::unique_ptr<Planner> s_planner; // main() ends it before the application

Planner &planner()
{
    if (!s_planner)
        s_planner = std::make_unique<Planner>();
    return *s_planner;
}

double residentMiB()
{
    QFile status(QStringLiteral("/proc/self/status"));
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray &line : status.readAll().split('\n'))
        if (line.startsWith("VmRSS:"))
            return line.mid(6).trimmed().split(' ').first().toDouble() / 1024;
    return 0;
}

struct Start
{
    double seconds = 0;
    double residentMiB = 0;
};

/// Runs this program again as one of the two windows; the median of a few starts.
Start startOf(const QString &which)
{
    std::vector<Start> starts;
    for (int i = 0; i < 5; ++i) {
        QElapsedTimer timer;
        timer.start();
        QProcess child;
        child.start(QCoreApplication::applicationFilePath(), {which});
        child.waitForFinished(60000);
        starts.push_back({double(timer.nsecsElapsed()) * 1e-9, child.readAllStandardOutput().trimmed().toDouble()});
    }
    std::ranges::sort(starts, {}, &Start::seconds);
    return starts[starts.size() / 2];
}

int runAsBareWindow()
{
    QMainWindow window;
    window.resize(1720, 1080);
    window.show();
    QCoreApplication::processEvents();
    window.grab();
    std::printf("%f\n", residentMiB());
    return 0;
}

int runAsPlanner()
{
    planner();
    std::printf("%f\n", residentMiB());
    std::fflush(stdout);
    std::_Exit(0); // the start is measured, not the end
}

void startAgainstBareWindow(benchmark::State &state)
{
    for (auto _ : state) {
        const Start bare = startOf(QStringLiteral("--bare"));
        const Start ours = startOf(QStringLiteral("--planner"));
        state.counters["start_ratio"] = ours.seconds / bare.seconds;
        state.counters["memory_ratio"] = ours.residentMiB / bare.residentMiB;
    }
}
BENCHMARK(startAgainstBareWindow)->Iterations(1)->Unit(benchmark::kMillisecond);

/// A power limit changed, and every panel and chart painted again.
void editAndRedraw(benchmark::State &state)
{
    ui::BuildDocument *document = planner().window().document();
    const Item *card = document->build().ofKind(PartKind::Gpu).front();
    std::vector<double> milliseconds;
    int watts = 200;
    for (auto _ : state) {
        QElapsedTimer timer;
        timer.start();
        Item capped = *document->build().find(card->id);
        capped.powerLimit = Watts(double(200 + watts++ % 90));
        document->apply(QStringLiteral("Limit"), edits::updated(document->build(), capped), 7);
        QCoreApplication::processEvents();
        milliseconds.push_back(double(timer.nsecsElapsed()) * 1e-6);
        card = document->build().find(capped.id);
    }
    std::ranges::sort(milliseconds);
    state.counters["p99_ms"] = milliseconds[milliseconds.size() * 99 / 100];
}
BENCHMARK(editAndRedraw)->Iterations(200)->Unit(benchmark::kMillisecond);

void searchKeystroke(benchmark::State &state)
{
    const CatalogSearch &search = planner().search();
    const QString words[] = {QStringLiteral("r"),    QStringLiteral("rt"),       QStringLiteral("rtx 4"),
                             QStringLiteral("24gb"), QStringLiteral("llama 70"), QStringLiteral("nvlink")};
    std::vector<double> milliseconds;
    std::size_t at = 0;
    for (auto _ : state) {
        QElapsedTimer timer;
        timer.start();
        benchmark::DoNotOptimize(search.find(words[at++ % std::size(words)], std::nullopt));
        milliseconds.push_back(double(timer.nsecsElapsed()) * 1e-6);
    }
    std::ranges::sort(milliseconds);
    state.counters["p99_ms"] = milliseconds[milliseconds.size() * 99 / 100];
}
BENCHMARK(searchKeystroke)->Iterations(600)->Unit(benchmark::kMillisecond);

void partsListPdf(benchmark::State &state)
{
    const ui::BuildDocument *document = planner().window().document();
    QTemporaryDir folder;
    ui::ReportOptions options;
    options.date = QDate(2026, 11, 21);
    for (auto _ : state)
        if (!ui::exportReport(ui::ReportFormat::Pdf, folder.filePath(QStringLiteral("parts.pdf")), document->build(),
                              document->catalog(), document->evaluation(), options))
            state.SkipWithError("the PDF was not written");
}
BENCHMARK(partsListPdf)->Repetitions(5)->ReportAggregatesOnly()->Unit(benchmark::kMillisecond);

} // namespace

int main(int argc, char **argv)
{
    const QApplication application(argc, argv);
    ui::Theme::current().apply(ui::Theme::Mode::Dark);
    if (argc == 2 && qstrcmp(argv[1], "--bare") == 0)
        return runAsBareWindow();
    if (argc == 2 && qstrcmp(argv[1], "--planner") == 0)
        return runAsPlanner();
    const int result = benchmarks::runWithBudgets(argc, argv,
                                                  {
                                                      {"startAgainstBareWindow", "start_ratio", 10.0},
                                                      {"startAgainstBareWindow", "memory_ratio", 3.0},
                                                      {"editAndRedraw", "p99_ms", 16.0},
                                                      {"searchKeystroke", "p99_ms", 8.0},
                                                      {"partsListPdf", "", 300000.0},
                                                  });
    s_planner.reset();
    return result;
}
