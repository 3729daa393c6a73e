// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalog/any_table.h"

#include <QHash>
#include <QStringList>

#include <vector>

namespace rigwright {

/// What is left of a name when spelling does not matter: lower-case letters and digits, and
/// points between digits. "RTX PRO 6000", "rtx-pro-6000" and "RTX Pro6000" have one key.
QString nameKey(const QString &name);

/// A spelling that two rows of one kind claim; the second stands later in the catalogue.
struct Ambiguity
{
    QString spelling;
    RowKey first;
    RowKey second;
    friend bool operator==(const Ambiguity &, const Ambiguity &) = default;
};

/// Finds rows by id, name or alias. Built once per catalogue; looking up is one hash access.
/// Points into the catalogue, which must outlive it.
class NameIndex
{
public:
    explicit NameIndex(const Catalog &catalog);

    /// A thing that runs a model: one of the two is set, or neither.
    struct Device
    {
        const Gpu *gpu = nullptr;
        const UnifiedSystem *unified = nullptr;
        explicit operator bool() const { return gpu || unified; }
    };
    Device device(const QString &name) const;
    const LlmModel *model(const QString &name) const { return m_models.find(name); }
    const Quantization *quantization(const QString &name) const { return m_quantizations.find(name); }
    const InferenceEngine *engine(const QString &name) const { return m_engines.find(name); }

    /// The names that look most like the text, best first, for messages.
    QStringList nearestDevices(const QString &text, int count = 3) const;
    QStringList nearestModels(const QString &text, int count = 3) const { return m_models.nearest(text, count); }
    QStringList nearestQuantizations(const QString &text, int count = 3) const
    {
        return m_quantizations.nearest(text, count);
    }
    QStringList nearestEngines(const QString &text, int count = 3) const { return m_engines.nearest(text, count); }

    /// GPUs and unified-memory systems are one kind here. Empty in a good catalogue.
    std::vector<Ambiguity> ambiguities() const;

private:
    template <class Row>
    class Names
    {
    public:
        explicit Names(const char *table) : m_table(QLatin1String(table)) {}
        /// A spelling that the catalogue states.
        void add(const QString &name, const Row &row);
        /// A spelling that follows from others; gives way to stated ones.
        void addImplied(const QString &name, const Row &row);
        const Row *find(const QString &name) const { return m_rows.value(nameKey(name), nullptr); }
        QStringList nearest(const QString &text, int count) const;
        const QHash<QString, const Row *> &rows() const { return m_rows; }
        RowKey keyOf(const Row &row) const { return {m_table, idOf(row)}; }
        std::vector<Ambiguity> ambiguities;

    private:
        QString m_table;
        QHash<QString, const Row *> m_rows;
    };

    Names<Gpu> m_gpus{"gpus"};
    Names<UnifiedSystem> m_unified{"unified_systems"};
    Names<LlmModel> m_models{"models"};
    Names<Quantization> m_quantizations{"quantizations"};
    Names<InferenceEngine> m_engines{"engines"};
};

} // namespace rigwright
