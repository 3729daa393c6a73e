// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/build/edits.h"
#include "core/units/format.h"
#include "tests/ui/rig_sample.h"
#include "ui/document/build_document.h"
#include "ui/results/figure_row.h"
#include "ui/results/findings_list.h"
#include "ui/results/launch_card.h"
#include "ui/results/link_button.h"
#include "ui/results/results_panel.h"
#include "ui/results/totals_list.h"
#include "ui/results/verdict_card.h"
#include "ui/results/why_popover.h"

#include <QClipboard>
#include <QLabel>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace rigwright;
using namespace rigwright::ui;
using namespace rigwright::literals;

namespace {

/// A deployment that runs, with its speed given.
Evaluation runningAt(double tokensPerSecond, FitVerdict verdict = FitVerdict::Fits, Bytes margin = 2_GiB)
{
    Evaluation evaluation;
    evaluation.devices.resize(1);
    DeploymentResult result;
    result.known = true;
    result.title = QStringLiteral("Llama 3.3 70B · Q4_K_M");
    result.settings.contextTokens = 32768;
    result.settings.concurrency = 2;
    result.plan.verdict = verdict;
    result.plan.margin = margin;
    result.longestContext = 18432;
    result.speed.decode = {TokensPerSecond(tokensPerSecond),
                           TokensPerSecond(tokensPerSecond * 0.7),
                           TokensPerSecond(tokensPerSecond * 1.3),
                           Basis::Calibrated,
                           9,
                           {"rate", "tok/s", "given", {{"rate", "speed", tokensPerSecond, "tok/s", {}}}}};
    result.speed.total.value = TokensPerSecond(tokensPerSecond * 2);
    result.speed.tier = tokensPerSecond < 5    ? SpeedTier::Painful
                        : tokensPerSecond < 15 ? SpeedTier::Usable
                        : tokensPerSecond < 30 ? SpeedTier::Comfortable
                                               : SpeedTier::Fast;
    evaluation.deployments = {result};
    return evaluation;
}

/// Plain spaces, so that rows read as they are typed.
QString plain(QString text)
{
    return text.replace(QChar(0x00A0), QLatin1Char(' '));
}

Figure figureOf(const std::vector<Figure> &figures, const char *id)
{
    for (const Figure &figure : figures)
        if (figure.id == QLatin1String(id))
            return figure;
    return {};
}

} // namespace

