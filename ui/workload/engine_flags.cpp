// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/workload/engine_flags.h"

namespace rigwright::ui {

namespace {

using Id = EngineSettingId;

struct Flag
{
    QLatin1String engine;
    Id setting;
    QLatin1String name;
};

const QLatin1String kLlama("llama.cpp");
const QLatin1String kIk("ik_llama.cpp");
const QLatin1String kOllama("ollama");
const QLatin1String kStudio("lm-studio");
const QLatin1String kVllm("vllm");
const QLatin1String kSglang("sglang");
const QLatin1String kTensorRt("tensorrt-llm");
const QLatin1String kExLlama2("exllamav2");
const QLatin1String kExLlama3("exllamav3");
const QLatin1String kMlx("mlx");
const QLatin1String kTransformers("transformers");

// Sources: the engines' own command-line references: llama.cpp tools/server/README.md, ik_llama.cpp
// common/common.cpp, Ollama envconfig and Modelfile parameters, LM Studio load settings, vLLM "Engine
// Arguments", SGLang "Server Arguments", trtllm-serve and its extra options, TabbyAPI config_sample.yml,
// mlx-lm SERVER.md, Transformers from_pretrained() and generate().
const Flag kFlags[] = {
    {kLlama, Id::FlashAttention, QLatin1String("--flash-attn")},
    {kLlama, Id::PhysicalBatch, QLatin1String("--ubatch-size")},
    {kLlama, Id::FullWindowCache, QLatin1String("--swa-full")},
    {kLlama, Id::SeparateSlots, QLatin1String("--no-kv-unified")},
    {kLlama, Id::ExpertStaging, QLatin1String("--no-op-offload")},
    {kLlama, Id::LogitsRows, QLatin1String("no flag (age of the build)")},
    {kLlama, Id::ImportanceMatrix, QLatin1String("llama-quantize --imatrix")},
    {kLlama, Id::GpuLayers, QLatin1String("--n-gpu-layers")},
    {kLlama, Id::HostExpertLayers, QLatin1String("--n-cpu-moe")},
    {kLlama, Id::TensorSplit, QLatin1String("--tensor-split")},
    {kLlama, Id::ImageEncoder, QLatin1String("--mmproj")},
    {kLlama, Id::ImageEncoderGpu, QLatin1String("--mmproj-device")},
    {kLlama, Id::DraftModel, QLatin1String("--model-draft")},
    {kLlama, Id::DraftQuant, QLatin1String("--model-draft")},
    {kLlama, Id::DraftGpu, QLatin1String("--device-draft")},

    {kIk, Id::FlashAttention, QLatin1String("--flash-attn")},
    {kIk, Id::PhysicalBatch, QLatin1String("--ubatch-size")},
    {kIk, Id::ImportanceMatrix, QLatin1String("llama-quantize --imatrix")},
    {kIk, Id::GpuLayers, QLatin1String("--n-gpu-layers")},
    {kIk, Id::HostExpertLayers, QLatin1String("--n-cpu-moe")},
    {kIk, Id::TensorSplit, QLatin1String("--tensor-split")},
    {kIk, Id::ImageEncoder, QLatin1String("--mmproj")},
    {kIk, Id::DraftModel, QLatin1String("--model-draft")},
    {kIk, Id::DraftQuant, QLatin1String("--model-draft")},

    {kOllama, Id::FlashAttention, QLatin1String("OLLAMA_FLASH_ATTENTION")},
    {kOllama, Id::PhysicalBatch, QLatin1String("num_batch")},
    {kOllama, Id::LogitsRows, QLatin1String("no flag (age of the build)")},
    {kOllama, Id::ImportanceMatrix, QLatin1String("llama-quantize --imatrix")},
    {kOllama, Id::GpuLayers, QLatin1String("num_gpu")},

    {kStudio, Id::FlashAttention, QLatin1String("Flash Attention")},
    {kStudio, Id::PhysicalBatch, QLatin1String("Evaluation Batch Size")},
    {kStudio, Id::SeparateSlots, QLatin1String("Unified KV Cache")},
    {kStudio, Id::LogitsRows, QLatin1String("no flag (age of the runtime)")},
    {kStudio, Id::ImportanceMatrix, QLatin1String("llama-quantize --imatrix")},
    {kStudio, Id::GpuLayers, QLatin1String("GPU Offload")},
    {kStudio, Id::HostExpertLayers, QLatin1String("Number of layers for which to force MoE weights onto CPU")},
    {kStudio, Id::DraftModel, QLatin1String("Speculative Decoding")},
    {kStudio, Id::DraftQuant, QLatin1String("Speculative Decoding")},

    {kVllm, Id::MemoryShare, QLatin1String("--gpu-memory-utilization")},
    {kVllm, Id::BatchedTokens, QLatin1String("--max-num-batched-tokens")},
    {kVllm, Id::Graphs, QLatin1String("--enforce-eager")},
    {kVllm, Id::ImageEncoder, QLatin1String("--limit-mm-per-prompt")},
    {kVllm, Id::TensorWays, QLatin1String("--tensor-parallel-size")},
    {kVllm, Id::PipelineWays, QLatin1String("--pipeline-parallel-size")},
    {kVllm, Id::Replicas, QLatin1String("--data-parallel-size")},
    {kVllm, Id::ExpertParallel, QLatin1String("--enable-expert-parallel")},
    {kVllm, Id::DraftModel, QLatin1String("--speculative-config")},
    {kVllm, Id::DraftQuant, QLatin1String("--speculative-config")},

    {kSglang, Id::MemoryShare, QLatin1String("--mem-fraction-static")},
    {kSglang, Id::BatchedTokens, QLatin1String("--chunked-prefill-size")},
    {kSglang, Id::Graphs, QLatin1String("--disable-cuda-graph")},
    {kSglang, Id::ImageEncoder, QLatin1String("--enable-multimodal")},
    {kSglang, Id::TensorWays, QLatin1String("--tp-size")},
    {kSglang, Id::PipelineWays, QLatin1String("--pp-size")},
    {kSglang, Id::Replicas, QLatin1String("--dp-size")},
    {kSglang, Id::ExpertParallel, QLatin1String("--ep-size")},
    {kSglang, Id::DraftModel, QLatin1String("--speculative-draft-model-path")},
    {kSglang, Id::DraftQuant, QLatin1String("--speculative-draft-model-quantization")},

    {kTensorRt, Id::MemoryShare, QLatin1String("--kv_cache_free_gpu_memory_fraction")},
    {kTensorRt, Id::BatchedTokens, QLatin1String("--max_num_tokens")},
    {kTensorRt, Id::Graphs, QLatin1String("cuda_graph_config")},
    {kTensorRt, Id::TensorWays, QLatin1String("--tp_size")},
    {kTensorRt, Id::PipelineWays, QLatin1String("--pp_size")},
    {kTensorRt, Id::ExpertParallel, QLatin1String("--ep_size")},
    {kTensorRt, Id::DraftModel, QLatin1String("speculative_config")},
    {kTensorRt, Id::DraftQuant, QLatin1String("speculative_config")},

    {kExLlama2, Id::TensorSplit, QLatin1String("gpu_split")},
    {kExLlama2, Id::ImageEncoder, QLatin1String("vision")},
    {kExLlama2, Id::DraftModel, QLatin1String("draft_model_name")},
    {kExLlama2, Id::DraftQuant, QLatin1String("draft_model_name")},
    {kExLlama3, Id::TensorSplit, QLatin1String("gpu_split")},
    {kExLlama3, Id::ImageEncoder, QLatin1String("vision")},
    {kExLlama3, Id::DraftModel, QLatin1String("draft_model_name")},
    {kExLlama3, Id::DraftQuant, QLatin1String("draft_model_name")},

    {kMlx, Id::DraftModel, QLatin1String("--draft-model")},
    {kMlx, Id::DraftQuant, QLatin1String("--draft-model")},

    {kTransformers, Id::FlashAttention, QLatin1String("attn_implementation")},
    {kTransformers, Id::DraftModel, QLatin1String("assistant_model")},
    {kTransformers, Id::DraftQuant, QLatin1String("assistant_model")},
};

} // namespace

QString engineFlag(const QString &engineId, EngineSettingId setting)
{
    for (const Flag &flag : kFlags)
        if (flag.setting == setting && flag.engine == engineId)
            return flag.name;
    return {};
}

} // namespace rigwright::ui
