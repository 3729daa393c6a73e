// SPDX-License-Identifier: GPL-3.0-or-later
#include "sample.h"
#include "ui/chassis/chassis_painter.h"
#include "ui/theme/palette.h"

#include <QDir>
#include <QImage>
#include <QPainter>
#include <QTest>

using namespace rigwright;
using namespace rigwright::ui;

/// Paints every style of chassis at the sizes and in the colours that users see. With
/// RIGWRIGHT_PICTURES=FOLDER the pictures are written there to be looked at.
class TestChassisPictures : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void partsAreInkedInsideTheirAreas_data();
    void partsAreInkedInsideTheirAreas();
};

void TestChassisPictures::partsAreInkedInsideTheirAreas_data()
{
    QTest::addColumn<Build>("build");
    QTest::addColumn<QSize>("size");
    QTest::addColumn<bool>("dark");
    const std::pair<const char *, Build> builds[] = {
        {"tower", sample::tower()},          {"open frame", sample::openFrame()}, {"cage", sample::cage()},
        {"modules", sample::modules()},      {"tinybox", sample::tinybox()},      {"closed box", sample::closedBox()},
        {"overfilled", sample::overfilled()}};
    for (const auto &[name, build] : builds)
        for (const QSize size : {QSize(1070, 650), QSize(640, 400), QSize(240, 150)})
            for (const bool dark : {true, false})
                QTest::addRow("%s, %d pixels wide, %s", name, size.width(), dark ? "dark" : "light")
                    << build << size << dark;
}

void TestChassisPictures::partsAreInkedInsideTheirAreas()
{
    QFETCH(const Build, build);
    QFETCH(const QSize, size);
    QFETCH(const bool, dark);
    const auto catalog = sample::catalog();
    const Evaluation evaluation = evaluate(build, *catalog);
    const ChassisModel model = chassisModel(build, *catalog, evaluation);
    const ChassisColors colors = dark ? chassisColors(Palette::dark()) : lightChassisColors();

    QImage image(size, QImage::Format_RGB32);
    image.fill(colors.background);
    QPainter painter(&image);
    paintChassis(painter, QRectF(QPointF(), size), model, colors);
    painter.end();

    const QDir folder(qEnvironmentVariable("RIGWRIGHT_PICTURES"));
    if (qEnvironmentVariableIsSet("RIGWRIGHT_PICTURES"))
        QVERIFY(image.save(folder.filePath(QString::fromLatin1(QTest::currentDataTag()).replace(u' ', u'-')
                                           + QStringLiteral(".png"))));

    // The picture is centred, and nothing is painted outside the model's bounds.
    const double scale = std::min(size.width() / model.bounds.width(), size.height() / model.bounds.height());
    const QRectF drawn(size.width() / 2.0 - model.bounds.width() * scale / 2,
                       size.height() / 2.0 - model.bounds.height() * scale / 2, model.bounds.width() * scale,
                       model.bounds.height() * scale);
    const QRect inside = drawn.toAlignedRect().adjusted(-1, -1, 1, 1);
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x)
            if (!inside.contains(x, y) && image.pixelColor(x, y) != colors.background)
                QFAIL(qPrintable(QStringLiteral("ink outside the chassis at %1, %2").arg(x).arg(y)));
    if (scale < 0.5) // a thumbnail blurs edges into each other
        return;
    // Every card shows: its edge is not the board behind it.
    for (const CardView &card : model.cards) {
        const QPointF middle =
            (card.area.topLeft() + QPointF(3, card.area.height() / 2) - model.bounds.topLeft()) * scale;
        QCOMPARE(image.pixelColor((drawn.topLeft() + middle).toPoint()), colors.part);
    }
}

QTEST_MAIN(TestChassisPictures)
#include "tst_chassis_pictures.moc"
