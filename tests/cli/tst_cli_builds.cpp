// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/program.h"

#include "database/rig_files.h"
#include "database/user_database.h"

#include <QDir>
#include <QJsonArray>
#include <QTest>

using namespace rigwright;
using namespace rigwright::test;

namespace {

QStringList words(const char *text)
{
    return QString::fromUtf8(text).split(u' ');
}

QStringList templateIds()
{
    QStringList ids;
    const Run run = Program().run(words("templates list --json"));
    for (const QJsonValue &one : run.json().value(QLatin1String("templates")).toArray())
        ids.append(one.toObject().value(QLatin1String("id")).toString());
    return ids;
}

/// @return keys of `wanted` that the object lacks
QStringList missing(const QJsonObject &object, const char *wanted)
{
    QStringList keys = words(wanted);
    keys.removeIf([&object](const QString &key) { return object.contains(key); });
    return keys;
}

Build namedBuild(const QString &name)
{
    Build build;
    build.name = name;
    build.nextItem = 2;
    Item item;
    item.id = ItemId{1};
    item.part = {PartKind::UnifiedSystem, QStringLiteral("nvidia-dgx-spark")};
    item.location = {Place::Host, 0};
    build.items = {item};
    build.deployments = {Deployment{QStringLiteral("llama-3.1-8b"),
                                    QStringLiteral("q4_k_m"),
                                    QStringLiteral("llama.cpp"),
                                    8192,
                                    1,
                                    QStringLiteral("f16"),
                                    1024,
                                    {},
                                    {},
                                    {},
                                    {}}};
    build.site.circuits = {{QStringLiteral("us-120-15"), {}, {}}};
    build.site.tariffId = QStringLiteral("us");
    return build;
}

} // namespace

class TestCliBuilds : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyTemplateEvaluatesWithoutErrors_data();
    void everyTemplateEvaluatesWithoutErrors();
    void jsonHasThePromisedKeys();
    void checkFindsErrors();
    void fileAndSavedBuildSayTheSame();
    void lookingForABuildCreatesNoDatabase();
    void badFilesAreRefused_data();
    void badFilesAreRefused();
    void newerDatabaseIsRefused();
    void foreignFactsAreNamed();
    void comparisonPutsBothSides();
    void exportWritesEveryFormat();
    void failedExportKeepsTheOldFile();
};

void TestCliBuilds::everyTemplateEvaluatesWithoutErrors_data()
{
    QTest::addColumn<QString>("id");
    for (const QString &id : templateIds())
        QTest::newRow(qPrintable(id)) << id;
}

void TestCliBuilds::everyTemplateEvaluatesWithoutErrors()
{
    QFETCH(QString, id);
    const Run run = Program().run({QStringLiteral("evaluate"), QStringLiteral("template:") + id,
                                   QStringLiteral("--json"), QStringLiteral("--check")});
    QVERIFY2(run.errors.isEmpty(), run.errors.constData());
    QStringList errors;
    for (const QJsonValue &finding : run.json().value(QLatin1String("findings")).toArray())
        if (finding[QLatin1String("severity")].toString() == QLatin1String("error"))
            errors.append(finding[QLatin1String("text")].toString());
    QVERIFY2(errors.isEmpty(), qPrintable(errors.join(u'\n')));
    QCOMPARE(run.exitCode, 0);
    for (const QJsonValue &deployment : run.json().value(QLatin1String("deployments")).toArray()) {
        QVERIFY(deployment[QLatin1String("fits")].toBool());
        QVERIFY(deployment[QLatin1String("decode_tok_s")].toDouble() > 1);
    }
    const Run text = Program().run({QStringLiteral("evaluate"), QStringLiteral("template:") + id});
    QCOMPARE(text.exitCode, 0);
    QVERIFY(text.out.contains("tok/s"));
}

