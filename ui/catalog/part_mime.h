// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/build/build.h"
#include "core/catalog/part.h"

#include <QString>

#include <memory>
#include <optional>

class QMimeData;

namespace rigwright::ui {

/// What a drag inside the program carries: a catalogue part, a part that is already placed (its
/// id is set: dropping it elsewhere moves it), or a model. As data it is UTF-8 text of three lines
/// under kPartMimeType: "part" or "model"; for a part its kind's number; the catalogue id; and,
/// for a placed part, a fourth line with its ItemId.
struct DraggedPart
{
    std::optional<PartRef> part; ///< set, or modelId is
    ItemId placed;               ///< of the build that is open; 0 = from the catalogue
    QString modelId;
};

inline constexpr auto kPartMimeType = "application/x-rigwright-part";

/// @return data for QDrag::setMimeData; `text` is what other programs get
std::unique_ptr<QMimeData> encodePart(const DraggedPart &dragged, const QString &text);

/// @return what is dragged, or nullopt for foreign or malformed data
std::optional<DraggedPart> decodePart(const QMimeData *data);

} // namespace rigwright::ui
