// SPDX-License-Identifier: GPL-3.0-or-later
#include "resources/templates/build_templates.h"

#include "core/interchange/rig_file.h"

#include <QFile>
#include <QTest>

using namespace rigwright;

class TestBuildTemplates : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyPromisedTemplateIsThere();
    void everyTemplateIsComplete_data();
    void everyTemplateIsComplete();
    void unknownIdNamesThoseThatAreThere();
};

void TestBuildTemplates::everyPromisedTemplateIsThere()
{
    QStringList ids;
    for (const BuildTemplate &one : buildTemplates()) {
        ids.append(one.id);
        QVERIFY(!one.title.isEmpty());
        QVERIFY2(one.description.endsWith(u'.'), qPrintable(one.id));
    }
    QCOMPARE(ids.value(0), QLatin1String(kSampleTemplate));
    ids.sort();
    QCOMPARE(ids.join(u' '),
             QStringLiteral("2x3090-tower 4x3090-open-frame 5090-single dgx-h100 dgx-spark mac-studio-m3-ultra "
                            "rtx-pro-6000-workstation tinybox-green-v2 tinybox-pro-v2 tinybox-red-v2 "
                            "tinybox-style-4x-r9700"));
}

void TestBuildTemplates::everyTemplateIsComplete_data()
{
    QTest::addColumn<QString>("id");
    for (const BuildTemplate &one : buildTemplates())
        QTest::newRow(qPrintable(one.id)) << one.id;
}

void TestBuildTemplates::everyTemplateIsComplete()
{
    QFETCH(QString, id);
    const Result<Build> build = loadTemplate(id);
    QVERIFY2(build.ok(), build ? "" : qPrintable(build.error().message));
    QVERIFY(!build->deployments.empty());
    QVERIFY(!build->site.circuits.empty());
    QVERIFY(build->host(PartKind::Enclosure) || build->host(PartKind::Prebuilt)
            || build->host(PartKind::UnifiedSystem));
    for (const Item &item : build->items)
        for (const Item &other : build->items)
            QVERIFY(item.id == other.id || item.location != other.location || item.part.kind != other.part.kind);
    QFile file(QStringLiteral(":/templates/%1.rig").arg(id));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), toRigJson(*build, Catalog{})); // as the program itself would write it
}

void TestBuildTemplates::unknownIdNamesThoseThatAreThere()
{
    for (const char *id : {"tinybox-blue", "", "../templates/dgx-h100", "dgx-h100.rig"}) {
        const Result<Build> build = loadTemplate(QLatin1String(id));
        QVERIFY(!build.ok());
        QCOMPARE(build.error().code, Error::Code::NotFound);
        QVERIFY(build.error().message.contains(QLatin1String("dgx-h100")));
    }
}

QTEST_GUILESS_MAIN(TestBuildTemplates)
#include "tst_build_templates.moc"
