// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/build/build.h"
#include "core/catalog/catalog.h"
#include "core/evaluation/evaluation.h"

#include <QObject>
#include <QUndoStack>

#include <memory>
#include <optional>

namespace rigwright::ui {

/// The open build: the one value, its undo history, and what it evaluates to. Everything that
/// edits goes through apply(); everything that shows listens to changed().
class BuildDocument : public QObject
{
    Q_OBJECT
public:
    explicit BuildDocument(std::shared_ptr<const Catalog> catalog, QObject *parent = nullptr);

    const Build &build() const { return m_build; }
    const Catalog &catalog() const { return *m_catalog; }
    /// For those that keep it beyond the next open().
    const std::shared_ptr<const Catalog> &sharedCatalog() const { return m_catalog; }
    const Evaluation &evaluation() const { return m_evaluation; }
    QUndoStack *undoStack() { return &m_undo; }

    /// Replaces the document: a new history, nothing unsaved. `catalog` null keeps the present one.
    void open(const Build &build, std::shared_ptr<const Catalog> catalog = nullptr);

    /// Plans the same build with another catalogue; what can be undone stays. It has to have the build's rows.
    void setCatalog(std::shared_ptr<const Catalog> catalog);

    /// Makes `after` the build, as one undoable step named `label`. Steps with the same mergeKey
    /// (> 0) that follow each other become one (slider drags). No step where nothing changes.
    void apply(const QString &label, Build after, int mergeKey = 0);

    /// Shows what a build would be without making it so (a drag over a slot); nullopt ends it.
    void setPreview(std::optional<Build> build);
    /// @return the preview's evaluation, or nullptr
    const Evaluation *preview() const { return m_preview ? &*m_preview : nullptr; }

    ItemId selection() const { return m_selection; }
    void setSelection(ItemId item);

    /// Time the last evaluation took, for the status bar.
    qint64 lastEvaluationNanoseconds() const { return m_nanoseconds; }

Q_SIGNALS:
    void changed();        ///< build and evaluation are new
    void previewChanged(); ///< preview() is new or gone
    void selectionChanged(rigwright::ItemId item);
    void catalogChanged(); ///< before changed(): the same build, other facts
    void opened();         ///< another document is in place

private:
    friend class ApplyCommand;
    void setBuild(const Build &build);
    void reevaluate();

    std::shared_ptr<const Catalog> m_catalog;
    Build m_build;
    Evaluation m_evaluation;
    std::optional<Evaluation> m_preview;
    QUndoStack m_undo;
    ItemId m_selection;
    qint64 m_nanoseconds = 0;
};

} // namespace rigwright::ui
