// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/launch_command.h"

#include <QCoreApplication>

namespace rigwright::launch {

/// The program's words in launch notes.
struct Words
{
    Q_DECLARE_TR_FUNCTIONS(LaunchCommand)
};

/// A planned deployment, as the commands of the engines read it.
struct Subject
{
    const DeploymentResult &result;
    const Machine &machine;
    ResolvedDeployment resolved;
    const LlmModel *draft = nullptr; ///< the model that proposes tokens, if any
    const Quantization *draftQuant = nullptr;

    const MemoryPlan &plan() const { return result.plan; }
    const Deployment &settings() const { return result.settings; }
    const EngineSettings &engineSettings() const { return result.settings.engineSettings; }
    const LlmModel &model() const { return *resolved.model; }
    const Quantization &quant() const { return *resolved.quant; }
    const InferenceEngine &engine() const { return *resolved.engine; }
    bool hasDraft() const { return draft && draftQuant; }
    bool onHostOnly() const { return plan().split == SplitMode::CpuOnly || plan().devices.empty(); }

    int copies() const;                                 ///< >= 1: replicas, each on devices of its own
    int requests() const;                               ///< >= 1: at once, per copy
    std::vector<std::size_t> devicesOf(int copy) const; ///< indices into Machine::devices
    std::vector<int> layersOf(int copy) const;          ///< one per device; empty where the plan has none
    double memoryShare() const;                         ///< that the engine claims, 0 to 1
    /// Index of the device of an item, or nothing where the item is not set or gone.
    std::optional<std::size_t> deviceOf(ItemId item) const;
};

bool isFloat(const Quantization &quant);
bool isGguf(const Quantization &quant);
/// Whether the model's own repository already holds these weights (gpt-oss in MXFP4, DeepSeek in FP8).
bool isPublishedAs(const LlmModel &model, const Quantization &quant);

/// "meta-llama/Llama-3.3-70B-Instruct" -> "Llama-3.3-70B-Instruct"
QString checkpointName(const LlmModel &model);
/// "Llama-3.3-70B-Instruct-Q4_K_M.gguf"
QString ggufFile(const LlmModel &model, const Quantization &quant);
/// A folder that says how it is quantized: "Llama-3.3-70B-Instruct-exl3-4.0"
QString quantizedFolder(const LlmModel &model, const Quantization &quant);

/// Number of a device among the devices of its vendor, as its runtime counts them.
int vendorIndex(const Machine &machine, std::size_t device);
/// "CUDA_VISIBLE_DEVICES=0,2" where these are not all devices of the machine, else nothing.
QStringList visibleDevices(const Machine &machine, const std::vector<std::size_t> &devices);

/// @return the words as one command line, each quoted where it has to be
QString joined(const QStringList &words);
/// Adds a flag and its value.
void add(QStringList &words, const char *flag, const QString &value);
void add(QStringList &words, const char *flag, qint64 value);

/// Lines that write `content` into a file beside the command.
QStringList hereDocument(const QString &file, const QStringList &content);
/// @return a text as a YAML scalar that stays on its line
QString yamlText(const QString &text);

/// "sudo sysctl iogpu.wired_limit_mb=..." where the plan takes more of an Apple system's memory than
/// macOS gives its GPU, else nothing.
QStringList wiredLimit(const Subject &subject);
/// Says that every line is a server of its own; empty for one.
QString copiesNote(const Subject &subject);
/// Says that a quantized checkpoint must be there.
QString checkpointNote();

} // namespace rigwright::launch
