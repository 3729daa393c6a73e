// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/document/build_document.h"

#include <QElapsedTimer>

namespace rigwright::ui {

/// One edit. Keeps the value that is not in the document and swaps it in.
class ApplyCommand : public QUndoCommand
{
public:
    ApplyCommand(BuildDocument &document, const QString &label, Build after, int mergeKey)
        : QUndoCommand(label), m_document(document), m_other(std::move(after)), m_mergeKey(mergeKey)
    {}
    void redo() override { swap(); }
    void undo() override { swap(); }
    int id() const override { return m_mergeKey > 0 ? m_mergeKey : -1; }
    bool mergeWith(const QUndoCommand *next) override
    {
        // Both are done: the document holds the newest value and m_other the oldest, so this one
        // step already undoes both.
        if (next->id() != id())
            return false;
        setObsolete(m_other == m_document.build());
        return true;
    }

private:
    void swap()
    {
        Build before = m_document.build();
        m_document.setBuild(m_other);
        m_other = std::move(before);
    }
    BuildDocument &m_document;
    Build m_other;
    int m_mergeKey;
};

BuildDocument::BuildDocument(std::shared_ptr<const Catalog> catalog, QObject *parent)
    : QObject(parent), m_catalog(std::move(catalog))
{
    reevaluate();
}

void BuildDocument::open(const Build &build, std::shared_ptr<const Catalog> catalog)
{
    m_preview.reset();
    m_undo.clear();
    if (catalog) {
        m_evaluation = {}; // points into the old catalogue
        m_catalog = std::move(catalog);
    }
    setSelection({});
    setBuild(build);
    Q_EMIT opened();
}

void BuildDocument::setCatalog(std::shared_ptr<const Catalog> catalog)
{
    setPreview(std::nullopt);
    m_evaluation = {}; // points into the old catalogue
    m_catalog = std::move(catalog);
    reevaluate();
    Q_EMIT catalogChanged();
    Q_EMIT changed();
}

void BuildDocument::apply(const QString &label, Build after, int mergeKey)
{
    if (after == m_build)
        return;
    setPreview(std::nullopt);
    m_undo.push(new ApplyCommand(*this, label, std::move(after), mergeKey));
}

void BuildDocument::setPreview(std::optional<Build> build)
{
    if (!build && !m_preview)
        return;
    if (build)
        m_preview = evaluate(*build, *m_catalog, {.useMeasurements = true, .fixes = false});
    else
        m_preview.reset();
    Q_EMIT previewChanged();
}

void BuildDocument::setSelection(ItemId item)
{
    if (item == m_selection)
        return;
    m_selection = item;
    Q_EMIT selectionChanged(item);
}

void BuildDocument::setBuild(const Build &build)
{
    m_build = build;
    reevaluate();
    if (m_selection && !m_build.find(m_selection))
        setSelection({});
    Q_EMIT changed();
}

void BuildDocument::reevaluate()
{
    QElapsedTimer timer;
    timer.start();
    m_evaluation = evaluate(m_build, *m_catalog);
    m_nanoseconds = timer.nsecsElapsed();
}

} // namespace rigwright::ui
