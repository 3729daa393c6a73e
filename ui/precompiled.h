// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Headers that most of ui reads; precompiled to build faster. Sources include what they use and
// build without it (CMAKE_DISABLE_PRECOMPILE_HEADERS=ON).
#include "core/precompiled.h"

#include <QAction>
#include <QApplication>
#include <QChart>
#include <QComboBox>
#include <QDialog>
#include <QGraphicsScene>
#include <QLabel>
#include <QLayout>
#include <QMenu>
#include <QPainter>
#include <QPushButton>
#include <QStyledItemDelegate>
#include <QTimer>
#include <QUndoStack>

#include "core/evaluation/evaluation.h"
