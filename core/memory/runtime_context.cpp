// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/memory/runtime_context.h"

namespace rigwright {

namespace {

constexpr double kMiB = 1048576.0;

/// The line through 107 MiB at 34 multiprocessors and 555 at 188. Source: llama.cpp PR 23604.
double cudaContext(int multiprocessors)
{
    constexpr double kUnknown = 260 * kMiB;
    return multiprocessors > 0 ? (8 + 2.91 * multiprocessors) * kMiB : kUnknown;
}

} // namespace

double driverContextBytes(const Device &device)
{
    if (device.vendor == QLatin1String("NVIDIA"))
        return cudaContext(device.gpu ? device.gpu->multiprocessors : 0);
    if (device.vendor == QLatin1String("AMD"))
        return 250 * kMiB; // with the libraries 313 measured: "unaccounted" in llama.cpp's breakdown on a ROCm card
    if (device.vendor == QLatin1String("Apple"))
        return 0;      // Metal shares the system's
    return 230 * kMiB; // Vulkan and Level Zero: 250-300 with the libraries, weak evidence
}

double runtimeContextBytes(const Device &device, const EngineStyle &style, bool shared)
{
    // vLLM logs 0.16 GiB of "non-torch" memory on one card, 0.20-0.30 GiB on each of several; it counts from after the
    // driver's context exists. Sources: vLLM PR 12126, PR 14447, issues 15815 and 13061.
    constexpr double kServerAlone = 165 * kMiB;
    constexpr double kServerShared = 260 * kMiB;
    // cuBLAS handles and workspace; gives 450 MiB for an RTX 4090 (451-456 measured, llama.cpp PR 15860).
    constexpr double kLibraries = 70 * kMiB;
    if (device.vendor == QLatin1String("Apple"))
        return 0;
    if (style.kind == EngineStyle::Kind::Pooled)
        return driverContextBytes(device) + (shared ? kServerShared : kServerAlone);
    return driverContextBytes(device) + kLibraries;
}

double layerSplitBytes(const EngineStyle &style)
{
    // Each further GPU of a llama.cpp layer split costs 1,010-1,345 MiB on an RTX 3090 (Gemma 4 12B on 1, 2 and 4
    // GPUs, 4x3090-llm-benchmarks); this is what context and buffers leave unexplained.
    constexpr double kUnexplained = 580 * kMiB;
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