void TestCliBuilds::jsonHasThePromisedKeys()
{
    const Run run = Program().run(words("evaluate template:tinybox-green-v2 --json"));
    QCOMPARE(run.exitCode, 0);
    const QJsonObject json = run.json();
    QCOMPARE(missing(json, "schema build deployments gpus power btu_per_hr airflow_cfm noise_dba parts_cost "
                           "energy_kwh_month energy_cost_month findings"),
             QStringList());
    QCOMPARE(missing(json[QLatin1String("deployments")][0].toObject(),
                     "model quant engine context_tokens fits margin_bytes decode_tok_s decode_low_tok_s "
                     "decode_high_tok_s prefill_tok_s ttft_s total_tok_s tier basis"),
             QStringList());
    QCOMPARE(json[QLatin1String("gpus")].toArray().size(), 4);
    QCOMPARE(missing(json[QLatin1String("gpus")][0].toObject(),
                     "name slot link vram_bytes weights_bytes kv_bytes compute_bytes overhead_bytes free_bytes"),
             QStringList());
    const QJsonObject power = json[QLatin1String("power")].toObject();
    QCOMPARE(missing(power, "psus circuits idle decode prefill"), QStringList());
    QCOMPARE(missing(power[QLatin1String("idle")].toObject(), "gpu_w dc_w wall_w"), QStringList());
    QCOMPARE(missing(power[QLatin1String("circuits")][0].toObject(), "load_w limit_w"), QStringList());
}

void TestCliBuilds::checkFindsErrors()
{
    const Program program;
    Build build = namedBuild(QStringLiteral("Too big"));
    build.deployments[0].modelId = QStringLiteral("llama-3.1-405b");
    build.deployments[0].quantId = QStringLiteral("q8_0");
    QVERIFY(saveRigFile(program.file(QStringLiteral("a.rig")), build, Catalog{}).ok());
    QCOMPARE(program.run(words("evaluate a.rig")).exitCode, 0);
    const Run checked = program.run(words("evaluate a.rig --check --json"));
    QCOMPARE(checked.exitCode, 3);
    QVERIFY(checked.errors.isEmpty());
    QVERIFY(!checked.json().isEmpty());
}

void TestCliBuilds::fileAndSavedBuildSayTheSame()
{
    const Program program;
    const Build build = namedBuild(QStringLiteral("Büro 1"));
    QVERIFY(saveRigFile(program.file(QStringLiteral("a.rig")), build, Catalog{}).ok());
    {
        const auto database = UserDatabase::open(program.dataFolder() + QStringLiteral("/rigwright.sqlite"), nullptr);
        QVERIFY(database.ok());
        QVERIFY((*database)->save(build).ok());
    }
    const Run file = program.run(words("evaluate a.rig --json"));
    const Run saved = program.run({QStringLiteral("evaluate"), QStringLiteral("BÜRO 1"), QStringLiteral("--json")});
    QCOMPARE(file.exitCode, 0);
    QCOMPARE(saved.exitCode, 0);
    QCOMPARE(saved.out, file.out);
    QCOMPARE(saved.json()[QLatin1String("build")].toString(), QStringLiteral("Büro 1"));
}

void TestCliBuilds::lookingForABuildCreatesNoDatabase()
{
    const Program program;
    QCOMPARE(program.run(words("evaluate nothing")).exitCode, 1);
    QVERIFY(!QDir(program.dataFolder()).exists());
}

void TestCliBuilds::badFilesAreRefused_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QByteArray>("said");
    QByteArray good = toRigJson(namedBuild(QStringLiteral("x")), Catalog{});
    QTest::newRow("cut off") << good.left(good.size() / 2) << QByteArray("byte");
    QTest::newRow("of a newer format") << QByteArray(good).replace("\"format\": 1", "\"format\": 2")
                                       << QByteArray("newer Rigwright");
    QTest::newRow("with an item too far")
        << QByteArray(good).replace("\"index\": 0", "\"index\": 99999") << QByteArray("build.items[0].index");
    QTest::newRow("with line breaks in a word")
        << QByteArray(good).replace("\"host\"", "\"ho\\nst\"") << QByteArray("build.items[0].place");
    QTest::newRow("empty") << QByteArray() << QByteArray("empty");
    QTest::newRow("of another kind") << QByteArray("\x89PNG\r\n\x1a\n") << QByteArray("byte");
}

void TestCliBuilds::badFilesAreRefused()
{
    QFETCH(QByteArray, content);
    QFETCH(QByteArray, said);
    const Program program;
    program.write(QStringLiteral("a.rig"), content);
    for (const char *command : {"evaluate a.rig", "compare a.rig template:dgx-spark", "export a.rig --md x.md"}) {
        const Run run = program.run(words(command));
        QCOMPARE(run.exitCode, 1);
        QVERIFY2(run.hasOneErrorLine(), run.errors.constData());
        QVERIFY2(run.errors.contains("a.rig"), run.errors.constData());
        QVERIFY2(run.errors.contains(said), run.errors.constData());
        QVERIFY(run.out.isEmpty());
    }
    QCOMPARE(program.read(QStringLiteral("a.rig")), content);
    QCOMPARE(program.files(), QStringList(QStringLiteral("a.rig")));
}

