// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/part_pages/import_dialog.h"
#include "ui/part_pages/import_model.h"

#include <QAbstractItemModelTester>
#include <QCheckBox>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QTreeView>

using namespace rigwright;
using namespace rigwright::ui;

namespace {

Gpu named(const char *id)
{
    Gpu gpu;
    gpu.info.id = QString::fromLatin1(id);
    return gpu;
}

/// One row of each kind.
ImportPlan plan()
{
    ImportPlan plan;
    plan.table = QStringLiteral("gpus");
    plan.rows.gpus = Table<Gpu>({named("rtx-6090"), named("rtx-4090"), named("rtx-3090")});
    plan.changes = {
        {2, QStringLiteral("rtx-6090"), QStringLiteral("RTX 6090"), RowChange::Kind::Added, {}},
        {3,
         QStringLiteral("rtx-4090"),
         QStringLiteral("RTX 4090"),
         RowChange::Kind::Changed,
         {{QStringLiteral("tdp_w"), QStringLiteral("450"), QStringLiteral("400")},
          {QStringLiteral("notes"), {}, QStringLiteral("<b>undervolted</b>")}}},
        {4, QStringLiteral("rtx-3090"), QStringLiteral("RTX 3090"), RowChange::Kind::Same, {}},
    };
    return plan;
}

QStringList names(const QAbstractItemModel &model, const QModelIndex &parent = {})
{
    QStringList found;
    for (int row = 0; row < model.rowCount(parent); ++row)
        found << model.index(row, ImportModel::Name, parent).data().toString();
    return found;
}

} // namespace

class TestImportDialog : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QStringLiteral("en_US"))); }

    void saysWhatHappens()
    {
        ImportDialog dialog(plan());
        dialog.show();
        QCOMPARE(dialog.findChild<QLabel *>(QStringLiteral("summary"))->text(),
                 QStringLiteral("1 added, 1 changed, 1 unchanged"));
        auto *view = dialog.findChild<QTreeView *>();
        const QAbstractItemModel &model = *view->model();
        QAbstractItemModelTester tester(view->model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        const QModelIndex changed = model.index(1, 0);
        QVERIFY(changed.data().toString().startsWith(QStringLiteral("Changed")));
        QVERIFY(!changed.data(Qt::DecorationRole).isNull()); // not by colour alone
        view->setCurrentIndex(changed);
        QTest::keyClick(view, Qt::Key_Right);
        QVERIFY(view->isExpanded(changed));
        QCOMPARE(names(model, changed),
                 (QStringList{QStringLiteral("450\u00a0W → 400\u00a0W"), QStringLiteral("— → <b>undervolted</b>")}));
        QCOMPARE(model.index(0, 0, changed).data().toString(), QStringLiteral("Power limit"));
        QVERIFY(
            !model.index(1, ImportModel::Name, changed).data(Qt::ToolTipRole).toString().contains(QLatin1Char('<')));
    }

    void onlyChangesCanBeShown()
    {
        ImportDialog dialog(plan());
        dialog.show();
        const QAbstractItemModel &model = *dialog.findChild<QTreeView *>()->model();
        auto *only = dialog.findChild<QCheckBox *>(QStringLiteral("onlyChanges"));
        only->setFocus();
        QTest::keyClick(only, Qt::Key_Space);
        QCOMPARE(names(model), (QStringList{QStringLiteral("RTX 6090"), QStringLiteral("RTX 4090")}));
        QTest::keyClick(only, Qt::Key_Space);
        QCOMPARE(model.rowCount(), 3);
    }

    void importIsAccepted()
    {
        ImportDialog dialog(plan());
        QSignalSpy accepted(&dialog, &QDialog::accepted);
        dialog.show();
        auto *import = dialog.findChild<QPushButton *>(QStringLiteral("import"));
        QVERIFY(import->isEnabled());
        QTest::mouseClick(import, Qt::LeftButton);
        QCOMPARE(accepted.size(), 1);
    }

    void problemsBlock()
    {
        ImportPlan wrong = plan();
        wrong.problems = {QStringLiteral("my-gpus.csv:12: tdp_w: \"9000\" is out of range")};
        ImportDialog dialog(wrong);
        QSignalSpy accepted(&dialog, &QDialog::accepted);
        dialog.show();
        QCOMPARE(dialog.findChild<QListWidget *>(QStringLiteral("problems"))->item(0)->text(), wrong.problems.front());
        auto *import = dialog.findChild<QPushButton *>(QStringLiteral("import"));
        QVERIFY(!import->isEnabled());
        QVERIFY(!import->accessibleDescription().isEmpty());
        QTest::mouseClick(import, Qt::LeftButton);
        QTest::keyClick(&dialog, Qt::Key_Return);
        QCOMPARE(accepted.size(), 0);
        QTest::keyClick(&dialog, Qt::Key_Escape);
        QVERIFY(!dialog.isVisible());
    }

    void nothingToDoIsSaid()
    {
        ImportPlan same = plan();
        same.changes.erase(same.changes.begin(), same.changes.begin() + 2);
        ImportDialog dialog(same);
        dialog.show();
        QVERIFY(!dialog.findChild<QPushButton *>(QStringLiteral("import"))->isEnabled());
    }
};

QTEST_MAIN(TestImportDialog)
#include "tst_import_dialog.moc"
