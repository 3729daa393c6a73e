// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/card.h"

class QComboBox;
class QHBoxLayout;
class QLabel;
class QPushButton;
class QSpinBox;
class QToolButton;

namespace rigwright {
struct Deployment;
struct DeploymentResult;
} // namespace rigwright

namespace rigwright::ui {

class BuildDocument;
class MeterBar;

/// One deployment as a row of choices with what comes of them at its end. Every choice is one
/// undoable edit; steps of the spin box merge.
class DeploymentRow : public Card
{
    Q_OBJECT
public:
    DeploymentRow(BuildDocument *document, std::size_t index, QWidget *parent = nullptr);

    /// Shows the document's deployment of this row and, during a preview, what would change.
    void refresh();
    void refreshVerdict();
    void setCurrent(bool current);
    /// Without the memory bar, which is there only where the row is wide enough.
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void chosen(int index); ///< the row got the focus or a click

protected:
    void mousePressEvent(QMouseEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void makeLayout();
    void connectEdits();
    void refreshChoices(const Deployment &deployment);
    void showBar(const DeploymentResult &result);
    void apply(const QString &label, const Deployment &deployment, int mergeField = 0);
    void pickModel();
    void commitContext();
    void duplicate();
    void remove();
    const Deployment &deployment() const;

    BuildDocument *m_document;
    std::size_t m_index;
    QPushButton *m_model;
    QComboBox *m_quant;
    QComboBox *m_context;
    QSpinBox *m_users;
    QPushButton *m_run;
    MeterBar *m_bar;
    QLabel *m_verdict;
    QToolButton *m_duplicate;
    QToolButton *m_remove;
    QString m_shownChoices; ///< engine, model and quantization that the combo boxes were filled for
};

} // namespace rigwright::ui
