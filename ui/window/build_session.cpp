// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/build_session.h"

#include "core/build/edits.h"
#include "core/interchange/embedded_rows.h"
#include "ui/chassis/host_change.h"

#include <QFileInfo>
#include <QUuid>

#include <algorithm>

namespace rigwright::ui {

namespace {
constexpr int kRecentFiles = 8;
const QString kRecentSetting = QStringLiteral("recent-files");
const QString kLastSetting = QStringLiteral("last-build");
const QString kSavedPrefix = QStringLiteral("saved:");
const QString kFilePrefix = QStringLiteral("file:");
} // namespace

BuildSession::BuildSession(BuildDocument *document, const Services &services, QObject *parent)
    : QObject(parent), m_document(document), m_services(services),
      m_key(QUuid::createUuid().toString(QUuid::WithoutBraces))
{
    m_autosave.setSingleShot(true);
    m_autosave.setInterval(kAutosaveMilliseconds);
    connect(&m_autosave, &QTimer::timeout, this, [this] { (void)autosave(); });
    connect(document, &BuildDocument::changed, this, &BuildSession::onChanged);
    connect(services.store, &CatalogStore::changed, this, &BuildSession::onCatalogChanged);
    connect(document->undoStack(), &QUndoStack::cleanChanged, this, &BuildSession::stateChanged);
}

Site BuildSession::startingSite() const
{
    Site site = m_document->build().site;
    const Catalog &catalog = *m_services.store->catalog();
    if (site.circuits.empty() && !catalog.circuits.empty())
        site.circuits.push_back({catalog.circuits.rows().front().id, tr("Circuit 1"), {}});
    if (site.tariffId.isEmpty() && !catalog.tariffs.empty())
        site.tariffId = catalog.tariffs.rows().front().id;
    return site;
}

void BuildSession::opened(const Build &build, const std::shared_ptr<const Catalog> &catalog)
{
    end();
    m_savedId = 0;
    m_savedName.clear();
    m_path.clear();
    m_lastSaved = {};
    m_document->open(build, catalog ? catalog : m_services.store->catalog());
    Q_EMIT stateChanged();
}

void BuildSession::onCatalogChanged()
{
    // A row that is gone stays with the build that uses it.
    const Catalog used = rowsUsed(m_document->build(), m_document->catalog());
    m_document->setCatalog(std::make_shared<const Catalog>(withMissingRows(*m_services.store->catalog(), used)));
}

void BuildSession::openNew()
{
    Build build;
    build.name = tr("New build");
    build.site = startingSite();
    opened(build);
}

void BuildSession::openNewOn(const PartRef &host)
{
    Build build;
    const PartInfo *info = m_services.store->catalog()->partInfo(host);
    build.name = info ? info->name : tr("New build");
    build.site = startingSite();
    HostChange change = hostChanged(build, *m_services.store->catalog(), host);
    opened(change.allowed ? change.build : build);
}

Outcome BuildSession::openTemplate(const QString &id)
{
    Result<Build> build = m_services.loadTemplate(id);
    if (!build)
        return build.error();
    opened(*build);
    return done();
}

Outcome BuildSession::openSaved(qint64 id)
{
    Result<Build> build = m_services.builds->load(id);
    if (!build)
        return build.error();
    const QString name = build->name;
    opened(*build);
    m_savedId = id;
    m_savedName = name;
    remember(kSavedPrefix + QString::number(id));
    Q_EMIT stateChanged();
    return done();
}

Result<QStringList> BuildSession::openFile(const QString &path)
{
    Result<RigFile> file = m_services.loadFile(path);
    if (!file)
        return file.error();
    const QStringList differing = differences(*m_services.store->catalog(), file->embedded);
    auto catalog = std::make_shared<const Catalog>(withMissingRows(*m_services.store->catalog(), file->embedded));
    opened(file->build, catalog);
    m_path = QFileInfo(path).absoluteFilePath();
    remember(kFilePrefix + m_path);
    Q_EMIT stateChanged();
    return differing;
}

Outcome BuildSession::openLast()
{
    const QString last = m_services.builds->setting(kLastSetting);
    if (last.startsWith(kSavedPrefix))
        return openSaved(last.mid(kSavedPrefix.size()).toLongLong());
    if (last.startsWith(kFilePrefix)) {
        const Result<QStringList> file = openFile(last.mid(kFilePrefix.size()));
        return file ? done() : Outcome(file.error());
    }
    return Error{Error::Code::NotFound, tr("No build was open before.")};
}

Outcome BuildSession::recover(const std::vector<Build> &remains)
{
    for (std::size_t i = 1; i < remains.size(); ++i) {
        const QString name = tr("%1 (recovered)").arg(remains[i].name);
        QString unique = name;
        for (int n = 2; m_services.builds->loadByName(unique); ++n)
            unique = QStringLiteral("%1 %2").arg(name).arg(n);
        const Result<qint64> saved = m_services.builds->save(edits::renamed(remains[i], unique));
        if (!saved)
            return saved.error();
    }
    opened(remains.front());
    m_document->undoStack()->resetClean(); // it is nowhere saved
    if (const Outcome kept = autosave(); !kept)
        return kept; // the crash's copy stays until this one is safe
    return m_services.builds->discardAutosaved();
}

bool BuildSession::isEdited() const
{
    return !m_document->undoStack()->isClean();
}

bool BuildSession::wouldReplace(const QString &name) const
{
    const Result<std::vector<SavedBuild>> list = m_services.builds->list();
    return list && std::ranges::any_of(*list, [&](const SavedBuild &build) {
               return build.id != m_savedId && build.name.compare(name, Qt::CaseInsensitive) == 0;
           });
}

void BuildSession::renamedElsewhere(const QString &name)
{
    const bool edited = isEdited();
    m_savedName = name;
    m_document->apply(tr("Rename to %1").arg(name), edits::renamed(m_document->build(), name));
    if (!edited)
        m_document->undoStack()->setClean();
    Q_EMIT stateChanged();
}

Outcome BuildSession::save()
{
    if (!m_path.isEmpty())
        return saveToFile(m_path);
    const QString name = m_document->build().name;
    if (m_savedId > 0 && name != m_savedName) {
        // The build was given another name: so is what is saved, and its history stays with it.
        const Outcome renamed = m_services.builds->rename(m_savedId, name);
        if (!renamed && renamed.error().code != Error::Code::NotFound)
            return renamed;
    }
    const Result<qint64> id = m_services.builds->save(m_document->build());
    if (!id)
        return id.error();
    m_savedId = *id;
    m_savedName = name;
    remember(kSavedPrefix + QString::number(*id));
    saved();
    return done();
}

Outcome BuildSession::saveAs(const QString &name)
{
    const Result<qint64> id = m_services.builds->save(edits::renamed(m_document->build(), name));
    if (!id)
        return id.error();
    m_document->apply(tr("Rename to %1").arg(name), edits::renamed(m_document->build(), name));
    m_path.clear();
    m_savedId = *id;
    m_savedName = name;
    remember(kSavedPrefix + QString::number(*id));
    saved();
    return done();
}

Outcome BuildSession::saveToFile(const QString &path)
{
    const Outcome written = m_services.saveFile(path, m_document->build(), m_document->catalog());
    if (!written)
        return written;
    m_savedId = 0;
    m_savedName.clear();
    m_path = QFileInfo(path).absoluteFilePath();
    remember(kFilePrefix + m_path);
    saved();
    return done();
}

void BuildSession::saved()
{
    m_lastSaved = QDateTime::currentDateTime();
    m_document->undoStack()->setClean();
    end();
    Q_EMIT stateChanged();
}

void BuildSession::remember(const QString &home)
{
    // Losing one of these settings costs a click; a failure to save is reported where it matters.
    (void)m_services.builds->setSetting(kLastSetting, home);
    if (m_path.isEmpty())
        return;
    QStringList files = recentFiles();
    files.removeAll(m_path);
    files.prepend(m_path);
    (void)m_services.builds->setSetting(kRecentSetting, files.mid(0, kRecentFiles).join(QLatin1Char('\n')));
}

QStringList BuildSession::recentFiles() const
{
    return m_services.builds->setting(kRecentSetting).split(QLatin1Char('\n'), Qt::SkipEmptyParts);
}

void BuildSession::onChanged()
{
    if (!m_autosave.isActive()) // not restarted: no edit waits longer than the interval
        m_autosave.start();
}

Outcome BuildSession::autosave()
{
    if (!isEdited()) {
        end(); // undone back to what is saved
        return done();
    }
    Outcome outcome = m_services.builds->autosave(m_key, m_document->build());
    m_autosaved = m_autosaved || outcome;
    if (!outcome && !m_autosaveFailing)
        Q_EMIT autosaveFailed(outcome.error().message);
    m_autosaveFailing = !outcome;
    return outcome;
}

void BuildSession::end()
{
    m_autosave.stop();
    if (m_autosaved)
        m_autosaved = !m_services.builds->clearAutosave(m_key).ok();
}

} // namespace rigwright::ui
