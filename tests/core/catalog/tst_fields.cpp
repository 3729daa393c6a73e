// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalog/fields.h"

#include <QSet>
#include <QTest>

using namespace rigwright;

namespace {

/// A cell of that type which a text column's own form accepts.
Cell exampleOf(const QByteArray &name, CellType type, double minimum, double maximum)
{
    static const QHash<QByteArray, const char *> forms{
        {"checked", "2026-11-21"},
        {"power_plugs", "2x8pin+1x16pin"},
        {"slots", "5.0x16@1;4.0x4@0"},
        {"points", "0.2:0.87;0.5:0.9"},
        {"gguf_bytes", "q4_k_m:4920733696;q8_0:8540770304"},
        {"memory_options_gb", "8;16.5"},
        {"confidence", "cross-checked"},
        {"form_factor", "sxm"},
        {"cooler", "blower"},
        {"price_condition", "refurbished"},
        {"style", "gpu-cage"},
        {"attention_type", "mla"},
        {"family", "exl3"},
        {"batching", "continuous"},
        {"logits_rows", "per-slot"},
        {"supply_class", "230V-redundant"},
        {"kind", "nvlink"},
    };
    switch (type) {
    case CellType::Boolean: return true;
    case CellType::Integer: return qint64(std::min(minimum + 3, maximum));
    case CellType::Real: return std::min(minimum + 0.25, maximum);
    case CellType::Text: break;
    }
    return QString::fromLatin1(forms.value(name, "one;two"));
}

template <class Row>
void roundTripsEveryField(const char *table)
{
    Row row;
    QHash<QByteArray, Cell> written;
    for (const Field<Row> &field : fields<Row>()) {
        const Cell cell = exampleOf(field.name, field.type, field.minimum, field.maximum);
        const Outcome outcome = field.assign(row, cell);
        QVERIFY2(outcome.ok(), qPrintable(QStringLiteral("%1.%2: %3")
                                              .arg(QLatin1String(table), QLatin1String(field.name),
                                                   outcome ? QString() : outcome.error().message)));
        written.insert(field.name, cell);
    }
    Row copyThroughText;
    Row copyThroughJson;
    for (const Field<Row> &field : fields<Row>()) {
        const Cell cell = field.get(row);
        QVERIFY2(cell == written.value(field.name), field.name);
        const Result<Cell> text = cellFromText(cellText(cell), field.type);
        QVERIFY(text.ok() && field.assign(copyThroughText, *text).ok());
        const Result<Cell> json = cellFromJson(cellJson(cell), field.type);
        QVERIFY(json.ok() && field.assign(copyThroughJson, *json).ok());
    }
    QVERIFY2(copyThroughText == row, table);
    QVERIFY2(copyThroughJson == row, table);
    for (const Field<Row> &field : fields<Row>())
        QVERIFY(field.assign(row, Cell()).ok());
    // The two members whose blank is not their default.
    if constexpr (std::is_same_v<Row, Measurement>) {
        QCOMPARE(row.concurrency, 0.0);
        row.concurrency = 1;
    }
    if constexpr (std::is_same_v<Row, PowerLimitPoint>) {
        QCOMPARE(row.decode, 0.0);
        row.decode = row.prefill = 1;
    }
    QVERIFY2(row == Row(), table);
}

} // namespace

