// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/report/launch_sample.h"

#include <QRegularExpression>
#include <QTest>

using namespace rigwright;
using namespace rigwright::sample;

/// Engines that run checkpoints of Hugging Face: vLLM, SGLang, TensorRT-LLM, MLX, TabbyAPI.
class TestLaunchCommandServers : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void vllm_data();
    void vllm() { compare(); }
    void sglang_data();
    void sglang() { compare(); }
    void tensorRtLlm_data();
    void tensorRtLlm() { compare(); }
    void mlx_data();
    void mlx() { compare(); }
    void tabbyApi_data();
    void tabbyApi() { compare(); }
    void hostileTextStaysInItsWord_data();
    void hostileTextStaysInItsWord();

private:
    static void compare();
};

namespace {

const EngineSettings kDraft{.draftModelId = QStringLiteral("llama-3.2-1b"), .draftQuantId = QStringLiteral("bf16")};

void columns()
{
    QTest::addColumn<LaunchCase>("given");
    QTest::addColumn<QString>("expected");
}

void row(const char *name, LaunchCase given, const QString &engine, const QByteArray &expected)
{
    given.engine = engine;
    QTest::newRow(name) << given << QString::fromUtf8(expected);
}

MemoryPlan tensor(int ways, std::vector<std::size_t> devices)
{
    MemoryPlan four = plan(SplitMode::Tensor, std::move(devices));
    four.tensorWays = ways;
    return four;
}

} // namespace

void TestLaunchCommandServers::compare()
{
    QFETCH(LaunchCase, given);
    QFETCH(QString, expected);
    QCOMPARE(launchText(given), expected);
}

void TestLaunchCommandServers::vllm_data()
{
    columns();
    const QString engine = QStringLiteral("vllm");
    const QByteArray llama = "vllm serve meta-llama/Llama-3.3-70B-Instruct ";
    row("tensors over four cards, quantized to FP8 while it loads",
        {.quant = QStringLiteral("fp8"), .requests = 2, .plan = tensor(4, {0, 1, 2, 3}), .devices = 4}, engine,
        llama
            + "--quantization fp8 --tensor-parallel-size 4 --max-model-len 32768 --max-num-seqs 2 "
              "--gpu-memory-utilization 0.92");
    row("a checkpoint in its own type is served as it is",
        {.quant = QStringLiteral("bf16"),
         .kvType = QStringLiteral("fp8_e4m3"),
         .plan = tensor(4, {0, 1, 2, 3}),
         .devices = 4},
        engine,
        llama
            + "--tensor-parallel-size 4 --max-model-len 32768 --max-num-seqs 1 --gpu-memory-utilization 0.92 "
              "--kv-cache-dtype fp8_e4m3");
    row("gpt-oss is published in MXFP4",
        {.model = QStringLiteral("gpt-oss-120b"),
         .quant = QStringLiteral("mxfp4"),
         .plan = plan(SplitMode::Single, {0}),
         .devices = 1},
        engine, "vllm serve openai/gpt-oss-120b --max-model-len 32768 --max-num-seqs 1 --gpu-memory-utilization 0.92");
    row("some of the cards are the only ones it sees",
        {.quant = QStringLiteral("awq-4bit-g128"), .plan = plan(SplitMode::Single, {2}), .devices = 4}, engine,
        "CUDA_VISIBLE_DEVICES=2 vllm serve ./Llama-3.3-70B-Instruct-awq-4bit-g128 --max-model-len 32768 --max-num-seqs "
        "1 "
        "--gpu-memory-utilization 0.92");
    MemoryPlan copies = tensor(2, {0, 1, 2, 3});
    copies.replicas = 2;
    copies.pipelineWays = 1;
    row("two copies, each with half of the requests",
        {.quant = QStringLiteral("bf16"),
         .requests = 64,
         .plan = copies,
         .devices = 4,
         .parallelism = {.expertParallel = true}},
        engine,
        llama
            + "--tensor-parallel-size 2 --data-parallel-size 2 --enable-expert-parallel --max-model-len 32768 "
              "--max-num-seqs 32 --gpu-memory-utilization 0.92");
    row("settings of the user",
        {.quant = QStringLiteral("bf16"),
         .plan = tensor(2, {0, 1}),
         .settings = {.batchedTokens = 4096, .memoryShare = 0.8, .graphs = false}},
        engine,
        llama
            + "--tensor-parallel-size 2 --max-model-len 32768 --max-num-seqs 1 --max-num-batched-tokens 4096 "
              "--gpu-memory-utilization 0.8 --enforce-eager");
    row("no images, no image encoder",
        {.model = QStringLiteral("gemma-3-27b"),
         .quant = QStringLiteral("bf16"),
         .plan = tensor(2, {0, 1}),
         .settings = {.imageEncoder = false}},
        engine,
        "vllm serve google/gemma-3-27b-it --tensor-parallel-size 2 --max-model-len 32768 --max-num-seqs 1 "
        "--gpu-memory-utilization 0.92 --limit-mm-per-prompt '{\"image\":0,\"video\":0}'");
    row("a draft model", {.quant = QStringLiteral("bf16"), .plan = tensor(2, {0, 1}), .settings = kDraft}, engine,
        llama
            + "--tensor-parallel-size 2 --max-model-len 32768 --max-num-seqs 1 --gpu-memory-utilization 0.92 "
              "--speculative-config '{\"method\":\"draft_model\",\"model\":\"meta-llama/Llama-3.2-1B-Instruct\","
              "\"num_speculative_tokens\":5}'");
    MemoryPlan offload = plan(SplitMode::Pipeline, {0, 1}, {35, 35});
    offload.pipelineWays = 2;
    offload.hostLayers = 10;
    offload.host.weights = bytesFromGiB(17);
    row("weights in system RAM are counted per card", {.quant = QStringLiteral("bf16"), .plan = offload}, engine,
        llama
            + "--pipeline-parallel-size 2 --max-model-len 32768 --max-num-seqs 1 --gpu-memory-utilization 0.92 "
              "--cpu-offload-gb 9");
}

