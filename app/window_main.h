// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

/// Opens the window on these files (on the sample build where there are none) and runs the event
/// loop. A QApplication exists. @return the exit code of the program
int runWindow(const QStringList &files);
