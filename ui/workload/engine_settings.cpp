// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/workload/engine_settings.h"

#include "core/memory/engine_style.h"
#include "core/units/format.h"
#include "ui/workload/deployment_choices.h"
#include "ui/workload/engine_setting_values.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace rigwright::ui {

namespace {

using Id = EngineSettingId;
using Section = EngineSetting::Section;
using Control = EngineSetting::Control;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(EngineSettings)
};

constexpr int kPhysicalBatch = 512; // of llama.cpp and what is made of it
constexpr int kBatchedTokens = 8192;

/// The rows that the settings of one deployment are described with.
class Describer
{
public:
    Describer(const BuildDocument &document, std::size_t index)
        : m_document(document), m_deployment(document.build().deployments[index]),
          m_result(document.evaluation().deployments[index]), m_catalog(document.catalog()),
          m_engine(m_catalog.engines.find(m_deployment.engineId)), m_model(m_catalog.models.find(m_deployment.modelId)),
          m_quant(m_catalog.quantizations.find(m_deployment.quantId))
    {}
    std::vector<EngineSetting> all()
    {
        if (m_engine && m_model) {
            addMemory();
            addPlacement();
            addImageEncoder();
            addDraftModel();
        }
        return std::move(m_settings);
    }

private:
    void addMemory();
    void addPlacement();
    void addImageEncoder();
    void addDraftModel();

    /// @param matters  whether it makes a difference for this model, quantization and machine
    EngineSetting *add(Id id, const char *name, Section section, const QString &label, const QString &tip,
                       bool matters = true)
    {
        const QString flag = engineFlag(m_deployment.engineId, id);
        const QVariant value = settingValue(m_deployment, id);
        if ((flag.isEmpty() || !matters) && !value.isValid())
            return nullptr;
        EngineSetting setting;
        setting.id = id;
        setting.name = name;
        setting.section = section;
        setting.label = label;
        setting.tip = flag.isEmpty() ? tip : Words::tr("%1\n%2: %3").arg(tip, shortName(m_engine->name), flag);
        setting.value = value;
        m_settings.push_back(std::move(setting));
        return &m_settings.back();
    }
    static void makeChoice(EngineSetting *setting, const QString &standard, std::vector<EngineSetting::Option> options)
    {
        if (!setting)
            return;
        setting->standard = standard;
        setting->options = std::move(options);
    }
    static void makeNumber(EngineSetting *setting, const QString &standard, int low, int high, int step = 1,
                           const QString &suffix = {})
    {
        if (!setting)
            return;
        setting->control = Control::Number;
        setting->standard = standard;
        setting->low = low;
        setting->high = std::max(low, high);
        setting->step = step;
        setting->suffix = suffix;
    }
    static QString automatic(const QString &value) { return Words::tr("Automatic: %1").arg(value); }
    static QString standard(const QString &value) { return Words::tr("Default: %1").arg(value); }
    /// What the planner chose, where it did.
    QString planned(int value, const QString &otherwise) const
    {
        return automatic(m_result.plan.refusal.isEmpty() ? QLocale().toString(value) : otherwise);
    }
    std::vector<EngineSetting::Option> gpuOptions() const;
    int usableGpus() const;
    bool isGguf() const { return m_quant && m_quant->family == QuantFamily::Gguf; }

    const BuildDocument &m_document;
    const Deployment &m_deployment;
    const DeploymentResult &m_result;
    const Catalog &m_catalog;
    const InferenceEngine *m_engine;
    const LlmModel *m_model;
    const Quantization *m_quant;
    std::vector<EngineSetting> m_settings;
};

std::vector<EngineSetting::Option> Describer::gpuOptions() const
{
    std::vector<EngineSetting::Option> options;
    for (const DeviceResult &device : m_document.evaluation().devices)
        if (options.empty() || options.back().value.toInt() != device.item.value)
            options.push_back({device.label + QStringLiteral(" · ") + device.name, device.item.value});
    return options;
}

int Describer::usableGpus() const
{
    const std::vector<ItemId> &gpus = m_deployment.parallelism.gpus;
    return int(std::ranges::count_if(m_document.evaluation().devices, [&](const DeviceResult &device) {
        return gpus.empty() || std::ranges::find(gpus, device.item) != gpus.end();
    }));
}

