// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/interchange/model_config.h"

#include "core/catalog/checks.h"
#include "tests/support/model_differences.h"
#include "tests/support/test_catalog.h"

#include <QRandomGenerator>
#include <QTest>

using namespace rigwright;
using namespace rigwright::test;

namespace {

const QByteArray kLlama =
    R"({"model_type":"llama","hidden_size":4096,"intermediate_size":14336,"num_attention_heads":32,
    "num_hidden_layers":32,"num_key_value_heads":8,"vocab_size":128256,"max_position_embeddings":131072,
    "tie_word_embeddings":false,"attention_bias":false,"torch_dtype":"bfloat16"})";

} // namespace

/// Configurations as they are published with the models, without what has no bearing on their sizes.
class TestModelConfig : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aPublishedConfigurationIsTheCataloguesRow_data();
    void aPublishedConfigurationIsTheCataloguesRow()
    {
        QFETCH(QString, id);
        QFETCH(QByteArray, config);
        const LlmModel *expected = testCatalog().models.find(id);
        QVERIFY2(expected, qPrintable(id));
        const Result<LlmModel> model = modelFromConfig(config, expected->name);
        QVERIFY2(model.ok(), model.ok() ? "" : qPrintable(model.error().message));
        QCOMPARE(figureDifferences(*model, *expected), QStringList());

        LlmModel row = *model;
        row.checked = QDate(2026, 11, 21);
        Catalog rows;
        rows.models = Table<LlmModel>({row});
        QStringList problems;
        for (const Problem &problem : problemsIn(rows, rows))
            problems << problemText(problem);
        QCOMPARE(problems, QStringList());
    }

    void namesAndTypesAreTaken()
    {
        QByteArray text = kLlama;
        text.replace("{\"model_type\"", R"({"_name_or_path":"someone/My Llama 8B","model_type")");
        const LlmModel model = modelFromConfig(text, {}).value();
        QCOMPARE(model.repository, QStringLiteral("someone/My Llama 8B"));
        QCOMPARE(model.name, QStringLiteral("My Llama 8B"));
        QCOMPARE(model.id, QStringLiteral("my-llama-8b"));
        QCOMPARE(model.nativeDtype, QStringLiteral("bf16"));
        QCOMPARE(modelFromConfig(text, QStringLiteral("Other")).value().id, QStringLiteral("other"));
    }

    void whatIsMissingIsNamed_data()
    {
        QTest::addColumn<QByteArray>("config");
        QTest::addColumn<QString>("message");
        const auto without = [](const char *key) {
            QByteArray text = kLlama;
            return text.replace(QByteArray(key), "other_" + QByteArray(key));
        };
        for (const char *key : {"model_type", "hidden_size", "intermediate_size", "num_attention_heads",
                                "num_hidden_layers", "vocab_size", "max_position_embeddings"})
            QTest::newRow(key) << without(key) << QString(u'"' + QLatin1String(key) + u'"');
        QTest::newRow("the experts of a token")
            << QByteArray(kLlama).replace("\"llama\"", R"("mixtral","num_local_experts":8)")
            << QStringLiteral("\"num_experts_per_tok\"");
        QTest::newRow("a latent without a rotary part")
            << QByteArray(kLlama).replace("\"llama\"", R"("deepseek_v3","kv_lora_rank":512)")
            << QStringLiteral("\"qk_rope_head_dim\"");
        QTest::newRow("the heads of linear layers")
            << QByteArray(kLlama).replace("\"llama\"", "\"qwen3_next\"") << QStringLiteral("\"linear_key_head_dim\"");
        QTest::newRow("a family that is not known")
            << QByteArray(kLlama).replace("\"llama\"", "\"novel\"") << QStringLiteral("Import a GGUF file");
        QTest::newRow("more layers than any model")
            << QByteArray(kLlama).replace("\"num_hidden_layers\":32", "\"num_hidden_layers\":1e9")
            << QStringLiteral("for \"num_hidden_layers\"");
        QTest::newRow("a width whose products overflow")
            << QByteArray(kLlama).replace("\"hidden_size\":4096", "\"hidden_size\":1000000")
            << QStringLiteral("for \"hidden_size\"");
        QTest::newRow("negative heads") << QByteArray(kLlama).replace("_heads\":32", "_heads\":-32")
                                        << QStringLiteral("for \"num_attention_heads\"");
        QTest::newRow("half a head") << QByteArray(kLlama).replace("_heads\":8", "_heads\":0.5")
                                     << QStringLiteral("for \"num_key_value_heads\"");
        QTest::newRow("no object") << QByteArray("[]") << QStringLiteral("no configuration of a model");
        QTest::newRow("nothing") << QByteArray() << QStringLiteral("empty");
        QTest::newRow("cut off") << kLlama.left(100) << QStringLiteral("cut off");
        QTest::newRow("nested too deeply") << QByteArray(1000, '[') << QStringLiteral("no configuration of a model");
        QTest::newRow("too large") << QByteArray(5 * 1024 * 1024, ' ') << QStringLiteral("no configuration of a model");
    }
    void whatIsMissingIsNamed()
    {
        QFETCH(QByteArray, config);
        QFETCH(QString, message);
        const Result<LlmModel> model = modelFromConfig(config, QStringLiteral("Mine"));
        QVERIFY(!model.ok());
        QVERIFY2(model.error().message.contains(message), qPrintable(model.error().message));
    }

    void changedBytesNeverCrash()
    {
        QRandomGenerator random(4711);
        int readable = 0;
        for (int i = 0; i < 5'000; ++i) {
            QByteArray text = kLlama;
            for (int changes = random.bounded(1, 4); changes > 0; --changes)
                text[random.bounded(text.size())] = char(random.bounded(32, 127));
            const Result<LlmModel> model = modelFromConfig(text, QStringLiteral("Mine"));
            readable += model.ok() ? 1 : 0;
            QVERIFY(model.ok() ? model->totalParameters > 0 : !model.error().message.isEmpty());
        }
        QVERIFY(readable > 100 && readable < 5'000); // both ways were gone
    }
};

