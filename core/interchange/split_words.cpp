// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/interchange/split_words.h"

namespace rigwright {

namespace {

/// One word of a combination; `kind` is upper case.
bool addCounted(Parallelism &p, QStringView kind, int count)
{
    if (count < 1 || count > 1024)
        return false;
    if (kind == QLatin1String("TP")) {
        p.split = SplitMode::Tensor;
        p.tensorWays = count;
    } else if (kind == QLatin1String("PP")) {
        if (p.split != SplitMode::Tensor)
            p.split = SplitMode::Pipeline;
        p.pipelineWays = count;
    } else if (kind == QLatin1String("DP")) {
        p.replicas = count;
    } else if (kind == QLatin1String("EP") || kind == QLatin1String("DEP")) {
        // Experts divided over the devices; with "D" attention is replicated and requests are divided.
        p.split = SplitMode::Tensor;
        p.tensorWays = count;
        p.expertParallel = true;
    } else {
        return false;
    }
    return true;
}

bool addWord(Parallelism &p, const QString &word)
{
    if (word == QLatin1String("NONE")) {
        p.split = SplitMode::Single;
    } else if (word == QLatin1String("LAYER") || word == QLatin1String("RPC-LAYER")) {
        p.split = SplitMode::Layer;
    } else if (word == QLatin1String("ROW")) {
        p.split = SplitMode::Row;
    } else if (word == QLatin1String("CPU-ONLY")) {
        p.split = SplitMode::CpuOnly;
    } else if (word == QLatin1String("MOE-CPU-OFFLOAD")) {
        p.offload = Offload::Experts;
    } else if (word == QLatin1String("PARTIAL-OFFLOAD")) {
        p.offload = Offload::Layers;
    } else {
        qsizetype digits = word.size();
        while (digits > 0 && word[digits - 1].isDigit())
            --digits;
        return addCounted(p, QStringView(word).first(digits), word.mid(digits).toInt());
    }
    return true;
}

} // namespace

std::optional<Parallelism> parallelismFromWords(const QString &splitMode, int devices)
{
    Parallelism p;
    p.offload = Offload::None;
    QString words = splitMode.trimmed().toUpper();
    while (words.endsWith(u'?'))
        words.chop(1);
    if (words.isEmpty()) {
        p.split = devices > 1 ? SplitMode::Automatic : SplitMode::Single;
        return p;
    }
    words.replace(u',', u'+');
    for (const QString &word : words.split(u'+'))
        if (!addWord(p, word.trimmed()))
            return std::nullopt;
    if (p.split == SplitMode::Single && devices > 1 && p.replicas == 1)
        p.split = SplitMode::Automatic; // "none" over several devices is not a split of the model
    // "EP8+DP8" on eight devices: the copies of the attention share the experts' devices.
    if (p.expertParallel && p.tensorWays * p.replicas > devices)
        p.replicas = 1;
    if (p.replicas > 1 && p.split == SplitMode::Automatic)
        p.split = SplitMode::Single;
    return p;
}

} // namespace rigwright
