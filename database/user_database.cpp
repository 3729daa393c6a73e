// SPDX-License-Identifier: GPL-3.0-or-later
#include "database/user_database.h"

#include "database/user_file.h"

#include <QCoreApplication>
#include <QLockFile>
#include <QUuid>

namespace rigwright {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(UserDatabase)
};

constexpr int kLongestName = 200;
constexpr int kRevisionsKept = 100;

QString folded(const QString &name)
{
    return name.normalized(QString::NormalizationForm_KC).toCaseFolded();
}

qint64 now()
{
    return QDateTime::currentMSecsSinceEpoch();
}

Error notFound()
{
    return {Error::Code::NotFound, Text::tr("This build is no longer saved; it may have been deleted elsewhere.")};
}

Outcome checkName(const QString &name)
{
    if (name.trimmed().isEmpty())
        return Error{Error::Code::Invalid, Text::tr("A saved build needs a name.")};
    if (name.size() > kLongestName)
        return Error{Error::Code::Invalid, Text::tr("A name has at most %1 characters.").arg(kLongestName)};
    return done();
}

Result<RigFile> parsed(const QString &name, const QString &text)
{
    Result<RigFile> file = fromRigJson(text.toUtf8());
    if (!file)
        return Error{file.error().code,
                     Text::tr("The saved build \"%1\" cannot be read: %2").arg(name, file.error().message)};
    return file;
}

} // namespace

Result<std::unique_ptr<UserDatabase>> UserDatabase::open(const QString &path, std::shared_ptr<const Catalog> catalog)
{
    Result<std::unique_ptr<SqlConnection>> connection = openUserFile(path);
    if (!connection)
        return connection.error();
    return std::unique_ptr<UserDatabase>(new UserDatabase(path, std::move(connection).value(), std::move(catalog)));
}

UserDatabase::UserDatabase(QString path, std::unique_ptr<SqlConnection> connection,
                           std::shared_ptr<const Catalog> catalog)
    : m_path(std::move(path)), m_connection(std::move(connection)), m_catalog(std::move(catalog)),
      m_instance(QUuid::createUuid().toString(QUuid::WithoutBraces))
{}

UserDatabase::~UserDatabase() = default;

Result<std::vector<SavedBuild>> UserDatabase::list() const
{
    const auto rows = m_connection->rows(
        QStringLiteral("SELECT id, name, saved_utc_ms, parts FROM build ORDER BY saved_utc_ms DESC, id DESC"));
    if (!rows)
        return rows.error();
    std::vector<SavedBuild> builds;
    for (const QVariantList &row : *rows)
        builds.push_back({row[0].toLongLong(), row[1].toString(),
                          QDateTime::fromMSecsSinceEpoch(row[2].toLongLong(), Qt::UTC), row[3].toInt()});
    return builds;
}

Result<RigFile> UserDatabase::loadFile(qint64 id) const
{
    const auto rows = m_connection->rows(QStringLiteral("SELECT name, rig FROM build WHERE id = ?"), {id});
    if (!rows)
        return rows.error();
    if (rows->empty())
        return notFound();
    const QString name = rows->front()[0].toString();
    Result<RigFile> file = parsed(name, rows->front()[1].toString());
    if (!file)
        return file;
    RigFile renamed = std::move(file).value();
    renamed.build.name = name;
    return renamed;
}

Result<Build> UserDatabase::load(qint64 id) const
{
    Result<RigFile> file = loadFile(id);
    if (!file)
        return file.error();
    return std::move(file).value().build;
}

Result<qint64> UserDatabase::idOf(const QString &name) const
{
    const Result<qint64> id =
        m_connection->number(QStringLiteral("SELECT id FROM build WHERE name_key = ?"), {folded(name)});
    if (id && *id == 0)
        return Error{Error::Code::NotFound, Text::tr("No saved build is named \"%1\".").arg(name)};
    return id;
}

Result<Build> UserDatabase::loadByName(const QString &name) const
{
    const Result<qint64> id = idOf(name);
    return id ? load(*id) : Result<Build>(id.error());
}

Result<QString> UserDatabase::textOf(const Build &build) const
{
    const QByteArray text = toRigJson(build, m_catalog ? *m_catalog : Catalog{});
    // What could not be opened again is not saved over what can.
    const Result<RigFile> back = fromRigJson(text);
    if (!back)
        return Error{Error::Code::Invalid, Text::tr("The build cannot be saved: %1").arg(back.error().message)};
    return QString::fromUtf8(text);
}