void TestModelConfig::aPublishedConfigurationIsTheCataloguesRow_data()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<QByteArray>("config");
    const auto row = [](const char *what, const char *id, const QByteArray &config) {
        QTest::newRow(what) << QString::fromLatin1(id) << config;
    };
    row("llama", "llama-3.1-8b", kLlama);
    row("llama, tied", "llama-3.2-1b", R"({"model_type":"llama","hidden_size":2048,"intermediate_size":8192,
        "num_attention_heads":32,"num_hidden_layers":16,"num_key_value_heads":8,"head_dim":64,"vocab_size":128256,
        "max_position_embeddings":131072,"tie_word_embeddings":true})");
    row("mistral, a window that the cache does not use", "mistral-7b-v0.1", R"({"model_type":"mistral",
        "hidden_size":4096,"intermediate_size":14336,"num_attention_heads":32,"num_hidden_layers":32,
        "num_key_value_heads":8,"vocab_size":32000,"max_position_embeddings":32768,"sliding_window":4096})");
    row("mixtral", "mixtral-8x7b", R"({"model_type":"mixtral","hidden_size":4096,"intermediate_size":14336,
        "num_attention_heads":32,"num_hidden_layers":32,"num_key_value_heads":8,"vocab_size":32000,
        "max_position_embeddings":32768,"sliding_window":null,"num_local_experts":8,"num_experts_per_tok":2})");
    row("qwen2, with biases", "qwen2.5-7b", R"({"model_type":"qwen2","hidden_size":3584,"intermediate_size":18944,
        "num_attention_heads":28,"num_hidden_layers":28,"num_key_value_heads":4,"vocab_size":152064,
        "max_position_embeddings":131072,"sliding_window":131072,"use_sliding_window":false,
        "tie_word_embeddings":false})");
    row("qwen3", "qwen3-8b", R"({"model_type":"qwen3","hidden_size":4096,"intermediate_size":12288,"head_dim":128,
        "num_attention_heads":32,"num_hidden_layers":36,"num_key_value_heads":8,"vocab_size":151936,
        "max_position_embeddings":131072,"attention_bias":false,"tie_word_embeddings":false})");
    row("qwen3_moe", "qwen3-30b-a3b", R"({"model_type":"qwen3_moe","hidden_size":2048,"intermediate_size":6144,
        "head_dim":128,"num_attention_heads":32,"num_hidden_layers":48,"num_key_value_heads":4,"vocab_size":151936,
        "max_position_embeddings":131072,"num_experts":128,"num_experts_per_tok":8,"moe_intermediate_size":768,
        "decoder_sparse_step":1,"mlp_only_layers":[],"attention_bias":false,"tie_word_embeddings":false})");
    row("qwen3_next", "qwen3-next-80b-a3b", R"({"model_type":"qwen3_next","hidden_size":2048,
        "intermediate_size":5120,"head_dim":256,"num_attention_heads":16,"num_hidden_layers":48,
        "num_key_value_heads":2,"vocab_size":151936,"max_position_embeddings":262144,"num_experts":512,
        "num_experts_per_tok":10,"moe_intermediate_size":512,"shared_expert_intermediate_size":512,
        "decoder_sparse_step":1,"full_attention_interval":4,"linear_conv_kernel_dim":4,"linear_key_head_dim":128,
        "linear_num_key_heads":16,"linear_num_value_heads":32,"linear_value_head_dim":128,"mlp_only_layers":[],
        "tie_word_embeddings":false})");
    row("qwen3_5_moe, inside a model that sees", "qwen3.5-35b-a3b", R"({"model_type":"qwen3_5_moe",
        "vision_config":{"hidden_size":1152},"tie_word_embeddings":false,"text_config":{
        "model_type":"qwen3_5_moe_text","hidden_size":2048,"head_dim":256,"num_attention_heads":16,
        "num_hidden_layers":40,"num_key_value_heads":2,"vocab_size":248320,"max_position_embeddings":262144,
        "num_experts":256,"num_experts_per_tok":8,"moe_intermediate_size":512,"shared_expert_intermediate_size":512,
        "full_attention_interval":4,"linear_conv_kernel_dim":4,"linear_key_head_dim":128,"linear_num_key_heads":16,
        "linear_num_value_heads":32,"linear_value_head_dim":128}})");
    row("gemma2", "gemma-2-9b", R"({"model_type":"gemma2","hidden_size":3584,"intermediate_size":14336,
        "head_dim":256,"num_attention_heads":16,"num_hidden_layers":42,"num_key_value_heads":8,"vocab_size":256000,
        "max_position_embeddings":8192,"sliding_window":4096})");
    row("gemma3, inside a model that sees", "gemma-3-4b", R"({"model_type":"gemma3","vision_config":{},
        "text_config":{"model_type":"gemma3_text","hidden_size":2560,"intermediate_size":10240,"head_dim":256,
        "num_attention_heads":8,"num_hidden_layers":34,"num_key_value_heads":4,"vocab_size":262208,
        "max_position_embeddings":131072,"sliding_window":1024,"sliding_window_pattern":6}})");
    const QByteArray gemma4Layers = [] {
        QByteArray words;
        for (int i = 1; i <= 30; ++i)
            words += i % 6 ? R"("sliding_attention",)" : R"("full_attention",)";
        words.chop(1);
        return words;
    }();
    row("gemma4, heads of two sizes and a dense FFN beside the experts", "gemma-4-26b-a4b",
        R"({"model_type":"gemma4","vision_config":{},"text_config":{"model_type":"gemma4_text","hidden_size":2816,
        "intermediate_size":2112,"head_dim":256,"global_head_dim":512,"num_attention_heads":16,
        "num_hidden_layers":30,"num_key_value_heads":8,"num_global_key_value_heads":2,"attention_k_eq_v":true,
        "vocab_size":262144,"max_position_embeddings":262144,"sliding_window":1024,"num_experts":128,
        "top_k_experts":8,"moe_intermediate_size":704,"hidden_size_per_layer_input":0,"num_kv_shared_layers":0,
        "layer_types":[)"
            + gemma4Layers + "]}}");
    row("phi3", "phi-3-mini-4k", R"({"model_type":"phi3","hidden_size":3072,"intermediate_size":8192,
        "num_attention_heads":32,"num_hidden_layers":32,"num_key_value_heads":32,"vocab_size":32064,
        "max_position_embeddings":4096,"sliding_window":2048,"tie_word_embeddings":false,"attention_bias":false})");
    row("deepseek_v2", "deepseek-v2-lite", R"({"model_type":"deepseek_v2","hidden_size":2048,
        "intermediate_size":10944,"num_attention_heads":16,"num_hidden_layers":27,"num_key_value_heads":16,
        "vocab_size":102400,"max_position_embeddings":32768,"kv_lora_rank":512,"q_lora_rank":null,
        "qk_nope_head_dim":128,"qk_rope_head_dim":64,"v_head_dim":128,"n_routed_experts":64,"n_shared_experts":2,
        "num_experts_per_tok":6,"moe_intermediate_size":1408,"first_k_dense_replace":1,"attention_bias":false})");
    const QByteArray v3 = R"("hidden_size":7168,
        "intermediate_size":18432,"num_attention_heads":128,"num_hidden_layers":61,"num_key_value_heads":128,
        "vocab_size":129280,"max_position_embeddings":131072,"kv_lora_rank":512,"q_lora_rank":1536,
        "qk_nope_head_dim":128,"qk_rope_head_dim":64,"v_head_dim":128,"n_routed_experts":256,"n_shared_experts":1,
        "num_experts_per_tok":8,"moe_intermediate_size":2048,"first_k_dense_replace":3,"attention_bias":false})";
    row("deepseek_v3", "deepseek-v3", R"({"model_type":"deepseek_v3",)" + v3);
    row("deepseek_v32, with an indexer", "deepseek-v3.2",
        R"({"model_type":"deepseek_v32","index_n_heads":64,"index_head_dim":128,)" + v3);
    row("kimi_k2", "kimi-k2", R"({"model_type":"kimi_k2","hidden_size":7168,"intermediate_size":18432,
        "num_attention_heads":64,"num_hidden_layers":61,"num_key_value_heads":64,"vocab_size":163840,
        "max_position_embeddings":131072,"kv_lora_rank":512,"q_lora_rank":1536,"qk_nope_head_dim":128,
        "qk_rope_head_dim":64,"v_head_dim":128,"n_routed_experts":384,"n_shared_experts":1,"num_experts_per_tok":8,
        "moe_intermediate_size":2048,"first_k_dense_replace":1,"attention_bias":false})");
    row("chatglm", "glm-4-9b", R"({"model_type":"chatglm","hidden_size":4096,"ffn_hidden_size":13696,
        "num_attention_heads":32,"num_layers":40,"multi_query_attention":true,"multi_query_group_num":2,
        "kv_channels":128,"padded_vocab_size":151552,"seq_length":131072,"add_qkv_bias":true,
        "add_bias_linear":false})");
    row("glm4_moe", "glm-4.5-air", R"({"model_type":"glm4_moe","hidden_size":4096,"intermediate_size":10944,
        "head_dim":128,"num_attention_heads":96,"num_hidden_layers":46,"num_key_value_heads":8,"vocab_size":151552,
        "max_position_embeddings":131072,"n_routed_experts":128,"n_shared_experts":1,"num_experts_per_tok":8,
        "moe_intermediate_size":1408,"first_k_dense_replace":1,"attention_bias":true,"use_qk_norm":false,
        "num_nextn_predict_layers":1,"tie_word_embeddings":false})");
    row("gpt_oss", "gpt-oss-20b", R"({"model_type":"gpt_oss","hidden_size":2880,"intermediate_size":2880,
        "head_dim":64,"num_attention_heads":64,"num_hidden_layers":24,"num_key_value_heads":8,"vocab_size":201088,
        "max_position_embeddings":131072,"sliding_window":128,"num_local_experts":32,"num_experts_per_tok":4,
        "experts_per_token":4,"attention_bias":true,"tie_word_embeddings":false})");
    row("cohere", "command-r-35b", R"({"model_type":"cohere","hidden_size":8192,"intermediate_size":22528,
        "num_attention_heads":64,"num_hidden_layers":40,"num_key_value_heads":64,"vocab_size":256000,
        "max_position_embeddings":131072,"use_qk_norm":false})");
    row("cohere2", "command-r7b", R"({"model_type":"cohere2","hidden_size":4096,"intermediate_size":14336,
        "head_dim":128,"num_attention_heads":32,"num_hidden_layers":32,"num_key_value_heads":8,"vocab_size":256000,
        "max_position_embeddings":131072,"sliding_window":4096,"sliding_window_pattern":4})");
    row("granite", "granite-4.0-micro", R"({"model_type":"granite","hidden_size":2560,"intermediate_size":8192,
        "num_attention_heads":40,"num_hidden_layers":40,"num_key_value_heads":8,"vocab_size":100352,
        "max_position_embeddings":131072,"tie_word_embeddings":true,"attention_bias":false})");
    const QByteArray graniteLayers = [] {
        QByteArray words;
        for (int i = 0; i < 40; ++i)
            words += i % 10 == 5 ? R"("attention",)" : R"("mamba",)";
        words.chop(1);
        return words;
    }();
    row("granitemoehybrid", "granite-4.0-h-tiny",
        R"({"model_type":"granitemoehybrid","hidden_size":1536,
        "intermediate_size":512,"shared_intermediate_size":1024,"num_attention_heads":12,"num_hidden_layers":40,
        "num_key_value_heads":4,"vocab_size":100352,"max_position_embeddings":131072,"num_local_experts":64,
        "num_experts_per_tok":6,"mamba_d_conv":4,"mamba_d_head":64,"mamba_d_state":128,"mamba_n_groups":1,
        "mamba_n_heads":48,"tie_word_embeddings":true,"layer_types":[)"
            + graniteLayers + "]}");
    row("minimax_m2", "minimax-m2", R"({"model_type":"minimax_m2","hidden_size":3072,"intermediate_size":1536,
        "head_dim":128,"num_attention_heads":48,"num_hidden_layers":62,"num_key_value_heads":8,"vocab_size":200064,
        "max_position_embeddings":196608,"num_local_experts":256,"num_experts_per_tok":8,"use_qk_norm":true,
        "shared_intermediate_size":0,"tie_word_embeddings":false})");
    row("olmo2", "olmo-2-7b", R"({"model_type":"olmo2","hidden_size":4096,"intermediate_size":11008,
        "num_attention_heads":32,"num_hidden_layers":32,"num_key_value_heads":32,"vocab_size":100352,
        "max_position_embeddings":4096,"tie_word_embeddings":false})");
    row("olmo3", "olmo-3-7b", R"({"model_type":"olmo3","hidden_size":4096,"intermediate_size":11008,
        "num_attention_heads":32,"num_hidden_layers":32,"num_key_value_heads":32,"vocab_size":100278,
        "max_position_embeddings":65536,"sliding_window":4096,"tie_word_embeddings":false})");
    row("falcon, one key for all heads", "falcon-7b", R"({"model_type":"falcon","hidden_size":4544,
        "num_attention_heads":71,"num_hidden_layers":32,"num_kv_heads":71,"multi_query":true,"vocab_size":65024,
        "max_position_embeddings":2048,"new_decoder_architecture":false,"parallel_attn":true,
        "tie_word_embeddings":false})");
    row("glm4", "glm-4-32b-0414", R"({"model_type":"glm4","hidden_size":6144,"intermediate_size":23040,"head_dim":128,
        "num_attention_heads":48,"num_hidden_layers":61,"num_key_value_heads":2,"vocab_size":151552,
        "max_position_embeddings":32768,"attention_bias":false,"tie_word_embeddings":false})");
    row("glm4_moe_lite", "glm-4.7-flash", R"({"model_type":"glm4_moe_lite","hidden_size":2048,
        "intermediate_size":10240,"num_attention_heads":20,"num_hidden_layers":47,"num_key_value_heads":20,
        "vocab_size":154880,"max_position_embeddings":202752,"kv_lora_rank":512,"q_lora_rank":768,
        "qk_nope_head_dim":192,"qk_rope_head_dim":64,"v_head_dim":256,"n_routed_experts":64,"n_shared_experts":1,
        "num_experts_per_tok":4,"moe_intermediate_size":1536,"first_k_dense_replace":1,"attention_bias":false})");
    row("glm_moe_dsa", "glm-5", R"({"model_type":"glm_moe_dsa","hidden_size":6144,"intermediate_size":12288,
        "num_attention_heads":64,"num_hidden_layers":78,"num_key_value_heads":64,"vocab_size":154880,
        "max_position_embeddings":202752,"kv_lora_rank":512,"q_lora_rank":2048,"qk_nope_head_dim":192,
        "qk_rope_head_dim":64,"v_head_dim":256,"n_routed_experts":256,"n_shared_experts":1,"num_experts_per_tok":8,
        "moe_intermediate_size":2048,"first_k_dense_replace":3,"index_n_heads":32,"index_head_dim":128})");
    row("llama4, chunked", "llama-4-scout", R"({"model_type":"llama4","vision_config":{},"text_config":{
        "model_type":"llama4_text","hidden_size":5120,"intermediate_size":8192,"intermediate_size_mlp":16384,
        "head_dim":128,"num_attention_heads":40,"num_hidden_layers":48,"num_key_value_heads":8,"vocab_size":202048,
        "max_position_embeddings":10485760,"attention_chunk_size":8192,"num_local_experts":16,
        "num_experts_per_tok":1,"interleave_moe_layer_step":1}})");
    const QByteArray minimaxLayers = QByteArray("0,0,0,0,0,0,0,1,").repeated(10).chopped(1);
    row("minimax_m1, lightning attention", "minimax-m1",
        R"({"model_type":"minimax_m1","hidden_size":6144,
        "intermediate_size":9216,"head_dim":128,"num_attention_heads":64,"num_hidden_layers":80,
        "num_key_value_heads":8,"vocab_size":200064,"max_position_embeddings":1048576,"num_local_experts":32,
        "num_experts_per_tok":2,"shared_intermediate_size":0,"attn_type_list":[)"
            + minimaxLayers + "]}");
    QByteArray sliding = R"("sliding_attention",)";
    const QByteArray e2bLayers = (sliding.repeated(4) + R"("full_attention",)").repeated(7).chopped(1);
    row("gemma4, an embedding per layer and FFNs of two widths", "gemma-4-e2b", R"({"model_type":"gemma4",
        "vision_config":{},"text_config":{"model_type":"gemma4_text","hidden_size":1536,"intermediate_size":6144,
        "head_dim":256,"global_head_dim":512,"num_attention_heads":8,"num_hidden_layers":35,
        "num_key_value_heads":1,"vocab_size":262144,"max_position_embeddings":131072,"sliding_window":512,
        "hidden_size_per_layer_input":256,"num_kv_shared_layers":20,"use_double_wide_mlp":true,
        "layer_types":[)" + e2bLayers + "]}}");
    row("exaone4", "exaone-4.0-32b", R"({"model_type":"exaone4","hidden_size":5120,"intermediate_size":27392,
        "head_dim":128,"num_attention_heads":40,"num_hidden_layers":64,"num_key_value_heads":8,"vocab_size":102400,
        "max_position_embeddings":131072,"sliding_window":4096,"sliding_window_pattern":"LLLG",
        "tie_word_embeddings":false})");
    row("ernie4_5_moe", "ernie-4.5-21b-a3b", R"({"model_type":"ernie4_5_moe","hidden_size":2560,
        "intermediate_size":12288,"num_attention_heads":20,"num_hidden_layers":28,"num_key_value_heads":4,
        "vocab_size":103424,"max_position_embeddings":131072,"moe_num_experts":64,"moe_num_shared_experts":2,
        "moe_k":6,"moe_intermediate_size":1536,"moe_layer_start_index":1,"use_bias":false,
        "tie_word_embeddings":true})");
    row("phimoe, with biases and one of the head", "phi-3.5-moe", R"({"model_type":"phimoe","hidden_size":4096,
        "intermediate_size":6400,"num_attention_heads":32,"num_hidden_layers":32,"num_key_value_heads":8,
        "vocab_size":32064,"max_position_embeddings":131072,"sliding_window":131072,"num_local_experts":16,
        "num_experts_per_tok":2,"attention_bias":true,"lm_head_bias":true,"tie_word_embeddings":false})");
    row("falcon, one key for eight heads", "falcon-40b", R"({"model_type":"falcon","hidden_size":8192,
        "num_attention_heads":128,"num_hidden_layers":60,"num_kv_heads":8,"vocab_size":65024,
        "max_position_embeddings":2048,"new_decoder_architecture":true,"tie_word_embeddings":false})");
    row("olmoe", "olmoe-1b-7b", R"({"model_type":"olmoe","hidden_size":2048,"intermediate_size":1024,
        "num_attention_heads":16,"num_hidden_layers":16,"num_key_value_heads":16,"vocab_size":50304,
        "max_position_embeddings":4096,"num_experts":64,"num_experts_per_tok":8,"tie_word_embeddings":false})");
    row("gpt2", "gpt2-xl", R"({"model_type":"gpt2","n_embd":1600,"n_head":25,"n_layer":48,"n_positions":1024,
        "n_ctx":1024,"vocab_size":50257})");
}

QTEST_GUILESS_MAIN(TestModelConfig)
#include "tst_model_config.moc"
