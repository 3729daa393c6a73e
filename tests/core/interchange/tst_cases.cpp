// SPDX-License-Identifier: GPL-3.0-or-later
#include <QBuffer>
#include <QTest>

#include "core/interchange/cases.h"
#include "core/interchange/csv_reader.h"
#include "core/interchange/split_words.h"
#include "tests/support/test_catalog.h"

using namespace rigwright;

Q_DECLARE_METATYPE(rigwright::SplitMode)
Q_DECLARE_METATYPE(rigwright::Offload)

namespace {

const QByteArray kHeader =
    "id,gpu,gpu_count,interconnect,split_mode,engine,model,quant,kv_quant,prompt_tokens,gen_tokens,"
    "context_depth,concurrency,system_memory_gbs\n";

/// Result rows as lists of fields, the header first.
QList<QList<QByteArray>> predicted(const QByteArray &cases, bool useMeasurements = false)
{
    QByteArray source = cases;
    QByteArray target;
    QBuffer in(&source);
    QBuffer out(&target);
    in.open(QIODevice::ReadOnly);
    out.open(QIODevice::WriteOnly);
    const Result<qint64> done = predictCases(in, out, test::testCatalog(), useMeasurements);
    QList<QList<QByteArray>> rows;
    if (!done)
        return rows;
    QBuffer again(&target);
    again.open(QIODevice::ReadOnly);
    const Result<qint64> read = readCsv(again, [&](const CsvRow &row) {
        rows.append(QList<QByteArray>(row.fields.begin(), row.fields.end()));
        return true;
    });
    return read ? rows : QList<QList<QByteArray>>();
}

} // namespace

