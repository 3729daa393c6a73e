// SPDX-License-Identifier: GPL-3.0-or-later
// What the size of the catalogue costs: opening and searching 1,000, 10,000 and 100,000 parts, each beside the same
// statements through SQLite's C interface in the same loop, and a key typed into the panel.
#include "tests/benchmarks/budgets.h"

#include "core/catalog/search_facts.h"
#include "core/catalog/typed_query.h"
#include "database/catalog_database.h"
#include "database/catalog_search.h"
#include "database/compiler/catalog_writer.h"
#include "tests/support/generated_catalog.h"
#include "tests/support/test_catalog.h"
#include "ui/catalog/catalog_panel.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QLineEdit>
#include <QTemporaryDir>

#include <benchmark/benchmark.h>
#include <sqlite3.h>

#include <algorithm>
#include <map>

using namespace rigwright;

namespace {

QString catalogOf(int parts)
{
    static const QTemporaryDir folder;
    static std::map<int, QString> made;
    QString &path = made[parts];
    if (path.isEmpty()) {
        path = folder.filePath(QStringLiteral("%1.sqlite").arg(parts));
        if (!writeCatalog(path, test::generatedCatalog(test::testCatalog(), parts), "0"))
            qFatal("the catalogue of %d parts was not written", parts);
    }
    return path;
}

double elapsed(const QElapsedTimer &timer)
{
    return double(timer.nsecsElapsed()) * 1e-6;
}

double p99(std::vector<double> milliseconds)
{
    std::ranges::sort(milliseconds);
    return milliseconds[milliseconds.size() * 99 / 100];
}

/// SQLite's C interface and nothing else.
class Plain
{
public:
    explicit Plain(const QString &path)
    {
        sqlite3_open_v2(path.toUtf8().constData(), &m_database, SQLITE_OPEN_READONLY | SQLITE_OPEN_NOMUTEX, nullptr);
    }
    ~Plain() { sqlite3_close_v2(m_database); }
    Plain(const Plain &) = delete;
    Plain &operator=(const Plain &) = delete;

