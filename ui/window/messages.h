// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/units/result.h"

class QWidget;

namespace rigwright::ui {

/// Tells the user that something could not be done, and why.
/// @param what "The build could not be saved"
void showError(QWidget *parent, const QString &what, const Error &error);

/// Asks a question whose "yes" is named. @return whether the user wants it
bool confirm(QWidget *parent, const QString &question, const QString &detail, const QString &yes);

enum class Unsaved { Save, Discard, Cancel };
/// Asks what happens to unsaved changes.
Unsaved askUnsaved(QWidget *parent, const QString &buildName);

} // namespace rigwright::ui
