// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/interchange/gguf_model.h"
#include "tests/support/gguf_file.h"
#include "tests/support/model_differences.h"
#include "tests/support/test_catalog.h"

#include "core/catalog/checks.h"

#include <QBuffer>
#include <QFile>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

#include <ctime>

using namespace rigwright;
using namespace rigwright::test;

#ifndef __has_feature
#define __has_feature(feature) 0 // of Clang only
#endif

namespace {

// A header that is refused costs no more; the sanitizers make every read several times slower.
constexpr double kMostMilliseconds = __has_feature(address_sanitizer) ? 500 : 50;

Result<GgufHeader> headerOf(QByteArray bytes)
{
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::ReadOnly);
    return readGgufHeader(buffer);
}

Result<LlmModel> modelOf(const QByteArray &bytes, const QString &fileName = QStringLiteral("model.gguf"))
{
    const Result<GgufHeader> header = headerOf(bytes);
    return header ? modelFromGguf(*header, fileName) : Result<LlmModel>(header.error());
}

/// A model of one layer, in few bytes.
GgufFile small()
{
    GgufFile file;
    file.text("general.architecture", "llama").text("general.name", "Small").number("general.file_type", 1);
    for (const auto &[key, value] : std::vector<std::pair<QByteArray, quint32>>{{"llama.block_count", 1},
                                                                                {"llama.context_length", 2048},
                                                                                {"llama.embedding_length", 64},
                                                                                {"llama.feed_forward_length", 128},
                                                                                {"llama.attention.head_count", 4}})
        file.number(key, value);
    file.texts("tokenizer.ggml.tokens", {"<s>", "a", "b"});
    file.tensor("token_embd.weight", {64, 3}).tensor("output_norm.weight", {64}, GgufFile::F32);
    for (const char *name : {"attn_q", "attn_k", "attn_v", "attn_output"})
        file.tensor("blk.0." + QByteArray(name) + ".weight", {64, 64});
    file.tensor("blk.0.ffn_up.weight", {64, 128}).tensor("blk.0.ffn_down.weight", {128, 64});
    return file;
}

/// Of this process, so that a busy machine does not count.
double millisecondsSince(std::clock_t start)
{
    return 1000.0 * double(std::clock() - start) / CLOCKS_PER_SEC;
}

/// Counts what is read of a file.
class CountingFile : public QIODevice
{
public:
    explicit CountingFile(const QString &path) : m_file(path)
    {
        m_file.open(QIODevice::ReadOnly | QIODevice::Unbuffered);
        open(QIODevice::ReadOnly);
    }
    qint64 size() const override { return m_file.size(); }
    bool seek(qint64 at) override { return QIODevice::seek(at) && m_file.seek(at); }
    qint64 read() const { return m_read; }

protected:
    qint64 readData(char *data, qint64 most) override
    {
        const qint64 count = m_file.read(data, most);
        m_read += std::max<qint64>(0, count);
        return count;
    }
    qint64 writeData(const char *, qint64) override { return -1; }

private:
    QFile m_file;
    qint64 m_read = 0;
};

/// A figure of /proc/self/status in bytes ("VmHWM: most memory ever resident"), or -1.
qint64 processMemory(const QByteArray &key)
{
    QFile status(QStringLiteral("/proc/self/status"));
    if (!status.open(QIODevice::ReadOnly))
        return -1;
    for (const QByteArray &line : status.readAll().split('\n'))
        if (line.startsWith(key + ':'))
            return line.mid(key.size() + 1).chopped(2).trimmed().toLongLong() * 1024;
    return -1;
}

/// Sets the most memory ever resident to what is resident now. @return that, or -1
qint64 restartPeak()
{
    QFile clear(QStringLiteral("/proc/self/clear_refs")); // proc(5): 5 resets the peak
    if (!clear.open(QIODevice::WriteOnly | QIODevice::Unbuffered) || clear.write("5") != 1)
        return -1;
    return processMemory("VmHWM");
}

} // namespace

