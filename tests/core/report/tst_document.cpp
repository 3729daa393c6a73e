// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/writers.h"
#include "tests/core/report/sample.h"

#include <QTest>

using namespace rigwright;

static report::Document sampleReport()
{
    return report::buildReport(sample::build(), sample::catalog(), sample::evaluation(), QDate(2026, 11, 21));
}

/// Every text of a build that a user or a file can choose, made hostile.
static report::Document hostileReport()
{
    Build build = sample::build();
    build.name = sample::hostileText();
    build.notes = sample::hostileText();
    build.site.name = sample::hostileText();
    Evaluation evaluation = sample::evaluation();
    for (PartLine &line : evaluation.parts) {
        line.name = sample::hostileText();
        line.detail = sample::hostileText();
        line.condition = sample::hostileText();
        line.priceSource = sample::hostileText();
    }
    evaluation.chassis.title = sample::hostileText();
    evaluation.findings[0].text = sample::hostileText();
    evaluation.findings[0].subject = sample::hostileText();
    return report::buildReport(build, sample::catalog(), evaluation, QDate(2026, 11, 21));
}

static QList<QByteArrayList> csvRows(const QByteArray &csv)
{
    QList<QByteArrayList> rows(1);
    QByteArray field;
    bool quoted = false;
    for (qsizetype i = 0; i < csv.size(); ++i) {
        const char c = csv[i];
        if (quoted && c == '"' && i + 1 < csv.size() && csv[i + 1] == '"') {
            field += '"';
            ++i;
        } else if (c == '"') {
            quoted = !quoted;
        } else if (!quoted && c == ',') {
            rows.last().append(std::exchange(field, {}));
        } else if (!quoted && c == '\r') {
            rows.last().append(std::exchange(field, {}));
            rows.append(QByteArrayList());
            ++i;
        } else {
            field += c;
        }
    }
    rows.removeLast();
    return rows;
}

