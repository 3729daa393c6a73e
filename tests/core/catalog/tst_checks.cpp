// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalog/checks.h"
#include "tests/support/sound_catalog.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QTest>

#include <algorithm>

using namespace rigwright;
using namespace rigwright::test;

Q_DECLARE_METATYPE(const rigwright::test::Corruption *)

namespace {

QStringList textsOf(const std::vector<Problem> &problems)
{
    QStringList texts;
    for (const Problem &problem : problems)
        texts << problemText(problem);
    return texts;
}

/// @return the reasons that the checks can give, as written in their sources: "%1 instead of %2"
QStringList reasonsInSources()
{
    static const QRegularExpression reason(QStringLiteral(R"re(CheckText::tr\(\s*((?:"(?:[^"\\]|\\.)*"\s*)+)\))re"));
    const QDir sources(QStringLiteral(CHECKS_FOLDER));
    QStringList reasons;
    for (const QString &name : sources.entryList({QStringLiteral("check_*.cpp"), QStringLiteral("problem_list.h")})) {
        QFile file(sources.filePath(name));
        if (!file.open(QIODevice::ReadOnly))
            qFatal("%s", qPrintable(name));
        for (auto it = reason.globalMatch(QString::fromUtf8(file.readAll())); it.hasNext();) {
            QString text = it.next().captured(1).trimmed();
            text.replace(QRegularExpression(QStringLiteral("\"\\s+\"")), QString());
            reasons << text.mid(1, text.size() - 2).replace(QLatin1String("\\\""), QLatin1String("\""));
        }
    }
    return reasons;
}

} // namespace

class TestChecks : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aSoundCatalogueHasNoProblems()
    {
        const Catalog catalog = soundCatalog();
        QCOMPARE(textsOf(problemsIn(catalog, catalog)).join(u'\n'), QString());
    }

    void aWrongCellIsReported_data()
    {
        QTest::addColumn<const Corruption *>("corruption");
        for (const Corruption &corruption : corruptions())
            if (corruption.refused != Corruption::Refused::WhenRead)
                QTest::newRow(corruption.what) << &corruption;
    }
    void aWrongCellIsReported()
    {
        QFETCH(const Corruption *, corruption);
        Catalog catalog = soundCatalog();
        QVERIFY(corrupt(catalog, *corruption));
        const std::vector<Problem> problems = problemsIn(catalog, catalog);
        const bool reported = std::ranges::any_of(problems, [corruption](const Problem &problem) {
            return problem.table == corruption->problemTable() && problem.index == corruption->problemRow()
                   && problem.column == corruption->problemColumn()
                   && problem.reason.contains(QLatin1String(corruption->reason));
        });
        QVERIFY2(reported, qPrintable(textsOf(problems).join(u'\n')));
    }

    void everyReasonIsExercised()
    {
        QStringList given;
        for (const Corruption &corruption : corruptions()) {
            Catalog catalog = soundCatalog();
            if (corruption.refused != Corruption::Refused::WhenRead && corrupt(catalog, corruption))
                for (const Problem &problem : problemsIn(catalog, catalog))
                    given << problem.reason;
        }
        const QStringList reasons = reasonsInSources();
        QVERIFY2(reasons.size() > 40, qPrintable(QString::number(reasons.size())));
        for (const QString &reason : reasons) {
            QString pattern = QRegularExpression::escape(reason);
            pattern.replace(QRegularExpression(QStringLiteral("\\\\%\\d")), QStringLiteral(".*"));
            const QRegularExpression form(QRegularExpression::anchoredPattern(pattern));
            QVERIFY2(!given.filter(form).isEmpty(), qPrintable(reason));
        }
    }

    void exceptionsAreTaken()
    {
        Catalog catalog = soundCatalog();
        LlmModel model = *catalog.models.find(QStringLiteral("llama-3.1-8b"));
        model.attentionHeads = 24; // of which nothing but the attention weights is computed
        catalog.models = catalog.models.with({model});
        QCOMPARE(problemsIn(catalog, catalog).size(), std::size_t(1));
        model.geometryExceptions = {QStringLiteral("attn_params")};
        catalog.models = catalog.models.with({model});
        QCOMPARE(textsOf(problemsIn(catalog, catalog)), QStringList());
    }

    void onlyTheRowsInQuestionAreBlamed()
    {
        const Catalog shipped = soundCatalog();
        Gpu own = *shipped.gpus.find(QStringLiteral("rtx-3090"));
        own.info.id = QStringLiteral("my-card");
        own.info.name = QStringLiteral("H100 SXM5 80GB");
        own.info.aliases.clear();
        Catalog rows;
        rows.gpus = Table<Gpu>({own});
        Catalog all = shipped;
        all.gpus = shipped.gpus.with({own});
        const std::vector<Problem> problems = problemsIn(rows, all);
        QCOMPARE(textsOf(problems), QStringList{QStringLiteral(
                                        "gpus my-card: name: \"H100 SXM5 80GB\" names h100-sxm5-80gb of gpus too")});
        QCOMPARE(problems.front().index, 0);
    }

    void figuresWithoutMeasureDoNotOverflow()
    {
        Catalog catalog = soundCatalog();
        LlmModel model = *catalog.models.find(QStringLiteral("glm-4.5-air"));
        model.layers = 1000;
        for (int *size : {&model.hiddenSize, &model.attentionHeads, &model.kvHeads, &model.headDim, &model.ffnSize,
                          &model.vocabularySize, &model.experts, &model.sharedExperts, &model.expertFfnSize})
            *size = std::numeric_limits<int>::max();
        for (qint64 *count : {&model.totalParameters, &model.classes.experts, &model.classes.attention,
                              &model.classes.embedding, &model.visionParameters, &model.kvBytesPerTokenGlobalF16})
            *count = std::numeric_limits<qint64>::max();
        catalog.models = catalog.models.with({model});
        QVERIFY(!problemsIn(catalog, catalog).empty());
    }
};

QTEST_GUILESS_MAIN(TestChecks)
#include "tst_checks.moc"
