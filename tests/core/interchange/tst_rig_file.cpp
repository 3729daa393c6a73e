// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/build/edits.h"
#include "core/interchange/rig_file.h"

#include <QTest>

#include <limits>

using namespace rigwright;
using namespace rigwright::literals;

namespace {

/// No setting as the engine has it.
EngineSettings everySetting()
{
    EngineSettings settings;
    settings.flashAttention = false;
    settings.physicalBatch = 256;
    settings.batchedTokens = 4096;
    settings.memoryShare = 0.85;
    settings.graphs = false;
    settings.fullWindowCache = true;
    settings.separateSlots = true;
    settings.expertStaging = false;
    settings.logitsRows = LogitsRows::PerSlot;
    settings.importanceMatrix = true;
    settings.imageEncoder = true;
    settings.imageEncoderGpu = ItemId{4};
    settings.draftModelId = QStringLiteral("llama-3.2-1b");
    settings.draftQuantId = QStringLiteral("q8_0");
    settings.draftGpu = ItemId{3};
    return settings;
}

/// A build that uses every field.
Build sampleBuild()
{
    Build build;
    build.name = QStringLiteral("Garage 4×3090");
    build.notes = QStringLiteral("Line one\nLine \"two\" with a \\ and a tab\t.");
    build.nextItem = 20;

    Item supply;
    supply.id = ItemId{7};
    supply.part = {PartKind::PowerSupply, QStringLiteral("corsair-ax1600i")};
    supply.location = {Place::PsuBay, 1};
    supply.circuit = 1;
    Item first;
    first.id = ItemId{3};
    first.part = {PartKind::Gpu, QStringLiteral("rtx-3090")};
    first.location = {Place::ExpansionSlot, 0};
    first.powerLimit = 280_W;
    first.price = Money(712.35);
    first.condition = QStringLiteral("used");
    first.note = QStringLiteral("Repasted <b>twice</b>");
    first.psu = ItemId{7};
    Item second = first;
    second.id = ItemId{4};
    second.location.index = 3;
    second.included = true;
    Item bridge;
    bridge.id = ItemId{9};
    bridge.part = {PartKind::NvlinkBridge, QStringLiteral("nvlink-ampere-3slot")};
    bridge.location = {Place::Bridge, 0};
    bridge.joins = {ItemId{3}, ItemId{4}};
    Item system;
    system.id = ItemId{12};
    system.part = {PartKind::UnifiedSystem, QStringLiteral("apple-m3-ultra")};
    system.location = {Place::Outside, 0};
    system.variant = 2;
    build.items = {supply, first, second, bridge, system};

    Deployment deployment;
    deployment.modelId = QStringLiteral("llama-3.3-70b");
    deployment.quantId = QStringLiteral("q4_k_m");
    deployment.engineId = QStringLiteral("llama.cpp");
    deployment.contextTokens = 32768;
    deployment.concurrency = 2;
    deployment.kvType = QStringLiteral("q8_0");
    deployment.promptTokens = 2048;
    deployment.parallelism.split = SplitMode::Tensor;
    deployment.parallelism.tensorWays = 2;
    deployment.parallelism.pipelineWays = 1;
    deployment.parallelism.replicas = 2;
    deployment.parallelism.expertParallel = true;
    deployment.parallelism.offload = Offload::Experts;
    deployment.parallelism.gpuLayers = 40;
    deployment.parallelism.hostExpertLayers = 12;
    deployment.parallelism.gpus = {ItemId{4}, ItemId{3}};
    deployment.parallelism.tensorSplit = {3, 1.5};
    deployment.engineSettings = everySetting();
    deployment.targetSpeed = TokensPerSecond(15);
    deployment.targetFirstToken = Seconds(0.1);
    build.deployments = {deployment, Deployment{QStringLiteral("qwen3-8b"),
                                                QStringLiteral("q8_0"),
                                                QStringLiteral("vllm"),
                                                8192,
                                                1,
                                                QStringLiteral("f16"),
                                                0,
                                                {},
                                                {},
                                                {},
                                                {}}};

    build.site.name = QStringLiteral("Garage");
    build.site.circuits = {{QStringLiteral("us-120-20"), QStringLiteral("Bench"), 600_W},
                           {QStringLiteral("us-120-15"), {}, Watts(0)}};
    build.site.tariffId = QStringLiteral("us-ca");
    build.site.pricePerKwh = 0.1;
    build.site.currency = QStringLiteral("EUR");
    build.site.currencyPerUsd = 1.0 / 3.0;
    build.site.activeHoursPerDay = 6.5;
    build.site.idleHoursPerDay = 17.5;
    build.site.prefillShare = 0.2;
    build.site.ambient = Celsius(-5);
    return build;
}

Gpu sampleGpu()
{
    Gpu gpu;
    gpu.info.id = QStringLiteral("rtx-3090");
    gpu.info.name = QStringLiteral("GeForce RTX 3090");
    gpu.info.aliases = {QStringLiteral("3090")};
    gpu.info.price = Price{
        Money(600), Money(1000), QStringLiteral("2026-05"), QStringLiteral("auctions"), PriceCondition::Unknown, {}};
    gpu.info.source = QStringLiteral("vendor sheet");
    gpu.info.checked = QDate(2026, 11, 21);
    gpu.memoryGB = 24;
    gpu.usableMemory = bytesFromMiB(24576);
    gpu.bandwidth = fromGBPerSecond(936.2);
    gpu.fp32 = fromTeraflops(35.58);
    gpu.tdp = 350_W;
    gpu.idle = 21_W;
    gpu.link = {4, 16};
    gpu.slotWidth = 3;
    gpu.length = 313_mm;
    gpu.powerPlugs = {{PowerPlug::TwelvePin, 1}};
    return gpu;
}

LlmModel sampleModel()
{
    LlmModel model;
    model.id = QStringLiteral("llama-3.3-70b");
    model.name = QStringLiteral("Llama 3.3 70B");
    model.totalParameters = 70'553'706'496;
    model.layers = 80;
    model.ggufBytes = {{QStringLiteral("q4_k_m"), Bytes(42'520'395'776)}, {QStringLiteral("q8_0"), Bytes(1)}};
    return model;
}

/// Rows that the sample build names, and one that it does not.
Catalog sampleCatalog()
{
    Catalog catalog;
    catalog.version = QStringLiteral("2026-11-21");
    Gpu other = sampleGpu();
    other.info.id = QStringLiteral("rtx-4090");
    catalog.gpus = Table<Gpu>({other, sampleGpu()});
    catalog.models = Table<LlmModel>({sampleModel()});
    return catalog;
}

QByteArray sampleText()
{
    return toRigJson(sampleBuild(), sampleCatalog());
}

/// @return the sample with a part of its text replaced; the part must be there
QByteArray altered(const char *part, const char *by)
{
    QByteArray text = sampleText();
    const qsizetype at = text.indexOf(part);
    Q_ASSERT(at >= 0);
    return text.replace(at, qsizetype(qstrlen(part)), by);
}

} // namespace

class TestRigFile : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyFieldComesBack();
    void equalBuildsGiveEqualBytes();
    void formatIsTheFirstKey();
    void rowsThatTheBuildNamesTravelWithIt();
    void catalogueKeepsItsOwnRows();
    void differencesNameRowAndColumn();
    void emptyBuildComesBack();
    void missingKeysTakeTheirDefaults();
    void settingsOfTheEngineAreWrittenWhereTheyDiffer();
    void aRemovedCardIsNamedNowhere();
    void unknownKeysAreIgnored();
    void truncatedAnywhereIsAnError();
    void damagedByteNeverCrashes();
    void badTextIsRefused_data();
    void badTextIsRefused();
    void countsAreLimited_data();
    void countsAreLimited();
    void extremeNumbersComeBack_data();
    void extremeNumbersComeBack();
};

void TestRigFile::everyFieldComesBack()
{
    const Result<RigFile> file = fromRigJson(sampleText());
    QVERIFY2(file.ok(), file ? "" : qPrintable(file.error().message));
    QCOMPARE(file->build.items.size(), sampleBuild().items.size());
    QVERIFY(file->build == sampleBuild());
}

void TestRigFile::equalBuildsGiveEqualBytes()
{
    const Result<RigFile> file = fromRigJson(sampleText());
    QVERIFY(file.ok());
    QCOMPARE(toRigJson(file->build, file->embedded), sampleText());
}

void TestRigFile::rowsThatTheBuildNamesTravelWithIt()
{
    const Result<RigFile> file = fromRigJson(sampleText());
    QVERIFY2(file.ok(), file ? "" : qPrintable(file.error().message));
    QCOMPARE(file->catalogVersion, QStringLiteral("2026-11-21"));
    QCOMPARE(file->embedded.gpus.size(), std::size_t(1));
    QVERIFY(file->embedded.gpus.rows().front() == sampleGpu());
    QCOMPARE(file->embedded.models.size(), std::size_t(1));
    QVERIFY(file->embedded.models.rows().front() == sampleModel());
    QVERIFY(file->embedded.quantizations.empty());
}

void TestRigFile::catalogueKeepsItsOwnRows()
{
    Catalog base;
    Gpu ours = sampleGpu();
    ours.tdp = 370_W;
    base.gpus = Table<Gpu>({ours});
    const Catalog all = withMissingRows(base, sampleCatalog());
    QCOMPARE(all.gpus.size(), std::size_t(2));
    QCOMPARE(all.gpus.find(QStringLiteral("rtx-3090"))->tdp, 370_W);
    QVERIFY(all.gpus.find(QStringLiteral("rtx-4090")));
    QVERIFY(all.models.find(QStringLiteral("llama-3.3-70b")));
}

void TestRigFile::differencesNameRowAndColumn()
{
    QVERIFY(differences(sampleCatalog(), sampleCatalog()).isEmpty());
    QVERIFY(differences(Catalog{}, sampleCatalog()).isEmpty()); // a row that is missing is no contradiction
    Gpu theirs = sampleGpu();
    theirs.tdp = 300_W;
    theirs.info.price.reset();
    Catalog embedded;
    embedded.gpus = Table<Gpu>({theirs});
    QCOMPARE(differences(sampleCatalog(), embedded),
             QStringList(QStringLiteral("rtx-3090: tdp_w is 350 in the catalogue and 300 in the file; "
                                        "price_low_usd is 600 in the catalogue and blank in the file; "
                                        "price_high_usd is 1000 in the catalogue and blank in the file; "
                                        "and 2 more")));
}

void TestRigFile::formatIsTheFirstKey()
{
    QVERIFY(sampleText().startsWith("{\n  \"format\": 1,\n"));
}

void TestRigFile::emptyBuildComesBack()
{
    const Result<RigFile> file = fromRigJson(toRigJson(Build{}, Catalog{}));
    QVERIFY(file.ok());
    QVERIFY(file->build == Build{});
}

void TestRigFile::missingKeysTakeTheirDefaults()
{
    const Result<RigFile> file = fromRigJson(R"({"format": 1, "build": {"next_item": 2, "items": [
        {"id": 1, "kind": "gpu", "part": "rtx-3090", "place": "expansion-slot"}],
        "deployments": [{"model": "m", "quant": "q", "engine": "e"}]}})");
    QVERIFY2(file.ok(), file ? "" : qPrintable(file.error().message));
    QCOMPARE(file->build.items.front().location.index, 0);
    QVERIFY(!file->build.items.front().powerLimit);
    QCOMPARE(file->build.deployments.front().contextTokens, Deployment{}.contextTokens);
    QVERIFY(file->build.deployments.front().parallelism == Parallelism{});
    QVERIFY(file->build.deployments.front().engineSettings == EngineSettings{});
    QVERIFY(file->build.site == Site{});
}

