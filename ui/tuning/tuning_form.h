// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalog/catalog.h"
#include "core/memory/fine_tuning.h"

#include <QScrollArea>

class QButtonGroup;
class QCheckBox;
class QComboBox;
class QPushButton;
class QSpinBox;
class QVBoxLayout;

namespace rigwright::ui {

/// The settings of a training run. What does not apply to the method is greyed.
class TuningForm : public QScrollArea
{
    Q_OBJECT
public:
    explicit TuningForm(QWidget *parent = nullptr);

    /// Fills in what the catalogue offers; the present choices stay where it has them.
    void setCatalog(const Catalog &catalog);
    void setModel(const QString &modelId, const Catalog &catalog);
    QString modelId() const { return m_modelId; }
    QString baseId() const; ///< quantization of the frozen weights
    FineTuning settings() const;
    void setSequence(int tokens);
    void setMicroBatch(int sequences);

Q_SIGNALS:
    void changed();
    void modelWanted(QWidget *anchor); ///< the list of models is to open there

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void alignColumns();
    void addMethod(QVBoxLayout *layout);
    void addAdapter(QVBoxLayout *layout);
    void addBatch(QVBoxLayout *layout);
    void addActivations(QVBoxLayout *layout);
    void addGpus(QVBoxLayout *layout);
    void setSettings(const FineTuning &settings);
    void notice();
    void updateAvailable();

    QString m_modelId;
    QPushButton *m_model;
    QButtonGroup *m_method;
    QComboBox *m_base;
    QComboBox *m_precision;
    QComboBox *m_optimizer;
    QCheckBox *m_paged;
    QCheckBox *m_stepInBackward;
    QSpinBox *m_rank;
    QButtonGroup *m_targets;
    QWidget *m_targetBoxes;
    QSpinBox *m_sequence;
    QSpinBox *m_microBatch;
    QSpinBox *m_accumulation;
    QCheckBox *m_checkpointing;
    QCheckBox *m_offloadActivations;
    QCheckBox *m_flashAttention;
    QCheckBox *m_fusedKernels;
    QComboBox *m_logits;
    QComboBox *m_sharding;
    QCheckBox *m_shardEmbeddings;
    QCheckBox *m_offloadState;
    bool m_quiet = false; ///< values come from outside
};

} // namespace rigwright::ui
