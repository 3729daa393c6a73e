// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/units/result.h"

#include <QString>
#include <QVariantList>

#include <functional>
#include <memory>
#include <vector>

namespace rigwright {

/// One connection to an SQLite file, closed with the object. For use in the thread that opened it.
/// What SQLite reports becomes an Error that names the file.
class SqlConnection
{
public:
    /// Opens the file for reading and writing, creating it where it is missing. Waits up to ten
    /// seconds for another process that writes.
    static Result<std::unique_ptr<SqlConnection>> open(const QString &path);
    ~SqlConnection();
    SqlConnection(const SqlConnection &) = delete;
    SqlConnection &operator=(const SqlConnection &) = delete;

    using Rows = std::vector<QVariantList>;
    /// Runs one statement. @return its rows, each a list of columns
    Result<Rows> rows(const QString &sql, const QVariantList &values = {}) const;
    /// Runs one statement for its effect.
    Outcome run(const QString &sql, const QVariantList &values = {}) const;
    /// @return the first column of the first row as a number; 0 where there is none
    Result<qint64> number(const QString &sql, const QVariantList &values = {}) const;
    /// Runs `body` as one transaction that writes: all of it happens, or nothing.
    Outcome transaction(const std::function<Outcome()> &body) const;

private:
    SqlConnection(QString path, QString name) : m_path(std::move(path)), m_name(std::move(name)) {}
    Error explained(const QString &nativeCode, const QString &text) const;

    QString m_path;
    QString m_name; ///< of Qt's connection
};

} // namespace rigwright
