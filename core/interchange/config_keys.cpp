// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/interchange/config_keys.h"

#include <QCoreApplication>
#include <QJsonArray>

#include <cmath>

namespace rigwright {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ModelConfig)
};

} // namespace

ConfigKeys::ConfigKeys(const QJsonObject &config) : m_text(config), m_whole(config)
{
    for (const char *inner : {"text_config", "llm_config", "language_config"})
        if (const QJsonValue nested = config.value(QLatin1String(inner)); nested.isObject())
            m_text = nested.toObject();
}

QJsonValue ConfigKeys::value(const char *name) const
{
    const QJsonValue inner = m_text.value(QLatin1String(name));
    return inner.isUndefined() || inner.isNull() ? m_whole.value(QLatin1String(name)) : inner;
}

int ConfigKeys::figure(Names names, int most, int otherwise)
{
    for (const char *name : names) {
        const QJsonValue found = value(name);
        if (!found.isDouble())
            continue;
        const double number = found.toDouble();
        if (number >= 0 && number <= most && number == std::floor(number))
            return int(number);
        if (m_problem.isEmpty())
            m_problem = Text::tr("The configuration states %1 for \"%2\", which no model has.")
                            .arg(number)
                            .arg(QLatin1String(name));
        return 0;
    }
    return otherwise;
}

int ConfigKeys::required(Names names, int most)
{
    const int number = figure(names, most);
    if (number < 1)
        missing(*names.begin());
    return number;
}

bool ConfigKeys::flag(const char *name, bool otherwise) const
{
    return value(name).toBool(otherwise);
}

QString ConfigKeys::text(const char *name) const
{
    return value(name).toString();
}

QStringList ConfigKeys::list(const char *name) const
{
    QStringList words;
    for (const QJsonValue word : value(name).toArray())
        words << word.toVariant().toString();
    return words;
}

void ConfigKeys::missing(const char *name)
{
    if (m_problem.isEmpty())
        m_problem = Text::tr("The configuration does not state \"%1\", without which the model cannot be planned with.")
                        .arg(QLatin1String(name));
}

} // namespace rigwright
