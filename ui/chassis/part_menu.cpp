// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chassis/part_menu.h"

#include "core/compatibility/placement_check.h"
#include "ui/chassis/host_change.h"

namespace rigwright::ui {

namespace {
/// A mnemonic sign in a part's name is a letter, not a shortcut.
QString menuText(QString name)
{
    return name.replace(QLatin1Char('&'), QStringLiteral("&&"));
}
} // namespace

PartMenu::PartMenu(BuildDocument *document, ItemId id, QWidget *parent) : QMenu(parent), m_document(document)
{
    const Build &build = document->build();
    const Catalog &catalog = document->catalog();
    const Item *item = build.find(id);
    if (!item)
        return;
    addSection(menuText(partName(catalog, item->part)));
    if (!isHostKind(item->part.kind) && !item->included) {
        QAction *copy = addAction(tr("Duplicate"));
        copy->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_D));
        connect(copy, &QAction::triggered, this,
                [this, id] { Q_EMIT editWanted(duplicated(m_document->build(), m_document->catalog(), id)); });
        addMoves(*item);
    }
    if (item->part.kind == PartKind::Gpu) {
        QAction *limit = addAction(tr("Power limit"));
        limit->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_L));
        connect(limit, &QAction::triggered, this, &PartMenu::powerLimitWanted);
        addBridges(*item);
    }
    connect(addAction(tr("Price, condition and note")), &QAction::triggered, this, &PartMenu::detailsWanted);
    addSeparator();
    QAction *remove = addAction(tr("Remove"));
    remove->setShortcut(QKeySequence(Qt::Key_Delete));
    remove->setEnabled(!item->included);
    connect(remove, &QAction::triggered, this,
            [this, id] { Q_EMIT editWanted(taken(m_document->build(), m_document->catalog(), id)); });
}

void PartMenu::addMoves(const Item &item)
{
    const Build &build = m_document->build();
    const Catalog &catalog = m_document->catalog();
    auto *moves = new QMenu(tr("Move to"), this);
    for (const Location location : placesFor(build, catalog, item.part.kind)) {
        if (location == item.location || !checkPlacement(build, catalog, item.part, location, item.id).allowed)
            continue;
        const DraggedPart dragged{item.part, item.id, {}};
        connect(moves->addAction(menuText(placeName(build, catalog, location))), &QAction::triggered, this,
                [this, dragged, location] {
                    Q_EMIT editWanted(dropped(m_document->build(), m_document->catalog(), dragged, location));
                });
    }
    if (moves->isEmpty())
        delete moves;
    else
        addMenu(moves);
}

void PartMenu::addBridges(const Item &item)
{
    const Build &build = m_document->build();
    for (const ItemId other : bridgeable(build, m_document->catalog(), item.id)) {
        const QString place = placeName(build, m_document->catalog(), build.find(other)->location);
        connect(addAction(tr("Join by NVLink with %1").arg(menuText(place))), &QAction::triggered, this,
                [this, id = item.id, other] {
                    Q_EMIT editWanted(bridged(m_document->build(), m_document->catalog(), id, other));
                });
    }
}

std::optional<PartKind> kindFor(Place place)
{
    switch (place) {
    case Place::Host: return PartKind::Enclosure;
    case Place::CpuSocket: return PartKind::Cpu;
    case Place::MemoryBank: return PartKind::MemoryKit;
    case Place::ExpansionSlot: return PartKind::Gpu;
    case Place::PsuBay: return PartKind::PowerSupply;
    case Place::DriveBay: return PartKind::Drive;
    case Place::FanMount: return PartKind::Fan;
    case Place::Bridge: return PartKind::NvlinkBridge;
    case Place::Outside: return PartKind::Extra;
    }
    return std::nullopt;
}

} // namespace rigwright::ui
