// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/catalog/part_mime.h"
#include "ui/theme/icons.h"
#include "ui/theme/style_sheet.h"
#include "ui/theme/theme.h"

#include <QDir>
#include <QMimeData>
#include <QSignalSpy>
#include <QTest>

using namespace rigwright;
using namespace rigwright::ui;

class ThemeTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void contrastFormula_data();
    void contrastFormula();
    void textIsReadable_data();
    void textIsReadable();
    void fillsStandOut_data();
    void fillsStandOut();
    void styleSheetNamesNoUnknownColour();
    void everyIconDraws();
    void switchingChangesColoursAndIcons();
    void draggedPartRoundTrips_data();
    void draggedPartRoundTrips();
    void foreignDataIsRefused_data();
    void foreignDataIsRefused();
};

void ThemeTest::contrastFormula_data()
{
    QTest::addColumn<QColor>("a");
    QTest::addColumn<QColor>("b");
    QTest::addColumn<double>("ratio");
    QTest::newRow("black on white is the maximum") << QColor(Qt::black) << QColor(Qt::white) << 21.0;
    QTest::newRow("a colour on itself is the minimum") << QColor(Qt::red) << QColor(Qt::red) << 1.0;
    QTest::newRow("#767676 on white just reaches AA") << QColor(0x767676) << QColor(Qt::white) << 4.54;
}

void ThemeTest::contrastFormula()
{
    QFETCH(QColor, a);
    QFETCH(QColor, b);
    QFETCH(double, ratio);
    QVERIFY(std::abs(contrastRatio(a, b) - ratio) < 0.01);
    QCOMPARE(contrastRatio(a, b), contrastRatio(b, a));
}

void ThemeTest::textIsReadable_data()
{
    QTest::addColumn<bool>("dark");
    QTest::addColumn<Role>("text");
    QTest::addColumn<Role>("surface");
    const Role surfaces[] = {Role::Window,      Role::Surface,   Role::Bar,         Role::Card,       Role::CardHover,
                             Role::Field,       Role::Button,    Role::ButtonHover, Role::Board,      Role::Hardware,
                             Role::AccentSoft,  Role::Different, Role::GoodSoft,    Role::WarnSoft,   Role::BadSoft,
                             Role::TierPainful, Role::TierFast,  Role::TierUsable,  Role::TierInstant};
    const Role panels[] = {Role::Window, Role::Surface, Role::Bar, Role::Card, Role::Different};
    for (const bool dark : {false, true}) {
        const auto row = [&](Role text, Role surface) {
            QTest::addRow("%s mode: role %d on role %d", dark ? "dark" : "light", int(text), int(surface))
                << dark << text << surface;
        };
        for (const Role surface : surfaces)
            row(Role::Text, surface);
        for (const Role surface : {Role::Window, Role::Surface, Role::Bar, Role::Card, Role::CardHover, Role::Field,
                                   Role::Button, Role::Board, Role::Hardware, Role::GoodSoft, Role::BadSoft})
            row(Role::Muted, surface);
        for (const Role surface : panels)
            for (const Role text : {Role::Link, Role::Good, Role::Warn, Role::Bad, Role::CompareA, Role::CompareB})
                row(text, surface);
        row(Role::Good, Role::GoodSoft);
        row(Role::Warn, Role::WarnSoft);
        row(Role::Bad, Role::BadSoft);
        row(Role::OnAccent, Role::Accent);
    }
}

void ThemeTest::textIsReadable()
{
    QFETCH(bool, dark);
    QFETCH(Role, text);
    QFETCH(Role, surface);
    const Palette &palette = dark ? Palette::dark() : Palette::light();
    const double ratio = contrastRatio(palette.color(text), palette.color(surface));
    QVERIFY2(ratio >= 4.5, qPrintable(QString::number(ratio)));
}

void ThemeTest::fillsStandOut_data()
{
    QTest::addColumn<bool>("dark");
    QTest::addColumn<Role>("fill");
    for (const bool dark : {false, true})
        for (const Role fill : {Role::Weights, Role::KvCache, Role::Compute, Role::Overhead, Role::Accent,
                                Role::OutlineStrong, Role::Nvlink})
            QTest::addRow("%s mode: role %d", dark ? "dark" : "light", int(fill)) << dark << fill;
}