void TestLaunchCommandServers::sglang_data()
{
    columns();
    const QString engine = QStringLiteral("sglang");
    const QByteArray llama = "python -m sglang.launch_server --model-path meta-llama/Llama-3.3-70B-Instruct ";
    row("tensors over four cards",
        {.quant = QStringLiteral("fp8"), .requests = 8, .plan = tensor(4, {0, 1, 2, 3}), .devices = 4}, engine,
        llama
            + "--quantization fp8 --tp-size 4 --context-length 32768 --max-running-requests 8 "
              "--mem-fraction-static 0.88");
    MemoryPlan copies = tensor(2, {0, 1, 2, 3});
    copies.replicas = 2;
    row("copies, experts over the cards of each, all settings",
        {.model = QStringLiteral("deepseek-v3"),
         .quant = QStringLiteral("fp8"),
         .requests = 16,
         .kvType = QStringLiteral("fp8"),
         .plan = copies,
         .devices = 8,
         .parallelism = {.expertParallel = true},
         .settings = {.batchedTokens = 2048, .memoryShare = 0.8, .graphs = false}},
        engine,
        "CUDA_VISIBLE_DEVICES=0,1,2,3 python -m sglang.launch_server --model-path deepseek-ai/DeepSeek-V3 --tp-size 2 "
        "--dp-size 2 --ep-size 2 --context-length 32768 --max-running-requests 8 --mem-fraction-static 0.8 "
        "--chunked-prefill-size 2048 --kv-cache-dtype fp8_e4m3 --disable-cuda-graph");
    MemoryPlan stages = plan(SplitMode::Pipeline, {0, 1});
    stages.pipelineWays = 2;
    row("stages and a draft model", {.quant = QStringLiteral("bf16"), .plan = stages, .settings = kDraft}, engine,
        llama
            + "--pp-size 2 --context-length 32768 --max-running-requests 1 --mem-fraction-static 0.88 "
              "--speculative-algorithm STANDALONE --speculative-draft-model-path meta-llama/Llama-3.2-1B-Instruct "
              "--speculative-num-steps 4 --speculative-eagle-topk 2 --speculative-num-draft-tokens 7");
    row("a checkpoint that is quantized already", {.quant = QStringLiteral("awq-4bit-g128"), .plan = tensor(2, {0, 1})},
        engine,
        "python -m sglang.launch_server --model-path ./Llama-3.3-70B-Instruct-awq-4bit-g128 --tp-size 2 "
        "--context-length 32768 "
        "--max-running-requests 1 --mem-fraction-static 0.88");
}