class TestGguf : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aPublishedModelIsTheCataloguesRow_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("id");
        QTest::addColumn<QString>("quantization");
        QTest::addColumn<qint64>("constants"); // bytes of tables that the catalogue does not count
        const auto row = [](const char *what, const GgufFile &file, const char *id, const char *quantization,
                            qint64 constants = 0) {
            QTest::newRow(what) << file.bytes() << QString::fromLatin1(id) << QString::fromLatin1(quantization)
                                << constants;
        };
        row("grouped-query attention", llama31With8B(), "llama-3.1-8b", "q4_k_m", 64 * 4);
        row("a mixture of experts", qwen3With30B(), "qwen3-30b-a3b", "q4_k_m");
        row("MXFP4 experts, sinks and every other layer sliding", gptOssWith20B(), "gpt-oss-20b", "mxfp4");
        row("multi-head latent attention, shared experts, a dense layer", deepSeekV2Lite(), "deepseek-v2-lite", "f16");
        row("gated delta nets and gated attention", qwen3NextWith80B(), "qwen3-next-80b-a3b", "f16");
        row("tied embeddings, five of six layers sliding", gemma3With4B(), "gemma-3-4b", "f16");
        row("Mamba2 layers and four of attention", graniteHybridTiny(), "granite-4.0-h-tiny", "f16");
    }
    void aPublishedModelIsTheCataloguesRow()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, id);
        QFETCH(QString, quantization);
        QFETCH(qint64, constants);
        const LlmModel *expected = testCatalog().models.find(id);
        QVERIFY(expected);
        const Result<LlmModel> model = modelOf(bytes);
        QVERIFY2(model.ok(), model.ok() ? "" : qPrintable(model.error().message));
        QCOMPARE(figureDifferences(*model, *expected), QStringList());
        QCOMPARE(model->totalParameters, expected->totalParameters - expected->visionParameters);
        QCOMPARE(model->ggufBytes.keys(), QStringList{quantization});
        QCOMPARE(model->ggufBytes.value(quantization).base(),
                 expected->ggufBytes.value(quantization).base() + constants);
    }

    void aRowPassesTheChecks()
    {
        LlmModel model = modelOf(qwen3NextWith80B().bytes()).value();
        model.checked = QDate(2026, 11, 21);
        Catalog rows;
        rows.models = Table<LlmModel>({model});
        Catalog all = testCatalog();
        all.models = Table<LlmModel>({model});
        QStringList problems;
        for (const Problem &problem : problemsIn(rows, all))
            problems << problemText(problem);
        QCOMPARE(problems, QStringList());
    }

    void aDraftLayerIsLeftOut()
    {
        const QByteArray draft = small().number("llama.nextn_predict_layers", 1).bytes();
        QCOMPARE(modelOf(draft).error().message, QStringLiteral("The file states no layers but those of a draft."));

        const auto with = [](quint32 drafts) {
            GgufFile two;
            two.text("general.architecture", "llama").text("general.name", "Two").number("llama.block_count", 2);
            two.number("llama.context_length", 2048).number("llama.embedding_length", 64);
            two.number("llama.feed_forward_length", 128).number("llama.attention.head_count", 4);
            two.number("llama.nextn_predict_layers", drafts).tensor("token_embd.weight", {64, 3});
            for (const char *layer : {"blk.0.", "blk.1."})
                for (const char *name : {"attn_q", "attn_k", "attn_v", "attn_output"})
                    two.tensor(QByteArray(layer) + name + ".weight", {64, 64});
            return modelOf(two.bytes()).value();
        };
        QCOMPARE(with(0).layers, 2);
        QCOMPARE(with(1).layers, 1);
        QCOMPARE(with(1).classes.attention, 4 * 64 * 64);
        QCOMPARE(with(1).ggufBytes.value(QStringLiteral("f16")).base(), 2 * (4 * 64 * 64 + 64 * 3));
    }

    void whatIsMissingIsNamed_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("message");
        const auto row = [](const char *what, const GgufFile &file, const char *message) {
            QTest::newRow(what) << file.bytes() << QString::fromLatin1(message);
        };
        row("no architecture", GgufFile().number("llama.block_count", 1), "\"general.architecture\"");
        row("an unknown architecture without layers", GgufFile().text("general.architecture", "novel"),
            "\"novel.block_count\"");
        row("no context",
            GgufFile()
                .text("general.architecture", "llama")
                .number("llama.block_count", 1)
                .number("llama.embedding_length", 64),
            "\"llama.context_length\"");
        row("an image encoder", GgufFile().text("general.architecture", "clip"), "Import the file of the model itself");
        row("an adapter", GgufFile().text("general.architecture", "llama").text("general.type", "adapter"),
            "Import the file of the model itself");
        row("a vocabulary only",
            GgufFile()
                .text("general.architecture", "llama")
                .number("llama.block_count", 1)
                .number("llama.embedding_length", 64)
                .number("llama.context_length", 64),
            "holds no weights");
        row("more layers than any model",
            GgufFile().text("general.architecture", "llama").number("llama.block_count", 4'000'000'000),
            "4000000000 for \"llama.block_count\"");
    }
    void whatIsMissingIsNamed()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, message);
        const Result<LlmModel> model = modelOf(bytes);
        QVERIFY(!model.ok());
        QVERIFY2(model.error().message.contains(message), qPrintable(model.error().message));
    }

    void theQuantizationIsRecognised_data()
    {
        QTest::addColumn<int>("fileType");
        QTest::addColumn<QString>("fileName");
        QTest::addColumn<QString>("quantization");
        QTest::newRow("by the key") << 17 << QStringLiteral("a.gguf") << QStringLiteral("q5_k_m");
        QTest::newRow("by a guessed key") << 1024 + 30 << QStringLiteral("a.gguf") << QStringLiteral("iq4_xs");
        QTest::newRow("by the name of a mix")
            << 15 << QStringLiteral("A-UD-Q4_K_XL-00001-of-00002.gguf") << QStringLiteral("ud-q4_k_xl");
        QTest::newRow("by most of the bytes") << 999 << QStringLiteral("a.gguf") << QStringLiteral("f16");
    }
    void theQuantizationIsRecognised()
    {
        QFETCH(int, fileType);
        QFETCH(QString, fileName);
        QFETCH(QString, quantization);
        Result<GgufHeader> header = headerOf(small().bytes());
        GgufHeader changed = *header;
        changed.values.insert("general.file_type", qint64(fileType));
        QCOMPARE(modelFromGguf(changed, fileName)->ggufBytes.keys(), QStringList{quantization});
    }

    void hostileHeadersAreRefused_data();
    void hostileHeadersAreRefused();
    void aLargeVocabularyIsPassedOver();
    void onlyTheHeaderOfALargeFileIsRead();
    void everyTruncationIsRefused();
    void changedBytesNeverCrash();
    void partsAreJoined();
    void partsThatDoNotBelongTogetherAreRefused();
};