void TestRigFile::settingsOfTheEngineAreWrittenWhereTheyDiffer()
{
    Build build = sampleBuild();
    Deployment &deployment = build.deployments.front();
    deployment.parallelism.tensorSplit.clear();
    deployment.engineSettings = {};
    const QByteArray plain = toRigJson(build, Catalog{});
    QVERIFY(!plain.contains("engine_settings") && !plain.contains("tensor_split"));
    deployment.engineSettings.flashAttention = true; // stated, though it is what the engine does
    const QByteArray stated = toRigJson(build, Catalog{});
    QVERIFY(stated.contains("\"flash_attention\": true") && !stated.contains("graphs"));
    const Result<RigFile> file = fromRigJson(stated);
    QVERIFY(file.ok() && file->build == build);
}

void TestRigFile::aRemovedCardIsNamedNowhere()
{
    Build build = edits::removed(sampleBuild(), ItemId{4});
    QVERIFY(!build.deployments.front().engineSettings.imageEncoderGpu);
    QCOMPARE(build.deployments.front().engineSettings.draftGpu, ItemId{3});
    build = edits::removed(build, ItemId{3});
    QVERIFY(!build.deployments.front().engineSettings.draftGpu);
    const Result<RigFile> file = fromRigJson(toRigJson(build, Catalog{}));
    QVERIFY2(file.ok(), file ? "" : qPrintable(file.error().message));
    QVERIFY(file->build == build);
}

