// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalog/field_list.h"

namespace rigwright {

template <>
const std::vector<Field<LlmModel>> &fields<LlmModel>()
{
    static const std::vector<Field<LlmModel>> list =
        FieldList<LlmModel>()
            .required("id", &LlmModel::id)
            .required("name", &LlmModel::name)
            .optional("aliases", &LlmModel::aliases)
            .required("family", &LlmModel::family)
            .optional("repository", &LlmModel::repository)
            .optional("architecture", &LlmModel::architecture)
            .optional("license", &LlmModel::license)
            .optional("release_date", &LlmModel::releaseDate)
            .required("kind", &LlmModel::kind)
            .required("released", &LlmModel::released)
            .required("params_total", &LlmModel::totalParameters)
            .required("params_active", &LlmModel::activeParameters)
            .required("params_read_per_token", &LlmModel::readParametersPerToken)
            .optional("vision_params", &LlmModel::visionParameters)
            .optional(
                "embed_params", [](auto &row) -> auto & { return row.classes.embedding; })
            .optional(
                "output_head_params", [](auto &row) -> auto & { return row.classes.outputHead; })
            .optional(
                "attn_params", [](auto &row) -> auto & { return row.classes.attention; })
            .optional(
                "linear_attn_params", [](auto &row) -> auto & { return row.classes.linearAttention; })
            .optional(
                "ffn_dense_params", [](auto &row) -> auto & { return row.classes.denseFfn; })
            .optional(
                "expert_params", [](auto &row) -> auto & { return row.classes.experts; })
            .optional(
                "shared_expert_params", [](auto &row) -> auto & { return row.classes.sharedExperts; })
            .optional(
                "router_norm_other_params", [](auto &row) -> auto & { return row.classes.routerNormOther; })
            .required("layers", &LlmModel::layers)
            .within(0, 1000)
            .required("hidden_size", &LlmModel::hiddenSize)
            .optional("attention_heads", &LlmModel::attentionHeads)
            .optional("kv_heads", &LlmModel::kvHeads)
            .optional("head_dim", &LlmModel::headDim)
            .optional("ffn_size", &LlmModel::ffnSize)
            .optional("vocab_size", &LlmModel::vocabularySize)
            .required("tied_embeddings", &LlmModel::tiedEmbeddings)
            .required("max_context", &LlmModel::maxContext)
            .required("attention_type", &LlmModel::attention)
            .optional("kv_lora_rank", &LlmModel::kvLoraRank)
            .optional("rope_head_dim", &LlmModel::ropeHeadDim)
            .optional("q_lora_rank", &LlmModel::qLoraRank)
            .optional("value_head_dim", &LlmModel::valueHeadDim)
            .optional("sliding_window", &LlmModel::slidingWindow)
            .optional("full_attention_layers", &LlmModel::fullAttentionLayers)
            .optional("sliding_window_layers", &LlmModel::slidingWindowLayers)
            .optional("linear_attention_layers", &LlmModel::linearAttentionLayers)
            .optional("linear_qkv_size", &LlmModel::linearQkvSize)
            .optional("linear_inner_size", &LlmModel::linearInnerSize)
            .optional("experts", &LlmModel::experts)
            .optional("experts_active", &LlmModel::activeExperts)
            .optional("shared_experts", &LlmModel::sharedExperts)
            .optional("expert_ffn_size", &LlmModel::expertFfnSize)
            .optional("dense_layers", &LlmModel::denseLayers)
            .optional("kv_bytes_per_token_global_f16", &LlmModel::kvBytesPerTokenGlobalF16)
            .optional("kv_bytes_per_token_swa_f16", &LlmModel::kvBytesPerTokenSlidingF16)
            .optional("recurrent_state_bytes_f32", &LlmModel::recurrentStateBytesF32)
            .optional("geometry_exceptions", &LlmModel::geometryExceptions)
            .optional("native_dtype", &LlmModel::nativeDtype)
            .optional("gguf_bytes", &LlmModel::ggufBytes)
            .sourced()
            .optional("notes", &LlmModel::notes)
            .finished();
    return list;
}

template <>
const std::vector<Field<Quantization>> &fields<Quantization>()
{
    static const std::vector<Field<Quantization>> list =
        FieldList<Quantization>()
            .required("id", &Quantization::id)
            .required("name", &Quantization::name)
            .optional("aliases", &Quantization::aliases)
            .required("family", &Quantization::family)
            .required("nominal_bits", &Quantization::nominalBits)
            .within(1, 32)
            .required("bits_per_weight", &Quantization::bitsPerWeight)
            .within(1, 32)
            .optional("bits_per_weight_8b", &Quantization::bitsPerWeight8B)
            .within(0, 32)
            .optional("bits_per_weight_70b", &Quantization::bitsPerWeight70B)
            .within(0, 32)
            .required("head_bits", &Quantization::headBits)
            .within(1, 32)
            .required("embedding_bits", &Quantization::embeddingBits)
            .within(1, 32)
            .required("tied_embedding_bits", &Quantization::tiedEmbeddingBits)
            .within(1, 32)
            .optional("perplexity_increase_pct", &Quantization::perplexityIncreasePercent)
            .within(-1, 1000)
            .optional("engines", &Quantization::engines)
            .optional("only_model", &Quantization::onlyModel)
            .sourced()
            .optional("notes", &Quantization::notes)
            .finished();
    return list;
}

template <>
const std::vector<Field<InferenceEngine>> &fields<InferenceEngine>()
{
    static const std::vector<Field<InferenceEngine>> list =
        FieldList<InferenceEngine>()
            .required("id", &InferenceEngine::id)
            .required("name", &InferenceEngine::name)
            .optional("aliases", &InferenceEngine::aliases)
            .required("vendors", &InferenceEngine::vendors)
            .required("tensor_parallel", &InferenceEngine::tensorParallel)
            .required("layer_split", &InferenceEngine::layerSplit)
            .required("cpu_offload", &InferenceEngine::cpuOffload)
            .required("expert_offload", &InferenceEngine::expertOffload)
            .required("multi_node", &InferenceEngine::multiNode)
            .required("batching", &InferenceEngine::batching)
            .required("kv_types", &InferenceEngine::kvTypes)
            .required("memory_utilization", &InferenceEngine::memoryUtilization)
            .within(0.1, 1)
            .required("kv_granularity_tokens", &InferenceEngine::kvGranularityTokens)
            .within(1, 65536)
            .optional("reserve_mib_per_gpu", &InferenceEngine::reservePerGpu, kMiB)
            .required("logits_rows", &InferenceEngine::logitsRows)
            .required("default_concurrency", &InferenceEngine::defaultConcurrency)
            .within(1, 65536)
            .optional("license", &InferenceEngine::license)
            .sourced()
            .optional("notes", &InferenceEngine::notes)
            .finished();
    return list;
}

template <>
const std::vector<Field<Measurement>> &fields<Measurement>()
{
    static const std::vector<Field<Measurement>> list =
        FieldList<Measurement>()
            .required("id", &Measurement::id)
            .required("source", &Measurement::source)
            .optional("source_url", &Measurement::sourceUrl)
            .required("date", &Measurement::date)
            .required("engine", &Measurement::engine)
            .derived("engine_id", &Measurement::engineId)
            .optional("engine_detail", &Measurement::engineDetail)
            .required("gpu", &Measurement::device)
            .derived("gpu_id", &Measurement::gpuId)
            .required("gpu_count", &Measurement::gpuCount)
            .within(1, 1000)
            .optional("interconnect", &Measurement::interconnect)
            .required("split_mode", &Measurement::splitMode)
            .required("model", &Measurement::model)
            .derived("model_id", &Measurement::modelId)
            .optional("params_b", &Measurement::billionParameters)
            .optional("active_params_b", &Measurement::billionActiveParameters)
            .optional("quant", &Measurement::quant)
            .derived("quant_id", &Measurement::quantId)
            .optional("kv_quant", &Measurement::kvQuant)
            .optional("prompt_tokens", &Measurement::promptTokens)
            .optional("gen_tokens", &Measurement::generatedTokens)
            .optional("context_depth", &Measurement::contextDepth)
            .optional("concurrency", &Measurement::concurrency)
            .blankIs(&Measurement::concurrency, 0.0)
            .optional("tg_tok_s", &Measurement::decodeTokensPerSecond)
            .optional("pp_tok_s", &Measurement::prefillTokensPerSecond)
            .optional("notes", &Measurement::notes)
            .derived("trusted", &Measurement::trusted)
            .finished();
    return list;
}

} // namespace rigwright
