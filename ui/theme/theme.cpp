// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/theme.h"

#include "ui/theme/style_sheet.h"
#include "ui/theme/system_scheme.h"

#include <QApplication>
#include <QFontDatabase>
#include <QProxyStyle>

namespace rigwright::ui {

namespace {
/// The interface's typeface where it is installed; its figures line up in columns.
const QString kPreferredFamily = QStringLiteral("Inter");

/// Fusion draws everywhere alike; its buttons' stock icons do not go with the program's own.
class PlainStyle : public QProxyStyle
{
public:
    PlainStyle() : QProxyStyle(QStringLiteral("Fusion")) {}
    int styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                  QStyleHintReturn *data) const override
    {
        return hint == SH_DialogButtonBox_ButtonsHaveIcons ? 0 : QProxyStyle::styleHint(hint, option, widget, data);
    }
};

SystemScheme &systemScheme()
{
    static auto *scheme = new SystemScheme(qApp);
    return *scheme;
}
} // namespace

Theme::Theme() : QObject(qApp)
{
    m_dark = systemScheme().isDark();
    connect(&systemScheme(), &SystemScheme::changed, this, &Theme::refresh);
}

Theme &Theme::current()
{
    static auto *theme = new Theme;
    return *theme;
}

QFont Theme::font(FontRole role)
{
    QFont font = QApplication::font();
    const double base = font.pointSizeF();
    const auto sized = [&](double factor) { font.setPointSizeF(base * factor); };
    switch (role) {
    case FontRole::Body: break;
    case FontRole::Strong: font.setWeight(QFont::DemiBold); break;
    case FontRole::Small: sized(0.9); break;
    case FontRole::SmallStrong:
        sized(0.9);
        font.setWeight(QFont::DemiBold);
        break;
    case FontRole::Section:
        sized(0.9);
        font.setWeight(QFont::DemiBold);
        font.setCapitalization(QFont::AllUppercase);
        font.setLetterSpacing(QFont::PercentageSpacing, 104);
        break;
    case FontRole::Title:
        sized(1.3);
        font.setWeight(QFont::DemiBold);
        break;
    case FontRole::Display:
        sized(2.0);
        font.setWeight(QFont::Bold);
        break;
    case FontRole::Mono:
        font = QFontDatabase::systemFont(QFontDatabase::FixedFont);
        font.setPointSizeF(base * 0.95);
        break;
    }
    return font;
}

Theme::Mode Theme::modeFromText(const QString &text)
{
    if (text == QLatin1String("light"))
        return Mode::Light;
    return text == QLatin1String("dark") ? Mode::Dark : Mode::System;
}

QString Theme::modeText(Mode mode)
{
    switch (mode) {
    case Mode::Light: return QStringLiteral("light");
    case Mode::Dark: return QStringLiteral("dark");
    case Mode::System: break;
    }
    return QStringLiteral("system");
}

void Theme::apply(Mode mode)
{
    m_mode = mode;
    if (!m_applied) {
        QApplication::setStyle(new PlainStyle);
        QFont font = QApplication::font();
        if (QFontDatabase::hasFamily(kPreferredFamily))
            font.setFamilies({kPreferredFamily, font.family()});
        QApplication::setFont(font);
    }
    refresh();
}

void Theme::refresh()
{
    const Mode forced = modeFromText(qEnvironmentVariable("RIGWRIGHT_THEME"));
    const Mode wanted = forced == Mode::System ? m_mode : forced;
    const bool dark = wanted == Mode::System ? systemScheme().isDark() : wanted == Mode::Dark;
    if (m_applied && dark == m_dark)
        return;
    m_applied = true;
    m_dark = dark;
    QApplication::setPalette(widgetPalette(palette()));
    qApp->setStyleSheet(styleSheet(palette()));
    Q_EMIT changed();
}

} // namespace rigwright::ui
