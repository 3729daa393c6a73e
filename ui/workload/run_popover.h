// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class QComboBox;
class QPushButton;
class QVBoxLayout;

namespace rigwright::ui {

class BuildDocument;

/// How one deployment runs: engine, placement, cache type and the GPUs that it may use. Every
/// choice is an edit of the document at once. What else the engine can be told is in a dialog of its own.
class RunPopover : public QFrame
{
    Q_OBJECT
public:
    RunPopover(BuildDocument *document, std::size_t deployment, QWidget *parent = nullptr);

    /// Opens it at `anchor`; it deletes itself when it closes.
    void openAt(QWidget *anchor);

private:
    void refresh();
    void refreshGpus();
    void chooseEngine();
    void chooseParallelism();
    void chooseKvType();
    void chooseGpus();
    void openSettings();

    BuildDocument *m_document;
    std::size_t m_deployment;
    QComboBox *m_engine;
    QComboBox *m_parallelism;
    QComboBox *m_kvType;
    QVBoxLayout *m_gpus;
    QPushButton *m_settings;
};

} // namespace rigwright::ui
