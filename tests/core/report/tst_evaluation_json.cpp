// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/evaluation_json.h"
#include "tests/core/report/sample.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace rigwright;

/// Follows "power.circuits.0.load_w" into an object.
static QJsonValue at(const QJsonObject &object, const QString &path)
{
    QJsonValue value = object;
    for (const QString &step : path.split(QLatin1Char('.')))
        value = value.isArray() ? value.toArray().at(step.toInt()) : value.toObject().value(step);
    return value;
}

class TestEvaluationJson : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void numbers_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<double>("value");
        const auto row = [](const char *path, double value) {
            QTest::newRow(path) << QString::fromLatin1(path) << value;
        };
        row("schema", 1);
        row("deployments.0.context_tokens", 8192);
        row("deployments.0.margin_bytes", double(bytesFromGiB(1.6).base()));
        row("deployments.0.decode_tok_s", 14.4);
        row("deployments.0.decode_low_tok_s", 12.7);
        row("deployments.0.decode_high_tok_s", 16.1);
        row("deployments.0.prefill_tok_s", 640);
        row("deployments.0.ttft_s", 1.6);
        row("deployments.0.total_tok_s", 25);
        row("deployments.0.basis_measurements", 9);
        row("gpus.1.vram_bytes", 24256.0 * 1048576);
        row("gpus.1.weights_bytes", double(bytesFromGiB(19.9).base()));
        row("gpus.1.kv_bytes", double(bytesFromGiB(1.25).base()));
        row("gpus.1.compute_bytes", double(bytesFromGiB(0.5).base()));
        row("gpus.1.overhead_bytes", double(bytesFromGiB(0.4).base()));
        row("power.idle.wall_w", 120);
        row("power.decode.wall_w", 540);
        row("power.prefill.dc_w", 760 * 0.92);
        row("power.training.gpu_w", 780 * 0.7);
        row("power.sizing.wall_w", 980);
        row("power.psus.0.load_w", 901.6);
        row("power.psus.0.limit_w", 1600);
        row("power.circuits.0.load_w", 1080);
        row("power.circuits.0.limit_w", 1920);
        row("btu_per_hr", 3344);
        row("airflow_cfm", 172);
        row("parts_cost", 2450);
        row("energy_kwh_month", 194.4);
        row("energy_cost_month", 33.05);
        row("three_year_cost", 3639.8);
        row("usd_per_mtok", 1.08);
        row("cloud_break_even_months", 14.2);
        row("parts.2.quantity", 2);
    }
    void numbers()
    {
        QFETCH(QString, path);
        QFETCH(double, value);
        const QJsonValue found = at(evaluationJson(sample::build(), sample::catalog(), sample::evaluation()), path);
        QVERIFY2(found.isDouble(), "a number is written as a number");
        QCOMPARE(found.toDouble(), value);
    }

    void texts()
    {
        const QJsonObject json = evaluationJson(sample::build(), sample::catalog(), sample::evaluation());
        QCOMPARE(at(json, QStringLiteral("build")).toString(), QStringLiteral("Garage 2×3090"));
        QCOMPARE(at(json, QStringLiteral("deployments.0.model")).toString(), QStringLiteral("Llama 3.3 70B"));
        QCOMPARE(at(json, QStringLiteral("deployments.0.fits")), QJsonValue(true));
        QCOMPARE(at(json, QStringLiteral("deployments.0.tier")).toString(), QStringLiteral("Usable"));
        QCOMPARE(at(json, QStringLiteral("deployments.0.basis")).toString(), QStringLiteral("calibrated"));
        QCOMPARE(at(json, QStringLiteral("gpus.0.slot")).toString(), QStringLiteral("Slot 1"));
        QCOMPARE(at(json, QStringLiteral("findings.0.severity")).toString(), QStringLiteral("error"));
        QCOMPARE(at(json, QStringLiteral("findings.1.id")).toString(), QStringLiteral("physical.touch"));
        QCOMPARE(at(json, QStringLiteral("findings.2.subject")).toString(), QStringLiteral("Llama 3.3 70B"));
    }

    void unknownIsNullNotZero()
    {
        Evaluation evaluation = sample::evaluation();
        evaluation.cost.cloud = {};
        evaluation.cost.perMillionTokens = {};
        evaluation.deployments[0].plan.verdict = FitVerdict::Refused;
        const QJsonObject json = evaluationJson(sample::build(), sample::catalog(), evaluation);
        for (const char *path : {"noise_dba", "cloud_break_even_months", "usd_per_mtok", "deployments.0.decode_tok_s",
                                 "deployments.0.tier", "parts.3.unit_price"}) {
            QVERIFY2(at(json, QString::fromLatin1(path)).isNull(), path);
        }
        QCOMPARE(at(json, QStringLiteral("deployments.0.fits")), QJsonValue(false));
    }

    void moneyIsInTheSitesCurrency()
    {
        Build build = sample::build();
        build.site.currency = QStringLiteral("EUR");
        build.site.currencyPerUsd = 0.5;
        const QJsonObject json = evaluationJson(build, sample::catalog(), sample::evaluation());
        QCOMPARE(json.value(QStringLiteral("currency")).toString(), QStringLiteral("EUR"));
        QCOMPARE(json.value(QStringLiteral("parts_cost")).toDouble(), 1225.0);
        QCOMPARE(json.value(QStringLiteral("usd_per_mtok")).toDouble(), 1.08);
    }

    void infinityIsNull()
    {
        Evaluation evaluation = sample::evaluation();
        evaluation.deployments[0].speed.firstToken.value = Seconds(std::numeric_limits<double>::infinity());
        const QJsonObject json = evaluationJson(sample::build(), sample::catalog(), evaluation);
        QVERIFY(at(json, QStringLiteral("deployments.0.ttft_s")).isNull());
    }

    void tracesOnlyWhenAskedFor()
    {
        const QJsonObject plain = evaluationJson(sample::build(), sample::catalog(), sample::evaluation());
        QVERIFY(!plain.contains(QStringLiteral("parts_cost_trace")));
        const QJsonObject json =
            evaluationJson(sample::build(), sample::catalog(), sample::evaluation(), {.traces = true});
        QCOMPARE(at(json, QStringLiteral("parts_cost_trace.formula")).toString(), QStringLiteral("x"));
        QCOMPARE(at(json, QStringLiteral("parts_cost_trace.inputs.0.value")).toDouble(), 2450.0);
        QCOMPARE(at(json, QStringLiteral("parts_cost_trace.inputs.0.source")).toString(), QStringLiteral("a test"));
    }

    void sameEvaluationSameBytes()
    {
        const auto text = [] {
            return toJsonText(
                evaluationJson(sample::build(), sample::catalog(), sample::evaluation(), {.traces = true}));
        };
        QCOMPARE(text(), text());
        QVERIFY(!QJsonDocument::fromJson(text()).isNull());
    }
};

QTEST_GUILESS_MAIN(TestEvaluationJson)
#include "tst_evaluation_json.moc"
