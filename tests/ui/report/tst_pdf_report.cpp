// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/evaluation_json.h"
#include "tests/core/report/sample.h"
#include "ui/report/pdf_metadata.h"
#include "ui/report/report_export.h"

#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <poppler-qt6.h>

using namespace rigwright;

class TestPdfReport : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    QString path(const char *name) const { return m_folder.filePath(QString::fromLatin1(name)); }

    static ui::ReportOptions options(QPageSize::PageSizeId size = QPageSize::A4)
    {
        return {QDate(2026, 11, 21), size, {}};
    }
    static std::unique_ptr<Poppler::Document> open(const QString &path) { return Poppler::Document::load(path); }

    /// All text in reading order; what was broken over lines is joined with one space.
    static QString textOf(const Poppler::Document &document)
    {
        QString text;
        for (int i = 0; i < document.numPages(); ++i)
            text += document.page(i)->text(QRectF()) + QLatin1Char('\n');
        return text.replace(QChar(0xA0), QLatin1Char(' ')).simplified();
    }
    static QByteArray bytes(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    std::unique_ptr<Poppler::Document> written(const Build &build, const Evaluation &evaluation,
                                               QPageSize::PageSizeId size = QPageSize::A4)
    {
        const QString file = path("report.pdf");
        const Catalog catalog = sample::catalog();
        const Outcome outcome = exportReport(ui::ReportFormat::Pdf, file, build, catalog, evaluation, options(size));
        return outcome.ok() ? open(file) : nullptr;
    }

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }

    void holdsEverything()
    {
        const auto document = written(sample::build(), sample::evaluation());
        QVERIFY(document);
        const QString text = textOf(*document);
        for (const char *wanted : {"Garage 2×3090",
                                   "Parts list and evaluation",
                                   "Enthoo Pro 2 Server",
                                   "ROMED8-2T",
                                   "RTX 3090",
                                   "AX1600i",
                                   "detail of RTX 3090",
                                   "2026-05",
                                   "market listing",
                                   "used",
                                   "no price",
                                   "Llama 3.3 70B · Q4_K_M",
                                   "Usable",
                                   "±12 %, calibrated",
                                   "1,920 W",
                                   "3,344 BTU/h",
                                   "Error · PSU 1",
                                   "Two plugs are missing.",
                                   "Warning · GPU 0 and GPU 1",
                                   "Advice",
                                   "Assumptions",
                                   "2026-11-21"})
            QVERIFY2(text.contains(QString::fromUtf8(wanted)), wanted);
    }

    void totalsAreThoseOfTheJson()
    {
        const auto document = written(sample::build(), sample::evaluation());
        const QJsonObject json = evaluationJson(sample::build(), sample::catalog(), sample::evaluation());
        const double parts = json.value(QStringLiteral("parts_cost")).toDouble();
        const QString text = textOf(*document);
        QVERIFY(text.contains(QStringLiteral("Total, typical prices $%1").arg(QLocale::c().toString(parts, 'f', 0)))
                || text.contains(QLocale(QLocale::English).toString(parts, 'f', 0)));
    }

    void pageSizes_data()
    {
        QTest::addColumn<int>("id");
        QTest::addColumn<QSize>("points");
        QTest::newRow("A4") << int(QPageSize::A4) << QSize(595, 842);
        QTest::newRow("Letter") << int(QPageSize::Letter) << QSize(612, 792);
    }
    void pageSizes()
    {
        QFETCH(int, id);
        QFETCH(QSize, points);
        const auto document = written(sample::build(), sample::evaluation(), QPageSize::PageSizeId(id));
        for (int i = 0; i < document->numPages(); ++i)
            QCOMPARE(document->page(i)->pageSize(), points);
    }

    void pagesAreCounted()
    {
        Evaluation evaluation = sample::evaluation();
        for (int i = 0; i < 60; ++i) {
            PartLine line = evaluation.parts[0];
            line.name = QStringLiteral("Part number %1").arg(i);
            evaluation.parts.push_back(line);
        }
        const auto document = written(sample::build(), evaluation);
        const int pages = document->numPages();
        QVERIFY(pages >= 3);
        for (int i = 0; i < pages; ++i) {
            const QString page = document->page(i)->text(QRectF()).simplified();
            QVERIFY(page.contains(QStringLiteral("Page %1 of %2").arg(i + 1).arg(pages)));
        }
        QVERIFY2(document->page(1)->text(QRectF()).contains(QStringLiteral("Unit price")), "column titles repeat");
        const QString text = textOf(*document);
        for (int i = 0; i < 60; ++i)
            QCOMPARE(text.count(QStringLiteral("detail of Enthoo Pro 2 Server")), 61);
        QVERIFY(text.contains(QStringLiteral("Part number 59")));
    }

    void metadata()
    {
        const auto document = written(sample::build(), sample::evaluation());
        QCOMPARE(document->title(), QStringLiteral("Garage 2×3090"));
        QVERIFY(document->creator().startsWith(QStringLiteral("Rigwright")));
        QVERIFY(document->author().startsWith(QStringLiteral("Rigwright")));
        QCOMPARE(document->creationDate().toUTC().date(), QDate(2026, 11, 21));
    }

    void fontsAreEmbedded()
    {
        const auto document = written(sample::build(), sample::evaluation());
        const auto fonts = document->fonts();
        QVERIFY(!fonts.isEmpty());
        for (const Poppler::FontInfo &font : fonts)
            QVERIFY2(font.isEmbedded(), qPrintable(font.name()));
    }

    void nothingIsOutsideThePage()
    {
        Build build = sample::build();
        build.name = QStringLiteral("Donaudampfschifffahrtsgesellschaft").repeated(12);
        Evaluation evaluation = sample::evaluation();
        evaluation.parts[0].name = QString(400, QLatin1Char('W'));
        evaluation.findings[0].text = QString(9000, QLatin1Char('x'));
        const auto document = written(build, evaluation, QPageSize::Letter);
        QVERIFY(document);
        int letters = 0;
        for (int i = 0; i < document->numPages(); ++i) {
            const auto page = document->page(i);
            for (const auto &box : page->textList()) {
                const QRectF area = box->boundingBox();
                QVERIFY2(area.left() >= 40 && area.right() <= page->pageSizeF().width() - 40, qPrintable(box->text()));
                QVERIFY(area.top() >= 0 && area.bottom() <= page->pageSizeF().height());
                letters += int(box->text().count(QLatin1Char('x')));
            }
        }
        QVERIFY2(letters >= 9000, "a text longer than a page is shown to its end");
    }

    void hostileTextIsText()
    {
        Build build = sample::build();
        build.name = sample::hostileText();
        build.notes = sample::hostileText();
        const auto document = written(build, sample::evaluation());
        QVERIFY(textOf(*document).contains(QStringLiteral("<script>alert(1)</script>")));
        QVERIFY(!bytes(path("report.pdf")).contains("/JavaScript"));
        QVERIFY(!bytes(path("report.pdf")).contains("/URI"));
    }

    void sameReportSameBytes()
    {
        written(sample::build(), sample::evaluation());
        const QByteArray first = bytes(path("report.pdf"));
        QTest::qWait(1100); // the clock goes on
        written(sample::build(), sample::evaluation());
        QVERIFY(!first.isEmpty());
        QVERIFY(first == bytes(path("report.pdf")));
    }

    void metadataLeavesForeignFilesAlone()
    {
        for (const QByteArray &file : {QByteArray(), QByteArray("not a PDF"), QByteArray("/CreationDate (D:2026")})
            QCOMPARE(ui::withPdfMetadata(file, QStringLiteral("Rigwright"), QDate(2026, 11, 21)), file);
    }

    void isFast()
    {
        written(sample::build(), sample::evaluation()); // fonts are loaded
        QElapsedTimer timer;
        timer.start();
        written(sample::build(), sample::evaluation());
        QVERIFY2(timer.elapsed() <= 300, qPrintable(QString::number(timer.elapsed())));
    }

    void unwritableFolderIsAMessage()
    {
        const QString file = m_folder.filePath(QStringLiteral("missing/report.pdf"));
        const Outcome outcome = exportReport(ui::ReportFormat::Pdf, file, sample::build(), sample::catalog(),
                                             sample::evaluation(), options());
        QVERIFY(!outcome.ok());
        QVERIFY(outcome.error().message.contains(file));
        QVERIFY(!QFile::exists(file));
    }

    void formats_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("start");
        QTest::newRow("PDF") << QStringLiteral("r.pdf") << QByteArray("%PDF-1.");
        QTest::newRow("HTML") << QStringLiteral("r.html") << QByteArray("<!DOCTYPE html>");
        QTest::newRow("CSV") << QStringLiteral("r.csv") << QByteArray("quantity,part,");
        QTest::newRow("Markdown") << QStringLiteral("r.md") << QByteArray("# Garage");
        QTest::newRow("JSON") << QStringLiteral("r.json") << QByteArray("{");
        QTest::newRow("text") << QStringLiteral("r.TXT") << QByteArray("Garage 2");
    }
    void formats()
    {
        QFETCH(QString, name);
        QFETCH(QByteArray, start);
        const QString file = m_folder.filePath(name);
        const auto format = ui::reportFormatOf(file);
        QVERIFY(format);
        QVERIFY(exportReport(*format, file, sample::build(), sample::catalog(), sample::evaluation(), options()).ok());
        QVERIFY(bytes(file).startsWith(start));
    }
    void unknownSuffixHasNoFormat() { QVERIFY(!ui::reportFormatOf(QStringLiteral("report.doc"))); }
};

QTEST_MAIN(TestPdfReport)
#include "tst_pdf_report.moc"
