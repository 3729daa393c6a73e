// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/formula.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace rigwright::test {

namespace {

/// Recursive descent over one expression; `ok` turns false at the first thing it does not know.
class Parser
{
public:
    Parser(const QByteArray &text, const QHash<QByteArray, double> &symbols) : m_text(text), m_symbols(symbols) {}

    std::optional<double> parse()
    {
        const double value = sum();
        skipSpace();
        if (!m_ok || m_at != m_text.size())
            return std::nullopt;
        return value;
    }

private:
    void skipSpace()
    {
        while (m_at < m_text.size() && m_text[m_at] == ' ')
            ++m_at;
    }
    bool take(char c)
    {
        skipSpace();
        if (m_at >= m_text.size() || m_text[m_at] != c)
            return false;
        ++m_at;
        return true;
    }
    double sum()
    {
        double value = product();
        for (;;) {
            if (take('+'))
                value += product();
            else if (take('-'))
                value -= product();
            else
                return value;
        }
    }
    double product()
    {
        double value = factor();
        for (;;) {
            if (take('*'))
                value *= factor();
            else if (take('/'))
                value /= factor();
            else
                return value;
        }
    }
    double factor()
    {
        if (take('-'))
            return -factor();
        if (take('(')) {
            const double value = sum();
            m_ok = take(')') && m_ok;
            return value;
        }
        skipSpace();
        const qsizetype start = m_at;
        while (m_at < m_text.size()
               && (std::isalnum(uchar(m_text[m_at])) || m_text[m_at] == '_' || m_text[m_at] == '.'))
            ++m_at;
        const QByteArray word = m_text.mid(start, m_at - start);
        bool isNumber = false;
        const double number = word.toDouble(&isNumber);
        if (isNumber)
            return number;
        if (take('('))
            return call(word);
        if (const auto it = m_symbols.constFind(word); it != m_symbols.cend())
            return *it;
        m_ok = false;
        return 0;
    }
    double call(const QByteArray &name)
    {
        std::vector<double> arguments{sum()};
        while (take(','))
            arguments.push_back(sum());
        m_ok = take(')') && m_ok;
        if (name == "min")
            return std::ranges::min(arguments);
        if (name == "max")
            return std::ranges::max(arguments);
        if (name == "ceil" && arguments.size() == 1)
            return std::ceil(arguments[0]);
        if (name == "sqrt" && arguments.size() == 1)
            return std::sqrt(arguments[0]);
        if (name == "log10" && arguments.size() == 1)
            return std::log10(arguments[0]);
        if (name == "pow" && arguments.size() == 2)
            return std::pow(arguments[0], arguments[1]);
        m_ok = false;
        return 0;
    }

    const QByteArray &m_text;
    const QHash<QByteArray, double> &m_symbols;
    qsizetype m_at = 0;
    bool m_ok = true;
};

} // namespace

std::optional<double> evaluateFormula(const QByteArray &formula, const QHash<QByteArray, double> &symbols)
{
    return Parser(formula, symbols).parse();
}

std::optional<double> evaluateFormula(const Trace &trace)
{
    QHash<QByteArray, double> symbols;
    for (const TraceInput &input : trace.inputs)
        symbols.insert(input.symbol, input.value);
    return evaluateFormula(trace.formula, symbols);
}

} // namespace rigwright::test
