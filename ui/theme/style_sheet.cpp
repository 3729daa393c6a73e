// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/style_sheet.h"

namespace rigwright::ui {

namespace {
constexpr auto kTemplate = R"(
QMainWindow, QDialog { background: @surface; }
QMainWindow::separator { background: @outline; width: 1px; height: 1px; }
QMainWindow::separator:hover { background: @accent; }
QToolTip { background: @card; color: @text; border: 1px solid @outlineStrong; padding: 5px; }
QDockWidget { color: @muted; }
QDockWidget::title { background: @surface; padding: 5px 8px; border-bottom: 1px solid @outline; }

QToolBar { background: @bar; border: none; border-bottom: 1px solid @outline; padding: 0; spacing: 0; }
QMenuBar { background: @bar; color: @text; border-bottom: 1px solid @outline; }
QMenuBar::item { padding: 4px 9px; background: transparent; border-radius: 4px; }
QMenuBar::item:selected { background: @buttonHover; }
QMenu { background: @card; color: @text; border: 1px solid @outline; padding: 4px; }
QMenu::item { padding: 5px 26px 5px 12px; border-radius: 4px; }
QMenu::item:selected { background: @accent; color: @onAccent; }
QMenu::item:disabled { color: @muted; background: transparent; }
QMenu::separator { height: 1px; background: @outline; margin: 4px 6px; }
QMenu::icon { padding-left: 8px; }
QStatusBar { background: @bar; color: @muted; border-top: 1px solid @outline; }
QStatusBar::item { border: none; }

QPushButton, QToolButton[kind="button"], QComboBox {
    background: @button; color: @text; border: 1px solid @outline; border-radius: 5px; padding: 4px 10px; }
QPushButton:hover, QToolButton[kind="button"]:hover, QComboBox:hover { background: @buttonHover; }
QPushButton:pressed, QToolButton[kind="button"]:pressed { background: @outline; }
QPushButton:focus, QToolButton[kind="button"]:focus, QComboBox:focus { border-color: @accent; outline: none; }
QPushButton:disabled, QToolButton[kind="button"]:disabled, QComboBox:disabled { color: @disabled; background: @surface; }
QPushButton::menu-indicator, QToolButton::menu-indicator { image: none; width: 0; }
QPushButton[kind="primary"], QToolButton[kind="primary"], QPushButton:default {
    background: @accent; color: @onAccent; border: 1px solid @accent; border-radius: 5px; padding: 4px 10px; }
QPushButton[kind="primary"]:hover, QToolButton[kind="primary"]:hover { background: @accentHover; }
QPushButton[kind="primary"]:focus, QToolButton[kind="primary"]:focus, QPushButton:default:focus { border-color: @text; }
QPushButton[kind="primary"]:disabled, QPushButton:default:disabled {
    background: @surface; color: @disabled; border-color: @outline; }
QPushButton[kind="flat"], QToolButton[kind="flat"] {
    background: transparent; border: 1px solid transparent; border-radius: 5px; padding: 3px; color: @text; }
QPushButton[kind="flat"]:hover, QToolButton[kind="flat"]:hover { background: @buttonHover; }
QPushButton[kind="flat"]:focus, QToolButton[kind="flat"]:focus { border-color: @accent; }
QPushButton[kind="link"] { background: transparent; border: none; padding: 0; color: @link; text-align: left; }
QPushButton[kind="link"]:hover, QPushButton[kind="link"]:focus { text-decoration: underline; }

QCheckBox::indicator { width: 14px; height: 14px; border: 1px solid @muted; border-radius: 3px; background: @field; }
QCheckBox::indicator:hover, QCheckBox::indicator:focus { border-color: @accent; }
QCheckBox::indicator:checked { background: @accent; border-color: @accent; image: url(:/icons/on-accent/check.svg); }
QCheckBox::indicator:disabled { border-color: @outline; background: @surface; }

QComboBox::drop-down { border: none; width: 18px; }
QComboBox::down-arrow { image: url(:/icons/@mode/chevron-down.svg); width: 10px; height: 10px; }
QComboBox QAbstractItemView { background: @card; color: @text; border: 1px solid @outline;
    selection-background-color: @accent; selection-color: @onAccent; outline: none; }
QLineEdit, QPlainTextEdit, QTextEdit, QAbstractSpinBox {
    background: @field; color: @text; border: 1px solid @outline; border-radius: 5px; padding: 4px 6px;
    selection-background-color: @accent; selection-color: @onAccent; }
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QAbstractSpinBox:focus { border-color: @accent; }
QLineEdit[readOnly="true"] { background: transparent; color: @muted; }
QLineEdit[kind="title"] { background: transparent; border: 1px solid transparent; padding: 2px 6px; }
QLineEdit[kind="title"]:hover { border-color: @outline; }
QLineEdit[kind="title"]:focus { background: @field; border-color: @accent; }
QDateEdit::drop-down { border: none; background: transparent; width: 18px; }
QDateEdit::down-arrow { image: url(:/icons/@mode/chevron-down.svg); width: 10px; height: 10px; }
QAbstractSpinBox { padding-right: 18px; }
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button { background: transparent; border: none; width: 16px; }
QAbstractSpinBox::up-arrow { image: url(:/icons/@mode/chevron-up.svg); width: 9px; height: 9px; }
QAbstractSpinBox::down-arrow { image: url(:/icons/@mode/chevron-down.svg); width: 9px; height: 9px; }

QAbstractItemView { background: @surface; alternate-background-color: @card; color: @text;
    border: 1px solid @outline; border-radius: 5px; selection-background-color: @accent; selection-color: @onAccent; }
QListView[kind="plain"], QTreeView[kind="plain"], QScrollArea, QGraphicsView { border: none; background: transparent; }
QTreeWidget::item { padding: 4px 6px; }
QTreeWidget::item:selected { background: @accent; color: @onAccent; }
QHeaderView::section { background: @surface; color: @muted; border: none; border-bottom: 1px solid @outline; padding: 4px 8px; }
QTabBar::tab { background: transparent; color: @muted; padding: 6px 12px; border-bottom: 2px solid transparent; }
QTabBar::tab:selected { color: @text; border-bottom-color: @accent; }
QTabWidget::pane { border: 1px solid @outline; border-radius: 5px; }
QGroupBox { border: 1px solid @outline; border-radius: 6px; margin-top: 9px; padding-top: 8px; color: @text; }
QGroupBox::title { subcontrol-origin: margin; left: 10px; padding: 0 4px; }

QScrollBar { background: transparent; border: none; }
QScrollBar:vertical { width: 10px; }
QScrollBar:horizontal { height: 10px; }
QScrollBar::handle { background: @scroll; border-radius: 3px; margin: 2px; }
QScrollBar::handle:vertical { min-height: 28px; }
QScrollBar::handle:horizontal { min-width: 28px; }
QScrollBar::handle:hover { background: @muted; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: none; }
QSplitter::handle { background: @outline; }

QLabel[tone="muted"] { color: @muted; }
QLabel[tone="good"] { color: @good; }
QLabel[tone="warn"] { color: @warn; }
QLabel[tone="bad"] { color: @bad; }
)";
} // namespace