void Describer::addMemory()
{
    const QString on = Words::tr("on");
    const std::vector<EngineSetting::Option> onOff{{Words::tr("On"), true}, {Words::tr("Off"), false}};
    const std::vector<EngineSetting::Option> off{{Words::tr("Off"), false}};
    const auto addTo = [this](Id id, const char *name, const QString &label, const QString &tip, bool matters = true) {
        return add(id, name, Section::Memory, label, tip, matters);
    };
    makeNumber(addTo(Id::MemoryShare, "memoryShare", Words::tr("Memory share"),
                     Words::tr("Share of each GPU's memory that the engine claims")),
               standard(format::percent(m_engine->memoryUtilization)), 10, 99, 1, QStringLiteral(" %"));
    makeNumber(addTo(Id::BatchedTokens, "batchedTokens", Words::tr("Batched tokens"),
                     Words::tr("Tokens of all requests in one step")),
               automatic(QLocale().toString(kBatchedTokens)), 256, 1'000'000, 256);
    makeChoice(addTo(Id::Graphs, "graphs", Words::tr("CUDA graphs"),
                     Words::tr("Steps are captured once and replayed: faster, for some memory")),
               standard(on), off);
    makeChoice(addTo(Id::FlashAttention, "flashAttention", Words::tr("Flash attention"),
                     Words::tr("Without it, scores of the whole context are stored")),
               automatic(on), onOff);
    makeNumber(addTo(Id::PhysicalBatch, "physicalBatch", Words::tr("Physical batch"),
                     Words::tr("Tokens of a prompt in one step: larger is faster and needs larger buffers")),
               standard(QLocale().toString(kPhysicalBatch)), 64, 16384, 64);
    const bool windowed = m_model->slidingWindowLayers > 0 && styleOf(*m_engine).windowedCache;
    makeChoice(addTo(Id::FullWindowCache, "fullWindowCache", Words::tr("Sliding-window cache"),
                     Words::tr("The whole context lets earlier prompts be used again"), windowed),
               standard(Words::tr("the window")), {{Words::tr("Whole context"), true}});
    makeChoice(addTo(Id::SeparateSlots, "separateSlots", Words::tr("Cache of the slots"),
                     Words::tr("Whether requests share one cache or have cells of their own")),
               standard(Words::tr("shared")), {{Words::tr("One for each"), true}});
    makeChoice(addTo(Id::ExpertStaging, "expertStaging", Words::tr("Experts through the GPU"),
                     Words::tr("Experts in RAM are copied to the GPU to read a prompt"), m_model->isMixtureOfExperts()),
               standard(on), off);
    const bool perSlot = m_engine->logitsRows == LogitsRows::PerSlot;
    const QString slot = Words::tr("Per slot");
    const QString batch = Words::tr("Whole batch");
    makeChoice(addTo(Id::LogitsRows, "logitsRows", Words::tr("Logits kept"),
                     Words::tr("Builds to mid-2026 keep logits of a whole batch, later ones per slot")),
               standard((perSlot ? slot : batch).toLower()),
               {{slot, int(LogitsRows::PerSlot)}, {batch, int(LogitsRows::WholeBatch)}});
    makeChoice(addTo(Id::ImportanceMatrix, "importanceMatrix", Words::tr("Importance matrix"),
                     Words::tr("Whether the GGUF file was quantized with one"), isGguf()),
               standard(Words::tr("without")), {{Words::tr("With"), true}});
}

void Describer::addPlacement()
{
    const int gpus = usableGpus();
    const MemoryPlan &plan = m_result.plan;
    const auto addTo = [this](Id id, const char *name, const QString &label, const QString &tip, bool matters) {
        return add(id, name, Section::Placement, label, tip, matters);
    };
    makeNumber(addTo(Id::GpuLayers, "gpuLayers", Words::tr("Layers on GPUs"),
                     Words::tr("The output head counts as one; the others stay in system RAM"), m_engine->cpuOffload),
               planned(m_model->layers + 1 - plan.hostLayers, Words::tr("all that fit")), 0, m_model->layers + 1);
    makeNumber(addTo(Id::HostExpertLayers, "hostExpertLayers", Words::tr("Experts in RAM"),
                     Words::tr("Layers whose experts stay in system RAM"),
                     m_model->isMixtureOfExperts() && m_engine->expertOffload),
               planned(plan.hostExpertLayers, Words::tr("what does not fit")), 1,
               m_model->layers - m_model->denseLayers, 1, Words::tr(" layers"));
    if (EngineSetting *shares = addTo(Id::TensorSplit, "tensorSplit", Words::tr("Shares of the GPUs"),
                                      Words::tr("One number for each GPU, such as 3, 1"), gpus > 1)) {
        shares->control = Control::Shares;
        shares->standard = automatic(Words::tr("by free memory"));
        shares->shares = gpus;
    }
    const bool planHasTensor = plan.refusal.isEmpty() && plan.tensorWays > 0;
    makeNumber(addTo(Id::TensorWays, "tensorWays", Words::tr("Tensor-parallel ways"),
                     Words::tr("GPUs that share each layer"), gpus > 1),
               planHasTensor ? planned(plan.tensorWays, {}) : automatic(Words::tr("by placement")), 2, gpus);
    makeNumber(addTo(Id::PipelineWays, "pipelineWays", Words::tr("Pipeline stages"),
                     Words::tr("Groups of layers, one after the other"), gpus > 1),
               planned(plan.pipelineWays, Words::tr("by placement")), 2, gpus);
    makeNumber(addTo(Id::Replicas, "replicas", Words::tr("Replicas"),
                     Words::tr("Whole copies of the model that serve side by side"), gpus > 1),
               standard(QLocale().toString(1)), 2, gpus);
    makeChoice(addTo(Id::ExpertParallel, "expertParallel", Words::tr("Expert parallel"),
                     Words::tr("Each GPU keeps whole experts instead of a part of every one"),
                     gpus > 1 && m_model->isMixtureOfExperts()),
               standard(Words::tr("off")), {{Words::tr("On"), true}});
}

