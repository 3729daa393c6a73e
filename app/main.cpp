// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"
#include "app/cli/output.h"
#include "app/window_main.h"

#include <CLI/CLI.hpp>

#include <QApplication>
#include <QFileInfo>
#include <QGuiApplication>
#include <QLocale>

#include <clocale>
#include <cstdio>
#include <langinfo.h>

using namespace rigwright;

namespace {

/// Qt insists on UTF-8 and says so on standard error; texts are UTF-8 here in any case.
void ensureUtf8()
{
    std::setlocale(LC_CTYPE, "");
    if (qstrcmp(nl_langinfo(CODESET), "UTF-8") == 0)
        return;
    if (qEnvironmentVariableIsSet("LC_ALL"))
        qputenv("LC_ALL", "C.UTF-8");
    qputenv("LC_CTYPE", "C.UTF-8");
}

/// The C locale is no language: numbers and money are then written as in the United States.
void ensureLanguage()
{
    if (QLocale::system().language() == QLocale::C)
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
}

bool hasDisplay()
{
    return qEnvironmentVariableIsSet("QT_QPA_PLATFORM") || qEnvironmentVariableIsSet("WAYLAND_DISPLAY")
           || qEnvironmentVariableIsSet("DISPLAY");
}

/// Qt's remarks on the environment are not a command's business: standard error holds one line.
void withoutRemarks(QtMsgType type, const QMessageLogContext &, const QString &message)
{
    if (type == QtCriticalMsg || type == QtFatalMsg)
        std::fprintf(stderr, "%s\n", qPrintable(message));
}

int runCommand(const cli::Invocation &invocation, int &argc, char **argv)
{
    qInstallMessageHandler(withoutRemarks);
    if (!invocation.paints) { // starts without loading fonts or a platform
        const QCoreApplication application(argc, argv);
        return invocation.run();
    }
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen"); // files need no display
    const QApplication application(argc, argv);
    return invocation.run();
}

int openWindow(const std::vector<std::string> &files, int &argc, char **argv)
{
    QStringList paths;
    for (const std::string &file : files) {
        const QString path = QString::fromStdString(file);
        if (!QFileInfo::exists(path))
            return cli::fail(path.endsWith(QLatin1String(".rig"))
                                 ? QStringLiteral("%1 does not exist.").arg(path)
                                 : QStringLiteral("\"%1\" is neither a command nor a file; see --help.").arg(path),
                             path.endsWith(QLatin1String(".rig")) ? cli::Failed : cli::WrongUsage);
        paths.append(path);
    }
    if (!hasDisplay())
        return cli::fail(QStringLiteral("There is no display for the window; see --help for the command line."));
    const QApplication application(argc, argv);
    return runWindow(paths);
}

} // namespace

int main(int argc, char *argv[])
{
    ensureUtf8();
    ensureLanguage();
    QCoreApplication::setApplicationName(QStringLiteral("rigwright"));
    QCoreApplication::setApplicationVersion(QStringLiteral(RIGWRIGHT_VERSION));
    QGuiApplication::setDesktopFileName(QStringLiteral("rigwright"));

    CLI::App program("Plans machines that run large language models. Without a command it opens the window.",
                     "rigwright");
    program.set_version_flag("--version", "rigwright " RIGWRIGHT_VERSION);
    std::vector<std::string> files;
    program.add_option("FILE", files, "Builds (.rig) to open in the window");
    cli::Invocation invocation;
    cli::addEvaluate(program, invocation);
    cli::addPredict(program, invocation);
    cli::addCompare(program, invocation);
    cli::addExport(program, invocation);
    cli::addCatalog(program, invocation);
    cli::addTemplates(program, invocation);
    program.require_subcommand(0, 1);

    try {
        program.parse(argc, argv);
    } catch (const CLI::Success &asked) { // --help and --version
        program.exit(asked);
        return cli::Done;
    } catch (const CLI::ParseError &wrong) {
        return cli::fail(QString::fromStdString(wrong.what()) + QStringLiteral("; see --help."), cli::WrongUsage);
    }
    return invocation.run ? runCommand(invocation, argc, argv) : openWindow(files, argc, argv);
}
