// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFont>
#include <QString>
#include <QVarLengthArray>

#include <algorithm>
#include <utility>

namespace rigwright::ui {

/// Heights of one wrapped text by width. Layouts ask for the same few again and again, and each
/// answer shapes the whole text.
class TextHeights
{
public:
    /// @return what `measure` returned for this text, font and width, asked once
    template <class Measure>
    int of(const QString &text, const QFont &font, int width, Measure measure) const
    {
        if (text != m_text || font != m_font) {
            m_text = text;
            m_font = font;
            m_heights.clear();
        }
        const auto known = std::find_if(m_heights.cbegin(), m_heights.cend(),
                                        [width](const auto &entry) { return entry.first == width; });
        if (known != m_heights.cend())
            return known->second;
        if (m_heights.size() >= kWidthsKept)
            m_heights.clear();
        const int height = measure();
        m_heights.append({width, height});
        return height;
    }

private:
    static constexpr int kWidthsKept = 8;
    mutable QString m_text;
    mutable QFont m_font;
    mutable QVarLengthArray<std::pair<int, int>, kWidthsKept> m_heights;
};

} // namespace rigwright::ui
