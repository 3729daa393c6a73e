// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalog/fields.h"
#include "database/catalog_database.h"
#include "database/catalog_search.h"
#include "database/compiler/catalog_source.h"
#include "database/compiler/catalog_writer.h"
#include "database/user_catalog.h"
#include "database/user_database.h"
#include "tests/support/test_catalog.h"

#include <QCryptographicHash>
#include <QTemporaryDir>
#include <QTest>

using namespace rigwright;

namespace {

/// A hash over everything that the user's layer says.
QByteArray contentOf(const UserLayer &layer)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    const auto add = [&hash](const QString &text) { hash.addData(text.toUtf8() + '\n'); };
    for (const QString &table : ownableTables())
        forEachOwnableTable([&](const char *name, auto member) {
            if (table != QLatin1String(name))
                return;
            using Row = RowOf<decltype(layer.rows.*member)>;
            for (const Row &row : layer.rows.*member)
                for (const Field<Row> &field : fields<Row>())
                    add(cellText(field.get(row)));
        });
    for (const OwnPrice &price : layer.prices)
        add(price.row.id + price.seen.toString(Qt::ISODate) + QString::number(price.amount.base()) + price.link);
    return hash.result();
}

OwnPrice priceOf(const char *id, double usd, const QDate &seen)
{
    return {0,
            {QStringLiteral("gpus"), QString::fromLatin1(id)},
            Money(usd),
            seen,
            PriceCondition::Used,
            QStringLiteral("auction"),
            QStringLiteral("https://example.org/1")};
}

/// So many own and edited rows of several kinds.
Catalog manyRows(const Catalog &base, int count)
{
    Catalog rows;
    std::vector<Gpu> gpus;
    std::vector<PowerSupply> supplies;
    for (int i = 0; i < count; ++i) {
        if (i % 2 == 0) {
            Gpu row = base.gpus.rows()[std::size_t(i) % base.gpus.size()];
            if (i % 4 == 0)
                row.info.id = QStringLiteral("own-card-%1").arg(i);
            row.info.notes = QStringLiteral("mine, no. %1").arg(i);
            row.tdp = Watts(100 + i);
            gpus.push_back(row);
        } else {
            PowerSupply row = base.powerSupplies.rows()[std::size_t(i) % base.powerSupplies.size()];
            row.info.id = QStringLiteral("own-supply-%1").arg(i);
            row.watts = Watts(500 + i);
            supplies.push_back(row);
        }
    }
    rows.gpus = Table<Gpu>(std::move(gpus));
    rows.powerSupplies = Table<PowerSupply>(std::move(supplies));
    return rows;
}

} // namespace

