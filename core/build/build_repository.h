// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/build/build.h"
#include "core/units/result.h"

#include <QDateTime>

#include <vector>

namespace rigwright {

/// A saved build as the list shows it.
struct SavedBuild
{
    qint64 id = 0; ///< > 0
    QString name;  ///< unique among saved builds, compared without case
    QDateTime saved;
    int parts = 0;
};

/// The user's saved builds. The database layer implements it; tests may use memory.
class BuildRepository
{
public:
    virtual ~BuildRepository() = default;
    virtual Result<std::vector<SavedBuild>> list() const = 0; ///< newest first
    virtual Result<Build> load(qint64 id) const = 0;
    virtual Result<Build> loadByName(const QString &name) const = 0;
    /// Saves under build.name, replacing one of that name; the replaced state stays in the history.
    virtual Result<qint64> save(const Build &build) = 0;
    virtual Outcome rename(qint64 id, const QString &name) = 0; ///< Invalid where the name is taken
    virtual Outcome remove(qint64 id) = 0;
    virtual Result<qint64> duplicate(qint64 id) = 0; ///< named "NAME copy", "NAME copy 2", ...

    /// The unsaved state of an open window, written every two seconds; `key` names the window
    /// among those of this process.
    virtual Outcome autosave(const QString &key, const Build &build) = 0;
    virtual Outcome clearAutosave(const QString &key) = 0;
    /// @return what crashed processes left, newest first; nothing of a process that still runs
    virtual Result<std::vector<Build>> autosaved() const = 0;
    /// Forgets what autosaved() returns, once it has been taken over or declined.
    virtual Outcome discardAutosaved() = 0;

    virtual QString setting(const QString &name, const QString &fallback = {}) const = 0;
    virtual Outcome setSetting(const QString &name, const QString &value) = 0;
};

} // namespace rigwright
