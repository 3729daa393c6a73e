// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>

namespace rigwright::ui {

/// What a colour is for. Widgets name roles, never colours.
enum class Role {
    // Surfaces, from the back to the front.
    Window,    ///< behind everything; the chassis area
    Surface,   ///< panels: catalogue, results, charts
    Bar,       ///< top bar and status bar
    Card,      ///< cards on a panel
    CardHover, ///< a card under the pointer
    Field,     ///< text fields, troughs of meters
    Button,    ///< buttons and combo boxes
    ButtonHover,
    Outline,       ///< hairlines and card borders
    OutlineStrong, ///< borders of the chassis, of slots and of focused neutral things
    // Text. Text and Muted reach 4.5:1 on every surface above.
    Text,
    Muted,
    Link,
    OnAccent, ///< text on Accent
    // State. The plain role is a fill or text on a surface; Soft is a tinted surface for Text.
    Accent,
    AccentSoft,
    Good,
    GoodSoft,
    Warn,
    WarnSoft,
    Bad,
    BadSoft,
    // What a GPU's memory holds.
    Weights,
    KvCache,
    Compute,
    Overhead,
    // Chassis.
    Board,    ///< the circuit board
    Hardware, ///< a card or module on it
    Nvlink,
    // Speed tiers as bands behind a chart.
    TierPainful,
    TierUsable,
    TierComfortable,
    TierFast,
    TierInstant,
    // The two sides of a comparison.
    CompareA,
    CompareB,
    Different, ///< row that differs
    Count
};

/// A set of colours for all roles.
class Palette
{
public:
    static const Palette &light();
    static const Palette &dark();

    QColor color(Role role) const { return QColor::fromRgba(m_colors[int(role)]); }
    /// @return the colour of a deployment: six that stay apart, then again from the first
    QColor deployment(int index) const;

private:
    QRgb m_colors[int(Role::Count)]{};
    QRgb m_deployments[6]{};
    void set(Role role, QRgb rgb) { m_colors[int(role)] = rgb | 0xff000000; }
    static Palette makeLight();
    static Palette makeDark();
};

/// @return contrast of two opaque colours, 1 to 21.
/// Source: W3C, Web Content Accessibility Guidelines 2.1, "contrast ratio" and "relative luminance".
double contrastRatio(const QColor &a, const QColor &b);

} // namespace rigwright::ui
