// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <utility>
#include <variant>

namespace rigwright {

/// An expected failure. `message` is one sentence a user can act on, naming the file and line
/// where there is one.
struct Error
{
    enum class Code { NotFound, Corrupt, TooNew, NotWritable, Invalid, Io };
    Code code = Code::Invalid;
    QString message;
};

/// A value or the reason why there is none. Dropping it is a compiler warning; value() of a
/// failed result throws std::bad_variant_access, a bug of the caller.
template <class T>
class [[nodiscard]] Result
{
public:
    Result(T value) : m_state(std::in_place_index<0>, std::move(value)) {}
    Result(Error error) : m_state(std::in_place_index<1>, std::move(error)) {}

    bool ok() const { return m_state.index() == 0; }
    explicit operator bool() const { return ok(); }
    const T &value() const & { return std::get<0>(m_state); }
    T &&value() && { return std::get<0>(std::move(m_state)); }
    const T &operator*() const & { return value(); }
    T &&operator*() && { return std::move(*this).value(); }
    const T *operator->() const { return &value(); }
    const Error &error() const { return std::get<1>(m_state); }

private:
    std::variant<T, Error> m_state;
};

/// The result of an action without a value.
using Outcome = Result<std::monostate>;
inline Outcome done()
{
    return Outcome(std::monostate{});
}

} // namespace rigwright