void TestGguf::hostileHeadersAreRefused_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("message");
    const auto row = [](const char *what, const QByteArray &bytes, const char *message) {
        QTest::newRow(what) << bytes << QString::fromLatin1(message);
    };
    const auto start = [](quint32 version, quint64 tensors, quint64 keys) {
        return "GGUF" + GgufFile::little32(version) + GgufFile::little64(tensors) + GgufFile::little64(keys);
    };
    constexpr quint64 huge = 1ULL << 60;
    constexpr quint32 text = 8, array = 9, u32 = 4, u64 = 10;
    const auto items = [](quint32 kind, quint64 count) { return GgufFile::little32(kind) + GgufFile::little64(count); };

    row("nothing", "", "cut off");
    row("another kind of file", "PK\3\4" + QByteArray(100, 'x'), "does not begin with the letters GGUF");
    row("version 1", start(1, 0, 0), "GGUF version 1");
    row("version 4", start(4, 0, 0), "newer release");
    row("big-endian", start(0x03000000, 0, 0), "big-endian");
    row("a huge number of tensors", start(3, huge, 0), "tensors; it is damaged");
    row("a huge number of keys", start(3, 0, huge), "keys; it is damaged");
    row("a long key", start(3, 0, 1) + GgufFile::little64(huge), "A name in the header");
    row("a key twice", GgufFile().number("a", 1).number("a", 2).bytes(), "stands twice");
    row("a kind of value that does not exist", GgufFile().raw("a", 13, "").bytes(), "unknown kind 13");
    row("a text of 1 GB", GgufFile().raw("a", text, GgufFile::little64(1 << 30)).bytes(), "1073741824 bytes long");
    row("a text of all bytes that there are", GgufFile().raw("a", text, GgufFile::little64(~0ULL)).bytes(),
        "bytes long");
    row("an array of arrays", GgufFile().raw("a", array, items(array, 2)).bytes(), "array of the kind 9");
    row("an array of an unknown kind", GgufFile().raw("a", array, items(77, 2)).bytes(), "array of the kind 77");
    row("a huge array of numbers", GgufFile().raw("a", array, items(u64, huge)).bytes(), "items; the file is damaged");
    row("an array that is cut off", GgufFile().raw("a", array, items(u32, 1'000'000)).bytes(), "cut off");
    row("an array of texts of which one is huge",
        GgufFile().raw("a", array, items(text, 2) + GgufFile::sized("x") + GgufFile::little64(huge)).bytes(),
        "bytes long");
    row("many arrays of empty texts",
        GgufFile()
            .raw("a", array, items(text, 1'500'000) + QByteArray(1'500'000 * 8, '\0'))
            .raw("b", array, items(text, 1'500'000) + QByteArray(1'500'000 * 8, '\0'))
            .bytes(),
        "items; the file is damaged");
    row("five dimensions", GgufFile().tensor("t", {1, 1, 1, 1, 1}).bytes(), "5 dimensions");
    row("no size", GgufFile().tensor("t", {64, 0}).bytes(), "impossible size");
    row("sizes whose product overflows", GgufFile().tensor("t", {1ULL << 32, 1ULL << 32}).bytes(), "impossible size");
    row("sizes whose product is 0 after overflow",
        GgufFile().tensor("t", {1ULL << 16, 1ULL << 16, 1ULL << 16, 1ULL << 16}).bytes(), "impossible size");
    row("a size above 2^63", GgufFile().tensor("t", {~0ULL}).bytes(), "impossible size");
    row("tensors that are too large together",
        GgufFile().tensor("t", {1ULL << 47}).tensor("u", {1ULL << 47}).tensor("v", {1ULL << 47}).bytes(),
        "impossible size together");
    row("an unknown type", GgufFile().tensor("t", {256}, 200).bytes(), "type 200");
    row("rows that are no multiple of a block", GgufFile().tensor("t", {255, 2}, GgufFile::Q4_K).bytes(),
        "no multiple of 256, as Q4_K");
    row("a tensor twice", GgufFile().tensor("t", {1}).tensor("t", {1}).bytes(), "stands twice");
    row("an offset that is not aligned", GgufFile().tensor("t", {1}, GgufFile::F16, 3).bytes(), "impossible place");
    row("an offset above 2^63", GgufFile().tensor("t", {1}, GgufFile::F16, ~31ULL).bytes(), "impossible place");
    row("no alignment", GgufFile().number("general.alignment", 0).bytes(), "general.alignment");
    row("a name that is no text", GgufFile().tensor(QByteArray("\n\xff\0x", 4), {255}, GgufFile::Q4_K).bytes(),
        "The rows of the tensor");
}