class TestDocument : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }

    void totalsAreTheEvaluations()
    {
        const report::Document document = sampleReport();
        const report::TableBlock *parts = report::findTable(document, QStringLiteral("parts"));
        QVERIFY(parts);
        double sum = 0;
        QList<double> totals;
        for (const report::Row &row : parts->rows) {
            const auto &total = row.cells[4].number;
            if (row.kind == report::RowKind::Total)
                totals.append(*total);
            else
                sum += total.value_or(0);
        }
        QCOMPARE(totals, QList<double>({2450, 2800}));
        QCOMPARE(sum, sample::evaluation().cost.parts.value.base());
        QVERIFY(parts->rows[4].cells[1].detail.contains(QStringLiteral("1 line")));
    }

    void everyPartSaysWhereItsPriceIsFrom()
    {
        const report::Document document = sampleReport();
        const report::TableBlock *parts = report::findTable(document, QStringLiteral("parts"));
        const report::Row &gpu = parts->rows[2];
        QCOMPARE(gpu.cells[0].text, QStringLiteral("2"));
        QCOMPARE(gpu.cells[2].text, QStringLiteral("used"));
        QCOMPARE(gpu.cells[3].text, QStringLiteral("$800"));
        QCOMPARE(gpu.cells[4].text, QStringLiteral("$1,600"));
        QCOMPARE(gpu.cells[5].text, QStringLiteral("2026-05"));
        QCOMPARE(gpu.cells[5].detail, QStringLiteral("market listing"));
        QCOMPARE(parts->rows[3].cells[3].text, QStringLiteral("no price"));
    }

    void contentIsInEveryOutput_data()
    {
        QTest::addColumn<QString>("text");
        for (const char *text : {"Garage 2×3090", "2026-11-21", "Enthoo Pro 2 Server",
                                 "ROMED8-2T",     "RTX 3090",   "AX1600i",
                                 "Llama 3.3 70B", "Usable",     "980",
                                 "1,920",         "3,344",      "Two plugs are missing.",
                                 "They touch.",   "Error",      "Warning",
                                 "Advice",        "0.170 USD",  "RunPod",
                                 "280",           "$2,450",     "$33.05"})
            QTest::newRow(text) << QString::fromUtf8(text);
    }
    void contentIsInEveryOutput()
    {
        QFETCH(QString, text);
        const report::Document document = sampleReport();
        const auto plain = [](QString output) { return output.remove(QLatin1Char('\\')).simplified(); };
        QVERIFY2(plain(report::toMarkdown(document)).contains(text), "Markdown");
        QVERIFY2(plain(report::toHtml(document)).contains(text), "HTML");
        QVERIFY2(plain(report::toText(document)).contains(text), "text");
    }

    void htmlStaysText()
    {
        const QString html = report::toHtml(hostileReport());
        QVERIFY(!html.contains(QStringLiteral("<script"), Qt::CaseInsensitive));
        QVERIFY(html.contains(QStringLiteral("&lt;script&gt;")));
        QVERIFY(html.contains(QStringLiteral("&amp;amp;")));
        QVERIFY2(html.contains(QStringLiteral("default-src 'none'")), "nothing is loaded, whatever a text says");
        for (const char *loader : {"src=", "href=", "@import", "url("})
            QVERIFY2(!html.contains(QString::fromLatin1(loader)), loader);
    }

    void markdownStaysText()
    {
        const QString markdown = report::toMarkdown(hostileReport());
        QVERIFY2(!QString(markdown).remove(QStringLiteral("\\<")).contains(QStringLiteral("<script")), "no markup");
        QVERIFY2(!markdown.contains(QStringLiteral("[a](")), "no link");
        QVERIFY2(!markdown.contains(QLatin1Char('\x1b')), "no terminal commands");
        for (const QString &line : markdown.split(QLatin1Char('\n'))) {
            if (!line.startsWith(QLatin1String("| 1 |")))
                continue;
            int bars = 0;
            for (qsizetype i = 0; i < line.size(); ++i)
                bars += line[i] == QLatin1Char('|') && (i == 0 || line[i - 1] != QLatin1Char('\\'));
            QCOMPARE(bars, 7);
        }
    }

    void textHasNoTerminalCommands()
    {
        const QString text = report::toText(hostileReport());
        for (const QChar c : text)
            QVERIFY(c == QLatin1Char('\n') || c.category() != QChar::Other_Control);
    }

    void csvHoldsBareNumbers()
    {
        const auto rows = csvRows(report::toCsv(sampleReport()));
        QCOMPARE(rows[0], QByteArrayList({"quantity", "part", "detail", "condition", "unit_price_usd",
                                          "total_price_usd", "price_date", "price_source"}));
        QCOMPARE(rows[3], QByteArrayList({"2", "RTX 3090", "detail of RTX 3090", "used", "800", "1600", "2026-05",
                                          "market listing"}));
        QCOMPARE(rows.size(), 7);
        QCOMPARE(rows[5][5], QByteArray("2450"));
    }

    void csvCellsAreNeverFormulas()
    {
        const auto rows = csvRows(report::toCsv(hostileReport()));
        QCOMPARE(rows.size(), 7);
        for (const QByteArrayList &row : rows) {
            QCOMPARE(row.size(), 8);
            for (const QByteArray &field : row)
                QVERIFY2(field.isEmpty() || !QByteArray("=+-@\t\r\n").contains(field[0]), field.constData());
        }
        QVERIFY(rows[1][1].startsWith("'=cmd"));
    }

    void refusedDeploymentSaysWhy()
    {
        Evaluation evaluation = sample::evaluation();
        evaluation.deployments[0].plan = {};
        evaluation.deployments[0].plan.refusal = QStringLiteral("64 heads do not divide by 3.");
        const QString text =
            report::toText(report::buildReport(sample::build(), sample::catalog(), evaluation, QDate(2026, 11, 21)));
        QVERIFY(text.contains(QStringLiteral("64 heads do not divide")));
        QVERIFY2(!text.contains(QStringLiteral("tok/s")), "no speed for what cannot run");
    }

    void emptyBuildHasAReport()
    {
        const Catalog catalog;
        const report::Document document = report::buildReport({}, catalog, {}, QDate(2026, 11, 21));
        QCOMPARE(document.title, QStringLiteral("Untitled build"));
        QVERIFY(report::toText(document).contains(QStringLiteral("No parts yet.")));
        QVERIFY(!report::toHtml(document).isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestDocument)
#include "tst_document.moc"