void TestLaunchCommandServers::tensorRtLlm_data()
{
    columns();
    const QString engine = QStringLiteral("tensorrt-llm");
    row("tensors over four cards",
        {.quant = QStringLiteral("bf16"),
         .requests = 8,
         .plan = tensor(4, {0, 1, 2, 3}),
         .devices = 4,
         .settings = {.batchedTokens = 4096}},
        engine,
        "trtllm-serve meta-llama/Llama-3.3-70B-Instruct --tp_size 4 --max_seq_len 32768 --max_batch_size 8 "
        "--max_num_tokens 4096 --kv_cache_free_gpu_memory_fraction 0.9");
    MemoryPlan copies = tensor(2, {0, 1, 2, 3});
    copies.replicas = 2;
    row("copies are servers; the cache's type and the graphs are set in a file",
        {.model = QStringLiteral("deepseek-v3"),
         .quant = QStringLiteral("fp8"),
         .requests = 8,
         .kvType = QStringLiteral("fp8"),
         .plan = copies,
         .devices = 4,
         .parallelism = {.expertParallel = true},
         .settings = {.memoryShare = 0.8, .graphs = false}},
        engine,
        "cat > trtllm.yml <<'END'\n"
        "kv_cache_config:\n"
        "  dtype: fp8\n"
        "  free_gpu_memory_fraction: 0.8\n"
        "cuda_graph_config: null\n"
        "END\n"
        "CUDA_VISIBLE_DEVICES=0,1 trtllm-serve deepseek-ai/DeepSeek-V3 --tp_size 2 --ep_size 2 --max_seq_len 32768 "
        "--max_batch_size 4 --kv_cache_free_gpu_memory_fraction 0.8 --extra_llm_api_options trtllm.yml --port 8000\n"
        "CUDA_VISIBLE_DEVICES=2,3 trtllm-serve deepseek-ai/DeepSeek-V3 --tp_size 2 --ep_size 2 --max_seq_len 32768 "
        "--max_batch_size 4 --kv_cache_free_gpu_memory_fraction 0.8 --extra_llm_api_options trtllm.yml --port 8001");
}

void TestLaunchCommandServers::mlx_data()
{
    columns();
    const QString engine = QStringLiteral("mlx");
    const auto onMac = [](MemoryUse use) {
        MemoryPlan one = plan(SplitMode::Single, {0}, {80});
        one.use = {use};
        return LaunchCase{
            .quant = QStringLiteral("mlx-4bit"), .plan = one, .devices = 1, .vendor = QStringLiteral("Apple")};
    };
    LaunchCase small = onMac({bytesFromGiB(40), {}, {}, {}});
    small.requests = 4;
    small.settings.physicalBatch = 512;
    row("the server with its requests", small, engine,
        "mlx_lm.server --model ./Llama-3.3-70B-Instruct-mlx-4bit --port 8080 --decode-concurrency 4 "
        "--prompt-concurrency 4 --prefill-step-size 512");
    row("more memory than macOS gives the GPU", onMac({bytesFromGiB(40), bytesFromGiB(10), {}, {}}), engine,
        "sudo sysctl iogpu.wired_limit_mb=51200\n"
        "mlx_lm.server --model ./Llama-3.3-70B-Instruct-mlx-4bit --port 8080 --decode-concurrency 1 "
        "--prompt-concurrency 1");
    row("more memory than there is cannot be given", onMac({bytesFromGiB(62), {}, {}, {}}), engine,
        "mlx_lm.server --model ./Llama-3.3-70B-Instruct-mlx-4bit --port 8080 --decode-concurrency 1 "
        "--prompt-concurrency 1");
    LaunchCase quantized = onMac({bytesFromGiB(40), {}, {}, {}});
    quantized.kvType = QStringLiteral("q8");
    row("a quantized cache", quantized, engine,
        "mlx_lm.generate --model ./Llama-3.3-70B-Instruct-mlx-4bit --kv-bits 8 --kv-group-size 64 --quantized-kv-start "
        "0 "
        "--prompt -");
    LaunchCase draft = onMac({bytesFromGiB(40), {}, {}, {}});
    draft.quant = QStringLiteral("bf16");
    draft.settings = kDraft;
    row("a draft model", draft, engine,
        "mlx_lm.server --model meta-llama/Llama-3.3-70B-Instruct --port 8080 --decode-concurrency 1 "
        "--prompt-concurrency 1 --draft-model meta-llama/Llama-3.2-1B-Instruct");
}