    /// Steps through a statement and looks at every column.
    std::vector<sqlite3_int64> run(const QByteArray &sql, const QByteArray &text = {}, sqlite3_int64 first = 0,
                                   sqlite3_int64 last = 0) const
    {
        sqlite3_stmt *statement = nullptr;
        sqlite3_prepare_v2(m_database, sql.constData(), -1, &statement, nullptr);
        if (!text.isEmpty()) {
            sqlite3_bind_text(statement, 1, text.constData(), int(text.size()), SQLITE_STATIC);
            sqlite3_bind_int64(statement, 2, first);
            sqlite3_bind_int64(statement, 3, last);
        }
        std::vector<sqlite3_int64> firstColumn;
        const int columns = sqlite3_column_count(statement);
        while (sqlite3_step(statement) == SQLITE_ROW) {
            firstColumn.push_back(sqlite3_column_int64(statement, 0));
            for (int column = 1; column < columns; ++column)
                switch (sqlite3_column_type(statement, column)) {
                case SQLITE_TEXT: benchmark::DoNotOptimize(sqlite3_column_text(statement, column)); break;
                case SQLITE_FLOAT: benchmark::DoNotOptimize(sqlite3_column_double(statement, column)); break;
                default: benchmark::DoNotOptimize(sqlite3_column_int64(statement, column)); break;
                }
        }
        sqlite3_finalize(statement);
        return firstColumn;
    }
    sqlite3_int64 number(const QByteArray &sql) const
    {
        const auto rows = run(sql);
        return rows.empty() ? 0 : rows.front();
    }

private:
    sqlite3 *m_database = nullptr;
};

/// The catalogue and its search opened, against the same rows read through the C interface.
void open(benchmark::State &state)
{
    const QString path = catalogOf(int(state.range(0)));
    double ours = 0;
    double plain = 0;
    for (auto _ : state) {
        QElapsedTimer timer;
        timer.start();
        const auto catalog = loadCatalog(path, Verification::Later);
        const auto search = CatalogSearch::open(path);
        if (!catalog || !search)
            state.SkipWithError("the catalogue was not opened");
        ours += elapsed(timer);

        timer.start();
        const Plain database(path);
        for (const char *table : {"gpus", "unified_systems", "prebuilts", "cpus", "motherboards", "power_supplies",
                                  "enclosures", "memory_kits", "drives", "nvlink_bridges", "fans", "extras", "models",
                                  "quantizations", "claims", "measurements"}) {
            const QByteArray name = table;
            if (name == "measurements" || database.number("SELECT count(*) FROM " + name) <= 4000)
                benchmark::DoNotOptimize(database.run("SELECT * FROM " + name + " ORDER BY rowid"));
        }
        benchmark::DoNotOptimize(database.run("SELECT * FROM search_facts ORDER BY rowid"));
        plain += elapsed(timer);
    }
    state.counters["open_ms"] = ours / double(state.iterations());
    state.counters["ratio"] = ours / plain;
}

struct Key
{
    const char *text;
    CatalogSection section;
};

/// What is typed: names letter by letter, figures, comparisons; in their section.
constexpr Key kKeys[] = {
    {"r", CatalogSection::Gpus},           {"rt", CatalogSection::Gpus},
    {"rtx", CatalogSection::Gpus},         {"rtx 3", CatalogSection::Gpus},
    {"rtx 3090", CatalogSection::Gpus},    {"4090 gaming", CatalogSection::Gpus},
    {"24gb", CatalogSection::Gpus},        {"gddr7 <300w", CatalogSection::Gpus},
    {"<300w", CatalogSection::Gpus},       {">=900gb/s $<1000", CatalogSection::Gpus},
    {"2 slot nv", CatalogSection::Gpus},   {"pro 6000", CatalogSection::Gpus},
    {"llama 70b", CatalogSection::Models}, {"1600w tit", CatalogSection::PowerSupplies},
    {"ddr5", CatalogSection::Memory},      {"", CatalogSection::Gpus},
};
constexpr std::size_t kPage = 60;    // rows of the first page
constexpr std::size_t kRanked = 400; // matches whose names are compared

void search(benchmark::State &state)
{
    const QString path = catalogOf(int(state.range(0)));
    const auto opened = CatalogSearch::open(path);
    const CatalogSearch &search = **opened;
    const Plain database(path);
    std::vector<double> milliseconds;
    double ours = 0;
    double plain = 0;
    std::size_t at = 0;
    SearchFilter large;
    large.ranges = {{Figure::Memory, 24}};
    SearchFilter nvidia;
    nvidia.traits = quint32(Trait::Nvidia);
    for (auto _ : state) {
        const Key &key = kKeys[at++ % std::size(kKeys)];
        const QString text = QString::fromUtf8(key.text);
        QElapsedTimer timer;
        timer.start();
        SearchRequest request{text, {key.section}, {}, {large, nvidia}, std::nullopt};
        if (text.isEmpty())
            request.order = SearchOrder{Figure::Price, Figure::Bandwidth, false, std::nullopt};
        const SearchAnswer answer = search.search(request);
        for (std::size_t i = 0; i < std::min(kPage, answer.rows.size()); ++i)
            benchmark::DoNotOptimize(search.hit(answer.rows[i]));
        milliseconds.push_back(elapsed(timer));

        const TypedQuery typed = typedQuery(text);
        if (typed.words.isEmpty())
            continue; // answered without SQLite: nothing to compare
        ours += milliseconds.back();
        QByteArrayList words;
        for (const QString &word : typed.words)
            words << '"' + word.toUtf8() + "\"*";
        const QByteArray match = words.join(" AND ");
        const QByteArray section = QByteArray::number(int(key.section));
        timer.start();
        const auto first = database.number("SELECT min(rowid) FROM search_facts WHERE section = " + section);
        const auto last = database.number("SELECT max(rowid) FROM search_facts WHERE section = " + section);
        const double bounds = elapsed(timer); // the program holds them
        const auto found =
            database.run("SELECT rowid FROM search WHERE search MATCH ? AND rowid BETWEEN ? AND ? ORDER BY rowid",
                         match, first, last);
        const QByteArray rows = "SELECT rowid, name FROM search_facts WHERE rowid IN (";
        const auto some = [&found](std::size_t most) {
            QByteArrayList ids;
            for (std::size_t i = 0; i < std::min(most, found.size()); ++i)
                ids << QByteArray::number(qlonglong(found[i]));
            return ids.join(',');
        };
        if (found.size() <= kRanked)
            benchmark::DoNotOptimize(database.run(rows + some(kRanked) + ')'));
        benchmark::DoNotOptimize(
            database.run("SELECT rowid, id FROM search_facts WHERE rowid IN (" + some(kPage) + ')'));
        plain += elapsed(timer) - bounds;
    }
    state.counters["p99_ms"] = p99(milliseconds);
    state.counters["ratio"] = ours / plain;
}

/// A key typed into the catalogue panel until the list is drawn again.
void type(benchmark::State &state)
{
    const QString path = catalogOf(int(state.range(0)));
    const auto catalog = loadCatalog(path, Verification::Later).value();
    const auto search = CatalogSearch::open(path).value();
    ui::BuildDocument document(catalog);
    ui::CatalogPanel panel(&document, search.get(), nullptr);
    panel.resize(300, 900);
    panel.show();
    QCoreApplication::processEvents();
    auto *field = panel.findChild<QLineEdit *>(QStringLiteral("catalogSearch"));
    std::vector<double> milliseconds;
    std::pair<double, std::string> slowest;
    std::size_t at = 0;
    for (auto _ : state) {
        QElapsedTimer timer;
        timer.start();
        const char *text = kKeys[at++ % std::size(kKeys)].text;
        field->setText(QString::fromUtf8(text));
        QCoreApplication::processEvents();
        milliseconds.push_back(elapsed(timer));
        if (milliseconds.back() > slowest.first)
            slowest = {milliseconds.back(), text};
    }
    state.counters["p99_ms"] = p99(milliseconds);
    state.SetLabel("slowest: \"" + slowest.second + '"');
}

} // namespace

int main(int argc, char **argv)
{
    const QApplication application(argc, argv);
    ui::Theme::current().apply(ui::Theme::Mode::Dark);
    using benchmark::RegisterBenchmark;
    for (const int parts : {1000, 10'000, 100'000}) {
        const std::string size = std::to_string(parts);
        RegisterBenchmark(("open/" + size).c_str(), open)->Arg(parts)->Iterations(5)->Unit(benchmark::kMillisecond);
        RegisterBenchmark(("search/" + size).c_str(), search)
            ->Arg(parts)
            ->Iterations(480)
            ->Unit(benchmark::kMillisecond);
        RegisterBenchmark(("type/" + size).c_str(), type)->Arg(parts)->Iterations(480)->Unit(benchmark::kMillisecond);
    }
    return benchmarks::runWithBudgets(argc, argv,
                                      {
                                          {"search/100000", "p99_ms", 8.0},
                                          {"search/100000", "ratio", 1.5},
                                          {"type/100000", "p99_ms", 16.0},
                                      });
}