class TestCases : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void resultColumnsAreTheDocumentedOnes()
    {
        const auto rows = predicted(kHeader);
        QCOMPARE(rows.size(), 1);
        QCOMPARE(
            rows[0].join(','),
            QByteArray("id,status,fits,weights_bytes,kv_bytes,compute_bytes,overhead_bytes,total_bytes,max_gpu_bytes,"
                       "decode_tok_s,decode_low,decode_high,prefill_tok_s,ttft_s,total_tok_s,basis,tier,message"));
    }

    void answered_data()
    {
        QTest::addColumn<QByteArray>("row");
        QTest::addColumn<double>("lowest");
        QTest::addColumn<double>("highest");
        QTest::newRow("one card, names as a measurement spells them")
            << QByteArray("a,RTX 3090,1,,none,llama.cpp,Llama 3 8B,Q4_K_M,F16,512,512,0,1,") << 90.0 << 150.0;
        QTest::newRow("blanks are defaults") << QByteArray("a,RTX 4090,,,,,Llama 3.1 8B,,,,,,,") << 100.0 << 180.0;
        QTest::newRow("tensor parallel over NVLink")
            << QByteArray("a,H100 SXM 80GB,4,NVLink/NVSwitch,TP4,vLLM,Llama 3.3 70B,BF16,,1024,256,1024,1,") << 40.0
            << 95.0;
        QTest::newRow("a batch: the speed of one request of 16")
            << QByteArray("a,H100 SXM 80GB,1,,none,vLLM,Llama 3.1 8B,BF16,,,512,1024,16,") << 70.0 << 170.0;
        QTest::newRow("experts in system memory")
            << QByteArray("a,RTX 4090,1,,moe-cpu-offload,ik_llama.cpp,DeepSeek R1 671B,Q4_K_M,,512,128,4096,1,598")
            << 6.0 << 25.0;
        QTest::newRow("a processor alone")
            << QByteArray("a,CPU: EPYC 9554,1,,cpu-only,llama.cpp,Llama 3.1 8B,Q8_0,,,,,1,460.8") << 15.0 << 50.0;
        QTest::newRow("unified memory") << QByteArray("a,GB10,1,,none,llama.cpp,gpt-oss 120B,MXFP4,,512,128,0,1,")
                                        << 30.0 << 75.0;
        QTest::newRow("two unlike cards")
            << QByteArray("a,RTX 4090 + RTX 3090,2,,layer,llama.cpp,Llama 3.3 70B,Q4_K_M,,,,,1,") << 13.0 << 25.0;
    }
    void answered()
    {
        QFETCH(QByteArray, row);
        QFETCH(double, lowest);
        QFETCH(double, highest);
        const auto rows = predicted(kHeader + row + '\n');
        QCOMPARE(rows.size(), 2);
        QVERIFY2(rows[1][1] == "ok", rows[1].join(',').constData());
        const double decode = rows[1][9].toDouble();
        QVERIFY2(decode >= lowest && decode <= highest, rows[1].join(',').constData());
        QVERIFY(rows[1][10].toDouble() <= decode && decode <= rows[1][11].toDouble());
        QCOMPARE(rows[1][3].toLongLong() + rows[1][4].toLongLong() + rows[1][5].toLongLong() + rows[1][6].toLongLong(),
                 rows[1][7].toLongLong());
    }

    void otherRowsAreStillDone()
    {
        const auto rows = predicted(kHeader
                                    + "a,RTX 3099,1,,,,Llama 3.1 8B,,,,,,,\n"
                                      "b,RTX 3090,1,,,,Lama 3.1 8B,,,,,,,\n"
                                      "c,RTX 3090,1,,,,Llama 3.1 8B,Q4_K_Q,,,,,,\n"
                                      "d,RTX 3090,1,,sideways,,Llama 3.1 8B,,,,,,,\n"
                                      "e,RTX 3090,many,,,,Llama 3.1 8B,,,,,,,\n"
                                      "f,RTX 3090,1,,,,Llama 3.1 8B,,,,,,,\n");
        QCOMPARE(rows.size(), 7);
        const QList<QByteArray> named{"RTX 3090", "Llama 3.1 8B", "Q4_K_M", "sideways", "gpu_count"};
        for (int i = 0; i < 5; ++i) {
            QCOMPARE(rows[i + 1][1], QByteArray("error"));
            QVERIFY2(rows[i + 1][17].contains(named[i]), rows[i + 1][17].constData());
        }
        QCOMPARE(rows[6][1], QByteArray("ok"));
    }

    void settingsOfTheEngineAreColumns_data()
    {
        QTest::addColumn<QByteArray>("column");
        QTest::addColumn<QByteArray>("value");
        QTest::addColumn<bool>("taken");
        const auto row = [](const char *column, const char *value, bool taken = true) {
            QTest::addRow("%s is \"%s\"", column, value) << QByteArray(column) << QByteArray(value) << taken;
        };
        for (const char *flag : {"flash_attention", "swa_full", "kv_unified", "imatrix", "mmproj"}) {
            for (const char *value : {"", "auto", "on", "Off", "yes", "no", "1", "0", "true", "FALSE"})
                row(flag, value);
            row(flag, "maybe", false);
        }
        for (const char *tokens : {"ubatch", "batched_tokens"}) {
            row(tokens, "0");
            row(tokens, "1000000");
            row(tokens, "1000001", false);
            row(tokens, "-1", false);
            row(tokens, "many", false);
        }
        row("memory_share", "0.1");
        row("memory_share", "1");
        row("memory_share", "0.05", false);
        row("memory_share", "nan", false);
        row("n_gpu_layers", "0");
        row("n_gpu_layers", "99");
        row("n_gpu_layers", "-1", false);
        row("n_cpu_moe", "0");
        row("n_cpu_moe", "x", false);
        row("tensor_split", "3/1");
        row("tensor_split", "3;1.5");
        row("tensor_split", "3/-1", false);
        row("tensor_split", "3//1", false);
        row("logits_rows", "per-slot");
        row("logits_rows", "Whole-Batch");
        row("logits_rows", "some", false);
    }
    void settingsOfTheEngineAreColumns()
    {
        QFETCH(QByteArray, column);
        QFETCH(QByteArray, value);
        QFETCH(bool, taken);
        const auto rows = predicted("id,gpu,gpu_count,split_mode,model,quant," + column
                                    + "\na,RTX 3090,2,layer,Llama 3.1 8B,Q4_K_M," + value + '\n');
        QCOMPARE(rows.size(), 2);
        QCOMPARE(rows[1][1], QByteArray(taken ? "ok" : "error"));
        QVERIFY2(taken || rows[1][17].contains(column), rows[1][17].constData());
    }

    void layersGoWhereTheNumbersSay_data()
    {
        QTest::addColumn<QByteArray>("model");
        QTest::addColumn<QByteArray>("fewer"); ///< n_gpu_layers, n_cpu_moe
        QTest::addColumn<QByteArray>("more");
        QTest::newRow("fewer layers on the card")
            << QByteArray("Llama 3.1 8B") << QByteArray("10,") << QByteArray("20,");
        QTest::newRow("99 layers are all") << QByteArray("Llama 3.1 8B") << QByteArray("20,") << QByteArray("99,");
        QTest::newRow("experts of more layers in RAM")
            << QByteArray("gpt-oss 20B") << QByteArray("99,20") << QByteArray("99,8");
        QTest::newRow("no experts in RAM") << QByteArray("gpt-oss 20B") << QByteArray(",8") << QByteArray(",0");
    }
    void layersGoWhereTheNumbersSay()
    {
        QFETCH(QByteArray, model);
        QFETCH(QByteArray, fewer);
        QFETCH(QByteArray, more);
        const QByteArray start = ",RTX 4090,none,llama.cpp," + model + ",,4096,";
        const auto rows = predicted("id,gpu,split_mode,engine,model,quant,context_depth,n_gpu_layers,n_cpu_moe\na"
                                    + start + fewer + "\nb" + start + more + "\n");
        QCOMPARE(rows.size(), 3);
        for (int i = 1; i <= 2; ++i)
            QVERIFY2(rows[i][1] == "ok", rows[i].join(',').constData());
        QVERIFY(rows[1][8].toLongLong() < rows[2][8].toLongLong());
        QVERIFY(std::abs(rows[1][3].toDouble() / rows[2][3].toDouble() - 1) < 0.05); // the weights are only elsewhere
    }

    void refusedPlanSaysWhy()
    {
        const auto rows = predicted(kHeader + "a,H100 SXM 80GB,3,,TP3,vLLM,Llama 3.3 70B,BF16,,,,,1,\n");
        QCOMPARE(rows[1][1], QByteArray("refused"));
        QVERIFY(rows[1][17].contains("64"));
    }

    void unusableFiles_data()
    {
        QTest::addColumn<QByteArray>("file");
        QTest::addColumn<QString>("says");
        QTest::newRow("empty") << QByteArray() << QStringLiteral("header");
        QTest::newRow("no model column") << QByteArray("id,gpu\na,b\n") << QStringLiteral("model");
        QTest::newRow("a quotation mark that is never closed")
            << QByteArray("id,gpu,model\na,\"b,c\nd,e,f\n") << QStringLiteral("line");
        QTest::newRow("a field of a megabyte") << "id,gpu,model\n" + QByteArray(1024 * 1024, 'x') + ",b,c\n"
                                               << QStringLiteral("field");
        QTest::newRow("a thousand columns") << "id,gpu,model" + QByteArray(1000, ',') + "\n"
                                            << QStringLiteral("fields");
    }
    void unusableFiles()
    {
        QFETCH(QByteArray, file);
        QFETCH(QString, says);
        QByteArray target;
        QBuffer in(&file);
        QBuffer out(&target);
        in.open(QIODevice::ReadOnly);
        out.open(QIODevice::WriteOnly);
        const Result<qint64> done = predictCases(in, out, test::testCatalog());
        QVERIFY(!done);
        QVERIFY2(done.error().message.contains(says), qPrintable(done.error().message));
    }

    void splitWords_data()
    {
        QTest::addColumn<QString>("words");
        QTest::addColumn<int>("devices");
        QTest::addColumn<SplitMode>("split");
        QTest::addColumn<int>("tensor");
        QTest::addColumn<int>("pipeline");
        QTest::addColumn<int>("copies");
        QTest::addColumn<Offload>("offload");
        const auto row = [](const char *words, int devices, SplitMode split, int tensor, int pipeline, int copies,
                            Offload offload = Offload::None) {
            QTest::newRow(words) << QString::fromLatin1(words) << devices << split << tensor << pipeline << copies
                                 << offload;
        };
        row("none", 1, SplitMode::Single, 0, 0, 1);
        row("layer?", 2, SplitMode::Layer, 0, 0, 1);
        row("row", 2, SplitMode::Row, 0, 0, 1);
        row("rpc-layer", 2, SplitMode::Layer, 0, 0, 1);
        row("TP4", 4, SplitMode::Tensor, 4, 0, 1);
        row("TP2+DP2", 4, SplitMode::Tensor, 2, 0, 2);
        row("PP2+DP2", 4, SplitMode::Pipeline, 0, 2, 2);
        row("EP8+DP8", 8, SplitMode::Tensor, 8, 0, 1);
        row("DEP2,PP2", 4, SplitMode::Tensor, 2, 2, 1);
        row("DP4", 4, SplitMode::Single, 0, 0, 4);
        row("moe-cpu-offload", 1, SplitMode::Automatic, 0, 0, 1, Offload::Experts);
        row("partial-offload", 1, SplitMode::Automatic, 0, 0, 1, Offload::Layers);
        row("cpu-only", 1, SplitMode::CpuOnly, 0, 0, 1);
    }
    void splitWords()
    {
        QFETCH(QString, words);
        QFETCH(int, devices);
        const std::optional<Parallelism> p = parallelismFromWords(words, devices);
        QVERIFY(p);
        QTEST(p->split, "split");
        QTEST(p->tensorWays, "tensor");
        QTEST(p->pipelineWays, "pipeline");
        QTEST(p->replicas, "copies");
        QTEST(p->offload, "offload");
    }
    void splitWordsRefused()
    {
        for (const char *words : {"TP", "TP0", "XP4", "TP4+", "TP-2", "TP99999"})
            QVERIFY2(!parallelismFromWords(QString::fromLatin1(words), 4), words);
    }

    void measurementsAreUsedUnlessToldOtherwise()
    {
        const QByteArray row = "a,RTX 3090,1,,none,llama.cpp,Llama 3 8B,Q4_K_M,F16,512,512,0,1,\n";
        QCOMPARE(predicted(kHeader + row, true)[1][15], QByteArray("measured"));
        QVERIFY(predicted(kHeader + row, false)[1][15] != "measured");
    }
};

QTEST_GUILESS_MAIN(TestCases)
#include "tst_cases.moc"
