// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDBusVariant>
#include <QObject>

namespace rigwright::ui {

/// Whether the desktop asks for dark windows: the settings portal's colour scheme where there is
/// one, else the palette that the platform gave the application at the start. Qt has this itself
/// from 6.5 on.
/// Source: XDG Desktop Portal documentation, org.freedesktop.portal.Settings, "color-scheme".
class SystemScheme : public QObject
{
    Q_OBJECT
public:
    /// Reads the application's palette: make it before setting another one.
    explicit SystemScheme(QObject *parent = nullptr);
    bool isDark() const { return m_dark; }

Q_SIGNALS:
    void changed();

private Q_SLOTS:
    void settingChanged(const QString &group, const QString &key, const QDBusVariant &value);

private:
    void readPortal();
    void setPortalValue(uint value);
    bool m_dark = false;
};

} // namespace rigwright::ui
