// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalog/search_facts.h"
#include "core/catalog/typed_query.h"

#include <QTest>

using namespace rigwright;

Q_DECLARE_METATYPE(rigwright::FigureRange)

namespace {
constexpr double kAny = std::numeric_limits<double>::infinity();

FigureRange below(Figure figure, double high)
{
    return {figure, -kAny, high, false, true};
}
FigureRange atMost(Figure figure, double high)
{
    return {figure, -kAny, high, false, false};
}
FigureRange above(Figure figure, double low)
{
    return {figure, low, kAny, true, false};
}
FigureRange atLeast(Figure figure, double low)
{
    return {figure, low, kAny, false, false};
}
} // namespace

class TestTypedQuery : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void textIsWordsAndComparisons_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QStringList>("words");
        QTest::addColumn<std::vector<FigureRange>>("ranges");
        using Ranges = std::vector<FigureRange>;
        const auto row = [](const char *what, const char *text, const QStringList &words, const Ranges &ranges) {
            QTest::newRow(what) << QString::fromUtf8(text) << words << ranges;
        };
        const auto word = [](const char *text) { return QString::fromLatin1(text); };
        row("a nickname", "4090", {word("4090")}, {});
        row("capital letters and more than one word", "Pro 6000", {word("pro"), word("6000")}, {});
        row("a model's size", "70b", {word("70b")}, {});
        row("a figure with its unit is a word", "24gb gddr7", {word("24gb"), word("gddr7")}, {});
        row("a space before the unit does not matter", "24 gb", {word("24gb")}, {});
        row("less power", "<300w", {}, {below(Figure::Power, 300)});
        row("with spaces and a capital unit", "< 300 W", {}, {below(Figure::Power, 300)});
        row("kilowatts", "<=1.5kw", {}, {atMost(Figure::Power, 1500)});
        row("enough bandwidth", ">=900gb/s", {}, {atLeast(Figure::Bandwidth, 900)});
        row("terabytes per second", ">1tb/s", {}, {above(Figure::Bandwidth, 1000)});
        row("memory", ">=24gb", {}, {atLeast(Figure::Memory, 24)});
        row("the typographic sign", "≥ 24 gb", {}, {atLeast(Figure::Memory, 24)});
        row("dollars before the comparison", "$<1000", {}, {below(Figure::Price, 1000)});
        row("dollars behind the comparison", "<$1000", {}, {below(Figure::Price, 1000)});
        row("two comparisons and a word", "rtx <300w $<=900", {word("rtx")},
            {below(Figure::Power, 300), atMost(Figure::Price, 900)});
        row("exactly so many lanes", "=16 lanes", {}, {{Figure::Lanes, 16, 16, false, false}});
        row("a number of slots", "2 slot", {}, {{Figure::Slots, 1, 2, true, false}});
        row("slots with a hyphen", "nvlink 3-slot", {word("nvlink")}, {{Figure::Slots, 2, 3, true, false}});
        row("a model's context", ">=128k", {}, {atLeast(Figure::Context, 128'000)});
        row("an unknown unit is searched for", "<300 bananas", {word("300"), word("bananas")}, {});
        row("an unfinished comparison is no obstacle", "rtx <", {word("rtx")}, {});
        row("no unit, no comparison", "<300", {word("300")}, {});
        row("nothing", "  ", {}, {});
    }
    void textIsWordsAndComparisons()
    {
        QFETCH(QString, text);
        QFETCH(QStringList, words);
        QFETCH(std::vector<FigureRange>, ranges);
        const TypedQuery query = typedQuery(text);
        QCOMPARE(query.words, words);
        QVERIFY(query.ranges == ranges);
    }

    void rangesExcludeWhatIsNotKnown()
    {
        QVERIFY(below(Figure::Power, 300).contains(299.9));
        QVERIFY(!below(Figure::Power, 300).contains(300));
        QVERIFY(atMost(Figure::Power, 300).contains(300));
        QVERIFY(!atMost(Figure::Power, 300).contains(std::numeric_limits<double>::quiet_NaN()));
    }
};

QTEST_GUILESS_MAIN(TestTypedQuery)
#include "tst_typed_query.moc"
