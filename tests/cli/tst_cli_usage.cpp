// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/program.h"

#include <QProcess>
#include <QTest>

using namespace rigwright::test;

class TestCliUsage : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void wrongUsageIsTwo_data();
    void wrongUsageIsTwo();
    void failureIsOne_data();
    void failureIsOne();
    void helpNamesWhatThereIs();
    void versionIsPrinted();
    void localeWithoutUtf8SaysNothing();
    void fullOutputIsNoticed();
};

void TestCliUsage::wrongUsageIsTwo_data()
{
    QTest::addColumn<QStringList>("arguments");
    const auto row = [](const char *name, const char *arguments) {
        QTest::newRow(name) << QString::fromUtf8(arguments).split(u' ');
    };
    row("an unknown command", "evalute");
    row("an unknown option", "evaluate --jsno template:dgx-h100");
    row("evaluate without a build", "evaluate --json");
    row("compare with one build", "compare template:dgx-h100");
    row("export without a format", "export template:dgx-h100");
    row("a PDF without a name", "export template:dgx-h100 --pdf");
    row("JSON and PDF at once", "compare template:dgx-h100 template:dgx-spark --json --pdf x.pdf");
    row("predict without anything", "predict");
    row("predict without a model", "predict --gpu rtx-3090");
    row("no cards", "predict --gpu rtx-3090 --model llama-3.1-8b --count 0");
    row("a context that is no number", "predict --gpu rtx-3090 --model llama-3.1-8b --context long");
    row("results without cases", "predict --gpu rtx-3090 --model llama-3.1-8b --out x.csv");
    row("catalog without a command", "catalog");
    row("an unknown kind", "catalog search --kind cats rtx");
    row("templates without a command", "templates");
    row("two commands", "templates list evaluate");
}

void TestCliUsage::wrongUsageIsTwo()
{
    QFETCH(QStringList, arguments);
    const Program program;
    const Run run = program.run(arguments);
    QCOMPARE(run.exitCode, 2);
    QVERIFY2(run.hasOneErrorLine(), run.errors.constData());
    QVERIFY(run.out.isEmpty());
    QVERIFY(program.files().isEmpty());
}

void TestCliUsage::failureIsOne_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QByteArray>("words");
    const auto row = [](const char *name, const char *arguments, const char *words) {
        QTest::newRow(name) << QString::fromUtf8(arguments).split(u'|') << QByteArray(words);
    };
    row("a template that is not there", "evaluate|template:tinybox-blue", "tinybox-green-v2");
    row("a build that is not saved", "evaluate|My rig", "templates list");
    row("a file that is not there", "evaluate|none.rig", "does not exist");
    row("a file to open in the window that is not there", "none.rig", "does not exist");
    row("a folder", "evaluate|/", "folder");
    row("the window without a display", "/dev/null", "display");
    row("an unknown card", "predict|--gpu|RTX 3091|--model|Llama 3.1 8B", "3090");
    row("an unknown model", "predict|--gpu|RTX 3090|--model|Lama 3.1 8B", "Llama 3.1 8B");
    row("an unknown quantization", "predict|--gpu|RTX 3090|--model|Llama 3.1 8B|--quant|Q4_K_N", "Q4_K");
    row("cases that are not there", "predict|--cases|none.csv", "none.csv");
    row("results where nothing can be", "predict|--cases|/dev/null|--out|/proc/none/result.csv", "/proc/none");
    row("a PDF where nothing can be", "export|template:dgx-spark|--pdf|/proc/none/x.pdf", "/proc/none/x.pdf");
    row("a CSV below a file", "export|template:dgx-spark|--csv|/dev/null/x.csv", "/dev/null/x.csv");
    row("JSON onto a folder", "export|template:dgx-spark|--json|/tmp", "/tmp");
    row("a comparison with nothing", "compare|template:dgx-spark|none.rig", "none.rig");
    row("a row that is not there", "catalog|show|rtx 3091", "3090");
    row("a search without hits", "catalog|search|zzzzzz", "zzzzzz");
    row("a catalogue that is none", "catalog|check|/dev/null", "/dev/null");
    row("a folder without tables", "catalog|check|/dev", "/dev");
    row("an export below a file", "catalog|export|/dev/null/x", "/dev/null/x");
}

void TestCliUsage::failureIsOne()
{
    QFETCH(QStringList, arguments);
    QFETCH(QByteArray, words);
    const Program program;
    const Run run = program.run(arguments);
    QCOMPARE(run.exitCode, 1);
    QVERIFY2(run.hasOneErrorLine(), run.errors.constData());
    QVERIFY2(run.errors.contains(words), run.errors.constData());
    QVERIFY(program.files().isEmpty());
}

void TestCliUsage::helpNamesWhatThereIs()
{
    const Program program;
    const Run run = program.run({QStringLiteral("--help")});
    QCOMPARE(run.exitCode, 0);
    for (const char *command : {"evaluate", "predict", "compare", "export", "catalog", "templates"})
        QVERIFY2(run.out.contains(command), command);
    QVERIFY(!run.out.contains("advise"));
    for (const char *command : {"evaluate", "predict", "compare", "export", "catalog", "templates"})
        QCOMPARE(program.run({QLatin1String(command), QStringLiteral("--help")}).exitCode, 0);
    QVERIFY(run.errors.isEmpty());
}

void TestCliUsage::versionIsPrinted()
{
    const Run run = Program().run({QStringLiteral("--version")});
    QCOMPARE(run.exitCode, 0);
    QVERIFY(run.out.startsWith("rigwright 0."));
}

void TestCliUsage::localeWithoutUtf8SaysNothing()
{
    const Run run = Program().run({QStringLiteral("templates"), QStringLiteral("list")},
                                  {{QStringLiteral("LC_ALL"), QStringLiteral("C")}});
    QCOMPARE(run.exitCode, 0);
    QCOMPARE(run.errors, QByteArray());
    QVERIFY(run.out.contains("×"));
}

void TestCliUsage::fullOutputIsNoticed()
{
    QProcess process;
    process.setStandardOutputFile(QStringLiteral("/dev/full"));
    process.start(Program::path(), {QStringLiteral("templates"), QStringLiteral("list")});
    QVERIFY(process.waitForFinished());
    QCOMPARE(process.exitCode(), 1);
    QVERIFY(process.readAllStandardError().contains("standard output"));
}

QTEST_GUILESS_MAIN(TestCliUsage)
#include "tst_cli_usage.moc"
