// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/program.h"
#include "tests/support/gguf_file.h"

#include <QJsonArray>
#include <QTest>

using namespace rigwright::test;

namespace {

const QByteArray kConfig = R"({"model_type":"llama","hidden_size":4096,"intermediate_size":14336,
    "num_attention_heads":32,"num_hidden_layers":30,"num_key_value_heads":8,"vocab_size":128256,
    "max_position_embeddings":131072})";

GgufFile part(quint16 number)
{
    GgufFile file;
    file.shortNumber("split.no", number).shortNumber("split.count", 2).number("split.tensors.count", 7);
    return file;
}

} // namespace

class TestCliModelImport : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aFileBecomesAModelOfOnesOwn();
    void anImportedModelIsKnownToEveryCommand_data();
    void anImportedModelIsKnownToEveryCommand();
    void aKnownModelGainsASize();
    void aSplitFileIsReadWhole();
    void aConfigurationIsNamedByItsFile();
    void whatCannotBeReadIsSaid_data();
    void whatCannotBeReadIsSaid();
};

void TestCliModelImport::aFileBecomesAModelOfOnesOwn()
{
    const Program program;
    program.write(QStringLiteral("m.gguf"), qwen3With30B().bytes());
    const QStringList import{QStringLiteral("catalog"), QStringLiteral("import"), QStringLiteral("m.gguf"),
                             QStringLiteral("--name"), QStringLiteral("My Qwen")};
    const Run dry = program.run(import + QStringList{QStringLiteral("--dry-run")});
    QVERIFY2(dry.out.endsWith("models: 1 added, 0 changed, 0 the same; nothing was stored\n"),
             (dry.out + dry.errors).constData());
    QCOMPARE(program.run({QStringLiteral("catalog"), QStringLiteral("show"), QStringLiteral("my-qwen")}).exitCode, 1);
    QCOMPARE(program.run(import).out, QByteArray("added    my-qwen  My Qwen\n"
                                                 "models: 1 added, 0 changed, 0 the same\n"));
    const Run shown = program.run(
        {QStringLiteral("catalog"), QStringLiteral("show"), QStringLiteral("my-qwen"), QStringLiteral("--json")});
    const QJsonValue row = shown.json()[QLatin1String("rows")][0];
    QCOMPARE(row[QLatin1String("params_total")].toInteger(), 30532122624);
    QCOMPARE(row[QLatin1String("source")].toString(), QStringLiteral("header of m.gguf"));
    QVERIFY(program.run(import).out.endsWith("models: 0 added, 0 changed, 1 the same\n"));
    const Run check = program.run({QStringLiteral("catalog"), QStringLiteral("check")});
    QVERIFY2(check.exitCode == 0, check.out.constData());
}

void TestCliModelImport::anImportedModelIsKnownToEveryCommand_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QString>("quant");
    QTest::addColumn<double>("leastBytes"); ///< of the weights
    QTest::addColumn<double>("mostBytes");
    QTest::newRow("a GGUF file") << QStringLiteral("m.gguf") << qwen3With30B().bytes() << QStringLiteral("q4_k_m")
                                 << 18e9 << 19e9;
    QTest::newRow("a configuration") << QStringLiteral("config.json") << kConfig << QStringLiteral("q8_0") << 7.5e9
                                     << 9e9;
}

void TestCliModelImport::anImportedModelIsKnownToEveryCommand()
{
    QFETCH(QString, file);
    QFETCH(QByteArray, content);
    QFETCH(QString, quant);
    QFETCH(double, leastBytes);
    QFETCH(double, mostBytes);
    const Program program;
    program.write(file, content);
    const Run import = program.run({QStringLiteral("catalog"), QStringLiteral("import"), file, QStringLiteral("--name"),
                                    QStringLiteral("My Own")});
    QVERIFY2(import.exitCode == 0, import.errors.constData());

    const Run one =
        program.run({QStringLiteral("predict"), QStringLiteral("--json"), QStringLiteral("--gpu"),
                     QStringLiteral("RTX 3090"), QStringLiteral("--model"), QStringLiteral("my own"),
                     QStringLiteral("--quant"), quant, QStringLiteral("--context"), QStringLiteral("4096")});
    QVERIFY2(one.exitCode == 0, one.errors.constData());
    const double weights = one.json()[QLatin1String("weights_bytes")].toDouble();
    QVERIFY2(weights > leastBytes && weights < mostBytes, qPrintable(QString::number(weights)));

    program.write(QStringLiteral("cases.csv"), "id,gpu,model,quant\na,RTX 3090,My Own," + quant.toLatin1() + '\n');
    QVERIFY(program.run({QStringLiteral("predict"), QStringLiteral("--cases"), QStringLiteral("cases.csv")})
                .out.contains("\na,ok,"));

    program.write(QStringLiteral("a.rig"),
                  R"({"format": 1, "build": {"name": "a", "next_item": 2, "items": [
                      {"id": 1, "kind": "unified-system", "part": "apple-m3-ultra", "place": "host"}], "deployments": [
                      {"model": "my-own", "quant": ")"
                      + quant.toLatin1() + R"(", "engine": "llama.cpp"}]}})");
    const Run build = program.run({QStringLiteral("evaluate"), QStringLiteral("a.rig"), QStringLiteral("--json")});
    QVERIFY2(build.exitCode == 0, build.errors.constData());
    const QJsonValue deployment = build.json()[QLatin1String("deployments")][0];
    QCOMPARE(deployment[QLatin1String("model")].toString(), QStringLiteral("My Own"));
    QVERIFY(deployment[QLatin1String("known")].toBool());
}

