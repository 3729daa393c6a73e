// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/interchange/gguf_keys.h"

#include "core/interchange/gguf_reader.h"

namespace rigwright {

GgufKeys::GgufKeys(const GgufHeader &header, const QString &architecture)
    : m_header(header), m_prefix(architecture.toUtf8() + '.')
{}

int GgufKeys::required(const char *key, int most)
{
    const int value = optional(key, most);
    if (value < 1)
        missing(key);
    return value;
}

int GgufKeys::optional(const char *key, int most)
{
    const auto value = m_header.integer(fullName(key));
    return value ? checked(key, *value, most) : 0;
}

std::vector<int> GgufKeys::perLayer(const char *key, int layers, int most)
{
    if (const auto one = m_header.integer(fullName(key)))
        return std::vector<int>(std::size_t(layers), checked(key, *one, most));
    const GgufArray *array = m_header.array(fullName(key));
    if (!array)
        return {};
    if (array->numbers.size() < std::size_t(layers)) {
        missing(key);
        return {};
    }
    std::vector<int> values;
    values.reserve(std::size_t(layers));
    for (int i = 0; i < layers; ++i)
        values.push_back(checked(key, array->numbers[std::size_t(i)], most));
    return values;
}

bool GgufKeys::contains(const char *key) const
{
    return m_header.values.contains(fullName(key));
}

void GgufKeys::missing(const char *key)
{
    if (m_problem.isEmpty())
        m_problem = GgufText::tr("The file does not state \"%1\", without which the model cannot be planned with.")
                        .arg(QString::fromUtf8(fullName(key)));
}

int GgufKeys::checked(const char *key, qint64 value, int most)
{
    if (value >= 0 && value <= most)
        return int(value);
    if (m_problem.isEmpty())
        m_problem = GgufText::tr("The file states %1 for \"%2\", which no model has; it is damaged.")
                        .arg(value)
                        .arg(QString::fromUtf8(fullName(key)));
    return 0;
}

} // namespace rigwright