void TestRigFile::unknownKeysAreIgnored()
{
    const Result<RigFile> file =
        fromRigJson(altered("\"next_item\"", "\"colour\": {\"deep\": [1, null]}, \"next_item\""));
    QVERIFY(file.ok());
    QVERIFY(file->build == sampleBuild());
}

void TestRigFile::truncatedAnywhereIsAnError()
{
    const QByteArray text = sampleText();
    for (qsizetype length = 0; length < text.size() - 1; ++length) { // the last byte is a line break
        const Result<RigFile> file = fromRigJson(text.left(length));
        QVERIFY2(!file.ok(), qPrintable(QStringLiteral("accepted the first %1 bytes").arg(length)));
        QCOMPARE(file.error().code, Error::Code::Corrupt);
        QVERIFY(length == 0 || file.error().message.contains(QLatin1String(" byte ")));
    }
}

void TestRigFile::damagedByteNeverCrashes()
{
    const QByteArray text = sampleText();
    for (qsizetype i = 0; i < text.size(); ++i)
        for (const char damage : {'\0', '"', '}', '9', '\xff'}) {
            QByteArray damaged = text;
            damaged[i] = damage;
            const Result<RigFile> file = fromRigJson(damaged);
            QVERIFY(file.ok() || !file.error().message.isEmpty());
        }
}

