// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalog/model.h"
#include "core/memory/gguf_mix.h"

#include <array>

namespace rigwright {

/// A tensor of one layer. Its rows are as long as the input of the matrix is wide.
struct ModelTensor
{
    TensorRole role = TensorRole::Small;
    double weights = 0;
    int rowLength = 0;
    bool isExpert = false;     ///< routed experts, all of a layer in one tensor
    bool isReplicated = false; ///< tensor parallelism keeps a copy per device
};

/// The tensors of one part of a layer.
class TensorGroup
{
public:
    void add(const ModelTensor &tensor)
    {
        if (tensor.weights > 0 && m_count < int(m_tensors.size()))
            m_tensors[std::size_t(m_count++)] = tensor;
    }
    const ModelTensor *begin() const { return m_tensors.data(); }
    const ModelTensor *end() const { return m_tensors.data() + m_count; }

private:
    std::array<ModelTensor, 10> m_tensors;
    int m_count = 0;
};

/// A model's matrices as they stand in its files, from the geometry and the counts of the catalogue. The counts of
/// the tensors of a class sum up to that class.
struct ModelTensors
{
    enum class Attention : quint8 { None, Full, Global, Linear }; ///< Global: of a model that has both, wider (Gemma 4)
    enum class FeedForward : quint8 { None, Dense, Wide, Mixture };
    struct Layer
    {
        Attention attention = Attention::Full;
        FeedForward feedForward = FeedForward::Dense;
        friend bool operator==(Layer, Layer) = default;
    };

    int layers = 1;
    qint64 perLayerEmbedding = 0; ///< weights of tables of which a token needs one row (Gemma 3n and 4)
    TensorGroup common;           ///< of every layer: norms
    bool isFalcon = false;
    bool is70B = false; ///< as TypeChoice::is70B

    explicit ModelTensors(const LlmModel &model);
    Layer layer(int index) const;
    const TensorGroup &attentionOf(Layer layer) const { return m_attention[std::size_t(layer.attention)]; }
    const TensorGroup &feedForwardOf(Layer layer) const { return m_feedForward[std::size_t(layer.feedForward)]; }
    int downTensors(FeedForward kind) const { return m_downTensors[std::size_t(kind)]; }
    /// attn_v, or a fused projection that is treated like it.
    int valueTensors(Attention kind) const { return m_valueTensors[std::size_t(kind)]; }
    int valueTensors() const; ///< of all layers
    /// @return weights of kv_b per layer of multi-head latent attention, else 0
    static double latentExpansionOf(const LlmModel &model);

private:
    void addAttention(const LlmModel &model);
    void addLatentAttention(const LlmModel &model, double perLayer);
    void addHeads(const LlmModel &model, double perLayer);
    void addGlobalAttention(const LlmModel &model, double perLayer);
    void addLinearAttention(const LlmModel &model);
    void addFeedForward(const LlmModel &model);
    void addMixture(const LlmModel &model);
    void addOthers(const LlmModel &model);

    std::array<TensorGroup, 4> m_attention;   // by Attention
    std::array<TensorGroup, 4> m_feedForward; // by FeedForward
    std::array<int, 4> m_valueTensors{};
    std::array<int, 4> m_downTensors{};
    bool m_hasFusedQkv = false;
    bool m_hasFusedLinearQkv = false;
    bool m_isSingleBlock = false; ///< a layer is either attention, state space or feed-forward (Nemotron-H)
    int m_attentionLayers = 0;
    int m_linearLayers = 0;
    int m_globalLayers = 0; ///< of them: with their own head size
    int m_feedForwardLayers = 0;
    int m_wideLayers = 0;  ///< the last ones, twice as wide (Gemma 4 E2B)
    int m_denseLayers = 0; ///< of a mixture
    bool m_hasMixture = false;
    int m_mixtureStep = 1; ///< every so many layers has experts (Llama 4 Maverick: 2)
};

} // namespace rigwright