void TestLaunchCommandServers::tabbyApi_data()
{
    columns();
    row("ExLlamaV2 fills the cards in their order",
        {.quant = QStringLiteral("exl2-4.0"),
         .context = 8000,
         .requests = 2,
         .kvType = QStringLiteral("q6"),
         .plan = plan(SplitMode::Layer, {0, 1}, {41, 39})},
        QStringLiteral("exllamav2"),
        "cat > config.yml <<'END'\n"
        "model:\n"
        "  model_dir: models\n"
        "  model_name: Llama-3.3-70B-Instruct-exl2-4.0\n"
        "  backend: exllamav2\n"
        "  max_seq_len: 8192\n"
        "  cache_size: 16384\n"
        "  cache_mode: Q6\n"
        "  max_batch_size: 2\n"
        "END\n"
        "python main.py");
    MemoryPlan two = tensor(2, {0, 1});
    two.use = {{bytesFromGiB(18), bytesFromGiB(2), {}, bytesFromGiB(1)},
               {bytesFromGiB(18.55), bytesFromGiB(2), {}, bytesFromGiB(1)}};
    row("ExLlamaV3 with tensors over two of four cards and a draft model",
        {.quant = QStringLiteral("exl3-4.0"),
         .kvType = QStringLiteral("q8"),
         .plan = two,
         .devices = 4,
         .settings = {.physicalBatch = 1024,
                      .draftModelId = QStringLiteral("llama-3.2-1b"),
                      .draftQuantId = QStringLiteral("exl3-4.0")}},
        QStringLiteral("exllamav3"),
        "cat > config.yml <<'END'\n"
        "model:\n"
        "  model_dir: models\n"
        "  model_name: Llama-3.3-70B-Instruct-exl3-4.0\n"
        "  backend: exllamav3\n"
        "  max_seq_len: 32768\n"
        "  cache_size: 32768\n"
        "  cache_mode: 8,8\n"
        "  max_batch_size: 1\n"
        "  tensor_parallel: true\n"
        "  gpu_split_auto: false\n"
        "  gpu_split: [20.0, 20.6]\n"
        "  chunk_size: 1024\n"
        "draft_model:\n"
        "  draft_model_dir: models\n"
        "  draft_model_name: Llama-3.2-1B-Instruct-exl3-4.0\n"
        "END\n"
        "CUDA_VISIBLE_DEVICES=0,1 python main.py");
    MemoryPlan copies = plan(SplitMode::Single, {0, 1}, {80, 80});
    copies.replicas = 2;
    const auto config = [](const QByteArray &number, const QByteArray &port) {
        return "cat > config-" + number
               + ".yml <<'END'\n"
                 "network:\n"
                 "  port: "
               + port
               + "\n"
                 "model:\n"
                 "  model_dir: models\n"
                 "  model_name: Llama-3.3-70B-Instruct-exl3-4.0\n"
                 "  backend: exllamav3\n"
                 "  max_seq_len: 32768\n"
                 "  cache_size: 32768\n"
                 "  cache_mode: FP16\n"
                 "  max_batch_size: 1\n"
                 "END\n";
    };
    row("two copies have a file and a port each", {.quant = QStringLiteral("exl3-4.0"), .requests = 2, .plan = copies},
        QStringLiteral("exllamav3"),
        config("1", "5000") + "CUDA_VISIBLE_DEVICES=0 python main.py --config config-1.yml\n" + config("2", "5001")
            + "CUDA_VISIBLE_DEVICES=1 python main.py --config config-2.yml");
}

void TestLaunchCommandServers::hostileTextStaysInItsWord_data()
{
    QTest::addColumn<QString>("engine");
    QTest::addColumn<QString>("quant");
    QTest::newRow("vLLM") << QStringLiteral("vllm") << QStringLiteral("bf16");
    QTest::newRow("SGLang") << QStringLiteral("sglang") << QStringLiteral("bf16");
    QTest::newRow("TensorRT-LLM") << QStringLiteral("tensorrt-llm") << QStringLiteral("bf16");
    QTest::newRow("MLX") << QStringLiteral("mlx") << QStringLiteral("mlx-4bit");
    QTest::newRow("ExLlamaV3") << QStringLiteral("exllamav3") << QStringLiteral("exl3-4.0");
    QTest::newRow("Ollama") << QStringLiteral("ollama") << QStringLiteral("q4_k_m");
    QTest::newRow("LM Studio") << QStringLiteral("lm-studio") << QStringLiteral("q4_k_m");
}

/// Every line break of the name is inside quotes: without what is quoted no line begins with END
/// but the one that ends a file, and nothing of the name is left.
void TestLaunchCommandServers::hostileTextStaysInItsWord()
{
    QFETCH(QString, engine);
    QFETCH(QString, quant);
    QString text =
        launchText({.model = QStringLiteral("hostile"),
                    .quant = quant,
                    .engine = engine,
                    .kvType = QStringLiteral("q8"),
                    .plan = plan(SplitMode::Single, {0}),
                    .settings = {.graphs = false, .draftModelId = QStringLiteral("hostile"), .draftQuantId = quant}});
    QVERIFY(text.contains(QLatin1String("rm -rf")));
    text.remove(QStringLiteral("\\'")).remove(QRegularExpression(QStringLiteral("'[^']*'|\"[^\"\\n]*\"")));
    QVERIFY2(!text.contains(QLatin1String("rm -rf")), qPrintable(text));
    QVERIFY(text.count(QLatin1String("END")) <= 1);
}

QTEST_GUILESS_MAIN(TestLaunchCommandServers)
#include "tst_launch_command_servers.moc"
