// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/document/build_document.h"
#include "ui/window/services.h"

#include <QDateTime>
#include <QObject>
#include <QTimer>

namespace rigwright::ui {

/// Where the open build came from and where Save puts it, and its autosave. Knows no dialogs: the
/// window asks the user and calls it.
class BuildSession : public QObject
{
    Q_OBJECT
public:
    /// Longest time that unsaved edits stay in memory only.
    static constexpr int kAutosaveMilliseconds = 2000;

    BuildSession(BuildDocument *document, const Services &services, QObject *parent = nullptr);

    // Each replaces the document. The caller has asked about unsaved changes.
    void openNew();
    void openNewOn(const PartRef &host); ///< a build that starts with this machine
    Outcome openTemplate(const QString &id);
    Outcome openSaved(qint64 id);
    /// @return lines that say where the file's parts differ from the catalogue
    Result<QStringList> openFile(const QString &path);
    /// Opens what setting("last-build") names. @return NotFound where there is nothing
    Outcome openLast();
    /// Opens what a crash left, as unsaved; older remains are saved as "NAME (recovered)".
    Outcome recover(const std::vector<Build> &remains);

    bool isEdited() const;
    bool hasHome() const { return m_savedId > 0 || !m_path.isEmpty(); } ///< Save knows where to
    const QString &path() const { return m_path; }                      ///< of a build that lives in a file
    qint64 savedId() const { return m_savedId; }
    QDateTime lastSaved() const { return m_lastSaved; } ///< invalid = not since it was opened

    /// The saved build that is open was given this name outside the document.
    void renamedElsewhere(const QString &name);

    /// Saves where the build lives: its file, else among the saved builds under its name.
    Outcome save();
    /// Whether saving under this name would replace another saved build than the open one.
    bool wouldReplace(const QString &name) const;
    Outcome saveAs(const QString &name);
    Outcome saveToFile(const QString &path);

    Outcome autosave(); ///< now
    /// The window closes: nothing of this build is left to recover.
    void end();

    QStringList recentFiles() const;

Q_SIGNALS:
    void stateChanged();                         ///< home, edited or last saved is new
    void autosaveFailed(const QString &message); ///< once until it works again

private:
    void opened(const Build &build, const std::shared_ptr<const Catalog> &catalog = nullptr);
    void saved();
    void remember(const QString &home);
    void onChanged();
    void onCatalogChanged();
    Site startingSite() const;

    BuildDocument *m_document;
    const Services &m_services;
    QString m_key; ///< of this window's autosave
    QTimer m_autosave;
    qint64 m_savedId = 0;
    QString m_savedName; ///< name that m_savedId has in the repository
    QString m_path;
    QDateTime m_lastSaved;
    bool m_autosaveFailing = false;
    bool m_autosaved = false;
};

} // namespace rigwright::ui
