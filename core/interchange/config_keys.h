// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QString>
#include <QStringList>

#include <initializer_list>

namespace rigwright {

/// The figures of a config.json, whose makers call the same thing by several names. Those of the text model come
/// before those around it. The first one that is needed and not there, or out of range, is kept as the problem.
class ConfigKeys
{
public:
    using Names = std::initializer_list<const char *>;
    explicit ConfigKeys(const QJsonObject &config);

    int required(Names names, int most);
    int figure(Names names, int most, int otherwise = 0);
    bool flag(const char *name, bool otherwise = false) const;
    QString text(const char *name) const;
    /// One word or number per layer, as text; empty where it is not there.
    QStringList list(const char *name) const;
    bool contains(const char *name) const { return !value(name).isNull() && !value(name).isUndefined(); }

    bool ok() const { return m_problem.isEmpty(); }
    const QString &problem() const { return m_problem; }
    void missing(const char *name);

private:
    QJsonValue value(const char *name) const;

    QJsonObject m_text;
    QJsonObject m_whole;
    QString m_problem;
};

} // namespace rigwright