class TestUserCatalog : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_path = m_folder->filePath(QStringLiteral("rigwright.sqlite"));
        m_own = reopened();
    }

    void whatIsSavedIsThereAgain()
    {
        const Catalog &shipped = test::testCatalog();
        const Catalog rows = manyRows(shipped, 6);
        QVERIFY(m_own->saveRows(rows).ok());
        const Result<qint64> price = m_own->addPrice(priceOf("rtx-3090", 650, QDate(2026, 11, 2)));
        QVERIFY(price.ok());
        const RowKey key{QStringLiteral("gpus"), QStringLiteral("rtx-3090")};
        QVERIFY(m_own->setFavourite(key, true).ok());
        QVERIFY(m_own->setNote(key, QStringLiteral("<b>ask Ben</b>")).ok());
        m_own = reopened();
        const UserLayer layer = loaded();
        QVERIFY(layer.rows.gpus.rows() == rows.gpus.rows());
        QVERIFY(layer.rows.powerSupplies.rows() == rows.powerSupplies.rows());
        QCOMPARE(layer.prices.size(), std::size_t(1));
        OwnPrice expected = priceOf("rtx-3090", 650, QDate(2026, 11, 2));
        expected.id = *price;
        QVERIFY(layer.prices.front() == expected);
        QVERIFY(layer.favourites.contains(key));
        QCOMPARE(layer.notes.value(key), QStringLiteral("<b>ask Ben</b>"));
        QVERIFY(m_own->setFavourite(key, false).ok());
        QVERIFY(m_own->setNote(key, QString()).ok());
        QVERIFY(m_own->removePrice(*price).ok());
        QVERIFY(m_own->removeRow({QStringLiteral("gpus"), QStringLiteral("own-card-0")}).ok());
        const UserLayer less = loaded();
        QVERIFY(less.favourites.isEmpty() && less.notes.isEmpty() && less.prices.empty());
        QCOMPARE(less.rows.gpus.size(), rows.gpus.size() - 1);
    }

    void badPricesAreRefused_data()
    {
        QTest::addColumn<OwnPrice>("price");
        OwnPrice price = priceOf("rtx-3090", -1, QDate(2026, 11, 2));
        QTest::newRow("below nothing") << price;
        price.amount = Money(std::numeric_limits<double>::quiet_NaN());
        QTest::newRow("no number") << price;
        price = priceOf("rtx-3090", 600, QDate());
        QTest::newRow("no day") << price;
        price = priceOf("rtx-3090", 600, QDate(2026, 11, 2));
        price.link = QStringLiteral("file:///etc/passwd");
        QTest::newRow("a link into the computer") << price;
        price.link = QStringLiteral("javascript:alert(1)");
        QTest::newRow("a link that is a program") << price;
    }
    void badPricesAreRefused()
    {
        QFETCH(OwnPrice, price);
        QVERIFY(!m_own->addPrice(price).ok());
        QVERIFY(loaded().prices.empty());
    }

    void anUpdateOfTheCatalogueLeavesTheLayerAlone()
    {
        const auto shipped = test::sharedTestCatalog();
        QVERIFY(m_own->saveRows(manyRows(*shipped, 200)).ok());
        for (int i = 0; i < 20; ++i)
            QVERIFY(m_own->addPrice(priceOf("rtx-3090", 600 + i, QDate(2026, 1, 1 + i))).ok());
        const QByteArray before = contentOf(loaded());
        QVERIFY(withUserLayer(shipped, loaded())->gpus.find(QStringLiteral("own-card-0")));

        // The next catalogue: other figures in every row, rows gone, rows added.
        Catalog next = *shipped;
        std::vector<Gpu> gpus = shipped->gpus.rows();
        gpus.erase(gpus.begin(), gpus.begin() + 20);
        for (Gpu &row : gpus)
            row.tdp = row.tdp + Watts(11);
        gpus.push_back(gpus.back());
        gpus.back().info.id = QStringLiteral("own-card-4"); // an id that the user has taken
        next.gpus = Table<Gpu>(std::move(gpus));
        const QString path = m_folder->filePath(QStringLiteral("catalog.sqlite"));
        // What named the rows that are gone went with them.
        next.idlePower = {};
        next.cloudPrices = {};
        next.powerLimits.clear();
        next.transients.clear();
        const Outcome written = writeCatalog(path, next, "0");
        QVERIFY2(written.ok(), written ? "" : qPrintable(written.error().message));
        const auto updated = loadCatalog(path);
        QVERIFY2(updated.ok(), updated ? "" : qPrintable(updated.error().message));

        m_own = reopened();
        const UserLayer after = loaded();
        QCOMPARE(contentOf(after), before);
        const auto planned = withUserLayer(*updated, after);
        QCOMPARE(planned->gpus.find(QStringLiteral("own-card-4"))->info.notes, QStringLiteral("mine, no. 4"));
        // A row that the update took away stays where the user has edited it.
        const QString edited = shipped->gpus.rows()[2].info.id;
        QVERIFY(!(*updated)->gpus.find(edited));
        QCOMPARE(planned->gpus.find(edited)->info.notes, QStringLiteral("mine, no. 2"));
        // And one that he has not edited is the catalogue's.
        const QString other = shipped->gpus.rows()[35].info.id;
        QCOMPARE(planned->gpus.find(other)->tdp, shipped->gpus.rows()[35].tdp + Watts(11));
    }

    void aRowThatCannotBeReadIsNamedAndKept()
    {
        QVERIFY(m_own->saveRows(manyRows(test::testCatalog(), 4)).ok());
        {
            const auto connection = openUserFile(m_path);
            QVERIFY(connection.ok());
            QVERIFY((*connection)
                        ->run(QStringLiteral("UPDATE own_row SET row = replace(row, '\"tdp_w\": 100', '\"tdp_w\": "
                                             "\"hot\"') WHERE id = 'own-card-0'"))
                        .ok());
        }
        QStringList problems;
        const Result<UserLayer> layer = m_own->load(problems);
        QVERIFY(layer.ok());
        QCOMPARE(problems.size(), 1);
        QVERIFY2(problems.front().contains(QLatin1String("own-card-0"))
                     && problems.front().contains(QLatin1String("tdp_w")),
                 qPrintable(problems.front()));
        QCOMPARE(layer->rows.gpus.size(), std::size_t(1));
        const auto connection = openUserFile(m_path);
        QCOMPARE(*(*connection)->number(QStringLiteral("SELECT count(*) FROM own_row")), qint64(4));
    }

    void rowsAreSavedTogetherOrNotAtAll()
    {
        Catalog rows = manyRows(test::testCatalog(), 3);
        std::vector<Gpu> gpus = rows.gpus.rows();
        gpus.back().info.notes = QString(200'000, u'x'); // longer than a note may be
        rows.gpus = Table<Gpu>(std::move(gpus));
        const Outcome saved = m_own->saveRows(rows);
        QVERIFY(!saved);
        QVERIFY2(saved.error().message.contains(QLatin1String("notes")), qPrintable(saved.error().message));
        QVERIFY(loaded().rows.gpus.empty() && loaded().rows.powerSupplies.empty());
    }

    void anotherProcessIsNoticed()
    {
        const qint64 before = m_own->version();
        QCOMPARE(m_own->version(), before);
        QVERIFY(reopened()->saveRows(manyRows(test::testCatalog(), 1)).ok());
        QVERIFY(m_own->version() != before);
    }

    void ownRowsAreFound()
    {
        const auto shipped = test::sharedTestCatalog();
        const auto search = CatalogSearch::over(*shipped).value();
        Gpu own = *shipped->gpus.find(QStringLiteral("rtx-4090"));
        own.info.id = QStringLiteral("zebra");
        own.info.name = QStringLiteral("Zebra 9000");
        Gpu edited = *shipped->gpus.find(QStringLiteral("rtx-3090"));
        edited.tdp = Watts(123);
        UserLayer layer;
        layer.rows.gpus = Table<Gpu>({own, edited});
        OwnPrice price = priceOf("rtx-3090-ti", 77, QDate(2026, 11, 2));
        layer.prices = {price};
        layer.favourites.insert(price.row);
        QVERIFY(search->find(QStringLiteral("zebra"), std::nullopt).empty());
        QVERIFY(search->setLayer(layer).ok());

        const auto one = search->find(QStringLiteral("zebr"), CatalogSection::Gpus);
        QCOMPARE(one.size(), std::size_t(1));
        QCOMPARE(one.front().id, QStringLiteral("zebra"));
        const auto hot = search->find(QStringLiteral("3090 <150w"), CatalogSection::Gpus);
        QCOMPARE(hot.size(), std::size_t(1)); // the user's, and not the shipped one beside it
        QCOMPARE(hot.front().id, QStringLiteral("rtx-3090"));
        const auto cheap = search->find(QStringLiteral("$<78"), CatalogSection::Gpus);
        QVERIFY(std::any_of(cheap.begin(), cheap.end(),
                            [](const SearchHit &hit) { return hit.id == QLatin1String("rtx-3090-ti"); }));

        SearchFilter mine;
        mine.traits = quint32(Trait::Own);
        SearchFilter favourite;
        favourite.traits = quint32(Trait::Favourite);
        const SearchAnswer answer =
            search->search({QString(), {CatalogSection::Gpus}, {mine}, {mine, favourite}, std::nullopt});
        QCOMPARE(answer.rows.size(), std::size_t(2));
        QCOMPARE(answer.counts, std::vector<int>({2, 0}));
        QVERIFY(search->setLayer({}).ok());
        QVERIFY(search->find(QStringLiteral("zebra"), std::nullopt).empty());
        QCOMPARE(search->find(QString(), CatalogSection::Gpus).size(), shipped->gpus.size());
    }

private:
    std::unique_ptr<UserCatalog> reopened() const { return UserCatalog::open(m_path).value(); }
    UserLayer loaded() const
    {
        QStringList problems;
        return m_own->load(problems).value();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;
    std::unique_ptr<UserCatalog> m_own;
};

QTEST_GUILESS_MAIN(TestUserCatalog)
#include "tst_user_catalog.moc"