void TestRigFile::badTextIsRefused_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<Error::Code>("code");
    QTest::addColumn<QString>("place");
    const auto row = [](const char *name, const QByteArray &text, const char *place,
                        Error::Code code = Error::Code::Invalid) {
        QTest::newRow(name) << text << code << QString::fromUtf8(place);
    };
    row("an empty file", "", "empty", Error::Code::Corrupt);
    row("blanks only", " \n ", "empty", Error::Code::Corrupt);
    row("an array", "[]", "not an object");
    row("not JSON at all", "PK\x03\x04", "byte", Error::Code::Corrupt);
    row("another program's JSON", R"({"version": 3})", "\"format\"");
    row("a newer format", altered("\"format\": 1", "\"format\": 2"), "newer Rigwright", Error::Code::TooNew);
    row("a newer format whose build is of another kind", R"({"format": 7, "build": 12})", "newer Rigwright",
        Error::Code::TooNew);
    row("format zero", altered("\"format\": 1", "\"format\": 0"), "\"format\"");
    row("a broken format", altered("\"format\": 1", "\"format\": \"1\""), "\"format\"");
    row("no build", R"({"format": 1})", "build is missing");
    row("nested a hundred deep", QByteArray("{\"format\": 1, \"x\": ") + QByteArray(100, '['), "deeply at byte");
    row("larger than allowed", QByteArray(kRigMaximumBytes + 1, ' '), "larger than 16 MiB");
    row("an unknown place", altered("psu-bay", "roof"), "build.items[0].place is \"roof\"; it can be host,");
    row("an unknown kind", altered("\"gpu\"", "\"tpu\""), "build.items[1].kind is \"tpu\"");
    row("a place that is no text", altered("\"psu-bay\"", "4"), "build.items[0].place must be a text");
    row("a part without an id", altered("corsair-ax1600i", ""), "build.items[0].part is missing");
    row("a wrong type", altered("\"id\": 7", "\"id\": \"7\""), "build.items[0].id must be a whole number");
    row("half an item", altered("\"id\": 7", "\"id\": 7.5"), "build.items[0].id must be a whole number");
    row("item zero", altered("\"id\": 7", "\"id\": 0"), "build.items[0].id is 0");
    row("an item number beyond int", altered("\"id\": 7", "\"id\": 7000000000"), "build.items[0].id");
    row("two items of one number", altered("\"id\": 12", "\"id\": 3"), "two items have the number 3");
    row("a next item in use", altered("\"next_item\": 20", "\"next_item\": 12"), "build.next_item");
    row("a bridge to nowhere", altered("\"joins\": [", "\"joins\": [99, "), "build.items[3].joins");
    row("fed by a card", altered("\"psu\": 7", "\"psu\": 4"), "build.items[1].psu");
    row("a circuit that is not there", altered("\"circuit\": 1", "\"circuit\": 2"), "build.items[0].circuit");
    row("a negative circuit", altered("\"circuit\": 1", "\"circuit\": -1"), "build.items[0].circuit");
    row("a negative power limit", altered("\"power_limit_w\": 280", "\"power_limit_w\": -280"),
        "build.items[1].power_limit_w is -280");
    row("an infinite power limit", altered("\"power_limit_w\": 280", "\"power_limit_w\": 1e999"), "");
    row("null for a number", altered("\"power_limit_w\": 280", "\"power_limit_w\": null"),
        "build.items[1].power_limit_w must be a number");
    row("context zero", altered("\"context_tokens\": 32768", "\"context_tokens\": 0"),
        "build.deployments[0].context_tokens is 0");
    row("a context beyond int", altered("\"context_tokens\": 32768", "\"context_tokens\": 1e18"), "context_tokens");
    row("no requests", altered("\"concurrency\": 2", "\"concurrency\": 0"), "build.deployments[0].concurrency");
    row("an unknown split", altered("\"tensor\"", "\"diagonal\""), "build.deployments[0].parallelism.split");
    row("a deployment on a card that is gone", altered("\"gpus\": [", "\"gpus\": [8, "),
        "build.deployments[0].parallelism.gpus");
    row("settings that are no object", altered("\"engine_settings\": {", "\"engine_settings\": 1, \"x\": {"),
        "build.deployments[0].engine_settings must be an object");
    row("a batch of two million", altered("\"physical_batch_tokens\": 256", "\"physical_batch_tokens\": 2e6"),
        "build.deployments[0].engine_settings.physical_batch_tokens is 2e+06");
    row("a negative batch", altered("\"batched_tokens\": 4096", "\"batched_tokens\": -1"),
        "engine_settings.batched_tokens is -1");
    row("half a token", altered("\"batched_tokens\": 4096", "\"batched_tokens\": 0.5"),
        "engine_settings.batched_tokens");
    row("a share of next to nothing", altered("\"memory_share\": 0.85", "\"memory_share\": 0.05"),
        "engine_settings.memory_share is 0.05, outside 0.1 to 1");
    row("a share of more than all", altered("\"memory_share\": 0.85", "\"memory_share\": 1.01"),
        "engine_settings.memory_share is 1.01");
    row("a share that is no number", altered("\"memory_share\": 0.85", "\"memory_share\": null"),
        "engine_settings.memory_share must be a number");
    row("flash attention maybe", altered("\"flash_attention\": false", "\"flash_attention\": \"auto\""),
        "engine_settings.flash_attention must be true or false");
    row("logits of an unknown kind", altered("\"per-slot\"", "\"per-word\""),
        "engine_settings.logits_rows is \"per-word\"; it can be whole-batch, per-slot");
    row("an image encoder on a card that is gone", altered("\"image_encoder_gpu\": 4", "\"image_encoder_gpu\": 8"),
        "build.deployments[0].engine_settings.image_encoder_gpu");
    row("a draft model on a card that is gone", altered("\"draft_gpu\": 3", "\"draft_gpu\": 8"),
        "build.deployments[0].engine_settings.draft_gpu");
    row("a draft model with a control character", altered("llama-3.2-1b", "llama\\u0007"),
        "engine_settings.draft_model contains control characters");
    row("a negative share of the layers", altered("\"tensor_split\": [", "\"tensor_split\": [-1, "),
        "build.deployments[0].parallelism.tensor_split[0] is -1");
    row("a share of the layers that is a text", altered("\"tensor_split\": [", "\"tensor_split\": [\"3\", "),
        "build.deployments[0].parallelism.tensor_split[0] must be a number");
    row("shares for more GPUs than allowed",
        altered("\"tensor_split\": [", ("\"tensor_split\": [" + QByteArray("1, ").repeated(511)).constData()),
        "build.deployments[0].parallelism.tensor_split has 513 entries");
    row("items that are no list", altered("\"items\": [", "\"items\": {\"a\": ["), "", Error::Code::Corrupt);
    row("an item that is no object", R"({"format": 1, "build": {"items": [3]}})", "build.items[0] must be an object");
    row("a site that is no object", R"({"format": 1, "build": {"site": []}})", "build.site must be an object");
    row("a flag that is no flag", altered("\"included\": true", "\"included\": 1"), "build.items[2].included");
    row("a currency of one letter", altered("\"EUR\"", "\"E\""), "build.site.currency");
    row("a rate of zero", altered("\"currency_per_usd\": 0.3333333333333333", "\"currency_per_usd\": 0"),
        "build.site.currency_per_usd");
    row("thirty hours a day", altered("\"active_hours_per_day\": 6.5", "\"active_hours_per_day\": 30"),
        "build.site.active_hours_per_day");
    row("a catalogue that is no object", R"({"format": 1, "build": {}, "catalog": 4})", "catalog must be an object");
    row("rows that are no list", R"({"format": 1, "build": {}, "catalog": {"gpus": {}}})", "catalog.gpus must be");
    row("a row without an id", altered("\"id\": \"rtx-3090\"", "\"id\": \"\""), "catalog.gpus[0].id is missing");
    row("a row without a figure", altered("\"tdp_w\": 350,", ""), "catalog.gpus[0].tdp_w is missing");
    row("a row with a text for a figure", altered("\"tdp_w\": 350", "\"tdp_w\": \"350\""), "catalog.gpus[0].tdp_w:");
    row("a row with a figure out of range", altered("\"tdp_w\": 350", "\"tdp_w\": 0"), "catalog.gpus[0].tdp_w:");
    row("a row with an unknown word", altered("open-air", "ice"), "catalog.gpus[0].cooler:");
    row("a row with a control character", altered("vendor sheet", "vendor\\u0007"), "catalog.gpus[0].source is");
    row("a row with two thousand million layers", altered("\"layers\": 80", "\"layers\": 2000000000"),
        "catalog.models[0].layers:");
    row("a name with a NUL", altered("Garage 4", "Garage\\u0000"), "build.name contains control characters");
    row("a name with half a surrogate", altered("Garage 4", "\\ud800"), "build.name contains control characters");
    row("a name of a megabyte", altered("Garage 4", QByteArray(1'000'000, 'x').constData()), "build.name is longer");
}

