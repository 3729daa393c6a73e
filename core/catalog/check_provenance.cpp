// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalog/problem_list.h"

namespace rigwright {

/// Every row says where it comes from and when somebody looked, and states the texts it cannot do without.
void checkProvenance(const Catalog &rows, Problems &problems)
{
    forEachTable(rows, [&problems](const char *name, const auto &table) {
        using Row = RowOf<decltype(table)>;
        std::vector<const Field<Row> *> stated;
        for (const Field<Row> &field : fields<Row>())
            if (field.required && field.type == CellType::Text)
                stated.push_back(&field);
        checkRows(problems, name, table, [&stated](const Row &row, const RowReport &report) {
            for (const Field<Row> *field : stated)
                if (isBlank(field->get(row)))
                    report(field->name, CheckText::tr("is blank"));
        });
    });
}

} // namespace rigwright
