// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalog/codec.h"
#include "core/catalog/fields.h"

#include <QCoreApplication>

#include <limits>

namespace rigwright {

// Base units in one unit of a column.
inline constexpr double kMiB = 1048576.0;
inline constexpr double kGB = 1e9; ///< also GB/s
inline constexpr double kTera = 1e12;
inline constexpr double kMilli = 1e-3;
inline constexpr double kMicro = 1e-6;
inline constexpr double kPercent = 1e-2;

/// @return the words that a column of this type may hold; empty where it is no enumeration
template <class Member>
QStringList wordsOf()
{
    QStringList words;
    if constexpr (NamedEnum<Member>)
        for (const auto &entry : EnumNames<Member>::list)
            words << QLatin1String(entry.second);
    words.removeAll(QString());
    return words;
}

/// Builds the column list of one row struct. A projection is a pointer to member or a function
/// from a row (const or not) to a reference of the member.
template <class Row>
class FieldList
{
public:
    template <class Projection>
    FieldList &required(const char *name, Projection projection, double unit = 1)
    {
        add(name, projection, unit, true);
        return *this;
    }
    template <class Projection>
    FieldList &optional(const char *name, Projection projection, double unit = 1)
    {
        add(name, projection, unit, false);
        return *this;
    }
    /// A member that the catalogue's compiler fills in.
    template <class Projection>
    FieldList &derived(const char *name, Projection projection, double unit = 1)
    {
        add(name, projection, unit, false);
        m_fields.back().derived = true;
        return *this;
    }
    /// A price of which every column may be blank; without a low price there is none.
    template <class Projection>
    FieldList &price(Projection price);
    /// What a blank cell of the last member means, where that is not the member's default.
    template <class Member>
    FieldList &blankIs(Member Row::*member, Member value)
    {
        Field<Row> &field = m_fields.back();
        const auto decode = field.assign;
        field.blankIsDefault = false;
        field.get = [member, value](const Row &row) {
            return row.*member == value ? Cell() : Codec<Member>::encode(row.*member, 1);
        };
        field.assign = [member, value, decode](Row &row, const Cell &cell) {
            if (!isBlank(cell))
                return decode(row, cell);
            row.*member = value;
            return done();
        };
        return *this;
    }
    /// Limits the figures of the last member. Without it they are from 0 up.
    FieldList &within(double minimum, double maximum)
    {
        m_fields.back().minimum = minimum;
        m_fields.back().maximum = maximum;
        return *this;
    }
    /// What every placeable part begins and ends with.
    FieldList &identity();
    FieldList &provenance();
    /// Source, day of the check, confidence: what every row of a Sourced struct states.
    FieldList &sourced();

    /// @return the list with the range checks in place
    std::vector<Field<Row>> finished();

private:
    template <class Projection>
    void add(const char *name, Projection projection, double unit, bool isRequired);

    std::vector<Field<Row>> m_fields;
};

template <class Row>
template <class Projection>
void FieldList<Row>::add(const char *name, Projection projection, double unit, bool isRequired)
{
    using Member = std::decay_t<std::invoke_result_t<Projection, Row &>>;
    Field<Row> field;
    field.name = name;
    field.type = Codec<Member>::type;
    field.required = isRequired;
    field.maximum = std::numeric_limits<double>::infinity();
    field.words = wordsOf<Member>();
    field.get = [projection, unit, isRequired](const Row &row) {
        const Member &member = std::invoke(projection, row);
        static const Row fallback;
        if (!isRequired && member == std::invoke(projection, fallback))
            return Cell();
        const Cell cell = Codec<Member>::encode(member, unit);
        const auto *text = std::get_if<QString>(&cell);
        return text && text->isEmpty() ? Cell() : cell;
    };
    field.assign = [projection, unit](Row &row, const Cell &cell) {
        Member &member = std::invoke(projection, row);
        if (!isBlank(cell))
            return Codec<Member>::decode(cell, member, unit);
        static const Row fallback;
        member = std::invoke(projection, fallback);
        return done();
    };
    m_fields.push_back(std::move(field));
}

template <class Row>
template <class Projection>
FieldList<Row> &FieldList<Row>::price(Projection price)
{
    const auto addPart = [this, price](const char *name, auto part, bool begins) {
        using Member = std::decay_t<decltype(Price().*part)>;
        Field<Row> field;
        field.name = name;
        field.type = Codec<Member>::type;
        field.maximum = std::numeric_limits<double>::infinity();
        field.words = wordsOf<Member>();
        field.get = [price, part](const Row &row) {
            const std::optional<Price> &seen = std::invoke(price, row);
            const Cell cell = seen ? Codec<Member>::encode((*seen).*part, 1) : Cell();
            const auto *text = std::get_if<QString>(&cell);
            return text && text->isEmpty() ? Cell() : cell;
        };
        field.assign = [price, part, begins](Row &row, const Cell &cell) -> Outcome {
            std::optional<Price> &seen = std::invoke(price, row);
            if (begins)
                seen = isBlank(cell) ? std::nullopt : std::optional<Price>(Price());
            if (isBlank(cell)) {
                if (seen)
                    (*seen).*part = Member();
                return done();
            }
            if (!seen)
                return Error{Error::Code::Invalid, QCoreApplication::translate("Catalog", "without a low price")};
            return Codec<Member>::decode(cell, (*seen).*part, 1);
        };
        m_fields.push_back(std::move(field));
    };
    addPart("price_low_usd", &Price::low, true);
    addPart("price_high_usd", &Price::high, false);
    addPart("price_date", &Price::date, false);
    addPart("price_source", &Price::source, false);
    addPart("price_condition", &Price::condition, false);
    addPart("price_link", &Price::link, false);
    return *this;
}

template <class Row>
FieldList<Row> &FieldList<Row>::identity()
{
    return required(
               "id", [](auto &row) -> auto & { return row.info.id; })
        .required(
            "name", [](auto &row) -> auto & { return row.info.name; })
        .optional(
            "vendor", [](auto &row) -> auto & { return row.info.vendor; })
        .optional(
            "aliases", [](auto &row) -> auto & { return row.info.aliases; });
}

template <class Row>
FieldList<Row> &FieldList<Row>::provenance()
{
    return price([](auto &row) -> auto & { return row.info.price; })
        .sourced()
        .optional(
            "notes", [](auto &row) -> auto & { return row.info.notes; });
}

template <class Row>
FieldList<Row> &FieldList<Row>::sourced()
{
    constexpr auto behind = [](auto &row) -> auto &
    {
        if constexpr (requires { row.info.source; })
            return row.info;
        else
            return row;
    };
    return required(
               "source", [behind](auto &row) -> auto & { return behind(row).source; })
        .required(
            "checked", [behind](auto &row) -> auto & { return behind(row).checked; })
        .required(
            "confidence", [behind](auto &row) -> auto & { return behind(row).confidence; });
}

template <class Row>
std::vector<Field<Row>> FieldList<Row>::finished()
{
    for (Field<Row> &field : m_fields) {
        field.assign = [assign = field.assign, type = field.type, low = field.minimum,
                        high = field.maximum](Row &row, const Cell &cell) -> Outcome {
            const Result<Cell> typed = codec::checked(cell, type, low, high);
            return typed ? assign(row, *typed) : Outcome(typed.error());
        };
    }
    return std::move(m_fields);
}

} // namespace rigwright
