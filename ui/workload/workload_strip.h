// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <vector>

class QLabel;
class QScrollArea;
class QToolButton;
class QVBoxLayout;

namespace rigwright::ui {

class BuildDocument;
class DeploymentRow;

/// The models that the rig serves, one row each. Models can be dropped on it from the catalogue.
class WorkloadStrip : public QWidget
{
    Q_OBJECT
public:
    explicit WorkloadStrip(BuildDocument *document, QWidget *parent = nullptr);

    int currentDeployment() const { return m_current; }
    DeploymentRow *row(int index) const { return m_rows.at(std::size_t(index)); }
    int rowCount() const { return int(m_rows.size()); }

    QSize minimumSizeHint() const override;

public Q_SLOTS:
    /// Opens the list of models; the one chosen is added.
    void addModel();

Q_SIGNALS:
    void currentDeploymentChanged(int index);
    void fineTuningWanted();

protected:
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dragLeaveEvent(QDragLeaveEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    void refresh();
    void refreshPreview();
    void setCurrent(int index);
    void add(const QString &modelId);
    void fitHeight();

    BuildDocument *m_document;
    QToolButton *m_add;
    QScrollArea *m_scroll;
    QVBoxLayout *m_rowsLayout;
    QLabel *m_empty;
    std::vector<DeploymentRow *> m_rows;
    int m_current = 0;
};

} // namespace rigwright::ui
