// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/gguf_file.h"

namespace rigwright::test {

namespace {

/// Writes the tensors of a model, layer by layer, in the types of its mix.
class Tensors
{
public:
    Tensors(GgufFile &file, TypeChoice choice) : m_file(file), m_choice(std::move(choice)) {}

    void setLayer(int layer) { m_layer = layer; }
    void operator()(const QByteArray &name, const std::vector<quint64> &sizes) const
    {
        const QByteArray full = m_layer < 0 ? name : "blk." + QByteArray::number(m_layer) + '.' + name;
        m_file.tensor(full, sizes, m_choice(name, m_layer, sizes));
    }

private:
    GgufFile &m_file;
    TypeChoice m_choice;
    int m_layer = -1;
};

/// Source: llama.cpp, src/llama-quant.cpp.
TypeChoice q4KM(int layers)
{
    return [layers](const QByteArray &name, int layer, const std::vector<quint64> &sizes) -> quint32 {
        const int eighth = layers / 8;
        const bool isRich = layer < eighth || layer >= 7 * layers / 8 || (layer - eighth) % 3 == 2;
        if (sizes.size() == 1 || name.startsWith("ffn_gate_inp"))
            return GgufFile::F32;
        if (name == "output.weight" || (isRich && (name == "attn_v.weight" || name.startsWith("ffn_down"))))
            return GgufFile::Q6_K;
        return GgufFile::Q4_K;
    };
}

GgufFile started(const QByteArray &architecture, const QByteArray &name, quint32 fileType)
{
    GgufFile file;
    file.text("general.architecture", architecture).text("general.name", name).number("general.file_type", fileType);
    return file;
}

using Keys = std::vector<std::pair<QByteArray, quint32>>;
void state(GgufFile &file, const QByteArray &architecture, const Keys &keys)
{
    for (const auto &[key, value] : keys)
        file.number(architecture + '.' + key, value);
}

constexpr quint32 kAllF16 = 1;
constexpr quint32 kQ4KM = 15;
constexpr quint32 kMxfp4 = 38;

} // namespace

quint32 f16Choice(const QByteArray &name, int, const std::vector<quint64> &sizes)
{
    const bool isFull = sizes.size() == 1 || name.startsWith("ffn_gate_inp") || name.startsWith("ssm_conv1d")
                        || name == "ssm_a" || name == "ssm_d" || name == "ssm_norm.weight";
    return isFull ? GgufFile::F32 : GgufFile::F16;
}

GgufFile llama31With8B()
{
    constexpr quint64 d = 4096, kv = 1024, ff = 14336, vocabulary = 128256;
    GgufFile file = started("llama", "Llama 3.1 8B", kQ4KM);
    state(file, "llama",
          {{"block_count", 32},
           {"context_length", 131072},
           {"embedding_length", d},
           {"feed_forward_length", ff},
           {"attention.head_count", 32},
           {"attention.head_count_kv", 8},
           {"rope.dimension_count", 128}});
    Tensors add(file, q4KM(32));
    add("rope_freqs.weight", {64});
    add("token_embd.weight", {d, vocabulary});
    for (int i = 0; i < 32; ++i) {
        add.setLayer(i);
        add("attn_norm.weight", {d});
        add("attn_q.weight", {d, d});
        add("attn_k.weight", {d, kv});
        add("attn_v.weight", {d, kv});
        add("attn_output.weight", {d, d});
        add("ffn_norm.weight", {d});
        add("ffn_gate.weight", {d, ff});
        add("ffn_up.weight", {d, ff});
        add("ffn_down.weight", {ff, d});
    }
    add.setLayer(-1);
    add("output_norm.weight", {d});
    add("output.weight", {d, vocabulary});
    return file;
}

GgufFile qwen3With30B()
{
    constexpr quint64 d = 2048, q = 4096, kv = 512, ff = 768, experts = 128, vocabulary = 151936;
    GgufFile file = started("qwen3moe", "Qwen3 30B A3B", kQ4KM);
    state(file, "qwen3moe",
          {{"block_count", 48},
           {"context_length", 131072},
           {"embedding_length", d},
           {"feed_forward_length", 6144},
           {"attention.head_count", 32},
           {"attention.head_count_kv", 4},
           {"attention.key_length", 128},
           {"attention.value_length", 128},
           {"expert_count", experts},
           {"expert_used_count", 8},
           {"expert_feed_forward_length", ff}});
    Tensors add(file, q4KM(48));
    add("token_embd.weight", {d, vocabulary});
    for (int i = 0; i < 48; ++i) {
        add.setLayer(i);
        add("attn_norm.weight", {d});
        add("attn_q.weight", {d, q});
        add("attn_q_norm.weight", {128});
        add("attn_k.weight", {d, kv});
        add("attn_k_norm.weight", {128});
        add("attn_v.weight", {d, kv});
        add("attn_output.weight", {q, d});
        add("ffn_norm.weight", {d});
        add("ffn_gate_inp.weight", {d, experts});
        add("ffn_gate_exps.weight", {d, ff, experts});
        add("ffn_up_exps.weight", {d, ff, experts});
        add("ffn_down_exps.weight", {ff, d, experts});
    }
    add.setLayer(-1);
    add("output_norm.weight", {d});
    add("output.weight", {d, vocabulary});
    return file;
}

GgufFile gptOssWith20B()
{
    constexpr quint64 d = 2880, q = 4096, kv = 512, experts = 32, vocabulary = 201088;
    GgufFile file = started("gpt-oss", "gpt-oss 20B", kMxfp4);
    state(file, "gpt-oss",
          {{"block_count", 24},
           {"context_length", 131072},
           {"embedding_length", d},
           {"feed_forward_length", d},
           {"attention.head_count", 64},
           {"attention.head_count_kv", 8},
           {"attention.key_length", 64},
           {"attention.value_length", 64},
           {"attention.sliding_window", 128},
           {"expert_count", experts},
           {"expert_used_count", 4},
           {"expert_feed_forward_length", d}});
    Tensors add(file, [](const QByteArray &name, int, const std::vector<quint64> &sizes) -> quint32 {
        if (sizes.size() == 1 || name.startsWith("ffn_gate_inp") || name.endsWith(".bias"))
            return GgufFile::F32;
        return name.contains("_exps") ? GgufFile::Mxfp4 : GgufFile::Q8_0;
    });
    add("token_embd.weight", {d, vocabulary});
    for (int i = 0; i < 24; ++i) {
        add.setLayer(i);
        add("attn_norm.weight", {d});
        add("attn_q.weight", {d, q});
        add("attn_q.bias", {q});
        for (const char *part : {"attn_k", "attn_v"}) {
            add(QByteArray(part) + ".weight", {d, kv});
            add(QByteArray(part) + ".bias", {kv});
        }
        add("attn_output.weight", {q, d});
        add("attn_output.bias", {d});
        add("attn_sinks.weight", {64});
        add("post_attention_norm.weight", {d});
        add("ffn_gate_inp.weight", {d, experts});
        add("ffn_gate_inp.bias", {experts});
        for (const char *part : {"ffn_gate_exps", "ffn_up_exps", "ffn_down_exps"}) {
            add(QByteArray(part) + ".weight", {d, d, experts});
            add(QByteArray(part) + ".bias", {d, experts});
        }
    }
    add.setLayer(-1);
    add("output_norm.weight", {d});
    add("output.weight", {d, vocabulary});
    return file;
}

GgufFile deepSeekV2Lite()
{
    constexpr quint64 d = 2048, heads = 16, latent = 512, rope = 64, nope = 128, value = 128, ff = 10944, expert = 1408,
                      experts = 64, vocabulary = 102400;
    GgufFile file = started("deepseek2", "DeepSeek V2 Lite", kAllF16);
    state(file, "deepseek2",
          {{"block_count", 27},
           {"context_length", 32768},
           {"embedding_length", d},
           {"feed_forward_length", ff},
           {"attention.head_count", heads},
           {"attention.head_count_kv", 1},
           {"attention.kv_lora_rank", latent},
           {"attention.key_length", latent + rope},
           {"attention.value_length", latent},
           {"attention.key_length_mla", nope + rope},
           {"attention.value_length_mla", value},
           {"rope.dimension_count", rope},
           {"leading_dense_block_count", 1},
           {"expert_count", experts},
           {"expert_used_count", 6},
           {"expert_shared_count", 2},
           {"expert_feed_forward_length", expert}});
    Tensors add(file, f16Choice);
    add("token_embd.weight", {d, vocabulary});
    for (int i = 0; i < 27; ++i) {
        add.setLayer(i);
        add("attn_norm.weight", {d});
        add("attn_q.weight", {d, heads * (nope + rope)});
        add("attn_kv_a_mqa.weight", {d, latent + rope});
        add("attn_kv_a_norm.weight", {latent});
        add("attn_k_b.weight", {nope, latent, heads});
        add("attn_v_b.weight", {latent, value, heads});
        add("attn_output.weight", {heads * value, d});
        add("ffn_norm.weight", {d});
        if (i == 0) {
            add("ffn_gate.weight", {d, ff});
            add("ffn_up.weight", {d, ff});
            add("ffn_down.weight", {ff, d});
            continue;
        }
        add("ffn_gate_inp.weight", {d, experts});
        add("ffn_gate_exps.weight", {d, expert, experts});
        add("ffn_up_exps.weight", {d, expert, experts});
        add("ffn_down_exps.weight", {expert, d, experts});
        add("ffn_gate_shexp.weight", {d, 2 * expert});
        add("ffn_up_shexp.weight", {d, 2 * expert});
        add("ffn_down_shexp.weight", {2 * expert, d});
    }
    add.setLayer(-1);
    add("output_norm.weight", {d});
    add("output.weight", {d, vocabulary});
    return file;
}

GgufFile qwen3NextWith80B()
{
    constexpr quint64 d = 2048, head = 256, q = 16 * head, kv = 2 * head, inner = 4096, keys = 2048, expert = 512,
                      experts = 512, vocabulary = 151936;
    GgufFile file = started("qwen3next", "Qwen3 Next 80B A3B", kAllF16);
    state(file, "qwen3next",
          {{"block_count", 48},
           {"context_length", 262144},
           {"embedding_length", d},
           {"attention.head_count", 16},
           {"attention.head_count_kv", 2},
           {"attention.key_length", head},
           {"attention.value_length", head},
           {"ssm.conv_kernel", 4},
           {"ssm.state_size", 128},
           {"ssm.group_count", 16},
           {"ssm.time_step_rank", 32},
           {"ssm.inner_size", inner},
           {"expert_count", experts},
           {"expert_used_count", 10},
           {"expert_feed_forward_length", expert},
           {"expert_shared_feed_forward_length", expert}});
    Tensors add(file, f16Choice);
    add("token_embd.weight", {d, vocabulary});
    for (int i = 0; i < 48; ++i) {
        add.setLayer(i);
        add("attn_norm.weight", {d});
        if (i % 4 == 3) {
            add("attn_q.weight", {d, 2 * q}); // with its gate
            add("attn_k.weight", {d, kv});
            add("attn_v.weight", {d, kv});
            add("attn_q_norm.weight", {head});
            add("attn_k_norm.weight", {head});
            add("attn_output.weight", {q, d});
        } else {
            add("attn_qkv.weight", {d, 2 * keys + inner});
            add("attn_gate.weight", {d, inner});
            add("ssm_ba.weight", {d, 64});
            add("ssm_conv1d.weight", {4, 2 * keys + inner});
            add("ssm_a", {32});
            add("ssm_dt.bias", {32});
            add("ssm_norm.weight", {128});
            add("ssm_out.weight", {inner, d});
        }
        add("post_attention_norm.weight", {d});
        add("ffn_gate_inp.weight", {d, experts});
        add("ffn_gate_exps.weight", {d, expert, experts});
        add("ffn_up_exps.weight", {d, expert, experts});
        add("ffn_down_exps.weight", {expert, d, experts});
        add("ffn_gate_inp_shexp.weight", {d});
        add("ffn_gate_shexp.weight", {d, expert});
        add("ffn_up_shexp.weight", {d, expert});
        add("ffn_down_shexp.weight", {expert, d});
    }
    add.setLayer(-1);
    add("output_norm.weight", {d});
    add("output.weight", {d, vocabulary});
    return file;
}

GgufFile gemma3With4B()
{
    constexpr quint64 d = 2560, q = 2048, kv = 1024, ff = 10240, vocabulary = 262208;
    GgufFile file = started("gemma3", "Gemma 3 4B", kAllF16);
    state(file, "gemma3",
          {{"block_count", 34},
           {"context_length", 131072},
           {"embedding_length", d},
           {"feed_forward_length", ff},
           {"attention.head_count", 8},
           {"attention.head_count_kv", 4},
           {"attention.key_length", 256},
           {"attention.value_length", 256},
           {"attention.sliding_window", 1024}});
    Tensors add(file, f16Choice);
    add("token_embd.weight", {d, vocabulary});
    for (int i = 0; i < 34; ++i) {
        add.setLayer(i);
        add("attn_norm.weight", {d});
        add("attn_q.weight", {d, q});
        add("attn_k.weight", {d, kv});
        add("attn_v.weight", {d, kv});
        add("attn_q_norm.weight", {256});
        add("attn_k_norm.weight", {256});
        add("attn_output.weight", {q, d});
        add("post_attention_norm.weight", {d});
        add("ffn_norm.weight", {d});
        add("ffn_gate.weight", {d, ff});
        add("ffn_up.weight", {d, ff});
        add("ffn_down.weight", {ff, d});
        add("post_ffw_norm.weight", {d});
    }
    add.setLayer(-1);
    add("output_norm.weight", {d});
    return file;
}

GgufFile graniteHybridTiny()
{
    constexpr quint64 d = 1536, kv = 512, inner = 3072, state_size = 128, heads = 48, expert = 512, shared = 1024,
                      experts = 64, vocabulary = 100352;
    GgufFile file = started("granitehybrid", "Granite 4.0 H Tiny", kAllF16);
    state(file, "granitehybrid",
          {{"block_count", 40},
           {"context_length", 131072},
           {"embedding_length", d},
           {"feed_forward_length", expert},
           {"attention.head_count", 12},
           {"ssm.conv_kernel", 4},
           {"ssm.state_size", state_size},
           {"ssm.group_count", 1},
           {"ssm.time_step_rank", heads},
           {"ssm.inner_size", inner},
           {"expert_count", experts},
           {"expert_used_count", 6},
           {"expert_shared_feed_forward_length", shared}});
    std::vector<qint32> kvHeads(40, 0);
    for (const std::size_t layer : {5, 15, 25, 35})
        kvHeads[layer] = 4;
    file.numbers("granitehybrid.attention.head_count_kv", kvHeads);
    Tensors add(file, f16Choice);
    add("token_embd.weight", {d, vocabulary});
    for (int i = 0; i < 40; ++i) {
        add.setLayer(i);
        add("attn_norm.weight", {d});
        if (kvHeads[std::size_t(i)] > 0) {
            add("attn_q.weight", {d, d});
            add("attn_k.weight", {d, kv});
            add("attn_v.weight", {d, kv});
            add("attn_output.weight", {d, d});
        } else {
            add("ssm_in.weight", {d, 2 * inner + 2 * state_size + heads});
            add("ssm_conv1d.weight", {4, inner + 2 * state_size});
            add("ssm_conv1d.bias", {inner + 2 * state_size});
            add("ssm_dt.bias", {heads});
            add("ssm_a", {1, heads});
            add("ssm_d", {1, heads});
            add("ssm_norm.weight", {inner, 1});
            add("ssm_out.weight", {inner, d});
        }
        add("ffn_norm.weight", {d});
        add("ffn_gate_inp.weight", {d, experts});
        add("ffn_gate_exps.weight", {d, expert, experts});
        add("ffn_up_exps.weight", {d, expert, experts});
        add("ffn_down_exps.weight", {expert, d, experts});
        add("ffn_gate_shexp.weight", {d, shared});
        add("ffn_up_shexp.weight", {d, shared});
        add("ffn_down_shexp.weight", {shared, d});
    }
    add.setLayer(-1);
    add("output_norm.weight", {d});
    return file;
}

} // namespace rigwright::test
