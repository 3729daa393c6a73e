// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalog/user_layer.h"

#include <QTest>

using namespace rigwright;

namespace {

Fan fan(const char *id, double watts)
{
    Fan row;
    row.info.id = QString::fromLatin1(id);
    row.info.name = row.info.id;
    row.power = Watts(watts);
    row.info.price = Price{Money(20), Money(30), QStringLiteral("2025"), QStringLiteral("shop"), {}, {}};
    return row;
}

/// Rows that are counted as they are fetched.
struct FarRows : RowSource<Fan>
{
    std::size_t count() const override { return 3; }
    std::optional<Fan> fetch(const QString &id) const override
    {
        ++fetches;
        return id.startsWith(u'f') ? std::optional<Fan>(fan(id.toLatin1(), 1)) : std::nullopt;
    }
    std::vector<Fan> fetchAll() const override
    {
        ++fetchesOfAll;
        return {fan("f1", 1), fan("f2", 1), fan("f3", 1)};
    }
    mutable int fetches = 0;
    mutable int fetchesOfAll = 0;
};

QStringList idsOf(const Table<Fan> &table)
{
    QStringList ids;
    for (const Fan &row : table)
        ids << row.info.id;
    return ids;
}

} // namespace

class TestTable : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void rowsAreFetchedWhenTheyAreAskedForAndOnlyOnce()
    {
        const auto source = std::make_shared<FarRows>();
        const Table<Fan> table(source);
        QCOMPARE(table.size(), std::size_t(3));
        const Fan *row = table.find(QStringLiteral("f2"));
        QVERIFY(row && row->info.id == QLatin1String("f2"));
        QCOMPARE(table.find(QStringLiteral("f2")), row);
        QVERIFY(!table.find(QStringLiteral("gone")));
        QVERIFY(!table.find(QStringLiteral("gone")));
        QCOMPARE(source->fetches, 2);
        QCOMPARE(source->fetchesOfAll, 0);
        QCOMPARE(idsOf(table).size(), 3);
        QCOMPARE(idsOf(table).size(), 3);
        QCOMPARE(source->fetchesOfAll, 1);
        QCOMPARE(table.find(QStringLiteral("f2")), row); // stays where it is
    }

    void rowsLieOverOthers_data()
    {
        QTest::addColumn<Table<Fan>>("base");
        QTest::newRow("held") << Table<Fan>({fan("f1", 1), fan("f2", 1), fan("f3", 1)});
        QTest::newRow("fetched") << Table<Fan>(std::make_shared<FarRows>());
    }
    void rowsLieOverOthers()
    {
        QFETCH(Table<Fan>, base);
        const Fan *before = base.find(QStringLiteral("f2"));
        const Table<Fan> over = base.with({fan("own", 9), fan("f2", 7)});
        QCOMPARE(over.size(), std::size_t(4));
        QCOMPARE(over.find(QStringLiteral("f2"))->power, Watts(7));
        QCOMPARE(over.find(QStringLiteral("own"))->power, Watts(9));
        QCOMPARE(over.find(QStringLiteral("f3"))->power, Watts(1));
        QCOMPARE(idsOf(over), QStringList({QStringLiteral("f1"), QStringLiteral("f2"), QStringLiteral("f3"),
                                           QStringLiteral("own")}));
        QCOMPARE(base.find(QStringLiteral("f2")), before); // what lies below is as it was
        QCOMPARE(before->power, Watts(1));
        const Table<Fan> twice = over.with({fan("f1", 5)});
        QCOMPARE(twice.size(), std::size_t(4));
        QCOMPARE(twice.find(QStringLiteral("f1"))->power, Watts(5));
        QCOMPARE(twice.find(QStringLiteral("f2"))->power, Watts(7));
        QVERIFY(base.with({}).find(QStringLiteral("f2")) == before);
    }

    void theUsersLayerLiesOverTheCatalogue()
    {
        auto shipped = std::make_shared<Catalog>();
        shipped->fans = Table<Fan>({fan("f1", 1), fan("f2", 1)});
        UserLayer layer;
        layer.rows.fans = Table<Fan>({fan("f2", 3), fan("own", 4)});
        const auto seen = [](const char *id, double usd, int day) {
            return OwnPrice{day,
                            {QStringLiteral("fans"), QString::fromLatin1(id)},
                            Money(usd),
                            QDate(2026, 10, day),
                            PriceCondition::Used,
                            QStringLiteral("auction"),
                            QStringLiteral("https://example.org/f")};
        };
        layer.prices = {seen("f1", 8, 1), seen("f1", 9, 2), seen("own", 5, 3), seen("gone", 1, 4)};
        const auto planned = withUserLayer(shipped, layer);
        QCOMPARE(planned->fans.size(), std::size_t(3));
        QCOMPARE(planned->fans.find(QStringLiteral("f2"))->power, Watts(3));
        const Price &price = *planned->fans.find(QStringLiteral("f1"))->info.price;
        QCOMPARE(price.typical(), Money(9)); // the one seen last
        QCOMPARE(price.date, QStringLiteral("2026-10-02"));
        QCOMPARE(price.condition, PriceCondition::Used);
        QVERIFY(price.own);
        QCOMPARE(planned->fans.find(QStringLiteral("own"))->info.price->typical(), Money(5));
        QVERIFY(!planned->fans.find(QStringLiteral("f2"))->info.price->own);
        QCOMPARE(shipped->fans.find(QStringLiteral("f1"))->info.price->typical(), Money(25));
    }

    void rowsAreTakenApartAndPutTogetherAgain()
    {
        auto catalog = Catalog();
        Fan row = fan("f1", 1.5);
        row.diameter = Millimetres(140);
        row.airflow = CubicFeetPerMinute(70);
        row.info.source = QStringLiteral("sheet");
        row.info.checked = QDate(2026, 11, 21);
        catalog.fans = Table<Fan>({row});
        const RowKey key{QStringLiteral("fans"), QStringLiteral("f1")};
        const std::vector<Cell> cells = cellsOf(catalog, key);
        QCOMPARE(cells.size(), columnsOf(key.table).size());
        const Result<Catalog> again = rowFromCells(key.table, cells);
        QVERIFY2(again.ok(), again ? "" : qPrintable(again.error().message));
        QVERIFY(again->fans.rows() == catalog.fans.rows());
        QVERIFY(cellsOf(catalog, {QStringLiteral("fans"), QStringLiteral("gone")}).empty());
        QVERIFY(!rowFromCells(QStringLiteral("nothing"), cells));
        std::vector<Cell> broken = cells;
        for (std::size_t i = 0; i < broken.size(); ++i)
            if (columnsOf(key.table)[i].name == QLatin1String("airflow_cfm"))
                broken[i] = Cell();
        const Result<Catalog> refused = rowFromCells(key.table, broken);
        QVERIFY(!refused);
        QVERIFY2(refused.error().message.startsWith(QLatin1String("airflow_cfm: ")),
                 qPrintable(refused.error().message));
    }
};

QTEST_GUILESS_MAIN(TestTable)
#include "tst_table.moc"
