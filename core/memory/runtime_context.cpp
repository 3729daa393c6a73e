// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/memory/runtime_context.h"

namespace rigwright {

namespace {

constexpr double kMiB = 1048576.0;

/// CUDA context with cuBLAS handles: the line through 107 MiB at 34 multiprocessors and 555 at 188 (llama.cpp PR
/// 23604), and 70 MiB of handles and workspace. Gives 450 for an RTX 4090 (451-456 measured, PR 15860).
double cudaContext(int multiprocessors)
{
    constexpr double kUnknown = 330 * kMiB; // Unsloth's planner
    return multiprocessors > 0 ? (78 + 2.91 * multiprocessors) * kMiB : kUnknown;
}

/// "Non-torch" memory that vLLM logs: 0.16 GiB on one card, 0.20-0.30 GiB on each of several PCIe cards; 1.79 GiB on
/// an H100 with NVSwitch and twice that on two. Sources: vLLM PR 10511, PR 12126, PR 14447, issues 15815 and 13061.
double torchServerContext(const Device &device, bool shared)
{
    const bool switched = device.gpu && device.gpu->formFactor == GpuFormFactor::SxmModule
                          && (device.gpu->architecture.startsWith(QLatin1String("Hopper"))
                              || device.gpu->architecture.startsWith(QLatin1String("Blackwell")));
    if (switched)
        return (shared ? 3666 : 1833) * kMiB;
    return (shared ? 260 : 165) * kMiB;
}

} // namespace

double runtimeContextBytes(const Device &device, const EngineStyle &style, bool shared)
{
    if (device.vendor == QLatin1String("NVIDIA"))
        return style.kind == EngineStyle::Kind::Pooled ? torchServerContext(device, shared)
                                                       : cudaContext(device.gpu ? device.gpu->multiprocessors : 0);
    if (device.vendor == QLatin1String("AMD"))
        return 320 * kMiB; // "unaccounted" in llama.cpp's memory breakdown on a 16 GB ROCm card: 313
    if (device.vendor == QLatin1String("Apple"))
        return 0;      // Metal shares the system's
    return 300 * kMiB; // Vulkan and Level Zero: 250-300, weak evidence
}

double layerSplitBytes(const EngineStyle &style)
{
    // Each further GPU of a llama.cpp layer split costs 1,010-1,345 MiB on an RTX 3090 (Gemma 4 12B on 1, 2 and 4
    // GPUs, 4x3090-llm-benchmarks); this is what context and buffers leave unexplained.
    constexpr double kUnexplained = 600 * kMiB;
    return style.kind == EngineStyle::Kind::LlamaCpp ? kUnexplained : 0;
}

double tensorSplitBytes(const EngineStyle &style)
{
    switch (style.kind) {
    case EngineStyle::Kind::LlamaCpp: return 280 * kMiB; // about 600 with the context (Unsloth's planner)
    case EngineStyle::Kind::ExLlama: return 750 * kMiB;  // 2,500-3,500 on four RTX 3090 (4x3090-llm-benchmarks)
    case EngineStyle::Kind::Pooled: return 0;            // in the context that is measured
    case EngineStyle::Kind::Mlx:
    case EngineStyle::Kind::Eager: return 300 * kMiB; // NCCL
    }
    return 0;
}

} // namespace rigwright