// WCAG 2.1, 1.4.11: parts of graphics needed to understand them reach 3:1; against the card here,
// and thin frames at least 2.5:1.
void ThemeTest::fillsStandOut()
{
    QFETCH(bool, dark);
    QFETCH(Role, fill);
    const Palette &palette = dark ? Palette::dark() : Palette::light();
    const double ratio = contrastRatio(palette.color(fill), palette.color(Role::Card));
    QVERIFY2(ratio >= (fill == Role::OutlineStrong ? 2.5 : 3.0), qPrintable(QString::number(ratio)));
}

void ThemeTest::styleSheetNamesNoUnknownColour()
{
    for (const Palette *palette : {&Palette::light(), &Palette::dark()})
        QVERIFY(!styleSheet(*palette).contains(QLatin1Char('@')));
}

void ThemeTest::everyIconDraws()
{
    const QStringList files = QDir(QStringLiteral(":/icons")).entryList({QStringLiteral("*.svg")}, QDir::Files);
    QVERIFY(files.size() > 30);
    for (const QString &file : files) {
        const QString name = file.chopped(4);
        const QImage image = iconPixmap(name, Role::Text, 16).toImage();
        int inked = 0;
        for (int y = 0; y < image.height(); ++y)
            for (int x = 0; x < image.width(); ++x)
                inked += qAlpha(image.pixel(x, y)) > 128;
        QVERIFY2(inked >= 3, qPrintable(name));
    }
}

void ThemeTest::switchingChangesColoursAndIcons()
{
    Theme &theme = Theme::current();
    theme.apply(Theme::Mode::Light);
    QSignalSpy changed(&theme, &Theme::changed);
    const QIcon icon = themedIcon(QStringLiteral("plus"));
    const QImage before = icon.pixmap(16, 16).toImage();
    theme.apply(Theme::Mode::Dark);
    QCOMPARE(changed.count(), 1);
    QVERIFY(theme.isDark());
    QVERIFY(before != icon.pixmap(16, 16).toImage());
    QCOMPARE(QApplication::palette().color(QPalette::Window), Palette::dark().color(Role::Surface));
    theme.apply(Theme::Mode::Dark);
    QCOMPARE(changed.count(), 1); // nothing new
    qputenv("RIGWRIGHT_THEME", "light");
    theme.apply(Theme::Mode::Dark);
    QVERIFY(!theme.isDark()); // the environment wins
    qunsetenv("RIGWRIGHT_THEME");
}

void ThemeTest::draggedPartRoundTrips_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("id");
    QTest::addColumn<int>("placed");
    QTest::newRow("a card from the catalogue") << int(PartKind::Gpu) << QStringLiteral("rtx-3090") << 0;
    QTest::newRow("a card that is already placed") << int(PartKind::Gpu) << QStringLiteral("rtx-3090") << 7;
    QTest::newRow("the last kind") << int(PartKind::Extra) << QStringLiteral("ups-1500") << 0;
    QTest::newRow("a model") << -1 << QStringLiteral("llama-3.3-70b") << 0;
}

void ThemeTest::draggedPartRoundTrips()
{
    QFETCH(int, kind);
    QFETCH(QString, id);
    QFETCH(int, placed);
    DraggedPart dragged;
    if (kind >= 0)
        dragged.part = PartRef{PartKind(kind), id};
    else
        dragged.modelId = id;
    dragged.placed = ItemId{placed};
    const auto data = encodePart(dragged, QStringLiteral("RTX 3090"));
    QCOMPARE(data->text(), QStringLiteral("RTX 3090"));
    const auto decoded = decodePart(data.get());
    QVERIFY(decoded.has_value());
    QVERIFY(decoded->part == dragged.part);
    QCOMPARE(decoded->modelId, dragged.modelId);
    QCOMPARE(decoded->placed.value, placed);
}

void ThemeTest::foreignDataIsRefused_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("too few lines") << QByteArray("part\n0");
    QTest::newRow("no id") << QByteArray("part\n0\n");
    QTest::newRow("a kind beyond the last") << QByteArray("part\n99\nx");
    QTest::newRow("a negative kind") << QByteArray("part\n-1\nx");
    QTest::newRow("a kind that is no number") << QByteArray("part\ngpu\nx");
    QTest::newRow("an unknown word") << QByteArray("thing\n0\nx");
}

void ThemeTest::foreignDataIsRefused()
{
    QFETCH(QByteArray, bytes);
    QMimeData data;
    data.setData(QLatin1String(kPartMimeType), bytes);
    QVERIFY(!decodePart(&data));
    QVERIFY(!decodePart(nullptr));
}

QTEST_MAIN(ThemeTest)
#include "tst_theme.moc"
