// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window_main.h"

#include "database/catalog_database.h"
#include "database/catalog_search.h"
#include "database/rig_files.h"
#include "database/user_catalog.h"
#include "database/user_database.h"
#include "resources/templates/build_templates.h"
#include "ui/theme/theme.h"
#include "ui/window/main_window.h"
#include "ui/window/messages.h"

#include <QApplication>
#include <QLibraryInfo>
#include <QThreadPool>
#include <QTranslator>

using namespace rigwright;

namespace {

void installTranslations()
{
    auto *own = new QTranslator(qApp);
    // Without one for the user's language the English one, for its plurals.
    if (own->load(QLocale(), QStringLiteral("rigwright"), QStringLiteral("_"), QStringLiteral(":/i18n"))
        || own->load(QStringLiteral(":/i18n/rigwright_en.qm")))
        QApplication::installTranslator(own);
    auto *qt = new QTranslator(qApp);
    if (qt->load(QLocale(), QStringLiteral("qtbase"), QStringLiteral("_"),
                 QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QApplication::installTranslator(qt);
}

std::vector<ui::TemplateEntry> templateEntries()
{
    std::vector<ui::TemplateEntry> entries;
    for (const BuildTemplate &each : buildTemplates())
        entries.push_back({each.id, each.title, each.description});
    return entries;
}

/// Reads the whole catalogue file beside what the user does, and says where it is damaged.
void verifyLater(const QString &path)
{
    QThreadPool::globalInstance()->start([path] {
        const Outcome sound = verifyCatalogFile(path);
        if (sound)
            return;
        const auto say = [error = sound.error()] {
            ui::showError(nullptr, QApplication::translate("Window", "The catalogue cannot be trusted."), error);
        };
        QMetaObject::invokeMethod(qApp, say, Qt::QueuedConnection);
    });
}

int refuse(const QString &what, const Error &error)
{
    ui::showError(nullptr, what, error);
    return 1;
}

} // namespace

int runWindow(const QStringList &files)
{
    QApplication::setApplicationDisplayName(QStringLiteral("Rigwright"));
    QApplication::setDesktopFileName(QStringLiteral("rigwright"));
    installTranslations();
    // The colours come from the user's settings; until those are read the system's are right.
    ui::Theme::current().apply(ui::Theme::Mode::System);

    const QString path = shippedCatalogPath();
    const Result<std::shared_ptr<const Catalog>> catalog = loadCatalog(path, Verification::Later);
    if (!catalog)
        return refuse(QApplication::translate("Window", "The catalogue could not be opened."), catalog.error());
    const Result<std::unique_ptr<CatalogSearch>> search = CatalogSearch::open(path);
    if (!search)
        return refuse(QApplication::translate("Window", "The catalogue could not be opened."), search.error());
    const Result<std::unique_ptr<UserDatabase>> builds = UserDatabase::open(userDatabasePath(), *catalog);
    if (!builds)
        return refuse(QApplication::translate("Window", "Your saved builds could not be opened."), builds.error());
    ui::Theme::current().apply(ui::Theme::modeFromText((*builds)->setting(QStringLiteral("theme"))));

    const Result<std::unique_ptr<UserCatalog>> layer = UserCatalog::open(userDatabasePath());
    if (!layer)
        return refuse(QApplication::translate("Window", "Your own parts could not be opened."), layer.error());
    ui::CatalogStore store(*catalog, layer->get());
    const auto takeLayer = [&store, &search] {
        if (const Outcome taken = (*search)->setLayer(store.layer()); !taken)
            (void)refuse(QApplication::translate("Window", "Your own parts cannot be searched."), taken.error());
    };
    takeLayer();
    QObject::connect(&store, &ui::CatalogStore::changed, &store, takeLayer);
    QObject::connect(qApp, &QGuiApplication::applicationStateChanged, &store, [&store](Qt::ApplicationState state) {
        if (state == Qt::ApplicationActive)
            store.refresh();
    });

    if (!store.problems().isEmpty())
        (void)refuse(
            QApplication::translate("Window", "Some of your own parts cannot be read; they stay in your file."),
            {Error::Code::Corrupt, store.problems().join(u'\n')});

    const ui::Services services{
        &store,
        search->get(),
        builds->get(),
        templateEntries(),
        QLatin1String(kSampleTemplate),
        [](const QString &id) { return loadTemplate(id); },
        [](const QString &file) { return loadRigFile(file); },
        [](const QString &file, const Build &build, const Catalog &rows) { return saveRigFile(file, build, rows); }};
    verifyLater(path);
    std::vector<std::unique_ptr<ui::MainWindow>> windows;
    for (const QString &file : files.isEmpty() ? QStringList{QString()} : files) {
        windows.push_back(std::make_unique<ui::MainWindow>(services));
        windows.back()->show();
        windows.back()->start(file);
    }
    return QApplication::exec();
}
