// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compatibility/memory_type.h"

namespace rigwright {

bool memoryTypeFits(const QString &module, const QString &taken)
{
    if (module.isEmpty() || taken.isEmpty())
        return true;
    const qsizetype takenSpace = taken.indexOf(u' ');
    const qsizetype moduleSpace = module.indexOf(u' ');
    if (takenSpace < 0 || moduleSpace < 0)
        return module == taken;
    if (QStringView(taken).left(takenSpace) != QStringView(module).left(moduleSpace))
        return false;
    const QStringView form = QStringView(module).mid(moduleSpace + 1);
    for (const QStringView one : QStringView(taken).mid(takenSpace + 1).tokenize(u'/'))
        if (one == form)
            return true;
    return false;
}

} // namespace rigwright
