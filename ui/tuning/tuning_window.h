// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/document/build_document.h"

#include <QMainWindow>

namespace rigwright::ui {

class TuningForm;
class TuningResults;

/// Whether a model can be fine-tuned on the open build, and what fills the memory. Follows the build; changes
/// nothing of it.
class TuningWindow : public QMainWindow
{
    Q_OBJECT
public:
    /// @param modelId  to begin with
    TuningWindow(BuildDocument *document, const QString &modelId, QWidget *parent = nullptr);

private:
    void refresh();
    void pickModel(QWidget *anchor);

    BuildDocument *m_document;
    TuningForm *m_form;
    TuningResults *m_results;
};

} // namespace rigwright::ui