void TestCliModelImport::aKnownModelGainsASize()
{
    const Program program;
    program.write(QStringLiteral("m.gguf"), llama31With8B().bytes());
    const Run run = program.run(
        {QStringLiteral("catalog"), QStringLiteral("import"), QStringLiteral("m.gguf"), QStringLiteral("--dry-run")});
    QVERIFY2(run.out.startsWith("changed  llama-3.1-8b  Llama 3.1 8B\n         gguf_bytes: "), run.out.constData());
    QCOMPARE(run.out.count('\n'), 3);
}

void TestCliModelImport::aSplitFileIsReadWhole()
{
    const Program program;
    GgufFile first = part(0);
    first.text("general.architecture", "llama").text("general.name", "Split").number("general.file_type", 1);
    for (const auto &[key, value] : std::vector<std::pair<QByteArray, quint32>>{{"llama.block_count", 1},
                                                                                {"llama.context_length", 2048},
                                                                                {"llama.embedding_length", 64},
                                                                                {"llama.feed_forward_length", 128},
                                                                                {"llama.attention.head_count", 4}})
        first.number(key, value);
    first.tensor("token_embd.weight", {64, 3});
    GgufFile second = part(1);
    for (const char *name : {"attn_q", "attn_k", "attn_v", "attn_output"})
        second.tensor("blk.0." + QByteArray(name) + ".weight", {64, 64});
    second.tensor("blk.0.ffn_up.weight", {64, 128}).tensor("blk.0.ffn_down.weight", {128, 64});
    program.write(QStringLiteral("m-00001-of-00002.gguf"), first.bytes());
    const QStringList import{QStringLiteral("catalog"), QStringLiteral("import"),
                             QStringLiteral("m-00002-of-00002.gguf")};
    const Run alone = program.run(import);
    QVERIFY2(alone.errors.contains("m-00002-of-00002.gguf"), alone.errors.constData());

    program.write(QStringLiteral("m-00002-of-00002.gguf"), second.bytes());
    const Run whole = program.run(import);
    QVERIFY2(whole.out.startsWith("added    split  Split\n"), (whole.out + whole.errors).constData());
    const Run shown = program.run(
        {QStringLiteral("catalog"), QStringLiteral("show"), QStringLiteral("split"), QStringLiteral("--json")});
    QCOMPARE(shown.json()[QLatin1String("rows")][0][QLatin1String("attn_params")].toInteger(), 4 * 64 * 64);
}

void TestCliModelImport::aConfigurationIsNamedByItsFile()
{
    const Program program;
    program.write(QStringLiteral("other.json"), kConfig);
    const Run run = program.run({QStringLiteral("catalog"), QStringLiteral("import"), QStringLiteral("other.json")});
    QVERIFY2(run.out.startsWith("added    other  other\n"), (run.out + run.errors).constData());
}

void TestCliModelImport::whatCannotBeReadIsSaid_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QStringList>("options");
    QTest::addColumn<int>("exitCode");
    QTest::addColumn<QByteArray>("reason");
    const auto row = [](const char *what, const char *file, const QStringList &options, int exitCode,
                        const char *reason) {
        QTest::newRow(what) << QString::fromLatin1(file) << options << exitCode << QByteArray(reason);
    };
    row("no file", "none.gguf", {}, 1, "No such file");
    row("no GGUF file", "words.gguf", {}, 1, "does not begin with the letters GGUF");
    row("a file that is cut off", "short.gguf", {}, 1, "cut off");
    row("no configuration", "words.json", {}, 1, "damaged or cut off");
    row("a family that is not known", "novel.json", {}, 1, "Import a GGUF file");
    row("a name that another model has", "llama.gguf", {QStringLiteral("--name"), QStringLiteral("Qwen3 8B")}, 1,
        "nothing was stored");
    row("a kind for a model", "llama.gguf", {QStringLiteral("--kind"), QStringLiteral("models")}, 2, "--kind");
    row("a name for a table", "fans.csv", {QStringLiteral("--name"), QStringLiteral("Mine")}, 2, "--name");
}

void TestCliModelImport::whatCannotBeReadIsSaid()
{
    QFETCH(QString, file);
    QFETCH(QStringList, options);
    QFETCH(int, exitCode);
    QFETCH(QByteArray, reason);
    const Program program;
    program.write(QStringLiteral("words.gguf"), "Dear Sir or Madam, this is no model at all.");
    program.write(QStringLiteral("short.gguf"), llama31With8B().bytes().left(1000));
    program.write(QStringLiteral("words.json"), "Dear Sir or Madam");
    program.write(QStringLiteral("novel.json"), R"({"model_type":"novel"})");
    program.write(QStringLiteral("llama.gguf"), llama31With8B().bytes());
    program.write(QStringLiteral("fans.csv"), "id,name\n");
    const Run run = program.run(QStringList{QStringLiteral("catalog"), QStringLiteral("import"), file} + options);
    QCOMPARE(run.exitCode, exitCode);
    QVERIFY2(run.errors.contains(reason), run.errors.constData());
    QVERIFY2(run.hasOneErrorLine(), run.errors.constData());
}

QTEST_GUILESS_MAIN(TestCliModelImport)
#include "tst_cli_model_import.moc"
