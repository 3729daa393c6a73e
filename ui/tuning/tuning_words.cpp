// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tuning/tuning_words.h"

#include "core/units/format.h"

#include <QCoreApplication>

namespace rigwright::ui::tuning_words {

namespace {
struct Words
{
    Q_DECLARE_TR_FUNCTIONS(FineTuningWindow)
};
} // namespace

std::vector<Named<TuningMethod>> methods()
{
    return {{TuningMethod::Full, Words::tr("Full"), Words::tr("Every weight is trained")},
            {TuningMethod::Lora, Words::tr("LoRA"), Words::tr("Small adapters are trained beside frozen weights")},
            {TuningMethod::QLora, Words::tr("QLoRA"), Words::tr("Adapters beside frozen weights of 4 bits")}};
}

std::vector<Named<TrainingPrecision>> precisions()
{
    return {
        {TrainingPrecision::Mixed16BitWeights, Words::tr("Mixed, 16-bit weights"),
         Words::tr("16-bit weights with a 32-bit master copy of what is trained (DeepSpeed, Megatron)")},
        {TrainingPrecision::MixedFp32Weights, Words::tr("Mixed, 32-bit weights"),
         Words::tr("32-bit weights with a 16-bit copy to compute with (torch.autocast)")},
        {TrainingPrecision::Pure16Bit, Words::tr("Pure 16-bit"), Words::tr("Weights, gradients and moments in 16 bit")},
        {TrainingPrecision::Fp32, Words::tr("32-bit"), Words::tr("Everything in 32 bit")}};
}

std::vector<Named<TrainingOptimizer>> optimizers()
{
    return {
        {TrainingOptimizer::AdamW, Words::tr("AdamW"), Words::tr("Two moments for each trained parameter")},
        {TrainingOptimizer::AdamW8Bit, Words::tr("AdamW, 8-bit"), Words::tr("Moments of one byte each (bitsandbytes)")},
        {TrainingOptimizer::Adafactor, Words::tr("Adafactor"), Words::tr("Moments by rows and columns")}};
}

std::vector<Named<LossLogits>> logits()
{
    return {{LossLogits::Whole, Words::tr("Whole"), Words::tr("The output over the vocabulary at once, in 32 bit")},
            {LossLogits::Chunked, Words::tr("Chunked"), Words::tr("16-bit, converted chunk by chunk (torchtune)")},
            {LossLogits::Fused, Words::tr("Fused"), Words::tr("Never stored: reduced as it is made (Liger, Unsloth)")}};
}

std::vector<Named<Sharding>> shardings()
{
    return {{Sharding::None, Words::tr("None (DDP)"), Words::tr("Each GPU keeps everything")},
            {Sharding::Zero1, Words::tr("ZeRO-1"), Words::tr("The GPUs divide the optimizer state")},
            {Sharding::Zero2, Words::tr("ZeRO-2"), Words::tr("The GPUs divide optimizer state and gradients")},
            {Sharding::Zero3, Words::tr("ZeRO-3"), Words::tr("The GPUs divide weights, gradients and optimizer state")},
            {Sharding::Fsdp, Words::tr("FSDP"), Words::tr("As ZeRO-3, gathered layer by layer (PyTorch)")}};
}

std::vector<Named<LoraTarget>> targets()
{
    return {{LoraTarget::Query, Words::tr("Query"), QStringLiteral("q_proj")},
            {LoraTarget::Key, Words::tr("Key"), QStringLiteral("k_proj")},
            {LoraTarget::Value, Words::tr("Value"), QStringLiteral("v_proj")},
            {LoraTarget::Output, Words::tr("Output"), QStringLiteral("o_proj")},
            {LoraTarget::Gate, Words::tr("Gate"), QStringLiteral("gate_proj")},
            {LoraTarget::Up, Words::tr("Up"), QStringLiteral("up_proj")},
            {LoraTarget::Down, Words::tr("Down"), QStringLiteral("down_proj")}};
}

QString peakText(TrainingPeak peak)
{
    switch (peak) {
    case TrainingPeak::Loss: return Words::tr("Fullest at the loss: all stored activations and the logits.");
    case TrainingPeak::LastLayer:
        return Words::tr("Fullest as the backward pass begins: all stored activations and one layer's own.");
    case TrainingPeak::FirstLayer:
        return Words::tr("Fullest as the backward pass ends: all gradients and one layer's activations.");
    }
    return {};
}

QString countText(qint64 parameters)
{
    constexpr double kMillion = 1e6;
    constexpr double kBillion = 1e9;
    const double count = double(parameters);
    if (count >= kBillion)
        return Words::tr("%1 billion").arg(format::number(count / kBillion, count < 100 * kBillion ? 1 : 0));
    return Words::tr("%1 million").arg(format::number(count / kMillion, count < 100 * kMillion ? 1 : 0));
}

} // namespace rigwright::ui::tuning_words