void TestRigFile::badTextIsRefused()
{
    QFETCH(QByteArray, text);
    QFETCH(Error::Code, code);
    QFETCH(QString, place);
    const Result<RigFile> file = fromRigJson(text);
    QVERIFY(!file.ok());
    QVERIFY2(file.error().message.contains(place), qPrintable(file.error().message));
    QVERIFY2(file.error().message.size() < 400, qPrintable(file.error().message));
    if (!place.isEmpty())
        QCOMPARE(file.error().code, code);
}

void TestRigFile::countsAreLimited_data()
{
    QTest::addColumn<int>("items");
    QTest::addColumn<int>("deployments");
    QTest::addColumn<int>("circuits");
    QTest::addColumn<bool>("allowed");
    QTest::newRow("the most of everything") << 512 << 64 << 32 << true;
    QTest::newRow("one item too many") << 513 << 0 << 0 << false;
    QTest::newRow("one deployment too many") << 0 << 65 << 0 << false;
    QTest::newRow("one circuit too many") << 0 << 0 << 33 << false;
}

void TestRigFile::countsAreLimited()
{
    QFETCH(int, items);
    QFETCH(int, deployments);
    QFETCH(int, circuits);
    QFETCH(bool, allowed);
    Build build;
    for (; build.nextItem <= items; ++build.nextItem) {
        Item item;
        item.id = ItemId{build.nextItem};
        item.part = {PartKind::Fan, QStringLiteral("arctic-p12-max")};
        build.items.push_back(item);
    }
    build.deployments.resize(std::size_t(deployments), Deployment{QStringLiteral("m"),
                                                                  QStringLiteral("q"),
                                                                  QStringLiteral("e"),
                                                                  1,
                                                                  1,
                                                                  QStringLiteral("f16"),
                                                                  0,
                                                                  {},
                                                                  {},
                                                                  {},
                                                                  {}});
    build.site.circuits.resize(std::size_t(circuits), SiteCircuit{QStringLiteral("eu-230-16"), {}, {}});
    const Result<RigFile> file = fromRigJson(toRigJson(build, Catalog{}));
    QCOMPARE(file.ok(), allowed);
    if (allowed)
        QVERIFY(file->build == build);
}

void TestRigFile::extremeNumbersComeBack_data()
{
    QTest::addColumn<double>("price");
    QTest::newRow("a third") << 1.0 / 3.0;
    QTest::newRow("a tenth") << 0.1;
    QTest::newRow("the smallest that is not zero") << std::numeric_limits<double>::denorm_min();
    QTest::newRow("a large one with an odd last digit") << 999'999'999'999.0001;
    QTest::newRow("zero") << 0.0;
}

void TestRigFile::extremeNumbersComeBack()
{
    QFETCH(double, price);
    Build build = sampleBuild();
    build.items[1].price = Money(price);
    const Result<RigFile> file = fromRigJson(toRigJson(build, Catalog{}));
    QVERIFY(file.ok());
    QCOMPARE(file->build.items[1].price->base(), price);
    QVERIFY(file->build == build);
}

QTEST_GUILESS_MAIN(TestRigFile)
#include "tst_rig_file.moc"