void TestGguf::hostileHeadersAreRefused()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, message);
    constexpr qint64 kMostBytes = 64LL * 1024 * 1024;
    const qint64 before = restartPeak();
    const std::clock_t start = std::clock();
    const Result<GgufHeader> header = headerOf(bytes);
    const double elapsed = millisecondsSince(start);
    QVERIFY(before < 0 || processMemory("VmHWM") - before < kMostBytes);
    QVERIFY(!header.ok());
    QVERIFY2(header.error().message.contains(message), qPrintable(header.error().message));
    QVERIFY(std::ranges::all_of(header.error().message, [](QChar c) { return c.isPrint(); }));
    QVERIFY2(elapsed < kMostMilliseconds, qPrintable(QString::number(elapsed)));
}

void TestGguf::aLargeVocabularyIsPassedOver()
{
    constexpr int tokens = 600'000; // more than twice that of Gemma
    GgufFile file = small();
    file.texts("tokenizer.ggml.merges", std::vector<QByteArray>(tokens, "two words"));
    file.raw("tokenizer.ggml.scores", 9,
             GgufFile::little32(6) + GgufFile::little64(tokens) + QByteArray(tokens * 4, '\0'));
    file.text("tokenizer.chat_template", QByteArray(100'000, 'x'));
    const Result<GgufHeader> header = headerOf(file.bytes());
    QVERIFY2(header.ok(), header.ok() ? "" : qPrintable(header.error().message));
    QCOMPARE(header->array("tokenizer.ggml.merges")->count, tokens);
    QVERIFY(header->array("tokenizer.ggml.scores")->numbers.empty());
    QCOMPARE(header->text("tokenizer.chat_template"), QString());
    QVERIFY(header->tensor("blk.0.ffn_down.weight"));
}

void TestGguf::onlyTheHeaderOfALargeFileIsRead()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("large.gguf"));
    const QByteArray bytes = small().bytes();
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(bytes);
    if (!file.resize(400'000'000'000)) // sparse: it takes no room
        QSKIP("the file system has no files of 400 GB");
    file.close();

    const qint64 before = restartPeak();
    const std::clock_t start = std::clock();
    CountingFile in(path);
    const Result<GgufHeader> header = readGgufHeader(in);
    const double elapsed = millisecondsSince(start);
    QVERIFY2(header.ok(), header ? "" : qPrintable(header.error().message));
    QVERIFY(header->tensor("blk.0.ffn_down.weight"));
    QVERIFY2(in.read() < 1024 * 1024, qPrintable(QString::number(in.read())));
    QVERIFY2(elapsed < 50, qPrintable(QString::number(elapsed)));
    QVERIFY(before < 0 || processMemory("VmHWM") - before < 8 * 1024 * 1024);
}

void TestGguf::everyTruncationIsRefused()
{
    const QByteArray whole = small().bytes();
    QVERIFY(headerOf(whole).ok());
    for (qsizetype length = 0; length < whole.size(); ++length) {
        const Result<GgufHeader> header = headerOf(whole.left(length));
        QVERIFY2(!header.ok(), qPrintable(QString::number(length)));
        QVERIFY(header.error().message.contains(QStringLiteral("cut off")));
    }
}

void TestGguf::changedBytesNeverCrash()
{
    QRandomGenerator random(4711);
    const QByteArray whole = small().bytes();
    int readable = 0;
    for (int i = 0; i < 20'000; ++i) {
        QByteArray bytes = whole;
        for (int changes = random.bounded(1, 5); changes > 0; --changes)
            bytes[random.bounded(bytes.size())] = char(random.bounded(256));
        const Result<LlmModel> model = modelOf(bytes);
        readable += model.ok() ? 1 : 0;
        if (!model.ok())
            QVERIFY(!model.error().message.isEmpty());
        else
            QVERIFY(model->totalParameters > 0 && model->layers > 0 && model->kvBytesPerTokenGlobalF16 >= 0);
    }
    QVERIFY(readable > 100 && readable < 20'000); // both ways were gone
}

void TestGguf::partsAreJoined()
{
    QCOMPARE(ggufPartNames(QStringLiteral("m-Q4_K_M.gguf")), QStringList{QStringLiteral("m-Q4_K_M.gguf")});
    QCOMPARE(ggufPartNames(QStringLiteral("m-00002-of-00003.gguf")),
             (QStringList{QStringLiteral("m-00001-of-00003.gguf"), QStringLiteral("m-00002-of-00003.gguf"),
                          QStringLiteral("m-00003-of-00003.gguf")}));
    QCOMPARE(ggufPartNames(QStringLiteral("m-00004-of-00003.gguf")).size(), 1);
    QCOMPARE(ggufPartNames(QStringLiteral("m-00001-of-99999.gguf")).size(), 1);

    GgufFile first;
    first.shortNumber("split.no", 0).shortNumber("split.count", 2).number("split.tensors.count", 3);
    first.text("general.architecture", "llama").tensor("token_embd.weight", {64, 3});
    GgufFile second;
    second.shortNumber("split.no", 1).shortNumber("split.count", 2).number("split.tensors.count", 3);
    second.tensor("a", {64}).tensor("b", {64});
    const Result<GgufHeader> all =
        joinedGgufHeader({headerOf(first.bytes()).value(), headerOf(second.bytes()).value()});
    QVERIFY(all.ok());
    QCOMPARE(all->tensors.size(), std::size_t(3));
    QCOMPARE(all->text("general.architecture"), QStringLiteral("llama"));
}

void TestGguf::partsThatDoNotBelongTogetherAreRefused()
{
    const auto part = [](int number, int count, const QByteArray &tensor, quint32 tensors = 2) {
        GgufFile file;
        file.shortNumber("split.no", quint16(number)).shortNumber("split.count", quint16(count));
        file.number("split.tensors.count", tensors).tensor(tensor, {1});
        return headerOf(file.bytes()).value();
    };
    const auto message = [](std::vector<GgufHeader> parts) {
        const Result<GgufHeader> all = joinedGgufHeader(std::move(parts));
        return all ? QString() : all.error().message;
    };
    QCOMPARE(message({part(0, 2, "a"), part(1, 2, "b")}), QString());
    QVERIFY(message({part(0, 2, "a")}).contains(QStringLiteral("split into 2 files, of which 1")));
    QVERIFY(message({part(0, 2, "a"), part(0, 2, "b")}).contains(QStringLiteral("File 2 of 2 is not that part")));
    QVERIFY(message({part(0, 2, "a"), part(1, 2, "a")}).contains(QStringLiteral("repeats a tensor")));
    QVERIFY(message({part(0, 2, "a", 3), part(1, 2, "b", 3)}).contains(QStringLiteral("2 tensors together instead")));
    QVERIFY(message({}).contains(QStringLiteral("no file")));
}

QTEST_GUILESS_MAIN(TestGguf)
#include "tst_gguf.moc"