void TestCliBuilds::newerDatabaseIsRefused()
{
    const Program program;
    const QString path = program.dataFolder() + QStringLiteral("/rigwright.sqlite");
    QVERIFY(UserDatabase::open(path, nullptr).ok());
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadWrite));
    QVERIFY(file.seek(60)); // user_version in the header of an SQLite file
    QCOMPARE(file.write(QByteArray("\0\0\0\x63", 4)), 4);
    file.close();
    const Run run = program.run(words("evaluate something"));
    QCOMPARE(run.exitCode, 1);
    QVERIFY2(run.hasOneErrorLine() && run.errors.contains("newer Rigwright"), run.errors.constData());
}

void TestCliBuilds::foreignFactsAreNamed()
{
    const Program program;
    UnifiedSystem spark; // as some other catalogue might have it
    spark.info.id = QStringLiteral("nvidia-dgx-spark");
    spark.info.name = QStringLiteral("DGX Spark");
    spark.chip = QStringLiteral("GB10");
    spark.memoryOptionsGB = {128};
    spark.bandwidth = fromGBPerSecond(500);
    Catalog catalog;
    catalog.unifiedSystems = Table<UnifiedSystem>({spark});
    QVERIFY(saveRigFile(program.file(QStringLiteral("a.rig")), namedBuild(QStringLiteral("x")), catalog).ok());
    const Run run = program.run(words("evaluate a.rig"));
    QCOMPARE(run.exitCode, 0);
    QVERIFY2(run.errors.startsWith("rigwright: note: nvidia-dgx-spark: "), run.errors.constData());
}

void TestCliBuilds::comparisonPutsBothSides()
{
    const Program program;
    const Run text = program.run(words("compare template:tinybox-red-v2 template:tinybox-pro-v2"));
    QCOMPARE(text.exitCode, 0);
    QVERIFY(text.out.contains("tinybox red v2"));
    QVERIFY(text.out.contains("tinybox pro v2"));
    const Run json = program.run(words("compare template:tinybox-red-v2 template:tinybox-pro-v2 --json"));
    QCOMPARE(json.exitCode, 0);
    QCOMPARE(missing(json.json(), "schema workload a b groups"), QStringList());
    const Run pdf = program.run(words("compare template:tinybox-red-v2 template:tinybox-pro-v2 --pdf c.pdf"));
    QVERIFY2(pdf.exitCode == 0, pdf.errors.constData());
    QVERIFY(program.read(QStringLiteral("c.pdf")).startsWith("%PDF-"));
    QCOMPARE(program.files(), QStringList(QStringLiteral("c.pdf")));
}

void TestCliBuilds::exportWritesEveryFormat()
{
    const Program program;
    const Run run = program.run(
        words("export template:tinybox-green-v2 --pdf a.pdf --html a.html --csv a.csv --md a.md --json a.json"));
    QVERIFY2(run.exitCode == 0, run.errors.constData());
    QCOMPARE(program.files().join(u' '), QStringLiteral("a.csv a.html a.json a.md a.pdf"));
    QVERIFY(program.read(QStringLiteral("a.pdf")).startsWith("%PDF-"));
    QVERIFY(program.read(QStringLiteral("a.pdf")).trimmed().endsWith("%%EOF"));
    QVERIFY(program.read(QStringLiteral("a.html")).contains("</html>"));
    QVERIFY(program.read(QStringLiteral("a.csv")).contains("tinybox green v2"));
    QVERIFY(program.read(QStringLiteral("a.md")).contains("| "));
    QCOMPARE(program.read(QStringLiteral("a.json")),
             program.run(words("evaluate template:tinybox-green-v2 --json")).out);
}

void TestCliBuilds::failedExportKeepsTheOldFile()
{
    const Program program;
    program.write(QStringLiteral("a.md"), "mine");
    QCOMPARE(program.run(words("export template:none --md a.md")).exitCode, 1);
    QCOMPARE(program.read(QStringLiteral("a.md")), QByteArray("mine"));
    QCOMPARE(program.run(words("export template:dgx-spark --md a.md")).exitCode, 0);
    QVERIFY(program.read(QStringLiteral("a.md")) != "mine");
    QCOMPARE(program.files(), QStringList(QStringLiteral("a.md")));
}

QTEST_GUILESS_MAIN(TestCliBuilds)
#include "tst_cli_builds.moc"
