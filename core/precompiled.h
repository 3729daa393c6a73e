// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Headers that most of core and its tests read; precompiled to build faster. Sources include what
// they use and build without it (CMAKE_DISABLE_PRECOMPILE_HEADERS=ON).
#include <QByteArray>
#include <QCoreApplication>
#include <QDate>
#include <QHash>
#include <QLocale>
#include <QString>
#include <QStringList>
#include <QVarLengthArray>

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>
#include <memory>
#include <numeric>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "core/catalog/catalog.h"
