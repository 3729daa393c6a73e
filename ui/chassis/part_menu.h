// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/chassis/part_edits.h"
#include "ui/document/build_document.h"

#include <QMenu>

#include <optional>

namespace rigwright::ui {

/// What can be done with a placed part.
class PartMenu : public QMenu
{
    Q_OBJECT
public:
    PartMenu(BuildDocument *document, ItemId item, QWidget *parent = nullptr);

Q_SIGNALS:
    void editWanted(const rigwright::ui::PartEdit &edit);
    void powerLimitWanted();
    void detailsWanted(); ///< price, condition and note

private:
    void addMoves(const Item &item);
    void addBridges(const Item &item);
    BuildDocument *m_document;
};

/// @return the kind of part that a place is for
std::optional<PartKind> kindFor(Place place);

} // namespace rigwright::ui