class TestFields : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyRowStructRoundTripsThroughTextAndJson()
    {
        const Catalog catalog;
        forEachTable(catalog,
                     [](const char *name, const auto &table) { roundTripsEveryField<RowOf<decltype(table)>>(name); });
        roundTripsEveryField<Measurement>("measurements");
    }

    void everyColumnIsNamedOnce()
    {
        const Catalog catalog;
        QSet<QString> tables;
        forEachTable(catalog, [&tables](const char *name, const auto &table) {
            QVERIFY2(!tables.contains(QLatin1String(name)), name);
            tables.insert(QLatin1String(name));
            QSet<QString> columns;
            for (const auto &field : fields<RowOf<decltype(table)>>()) {
                QVERIFY2(!columns.contains(QLatin1String(field.name)), field.name);
                columns.insert(QLatin1String(field.name));
            }
        });
        QCOMPARE(tables.size(), 36);
    }

    void unitsOfTheColumnNameAreApplied()
    {
        Gpu gpu;
        QVERIFY(fieldNamed<Gpu>(QStringLiteral("vram_mib"))->assign(gpu, Cell(24576.0)).ok());
        QVERIFY(fieldNamed<Gpu>(QStringLiteral("bandwidth_gbs"))->assign(gpu, Cell(936.2)).ok());
        QCOMPARE(gpu.usableMemory, bytesFromGiB(24));
        QCOMPARE(gpu.bandwidth, BytesPerSecond(936.2e9));
        QCOMPARE(cellText(fieldNamed<Gpu>(QStringLiteral("bandwidth_gbs"))->get(gpu)), QStringLiteral("936.2"));
    }

    void pricesComeWithTheLowFigureFirst()
    {
        Gpu gpu;
        const Field<Gpu> *high = fieldNamed<Gpu>(QStringLiteral("price_high_usd"));
        QVERIFY(!high->assign(gpu, Cell(1000.0)).ok());
        QVERIFY(fieldNamed<Gpu>(QStringLiteral("price_low_usd"))->assign(gpu, Cell(600.0)).ok());
        QVERIFY(high->assign(gpu, Cell(1000.0)).ok());
        QCOMPARE(gpu.info.price->typical(), Money(800));
    }

    void malformedCellsAreRefusedWithTheirText_data()
    {
        QTest::addColumn<QString>("column");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("message");
        QTest::newRow("words for a number")
            << QStringLiteral("tdp_w") << QStringLiteral("a lot") << QStringLiteral("\"a lot\" is not a number");
        QTest::newRow("a fraction for a count")
            << QStringLiteral("pcie_lanes") << QStringLiteral("7.5") << QStringLiteral("\"7.5\" is not a whole number");
        QTest::newRow("not a number") << QStringLiteral("tdp_w") << QStringLiteral("nan")
                                      << QStringLiteral("\"nan\" is not a number");
        QTest::newRow("negative power") << QStringLiteral("tdp_w") << QStringLiteral("-350")
                                        << QStringLiteral("\"-350\" is out of range");
        QTest::newRow("17 lanes") << QStringLiteral("pcie_lanes") << QStringLiteral("17")
                                  << QStringLiteral("\"17\" is out of range");
        QTest::newRow("a truth value in words")
            << QStringLiteral("ecc") << QStringLiteral("maybe") << QStringLiteral("\"maybe\" is not yes or no");
        QTest::newRow("unknown cooler") << QStringLiteral("cooler") << QStringLiteral("fan")
                                        << QStringLiteral("\"fan\" is not one of: open-air, blower, passive, liquid");
        QTest::newRow("plug without a count") << QStringLiteral("power_plugs") << QStringLiteral("8pin")
                                              << QStringLiteral("\"8pin\" is not written like \"2x8pin+1x6pin\"");
        QTest::newRow("impossible day") << QStringLiteral("checked") << QStringLiteral("2026-02-30")
                                        << QStringLiteral("\"2026-02-30\" is not written like \"2026-11-21\"");
    }
    void malformedCellsAreRefusedWithTheirText()
    {
        QFETCH(QString, column);
        QFETCH(QString, text);
        QFETCH(QString, message);
        const Field<Gpu> *field = fieldNamed<Gpu>(column);
        Gpu gpu;
        const Result<Cell> cell = cellFromText(text, field->type);
        const Outcome outcome = cell ? field->assign(gpu, *cell) : Outcome(cell.error());
        QVERIFY(!outcome.ok());
        QCOMPARE(outcome.error().message, message);
    }

    void aJsonValueOfAnotherTypeIsRefused()
    {
        QVERIFY(!cellFromJson(QJsonValue(QStringLiteral("350")), CellType::Real).ok());
        QVERIFY(!cellFromJson(QJsonValue(1.5), CellType::Integer).ok());
        QVERIFY(!cellFromJson(QJsonValue(1), CellType::Boolean).ok());
        QCOMPARE(std::get<qint64>(*cellFromJson(QJsonValue(qint64(671026419200)), CellType::Integer)), 671026419200);
    }
};

QTEST_GUILESS_MAIN(TestFields)
#include "tst_fields.moc"
