// SPDX-License-Identifier: GPL-3.0-or-later
// Opens a user database and saves or autosaves until it is killed; with a size, until a file of
// its own may not grow any further.
#include "database/user_database.h"

#include <QCoreApplication>
#include <QFile>

#include <csignal>
#include <cstdio>

#include <sys/resource.h>

using namespace rigwright;

int main(int argc, char *argv[])
{
    const QCoreApplication app(argc, argv);
    const QStringList arguments = app.arguments();
    if (arguments.size() < 3)
        return 2;
    if (arguments.size() > 3) {
        const rlim_t largest = rlim_t(arguments[3].toLongLong());
        const rlimit limit{largest, largest};
        std::signal(SIGXFSZ, SIG_IGN); // writing fails instead, as on a full disk
        setrlimit(RLIMIT_FSIZE, &limit);
    }
    const auto database = UserDatabase::open(arguments[1], nullptr);
    if (!database) {
        std::fprintf(stderr, "%s\n", qPrintable(database.error().message));
        return 1;
    }
    Build build;
    build.notes = QString(15'000, QLatin1Char('x'));
    for (int round = 1;; ++round) {
        build.name = QStringLiteral("Build %1").arg(round % 5);
        build.site.name = QString::number(round);
        Outcome outcome = done();
        if (arguments[2] == QLatin1String("autosave"))
            outcome = (*database)->autosave(QStringLiteral("window"), build);
        else if (const Result<qint64> saved = (*database)->save(build); !saved)
            outcome = saved.error();
        if (!outcome) {
            std::fprintf(stderr, "%s\n", qPrintable(outcome.error().message));
            return 1;
        }
        std::printf("%d\n", round);
        std::fflush(stdout);
    }
}