class TestResults : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QStringLiteral("en_US"))); }

    void verdictWords_data()
    {
        QTest::addColumn<double>("speed");
        QTest::addColumn<int>("fit");
        QTest::addColumn<qint64>("margin");
        QTest::addColumn<QString>("headline");
        QTest::addColumn<int>("tone");
        QTest::newRow("comfortable") << 27.0 << int(FitVerdict::Fits) << (2_GiB).base()
                                     << QStringLiteral("27 tok/s · Comfortable") << int(Tone::Good);
        QTest::newRow("a slow model is said to be painful") << 3.2 << int(FitVerdict::Tight) << (1_GiB).base()
                                                            << QStringLiteral("3.2 tok/s · Painful") << int(Tone::Bad);
        QTest::newRow("what does not fit says how much is missing")
            << 27.0 << int(FitVerdict::DoesNotFit) << bytesFromGiB(-3.2).base()
            << QStringLiteral("Does not fit: 3.2 GiB missing") << int(Tone::Bad);
        QTest::newRow("a refused placement")
            << 0.0 << int(FitVerdict::Refused) << qint64(0) << QStringLiteral("Cannot run like this") << int(Tone::Bad);
    }
    void verdictWords()
    {
        QFETCH(double, speed);
        QFETCH(int, fit);
        QFETCH(qint64, margin);
        const Verdict shown = verdict(runningAt(speed, FitVerdict(fit), Bytes(margin)), nullptr, 0);
        QTEST(plain(shown.headline), "headline");
        QTEST(int(shown.tone), "tone");
    }

    void verdictSaysHowSureItIs()
    {
        const Verdict shown = verdict(runningAt(27), nullptr, 0);
        QCOMPARE(plain(shown.confidence), QStringLiteral("19–35 tok/s · calibrated on 9 measurements"));
        QVERIFY(shown.subject.contains(QStringLiteral("32K context")));
        QVERIFY(shown.subject.contains(QStringLiteral("2 users")));
        QVERIFY(verdict(runningAt(27, FitVerdict::DoesNotFit, bytesFromGiB(-1)), nullptr, 0)
                    .confidence.contains(QStringLiteral("18K")));
        QVERIFY(verdict(runningAt(27), nullptr, 1).why.empty());
    }

    void verdictDifference_data()
    {
        QTest::addColumn<int>("fitNow");
        QTest::addColumn<double>("now");
        QTest::addColumn<int>("fitThen");
        QTest::addColumn<double>("then");
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("tone");
        const int fits = int(FitVerdict::Fits);
        const int not_ = int(FitVerdict::DoesNotFit);
        QTest::newRow("faster") << fits << 16.0 << fits << 27.0
                                << QStringLiteral("▲ +11 tok/s · 27 tok/s · Comfortable") << int(Tone::Good);
        QTest::newRow("slower") << fits << 27.0 << fits << 16.0
                                << QStringLiteral("▼ −11 tok/s · 16 tok/s · Comfortable") << int(Tone::Bad);
        QTest::newRow("equal") << fits << 27.0 << fits << 27.0 << QString() << int(Tone::Neutral);
        QTest::newRow("starts to fit") << not_ << 27.0 << fits << 27.0
                                       << QStringLiteral("▲ would fit: 27 tok/s · Comfortable") << int(Tone::Good);
        QTest::newRow("stops fitting") << fits << 27.0 << not_ << 27.0 << QStringLiteral("▼ would no longer fit")
                                       << int(Tone::Bad);
    }
    void verdictDifference()
    {
        QFETCH(int, fitNow);
        QFETCH(double, now);
        QFETCH(int, fitThen);
        QFETCH(double, then);
        const Evaluation before = runningAt(now, FitVerdict(fitNow));
        const Evaluation after = runningAt(then, FitVerdict(fitThen));
        const Difference shown = verdict(before, &after, 0).difference;
        QTEST(plain(shown.text), "text");
        QTEST(int(shown.tone), "tone");
    }

    void differenceSigns_data()
    {
        QTest::addColumn<double>("now");
        QTest::addColumn<double>("then");
        QTest::addColumn<bool>("moreIsBetter");
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("tone");
        QTest::newRow("more of a good thing") << 1.0 << 3.0 << true << QStringLiteral("▲ +2 X") << int(Tone::Good);
        QTest::newRow("more of a bad thing") << 1.0 << 3.0 << false << QStringLiteral("▲ +2 X") << int(Tone::Bad);
        QTest::newRow("less of a bad thing") << 3.0 << 1.0 << false << QStringLiteral("▼ −2 X") << int(Tone::Good);
        QTest::newRow("rounding is no change") << 1.0 << 1.0 + 1e-9 << true << QString() << int(Tone::Neutral);
    }
    void differenceSigns()
    {
        QFETCH(double, now);
        QFETCH(double, then);
        QFETCH(bool, moreIsBetter);
        const Difference shown = difference(now, then, QStringLiteral("2 X"), moreIsBetter);
        QTEST(shown.text, "text");
        QTEST(int(shown.tone), "tone");
    }

    void totalsSayWhatTheEvaluationSays()
    {
        BuildDocument document(rig_sample::catalog());
        document.open(rig_sample::tower(2));
        const Evaluation &evaluation = document.evaluation();
        const std::vector<Figure> figures = liveTotals(evaluation, nullptr, document.build().site);

        Bytes used;
        Bytes memory;
        for (const DeviceResult &device : evaluation.devices) {
            used += device.use.total();
            memory += device.memory;
        }
        QCOMPARE(evaluation.devices.size(), std::size_t(2));
        QVERIFY(used > Bytes());
        const Figure vram = figureOf(figures, "vram");
        QCOMPARE(plain(vram.value), QStringLiteral("%1 / 48.0 GiB").arg(format::number(toGiB(used), 1)));
        QCOMPARE(vram.share.value(), used / memory);

        QCOMPARE(evaluation.power.psus.size(), std::size_t(1));
        QCOMPARE(figureOf(figures, "psu.0").share.value(), evaluation.power.psus.front().share());
        QCOMPARE(evaluation.power.circuits.size(), std::size_t(1));
        const CircuitLoad &circuit = evaluation.power.circuits.front();
        QVERIFY(circuit.current.base() > 0);
        const Figure amperes = figureOf(figures, "circuit.0");
        QCOMPARE(plain(amperes.value), QStringLiteral("%1 / 16.0 A").arg(format::number(circuit.current.base(), 1)));
        QCOMPARE(amperes.limit.value(), 0.8); // the tick stands at 80 % of the breaker
        QCOMPARE(figureOf(figures, "lanes").value, QStringLiteral("32 / 128"));

        Build empty;
        empty.site = document.build().site;
        empty.site.circuits.front().otherLoad = {};
        const std::vector<Figure> unloaded = liveTotals(evaluate(empty, document.catalog()), nullptr, empty.site);
        QCOMPARE(plain(figureOf(unloaded, "circuit.0").value), QStringLiteral("0.0 / 16.0 A"));
        QCOMPARE(figureOf(figures, "heat").value, format::btuPerHour(evaluation.power.heat.value));
        QCOMPARE(figureOf(figures, "parts").value, format::money(evaluation.cost.parts.value));
        QVERIFY(figureOf(figures, "energy-cost").value.contains(QStringLiteral("month")));
    }

    void everyTotalExplainsItself()
    {
        BuildDocument document(rig_sample::catalog());
        document.open(rig_sample::tower(2));
        for (const Figure &figure : liveTotals(document.evaluation(), nullptr, document.build().site)) {
            QVERIFY2(!figure.why.empty(), qPrintable(figure.id));
            const QString text = figure.why.toPlainText();
            QVERIFY2(text.contains(figure.why.formula), qPrintable(figure.id));
            for (const ExplanationInput &input : figure.why.inputs)
                QVERIFY2(text.contains(input.value), qPrintable(figure.id + QLatin1Char(' ') + input.symbol));
        }
    }

    void explanationPutsTheValuesIntoTheFormula()
    {
        Trace trace;
        trace.formula = "load / rating * 100";
        trace.unit = "%";
        trace.method = "load over rating";
        trace.inputs.append({"load", "what it feeds", 1098, "W", {}});
        trace.inputs.append({"rating", "what it gives", 1600, "W", QStringLiteral("data sheet")});
        const Explanation shown = explain(QStringLiteral("PSU A"), QStringLiteral("69 %"), trace, Basis::Calibrated, 3,
                                          QStringLiteral("60 %"), QStringLiteral("75 %"));
        QCOMPARE(shown.substituted, QStringLiteral("1,098 / 1,600 * 100"));
        QCOMPARE(plain(shown.inputs.at(1).value), QStringLiteral("1,600 W"));
        QCOMPARE(shown.inputs.at(1).source, QStringLiteral("data sheet"));
        QVERIFY(shown.band.contains(QStringLiteral("60 %")));
        QCOMPARE(shown.basis, QStringLiteral("calibrated on 3 measurements"));
        QVERIFY(explain({}, {}, trace, Basis::Exact, 0, QStringLiteral("1"), QStringLiteral("1")).band.isEmpty());
    }

    void clickingAFixIsOneStepToUndo()
    {
        BuildDocument document(rig_sample::catalog());
        document.open(rig_sample::tower(2));
        const Build before = document.build();
        FindingsList list;
        connect(&list, &FindingsList::fixWanted, &document,
                [&](const Fix &fix) { document.apply(fix.label, fix.result); });
        Finding finding;
        finding.id = QStringLiteral("test");
        finding.severity = Severity::Error;
        finding.subject = QStringLiteral("Workload");
        finding.text = QStringLiteral("Too much.");
        finding.fix = Fix{QStringLiteral("Use a shorter context"), before};
        finding.fix->result.deployments.front().contextTokens = 4096;
        list.setFindings({finding});
        list.show();

        auto *fix = list.cards().front()->findChild<LinkButton *>(QStringLiteral("fix"));
        QTest::mouseClick(fix, Qt::LeftButton);
        QCOMPARE(document.build().deployments.front().contextTokens, 4096);
        QCOMPARE(document.undoStack()->count(), 1);
        QCOMPARE(document.undoStack()->undoText(), QStringLiteral("Use a shorter context"));
        document.undoStack()->undo();
        QCOMPARE(document.build(), before);

        fix->setFocus();
        QTest::keyClick(fix, Qt::Key_Space);
        QCOMPARE(document.build().deployments.front().contextTokens, 4096);
    }

    void clickingAFindingShowsItsPartsInTurn()
    {
        Finding finding;
        finding.items = {ItemId{3}, ItemId{7}};
        FindingsList list;
        list.setFindings({finding});
        list.show();
        QSignalSpy wanted(&list, &FindingsList::itemWanted);
        FindingCard *card = list.cards().front();
        QTest::mouseClick(card, Qt::LeftButton, {}, QPoint(10, 5));
        card->setFocus();
        QTest::keyClick(card, Qt::Key_Return);
        QTest::keyClick(card, Qt::Key_Return);
        QCOMPARE(wanted.count(), 3);
        QCOMPARE(wanted.at(0).at(0).value<ItemId>(), ItemId{3});
        QCOMPARE(wanted.at(1).at(0).value<ItemId>(), ItemId{7});
        QCOMPARE(wanted.at(2).at(0).value<ItemId>(), ItemId{3});
    }

    void findingsAreShownAsText()
    {
        Finding finding;
        finding.subject = QStringLiteral("<img src=x>");
        finding.text = QStringLiteral("<b>bold</b>");
        FindingsList list;
        list.setFindings({finding});
        for (const QLabel *label : list.cards().front()->findChildren<QLabel *>())
            if (!label->text().isEmpty())
                QCOMPARE(label->textFormat(), Qt::PlainText);
        QCOMPARE(findingsHeading({finding, finding}), QStringLiteral("Findings · 2 hints"));
        list.setFindings({});
        QVERIFY(list.cards().empty());
    }

    void panelShowsDifferencesDuringAPreviewAndNoneAfter()
    {
        BuildDocument document(rig_sample::catalog());
        document.open(rig_sample::tower(1));
        ResultsPanel panel(&document);
        panel.resize(344, 800);
        panel.show();
        auto *totals = panel.findChild<TotalsList *>();
        auto *card = panel.findChild<VerdictCard *>();
        QVERIFY(totals->row(QStringLiteral("vram"))->figure().difference.text.isEmpty());
        const int height = totals->height();

        document.setPreview(rig_sample::withCardAdded(document.build()));
        QCOMPARE(plain(totals->row(QStringLiteral("vram"))->figure().difference.text), QStringLiteral("▲ +24.0 GiB"));
        QCOMPARE(totals->row(QStringLiteral("vram"))->figure().difference.tone, Tone::Good);
        const Figure psu = totals->row(QStringLiteral("psu.0"))->figure();
        QVERIFY2(psu.difference.text.startsWith(QStringLiteral("▲ +")), qPrintable(psu.difference.text));
        QCOMPARE(psu.difference.tone, Tone::Bad);
        QVERIFY(!card->verdict().difference.text.isEmpty());
        QCOMPARE(card->findChild<QLabel *>(QStringLiteral("confidence"))->text(), card->verdict().difference.text);
        QCOMPARE(totals->height(), height); // nothing moves under the pointer

        document.setPreview(std::nullopt);
        QVERIFY(totals->row(QStringLiteral("vram"))->figure().difference.text.isEmpty());
        QCOMPARE(card->findChild<QLabel *>(QStringLiteral("confidence"))->text(), card->verdict().confidence);
    }

    void whyOpensByClickAndByKeyboardAndCanBeCopied_data()
    {
        QTest::addColumn<bool>("keyboard");
        QTest::newRow("click") << false;
        QTest::newRow("Return") << true;
    }
    void whyOpensByClickAndByKeyboardAndCanBeCopied()
    {
        QFETCH(bool, keyboard);
        BuildDocument document(rig_sample::catalog());
        document.open(rig_sample::tower(2));
        ResultsPanel panel(&document);
        panel.show();
        QVERIFY(QTest::qWaitForWindowExposed(&panel));
        FigureRow *row = panel.findChild<TotalsList *>()->row(QStringLiteral("psu.0"));
        if (keyboard) {
            row->setFocus();
            QTest::keyClick(row, Qt::Key_Return);
        } else {
            QTest::mouseClick(row, Qt::LeftButton);
        }
        auto *popover = panel.findChild<WhyPopover *>();
        QVERIFY(popover);
        QVERIFY(popover->isVisible());
        QCOMPARE(popover->explanation().formula, QStringLiteral("load / rating * 100"));
        QTest::mouseClick(popover->findChild<QToolButton *>(QStringLiteral("copy")), Qt::LeftButton);
        QCOMPARE(QGuiApplication::clipboard()->text(), popover->explanation().toPlainText());
        QPointer<WhyPopover> guard = popover;
        QTest::keyClick(popover, Qt::Key_Escape);
        QTRY_VERIFY(!guard);
    }

    void launchCommandIsShownAndCopied()
    {
        BuildDocument document(rig_sample::catalog());
        document.open(rig_sample::tower(2));
        ResultsPanel panel(&document);
        panel.show();
        QVERIFY(QTest::qWaitForWindowExposed(&panel));
        auto *card = panel.findChild<LaunchCard *>();
        QVERIFY2(card->commandText().startsWith(QStringLiteral("llama-server -m Llama-3.3-70B-Instruct-Q4_K_M.gguf")),
                 qPrintable(card->commandText()));
        QTest::mouseClick(card->findChild<QToolButton *>(QStringLiteral("copyCommand")), Qt::LeftButton);
        QCOMPARE(QGuiApplication::clipboard()->text(), card->commandText());

        document.apply(QStringLiteral("Remove"), edits::deploymentRemoved(document.build(), 0));
        QVERIFY(!card->isVisible());
    }
};

QTEST_MAIN(TestResults)
#include "tst_results.moc"
