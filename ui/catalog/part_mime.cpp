// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/catalog/part_mime.h"

#include <QMimeData>

namespace rigwright::ui {

namespace {
const QString kPart = QStringLiteral("part");
const QString kModel = QStringLiteral("model");
} // namespace

std::unique_ptr<QMimeData> encodePart(const DraggedPart &dragged, const QString &text)
{
    QStringList lines;
    if (dragged.part) {
        lines << kPart << QString::number(int(dragged.part->kind)) << dragged.part->id;
        if (dragged.placed)
            lines << QString::number(dragged.placed.value);
    } else {
        lines << kModel << QString() << dragged.modelId;
    }
    auto data = std::make_unique<QMimeData>();
    data->setData(QLatin1String(kPartMimeType), lines.join(QLatin1Char('\n')).toUtf8());
    data->setText(text);
    return data;
}

std::optional<DraggedPart> decodePart(const QMimeData *data)
{
    if (!data || !data->hasFormat(QLatin1String(kPartMimeType)))
        return std::nullopt;
    const QStringList lines = QString::fromUtf8(data->data(QLatin1String(kPartMimeType))).split(QLatin1Char('\n'));
    if (lines.size() < 3 || lines[2].isEmpty())
        return std::nullopt;
    DraggedPart dragged;
    if (lines[0] == kModel) {
        dragged.modelId = lines[2];
        return dragged;
    }
    bool isNumber = false;
    const int kind = lines[1].toInt(&isNumber);
    if (lines[0] != kPart || !isNumber || kind < 0 || kind > int(PartKind::Extra))
        return std::nullopt;
    dragged.part = PartRef{PartKind(kind), lines[2]};
    if (lines.size() > 3)
        dragged.placed = ItemId{lines[3].toInt()};
    return dragged;
}

} // namespace rigwright::ui
