// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/build/build_repository.h"
#include "core/interchange/rig_file.h"
#include "database/user_file.h"

#include <memory>

class QLockFile;

namespace rigwright {

class SqlConnection;

/// A former state of a saved build.
struct SavedRevision
{
    qint64 id = 0;
    QDateTime saved;
};

/// The user's own file: saved builds with their history, what open windows have not saved, settings.
/// Builds are kept as .rig text with the catalogue rows that they use, so a later catalogue cannot
/// make them unreadable. Several processes may use one file at a time. Nothing is ever half saved:
/// every change is one transaction.
class UserDatabase final : public BuildRepository
{
public:
    /// Opens or creates the file; see openUserFile().
    /// @param catalog rows to keep with saved builds
    static Result<std::unique_ptr<UserDatabase>> open(const QString &path, std::shared_ptr<const Catalog> catalog);
    ~UserDatabase() override;

    Result<std::vector<SavedBuild>> list() const override;
    Result<Build> load(qint64 id) const override;
    Result<Build> loadByName(const QString &name) const override;
    Result<qint64> save(const Build &build) override;
    Outcome rename(qint64 id, const QString &name) override;
    Outcome remove(qint64 id) override;
    Result<qint64> duplicate(qint64 id) override;

    /// @return the build with the catalogue rows that were saved with it
    Result<RigFile> loadFile(qint64 id) const;
    /// @return the id of the saved build of that name, compared without case; NotFound
    Result<qint64> idOf(const QString &name) const;
    /// @return former states, newest first; at most the last hundred are kept
    Result<std::vector<SavedRevision>> history(qint64 id) const;
    Result<Build> loadRevision(qint64 revision) const;

    Outcome autosave(const QString &key, const Build &build) override;
    Outcome clearAutosave(const QString &key) override;
    Result<std::vector<Build>> autosaved() const override;
    Outcome discardAutosaved() override;

    QString setting(const QString &name, const QString &fallback = {}) const override;
    Outcome setSetting(const QString &name, const QString &value) override;

private:
    UserDatabase(QString path, std::unique_ptr<SqlConnection> connection, std::shared_ptr<const Catalog> catalog);
    Result<QString> textOf(const Build &build) const;
    Result<qint64> store(const Build &build);
    Outcome durably(const std::function<Outcome()> &change);
    Outcome claimInstance();
    Result<QStringList> crashedInstances() const;
    QString lockPath(const QString &instance) const;

    QString m_path;
    std::unique_ptr<SqlConnection> m_connection;
    std::shared_ptr<const Catalog> m_catalog;
    QString m_instance;                ///< names this process's autosaves
    std::unique_ptr<QLockFile> m_lock; ///< held while this process has autosaves
};

} // namespace rigwright
