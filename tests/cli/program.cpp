// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/program.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QProcess>

namespace rigwright::test {

QJsonObject Run::json() const
{
    return QJsonDocument::fromJson(out).object();
}

bool Run::hasOneErrorLine() const
{
    return errors.startsWith("rigwright: ") && errors.endsWith('\n') && errors.count('\n') == 1 && errors.size() > 20;
}

QString Program::path()
{
    return QStringLiteral(RIGWRIGHT_PROGRAM);
}

Run Program::run(const QStringList &arguments, const QMap<QString, QString> &environment) const
{
    QProcessEnvironment variables = QProcessEnvironment::systemEnvironment();
    for (const char *name : {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM", "RIGWRIGHT_CATALOG"})
        variables.remove(QLatin1String(name));
    variables.insert(QStringLiteral("RIGWRIGHT_DATA"), dataFolder());
    variables.insert(QStringLiteral("LC_ALL"), QStringLiteral("C.UTF-8"));
    for (auto it = environment.begin(); it != environment.end(); ++it)
        variables.insert(it.key(), it.value());

    QProcess process;
    process.setProcessEnvironment(variables);
    process.setWorkingDirectory(m_folder.path());
    process.start(path(), arguments);
    Run run;
    constexpr int kMostMilliseconds = 120'000;
    if (process.waitForFinished(kMostMilliseconds) && process.exitStatus() == QProcess::NormalExit)
        run.exitCode = process.exitCode();
    run.out = process.readAllStandardOutput();
    run.errors = process.readAllStandardError();
    return run;
}

void Program::write(const QString &name, const QByteArray &content) const
{
    QFile target(file(name));
    if (!target.open(QIODevice::WriteOnly) || target.write(content) != content.size())
        qFatal("cannot write the test's file");
}

QByteArray Program::read(const QString &name) const
{
    QFile source(file(name));
    return source.open(QIODevice::ReadOnly) ? source.readAll() : QByteArray();
}

QStringList Program::files() const
{
    return QDir(m_folder.path()).entryList(QDir::Files, QDir::Name);
}

} // namespace rigwright::test
