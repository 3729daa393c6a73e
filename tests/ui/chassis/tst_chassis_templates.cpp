// SPDX-License-Identifier: GPL-3.0-or-later
#include "arrangement_fault.h"

#include "core/build/edits.h"
#include "database/catalog_database.h"
#include "resources/templates/build_templates.h"
#include "ui/chassis/host_change.h"

#include <QDir>
#include <QImage>
#include <QPainter>
#include <QTest>

using namespace rigwright;
using namespace rigwright::ui;

/// The shipped templates and every host of the shipped catalogue, drawn. With
/// RIGWRIGHT_PICTURES=FOLDER the templates' pictures are written there.
class TestChassisTemplates : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void templateIsWellArranged_data();
    void templateIsWellArranged();
    void everyHostIsWellArranged();

private:
    std::shared_ptr<const Catalog> m_catalog;
};

void TestChassisTemplates::initTestCase()
{
    const Result<std::shared_ptr<const Catalog>> catalog = loadCatalog(QStringLiteral(RIGWRIGHT_CATALOG_FILE));
    QVERIFY2(catalog.ok(), catalog.ok() ? "" : qPrintable(catalog.error().message));
    m_catalog = catalog.value();
}

void TestChassisTemplates::templateIsWellArranged_data()
{
    QTest::addColumn<QString>("id");
    for (const BuildTemplate &one : buildTemplates())
        QTest::newRow(qPrintable(one.title)) << one.id;
}

void TestChassisTemplates::templateIsWellArranged()
{
    QFETCH(const QString, id);
    const Result<Build> build = loadTemplate(id);
    QVERIFY(build.ok());
    const ChassisModel model = chassisModel(*build, *m_catalog, evaluate(*build, *m_catalog));
    QVERIFY(!model.cards.empty());
    const QString fault = arrangementFault(model);
    QVERIFY2(fault.isEmpty(), qPrintable(fault));
    QImage image(1070, 650, QImage::Format_RGB32);
    image.fill(lightChassisColors().background);
    QPainter painter(&image);
    paintChassis(painter, image.rect(), model, lightChassisColors());
    painter.end();
    QVERIFY(image.pixelColor(image.rect().center()) != lightChassisColors().background);
    if (qEnvironmentVariableIsSet("RIGWRIGHT_PICTURES"))
        QVERIFY(image.save(QDir(qEnvironmentVariable("RIGWRIGHT_PICTURES")).filePath(id + QStringLiteral(".png"))));
}

void TestChassisTemplates::everyHostIsWellArranged()
{
    const Build empty;
    QStringList faults;
    const auto look = [&](const PartRef &host) {
        const HostChange change = hostChanged(empty, *m_catalog, host);
        QVERIFY2(change.allowed, qPrintable(host.id + change.reason));
        const ChassisModel model = chassisModel(change.build, *m_catalog, evaluate(change.build, *m_catalog));
        if (const QString fault = arrangementFault(model); !fault.isEmpty())
            faults << host.id + QStringLiteral(": ") + fault;
    };
    for (const Enclosure &row : m_catalog->enclosures)
        look({PartKind::Enclosure, row.info.id});
    for (const Motherboard &row : m_catalog->motherboards)
        look({PartKind::Motherboard, row.info.id});
    for (const Prebuilt &row : m_catalog->prebuilts)
        look({PartKind::Prebuilt, row.info.id});
    for (const UnifiedSystem &row : m_catalog->unifiedSystems)
        look({PartKind::UnifiedSystem, row.info.id});
    QVERIFY2(faults.isEmpty(), qPrintable(faults.join(QLatin1Char('\n'))));
}

QTEST_MAIN(TestChassisTemplates)
#include "tst_chassis_templates.moc"
