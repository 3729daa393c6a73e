// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/opened_build.h"
#include "app/cli/output.h"
#include "core/interchange/cases.h"
#include "core/report/evaluation_json.h"
#include "core/report/prediction_json.h"
#include "core/units/format.h"

#include <CLI/CLI.hpp>

#include <QFile>
#include <QSaveFile>

#include <memory>

namespace rigwright::cli {

namespace {

struct PredictArguments
{
    // The words of a case, as they were typed.
    std::string gpu, interconnect, split, engine, model, quant, kv;
    int count = 1;
    int context = 0;
    int prompt = 0;
    int generated = 0;
    int depth = -1;
    int concurrency = 0;
    double systemMemoryGBs = 0;
    bool json = false;
    bool noMeasurements = false;
    std::string cases;
    std::string out;
};

PredictionCase questionOf(const PredictArguments &arguments)
{
    PredictionCase question;
    question.gpu = QString::fromStdString(arguments.gpu);
    question.gpuCount = arguments.count;
    question.interconnect = QString::fromStdString(arguments.interconnect);
    question.splitMode = QString::fromStdString(arguments.split);
    question.engine = QString::fromStdString(arguments.engine);
    question.model = QString::fromStdString(arguments.model);
    question.quant = QString::fromStdString(arguments.quant);
    question.kvQuant = QString::fromStdString(arguments.kv);
    question.promptTokens = arguments.prompt;
    question.genTokens = arguments.generated;
    question.contextDepth = arguments.depth;
    question.contextTokens = arguments.context;
    question.concurrency = arguments.concurrency;
    question.systemMemoryGBs = arguments.systemMemoryGBs;
    return question;
}

QString band(const Estimate<TokensPerSecond> &estimate)
{
    return QStringLiteral("%1 (%2 to %3)")
        .arg(format::speed(estimate.value), format::twoDigits(estimate.low.base()),
             format::twoDigits(estimate.high.base()));
}

/// What people ask first: does it fit, and how fast is it.
QString predictionText(const Prediction &prediction)
{
    const QJsonObject json = predictionJson(prediction);
    const auto word = [&json](const char *key) { return json.value(QLatin1String(key)).toString(); };
    const MemoryUse use = prediction.plan.sum();
    const SpeedResult &speed = prediction.speed;
    std::vector<QStringList> rows{
        {QStringLiteral("Model"), prediction.deployment.model->name},
        {QStringLiteral("Quantization"), prediction.deployment.quant->name},
        {QStringLiteral("Engine"), prediction.deployment.engine->name},
        {QStringLiteral("Fit"), word("verdict")},
    };
    const std::vector<Device> &devices = prediction.machine.devices;
    if (!devices.empty())
        rows.insert(rows.begin(),
                    {QStringLiteral("GPUs"), QStringLiteral("%1 × %2").arg(devices.size()).arg(devices.front().name)});
    if (!prediction.message.isEmpty())
        rows.push_back({QStringLiteral("Why"), prediction.message});
    if (prediction.plan.verdict != FitVerdict::Refused)
        rows.insert(rows.end(), {{QStringLiteral("Split"), word("split")},
                                 {QStringLiteral("Weights"), format::gib(use.weights)},
                                 {QStringLiteral("KV cache"), format::gib(use.kvCache)},
                                 {QStringLiteral("Compute buffers"), format::gib(use.compute)},
                                 {QStringLiteral("Overhead"), format::gib(use.overhead)},
                                 {QStringLiteral("Fullest GPU"), format::gib(prediction.plan.busiest)},
                                 {QStringLiteral("Decode"), band(speed.decode)},
                                 {QStringLiteral("All requests"), band(speed.total)},
                                 {QStringLiteral("Prefill"), band(speed.prefill)},
                                 {QStringLiteral("First token"), format::duration(speed.firstToken.value)},
                                 {QStringLiteral("Tier"), word("tier")},
                                 {QStringLiteral("Basis"), word("basis")}});
    return alignedTable(rows);
}

int predictOne(const PredictArguments &arguments)
{
    const Result<SharedCatalog> catalog = planningCatalog();
    if (!catalog)
        return fail(catalog.error().message);
    Predictor predictor(**catalog, !arguments.noMeasurements);
    const Prediction prediction = predictor.predict(questionOf(arguments));
    if (!prediction.ok)
        return fail(prediction.message);
    return print(arguments.json ? toJsonText(predictionJson(prediction)) : predictionText(prediction).toUtf8());
}

int predictMany(const PredictArguments &arguments)
{
    const Result<SharedCatalog> catalog = planningCatalog();
    if (!catalog)
        return fail(catalog.error().message);
    QFile in(QString::fromStdString(arguments.cases));
    if (!in.open(QIODevice::ReadOnly))
        return fail(QStringLiteral("%1: %2").arg(in.fileName(), in.errorString()));
    if (arguments.out.empty() || arguments.out == "-") {
        QFile out;
        if (!out.open(stdout, QIODevice::WriteOnly))
            return fail(QStringLiteral("standard output: %1").arg(out.errorString()));
        const Result<qint64> done = predictCases(in, out, **catalog, !arguments.noMeasurements);
        if (!done)
            return fail(QStringLiteral("%1: %2").arg(in.fileName(), done.error().message));
        return out.flush() ? Done : fail(QStringLiteral("standard output: %1").arg(out.errorString()));
    }
    QSaveFile out(QString::fromStdString(arguments.out));
    if (!out.open(QIODevice::WriteOnly))
        return fail(QStringLiteral("%1: %2").arg(out.fileName(), out.errorString()));
    const Result<qint64> done = predictCases(in, out, **catalog, !arguments.noMeasurements);
    if (!done)
        return fail(QStringLiteral("%1: %2").arg(in.fileName(), done.error().message));
    if (!out.commit())
        return fail(QStringLiteral("%1: %2").arg(out.fileName(), out.errorString()));
    return print(QStringLiteral("%1 cases written to %2\n").arg(*done).arg(out.fileName()));
}

} // namespace

void addPredict(CLI::App &program, Invocation &invocation)
{
    auto arguments = std::make_shared<PredictArguments>();
    PredictArguments &a = *arguments;
    CLI::App *command = program.add_subcommand("predict", "Predict memory and speed of one combination or of a file");
    command->add_option("--gpu", a.gpu, "GPU or unified-memory system: id, name or alias; \"CPU: name\"");
    command->add_option("--count", a.count, "Number of them")->check(CLI::Range(1, 4096));
    command->add_option("--interconnect", a.interconnect, "\"NVLink\", \"PCIe 4.0 x8, no P2P\", ...");
    command->add_option("--split", a.split, "none, layer, row, TPn, PPn, DPn, EPn, joined with +; cpu-only, ...");
    command->add_option("--engine", a.engine, "llama.cpp, vLLM, ...");
    command->add_option("--model", a.model, "Model: id, name or alias");
    command->add_option("--quant", a.quant, "Quantization of the weights");
    command->add_option("--kv", a.kv, "Type of the KV cache: f16, q8_0, fp8, ...");
    command->add_option("--context", a.context, "Tokens to reserve memory for")->check(CLI::Range(1, 100'000'000));
    command->add_option("--prompt", a.prompt, "Prompt tokens, for the time to the first token")
        ->check(CLI::Range(1, 100'000'000));
    command->add_option("--gen", a.generated, "Generated tokens")->check(CLI::Range(1, 100'000'000));
    command->add_option("--depth", a.depth, "Tokens that are in the cache already")->check(CLI::Range(0, 100'000'000));
    command->add_option("--concurrency", a.concurrency, "Requests at once")->check(CLI::Range(1, 1'000'000));
    command->add_option("--system-memory-gbs", a.systemMemoryGBs, "Bandwidth of the system memory, GB/s")
        ->check(CLI::Range(0.1, 1e6));
    command->add_flag("--json", a.json, "Print JSON");
    command->add_flag("--no-measurements", a.noMeasurements, "Ignore published results of the very same combination");
    CLI::Option *cases = command->add_option("--cases", a.cases, "Predict every row of a CSV file")->type_name("FILE");
    command->add_option("--out", a.out, "With --cases: write the results here (default: standard output)")
        ->type_name("FILE")
        ->needs(cases);
    command->callback([arguments, &invocation] {
        if (!arguments->cases.empty()) {
            invocation.run = [arguments] { return predictMany(*arguments); };
            return;
        }
        for (const auto &[flag, value] : {std::pair("--gpu", &arguments->gpu), std::pair("--model", &arguments->model)})
            if (value->empty())
                throw CLI::RequiredError(flag);
        invocation.run = [arguments] { return predictOne(*arguments); };
    });
}

} // namespace rigwright::cli
