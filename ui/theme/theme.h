// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/palette.h"

#include <QFont>
#include <QObject>

namespace rigwright::ui {

/// Distances in device-independent pixels.
namespace spacing {
inline constexpr int kTight = 4;
inline constexpr int kSmall = 8;
inline constexpr int kMedium = 12;
inline constexpr int kLarge = 16;
inline constexpr double kCardRadius = 6;
inline constexpr double kBarHeight = 7;
} // namespace spacing

enum class FontRole {
    Body,
    Strong, ///< body, semi-bold
    Small,  ///< captions under numbers
    SmallStrong,
    Section, ///< headings of panels
    Title,   ///< the name of the build
    Display, ///< the verdict
    Mono
};

/// The look of the whole program: one object, made on first use after the QApplication. Widgets
/// ask for colours when they paint; those that keep colours listen to changed().
class Theme : public QObject
{
    Q_OBJECT
public:
    enum class Mode { System, Light, Dark };

    static Theme &current();
    static QColor color(Role role) { return current().palette().color(role); }
    static QColor deploymentColor(int index) { return current().palette().deployment(index); }
    static QFont font(FontRole role);

    /// Puts style, palette, style sheet and fonts on the application. `mode` System follows the
    /// desktop; the environment variable RIGWRIGHT_THEME (light, dark) wins over both.
    void apply(Mode mode);
    Mode mode() const { return m_mode; }
    bool isDark() const { return m_dark; }
    const Palette &palette() const { return m_dark ? Palette::dark() : Palette::light(); }

    static Mode modeFromText(const QString &text); ///< "light", "dark"; anything else is System
    static QString modeText(Mode mode);

Q_SIGNALS:
    void changed(); ///< colours are new

private:
    Theme();
    void refresh();

    Mode m_mode = Mode::System;
    bool m_dark = false;
    bool m_applied = false;
};

} // namespace rigwright::ui