Outcome UserDatabase::durably(const std::function<Outcome()> &change)
{
    // A saved build is on the disk when save() returns; an autosave may be as late as the journal.
    if (Outcome outcome = m_connection->run(QStringLiteral("PRAGMA synchronous = FULL")); !outcome)
        return outcome;
    Outcome outcome = m_connection->transaction(change);
    if (Outcome back = m_connection->run(QStringLiteral("PRAGMA synchronous = NORMAL")); !back && outcome)
        return back;
    return outcome;
}

Result<qint64> UserDatabase::save(const Build &build)
{
    qint64 id = 0;
    const Outcome outcome = durably([&]() -> Outcome {
        const Result<qint64> stored = store(build);
        if (!stored)
            return stored.error();
        id = *stored;
        return done();
    });
    return outcome ? Result<qint64>(id) : Result<qint64>(outcome.error());
}

/// Inserts or replaces by name, inside a transaction.
Result<qint64> UserDatabase::store(const Build &build)
{
    if (Outcome outcome = checkName(build.name); !outcome)
        return outcome.error();
    const Result<QString> text = textOf(build);
    if (!text)
        return text.error();
    const qint64 parts = qint64(build.items.size());
    const Result<qint64> id = idOf(build.name);
    if (!id && id.error().code != Error::Code::NotFound)
        return id;
    if (!id) {
        const auto inserted = m_connection->rows(
            QStringLiteral("INSERT INTO build (name, name_key, saved_utc_ms, parts, rig) VALUES (?, ?, ?, ?, ?) "
                           "RETURNING id"),
            {build.name, folded(build.name), now(), parts, *text});
        return inserted ? Result<qint64>(inserted->front()[0].toLongLong()) : Result<qint64>(inserted.error());
    }
    for (const auto &[sql, values] : std::initializer_list<std::pair<QString, QVariantList>>{
             {QStringLiteral("INSERT INTO build_history (build_id, saved_utc_ms, rig) "
                             "SELECT id, saved_utc_ms, rig FROM build WHERE id = ? AND rig <> ?"),
              {*id, *text}},
             {QStringLiteral("DELETE FROM build_history WHERE build_id = ? AND id NOT IN "
                             "(SELECT id FROM build_history WHERE build_id = ? ORDER BY id DESC LIMIT ?)"),
              {*id, *id, kRevisionsKept}},
             {QStringLiteral("UPDATE build SET name = ?, saved_utc_ms = ?, parts = ?, rig = ? WHERE id = ?"),
              {build.name, now(), parts, *text, *id}}})
        if (Outcome outcome = m_connection->run(sql, values); !outcome)
            return outcome.error();
    return id;
}

Outcome UserDatabase::rename(qint64 id, const QString &name)
{
    if (Outcome outcome = checkName(name); !outcome)
        return outcome;
    return durably([&]() -> Outcome {
        const Result<qint64> taken = idOf(name);
        if (taken && *taken != id)
            return Error{Error::Code::Invalid, Text::tr("A saved build is named \"%1\" already.").arg(name)};
        if (!taken && taken.error().code != Error::Code::NotFound)
            return taken.error();
        const auto changed =
            m_connection->rows(QStringLiteral("UPDATE build SET name = ?, name_key = ? WHERE id = ? RETURNING id"),
                               {name, folded(name), id});
        if (!changed)
            return changed.error();
        return changed->empty() ? Outcome(notFound()) : done();
    });
}

Outcome UserDatabase::remove(qint64 id)
{
    return durably([&]() -> Outcome {
        const auto removed = m_connection->rows(QStringLiteral("DELETE FROM build WHERE id = ? RETURNING id"), {id});
        if (!removed)
            return removed.error();
        return removed->empty() ? Outcome(notFound()) : done();
    });
}

Result<qint64> UserDatabase::duplicate(qint64 id)
{
    Result<Build> build = load(id);
    if (!build)
        return build.error();
    Build copy = std::move(build).value();
    const QString base = Text::tr("%1 copy").arg(copy.name.left(kLongestName - 20));
    qint64 copyId = 0;
    const Outcome outcome = durably([&]() -> Outcome {
        copy.name = base;
        Result<qint64> taken = idOf(copy.name);
        for (int n = 2; taken; ++n) {
            copy.name = Text::tr("%1 %2").arg(base).arg(n);
            taken = idOf(copy.name);
        }
        if (taken.error().code != Error::Code::NotFound)
            return taken.error();
        const Result<qint64> stored = store(copy);
        if (!stored)
            return stored.error();
        copyId = *stored;
        return done();
    });
    return outcome ? Result<qint64>(copyId) : Result<qint64>(outcome.error());
}