QString styleSheet(const Palette &palette)
{
    const bool dark = palette.color(Role::Window).lightness() < 128;
    const QColor text = palette.color(Role::Text);
    const std::pair<QLatin1String, QColor> colors[] = {
        {QLatin1String("@outlineStrong"), palette.color(Role::OutlineStrong)},
        {QLatin1String("@outline"), palette.color(Role::Outline)},
        {QLatin1String("@surface"), palette.color(Role::Surface)},
        {QLatin1String("@buttonHover"), palette.color(Role::ButtonHover)},
        {QLatin1String("@button"), palette.color(Role::Button)},
        {QLatin1String("@accentHover"), palette.color(Role::Accent).lighter(dark ? 112 : 108)},
        {QLatin1String("@accent"), palette.color(Role::Accent)},
        {QLatin1String("@onAccent"), palette.color(Role::OnAccent)},
        {QLatin1String("@bar"), palette.color(Role::Bar)},
        {QLatin1String("@card"), palette.color(Role::Card)},
        {QLatin1String("@field"), palette.color(Role::Field)},
        {QLatin1String("@text"), text},
        {QLatin1String("@muted"), palette.color(Role::Muted)},
        {QLatin1String("@disabled"), palette.color(Role::OutlineStrong)},
        {QLatin1String("@scroll"), palette.color(Role::OutlineStrong)},
        {QLatin1String("@link"), palette.color(Role::Link)},
        {QLatin1String("@good"), palette.color(Role::Good)},
        {QLatin1String("@warn"), palette.color(Role::Warn)},
        {QLatin1String("@bad"), palette.color(Role::Bad)},
    };
    QString sheet = QString::fromLatin1(kTemplate);
    // Longer names first: "@outline" is the beginning of "@outlineStrong".
    for (const auto &[name, color] : colors)
        sheet.replace(name, color.name());
    sheet.replace(QLatin1String("@mode"), dark ? QLatin1String("dark") : QLatin1String("light"));
    return sheet;
}

QPalette widgetPalette(const Palette &palette)
{
    QPalette widgets;
    widgets.setColor(QPalette::Window, palette.color(Role::Surface));
    widgets.setColor(QPalette::WindowText, palette.color(Role::Text));
    widgets.setColor(QPalette::Base, palette.color(Role::Field));
    widgets.setColor(QPalette::AlternateBase, palette.color(Role::Card));
    widgets.setColor(QPalette::ToolTipBase, palette.color(Role::Card));
    widgets.setColor(QPalette::ToolTipText, palette.color(Role::Text));
    widgets.setColor(QPalette::PlaceholderText, palette.color(Role::Muted));
    widgets.setColor(QPalette::Text, palette.color(Role::Text));
    widgets.setColor(QPalette::Button, palette.color(Role::Button));
    widgets.setColor(QPalette::ButtonText, palette.color(Role::Text));
    widgets.setColor(QPalette::BrightText, palette.color(Role::Bad));
    widgets.setColor(QPalette::Light, palette.color(Role::ButtonHover));
    widgets.setColor(QPalette::Midlight, palette.color(Role::Outline));
    widgets.setColor(QPalette::Mid, palette.color(Role::Outline));
    widgets.setColor(QPalette::Dark, palette.color(Role::OutlineStrong));
    widgets.setColor(QPalette::Shadow, palette.color(Role::Window));
    widgets.setColor(QPalette::Highlight, palette.color(Role::Accent));
    widgets.setColor(QPalette::HighlightedText, palette.color(Role::OnAccent));
    widgets.setColor(QPalette::Link, palette.color(Role::Link));
    widgets.setColor(QPalette::LinkVisited, palette.color(Role::Link));
    for (const QPalette::ColorRole role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        widgets.setColor(QPalette::Disabled, role, palette.color(Role::OutlineStrong));
    return widgets;
}

} // namespace rigwright::ui
