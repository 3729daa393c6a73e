// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/workload/engine_settings.h"

#include <QDialog>

class QHBoxLayout;
class QLabel;
class QPushButton;

namespace rigwright::ui {

class EngineSettingField;

/// The settings of one deployment's engine, each with its default. Every change is an edit of the document at
/// once; what comes of it stands below.
class EngineSettingsDialog : public QDialog
{
    Q_OBJECT
public:
    EngineSettingsDialog(BuildDocument *document, std::size_t deployment, QWidget *parent = nullptr);

private:
    void refresh();
    void rebuild(const std::vector<EngineSetting> &settings);
    void refreshVerdict();
    /// @param steps  of the same setting that follow each other are one step to undo
    void change(EngineSettingId id, const QVariant &value, bool steps);
    void resetAll();

    BuildDocument *m_document;
    std::size_t m_deployment;
    QLabel *m_subject;
    QWidget *m_body = nullptr; ///< the fields; made anew where the engine has others
    QHBoxLayout *m_bodyPlace;
    std::vector<EngineSettingField *> m_fields;
    QLabel *m_verdict;
    QLabel *m_memory;
    QPushButton *m_reset;
};

} // namespace rigwright::ui