void Describer::addImageEncoder()
{
    const auto addTo = [this](Id id, const char *name, const QString &label, const QString &tip) {
        return add(id, name, Section::ImageEncoder, label, tip, m_model->visionParameters > 0);
    };
    // llama.cpp reads it from a file of its own, the others from the model's.
    const bool ownFile = engineFlag(m_deployment.engineId, Id::ImageEncoder) == QLatin1String("--mmproj");
    const bool loaded = m_deployment.engineSettings.imageEncoder.value_or(!ownFile);
    makeChoice(addTo(Id::ImageEncoder, "imageEncoder", Words::tr("Image encoder"),
                     Words::tr("The part of the model that reads images")),
               automatic(ownFile ? Words::tr("not loaded") : Words::tr("loaded")),
               {{Words::tr("Loaded"), true}, {Words::tr("Not loaded"), false}});
    if (EngineSetting *gpu = addTo(Id::ImageEncoderGpu, "imageEncoderGpu", Words::tr("On GPU"),
                                   Words::tr("Where the image encoder is"))) {
        makeChoice(gpu, automatic(Words::tr("the first used")), gpuOptions());
        gpu->available = loaded || gpu->value.isValid();
    }
}

void Describer::addDraftModel()
{
    const EngineSettings &settings = m_deployment.engineSettings;
    std::vector<const LlmModel *> drafts; // they have to speak in the same tokens
    for (const LlmModel &model : m_catalog.models)
        if (model.released && model.id != m_model->id && model.vocabularySize == m_model->vocabularySize
            && model.totalParameters < m_model->totalParameters / 2)
            drafts.push_back(&model);
    std::ranges::stable_sort(drafts, {}, &LlmModel::totalParameters);
    std::vector<EngineSetting::Option> models;
    models.reserve(drafts.size());
    for (const LlmModel *model : drafts)
        models.push_back({model->name, model->id});
    makeChoice(add(Id::DraftModel, "draftModel", Section::DraftModel, Words::tr("Draft model"),
                   Words::tr("A small model with the same tokens that proposes what the large one checks"),
                   !drafts.empty()),
               standard(Words::tr("none")), std::move(models));

    Deployment draft = m_deployment;
    draft.modelId = settings.draftModelId;
    std::vector<EngineSetting::Option> quants;
    for (const Choice &choice : quantizationChoices(draft, m_catalog))
        quants.push_back({choice.label, choice.id});
    const auto addPart = [&](Id id, const char *name, const QString &label, const QString &tip, const QString &standard,
                             std::vector<EngineSetting::Option> options) {
        if (EngineSetting *part = add(id, name, Section::DraftModel, label, tip, !drafts.empty())) {
            makeChoice(part, standard, std::move(options));
            part->available = !settings.draftModelId.isEmpty() || part->value.isValid();
        }
    };
    addPart(Id::DraftQuant, "draftQuant", Words::tr("Its quantization"), Words::tr("Quantization of the draft model"),
            automatic(Words::tr("as the model")), std::move(quants));
    addPart(Id::DraftGpu, "draftGpu", Words::tr("On GPU"), Words::tr("Where the draft model is"),
            automatic(Words::tr("most memory left")), gpuOptions());
}

} // namespace

std::vector<EngineSetting> engineSettings(const BuildDocument &document, std::size_t deployment)
{
    return Describer(document, deployment).all();
}

QString ownSettingsText(const BuildDocument &document, std::size_t deployment)
{
    const std::vector<Id> own = ownSettings(document.build().deployments[deployment]);
    if (own.empty())
        return {};
    QStringList labels;
    for (const EngineSetting &setting : engineSettings(document, deployment))
        if (std::ranges::find(own, setting.id) != own.end())
            labels << setting.label;
    return labels.join(QStringLiteral(", "));
}

} // namespace rigwright::ui
