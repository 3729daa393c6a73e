// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QMap>
#include <QStringList>
#include <QTemporaryDir>

namespace rigwright::test {

/// What a run of the program left behind.
struct Run
{
    int exitCode = -1; ///< -1 = crashed or did not end
    QByteArray out;
    QByteArray errors;
    QJsonObject json() const; ///< of standard output; empty where it is none
    /// @return whether standard error is one line that begins with the program's name
    bool hasOneErrorLine() const;
};

/// Runs the program with its data in a folder of its own, without a display.
class Program
{
public:
    static QString path(); ///< of the program
    Run run(const QStringList &arguments, const QMap<QString, QString> &environment = {}) const;
    QString file(const QString &name) const { return m_folder.filePath(name); }
    QString dataFolder() const { return m_folder.filePath(QStringLiteral("data")); }
    void write(const QString &name, const QByteArray &content) const;
    QByteArray read(const QString &name) const;
    QStringList files() const; ///< in the folder, sorted

private:
    QTemporaryDir m_folder;
};

} // namespace rigwright::test