Result<std::vector<SavedRevision>> UserDatabase::history(qint64 id) const
{
    const auto rows = m_connection->rows(
        QStringLiteral("SELECT id, saved_utc_ms FROM build_history WHERE build_id = ? ORDER BY id DESC"), {id});
    if (!rows)
        return rows.error();
    std::vector<SavedRevision> revisions;
    for (const QVariantList &row : *rows)
        revisions.push_back({row[0].toLongLong(), QDateTime::fromMSecsSinceEpoch(row[1].toLongLong(), Qt::UTC)});
    return revisions;
}

Result<Build> UserDatabase::loadRevision(qint64 revision) const
{
    const auto rows = m_connection->rows(
        QStringLiteral("SELECT build.name, build_history.rig FROM build_history JOIN build ON build.id = build_id "
                       "WHERE build_history.id = ?"),
        {revision});
    if (!rows)
        return rows.error();
    if (rows->empty())
        return notFound();
    Result<RigFile> file = parsed(rows->front()[0].toString(), rows->front()[1].toString());
    if (!file)
        return file.error();
    return std::move(file).value().build;
}

QString UserDatabase::lockPath(const QString &instance) const
{
    return QStringLiteral("%1.%2.lock").arg(m_path, instance);
}

/// Marks this process as alive, so that no other one takes its autosaves for leftovers.
Outcome UserDatabase::claimInstance()
{
    if (m_lock)
        return done();
    auto lock = std::make_unique<QLockFile>(lockPath(m_instance));
    lock->setStaleLockTime(0); // a lock is as good as its process, however old
    if (!lock->tryLock())
        return Error{Error::Code::NotWritable, Text::tr("The data folder of %1 is not writable.").arg(m_path)};
    m_lock = std::move(lock);
    return done();
}

/// @return instances that have autosaves and no longer run
Result<QStringList> UserDatabase::crashedInstances() const
{
    const auto rows = m_connection->rows(QStringLiteral("SELECT DISTINCT instance FROM autosave"));
    if (!rows)
        return rows.error();
    QStringList crashed;
    for (const QVariantList &row : *rows) {
        const QString instance = row[0].toString();
        if (instance == m_instance)
            continue;
        QLockFile lock(lockPath(instance));
        lock.setStaleLockTime(0);
        if (lock.tryLock())
            crashed.append(instance);
    }
    return crashed;
}

Outcome UserDatabase::autosave(const QString &key, const Build &build)
{
    if (Outcome claimed = claimInstance(); !claimed)
        return claimed;
    const Result<QString> text = textOf(build);
    if (!text)
        return text.error();
    return m_connection->run(QStringLiteral("INSERT INTO autosave (instance, key, saved_utc_ms, rig) "
                                            "VALUES (?, ?, ?, ?) ON CONFLICT (instance, key) DO UPDATE SET "
                                            "saved_utc_ms = excluded.saved_utc_ms, rig = excluded.rig"),
                             {m_instance, key, now(), *text});
}

Outcome UserDatabase::clearAutosave(const QString &key)
{
    return m_connection->run(QStringLiteral("DELETE FROM autosave WHERE instance = ? AND key = ?"), {m_instance, key});
}

Result<std::vector<Build>> UserDatabase::autosaved() const
{
    const Result<QStringList> crashed = crashedInstances();
    if (!crashed)
        return crashed.error();
    const auto rows =
        m_connection->rows(QStringLiteral("SELECT instance, rig FROM autosave ORDER BY saved_utc_ms DESC, rowid DESC"));
    if (!rows)
        return rows.error();
    std::vector<Build> builds;
    for (const QVariantList &row : *rows) {
        if (!crashed->contains(row[0].toString()))
            continue;
        // One that cannot be read must not keep the others from being recovered.
        if (Result<RigFile> file = fromRigJson(row[1].toString().toUtf8()))
            builds.push_back(std::move(file).value().build);
    }
    return builds;
}

Outcome UserDatabase::discardAutosaved()
{
    const Result<QStringList> crashed = crashedInstances();
    if (!crashed)
        return crashed.error();
    for (const QString &instance : *crashed)
        if (Outcome outcome = m_connection->run(QStringLiteral("DELETE FROM autosave WHERE instance = ?"), {instance});
            !outcome)
            return outcome;
    return done();
}

QString UserDatabase::setting(const QString &name, const QString &fallback) const
{
    const auto rows = m_connection->rows(QStringLiteral("SELECT value FROM setting WHERE name = ?"), {name});
    return rows && !rows->empty() ? rows->front()[0].toString() : fallback;
}

Outcome UserDatabase::setSetting(const QString &name, const QString &value)
{
    return m_connection->run(QStringLiteral("INSERT INTO setting (name, value) VALUES (?, ?) "
                                            "ON CONFLICT (name) DO UPDATE SET value = excluded.value"),
                             {name, value});
}

} // namespace rigwright
