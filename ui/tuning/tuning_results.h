// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/tuning/tuning_figures.h"

#include <QScrollArea>

class QLabel;
class QPushButton;

namespace rigwright::ui {

class Card;
class MemoryStack;
class TotalsList;
class WrappedLabel;

/// What a training run makes of the memory: the verdict, a GPU's memory by its parts, and what would fit at most.
class TuningResults : public QScrollArea
{
    Q_OBJECT
public:
    explicit TuningResults(QWidget *parent = nullptr);
    void show(const TuningResult &result);

Q_SIGNALS:
    void sequenceWanted(int tokens);
    void microBatchWanted(int sequences);

private:
    void showMemory();

    TuningResult m_result;
    Card *m_verdict;
    WrappedLabel *m_headline;
    WrappedLabel *m_subject;
    WrappedLabel *m_peak;
    QWidget *m_figures; ///< all below the verdict; hidden where there is no plan
    QLabel *m_memoryTitle;
    MemoryStack *m_stack;
    TotalsList *m_memory;
    TotalsList *m_run;
    QPushButton *m_useSequence;
    QPushButton *m_useMicroBatch;
};

} // namespace rigwright::ui
