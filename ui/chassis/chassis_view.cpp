// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chassis/chassis_view.h"

#include "ui/chassis/empty_chassis.h"
#include "ui/chassis/paint_placement.h"
#include "ui/chassis/part_inspector.h"
#include "ui/chassis/part_item.h"
#include "ui/chassis/part_menu.h"
#include "ui/theme/theme.h"

#include <QAccessible>
#include <QApplication>
#include <QContextMenuEvent>
#include <QHelpEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QScrollBar>
#include <QToolTip>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

namespace rigwright::ui {

namespace {

constexpr double kZoomStep = 1.2;
constexpr double kLargestScale = 8;         // pixels per millimetre
constexpr double kSmallestShareOfFit = 0.5; // of the fitting scale
constexpr std::chrono::milliseconds kNoteTime{3500};

/// Tooltips that look like rich text would be shown as such: always told as text.
QString plainTip(const QString &text)
{
    QString escaped = text.toHtmlEscaped();
    return QStringLiteral("<qt>%1</qt>").arg(escaped.replace(QLatin1Char('\n'), QStringLiteral("<br>")));
}

double fittingScale(const QRectF &bounds, const QSize &window)
{
    if (bounds.isEmpty() || window.isEmpty())
        return 1;
    return std::min(window.width() / bounds.width(), window.height() / bounds.height());
}

} // namespace

ChassisView::ChassisView(BuildDocument *document, QWidget *parent)
    : QGraphicsView(parent), m_document(document), m_backdrop(new BackdropItem(m_colors)),
      m_empty(new EmptyChassis(viewport())), m_inspector(new PartInspector(document, this))
{
    setObjectName(QStringLiteral("chassis"));
    setAccessibleName(tr("Chassis"));
    setScene(&m_scene);
    m_scene.setItemIndexMethod(QGraphicsScene::NoIndex);
    m_scene.addItem(m_backdrop);
    setFrameShape(QFrame::NoFrame);
    setAlignment(Qt::AlignCenter);
    setRenderHint(QPainter::Antialiasing);
    setViewportUpdateMode(FullViewportUpdate);
    setFocusPolicy(Qt::StrongFocus);
    setAcceptDrops(true);
    viewport()->setAcceptDrops(true);
    viewport()->setMouseTracking(true);
    setMinimumSize(280, 220);
    m_noteTimer.setSingleShot(true);
    m_noteTimer.setInterval(kNoteTime);

    connect(&m_noteTimer, &QTimer::timeout, this, [this] {
        m_note.clear();
        viewport()->update();
    });
    connect(m_empty, &EmptyChassis::templateWanted, this, &ChassisView::templateWanted);
    connect(document, &BuildDocument::changed, this, &ChassisView::syncScene);
    connect(document, &BuildDocument::opened, this, [this] {
        endPlacing();
        fit();
    });
    connect(document, &BuildDocument::selectionChanged, this, [this](ItemId item) {
        if (item)
            m_spot = Spot{item, {}};
        syncStates();
    });
    connect(&Theme::current(), &Theme::changed, this, &ChassisView::takeTheme);
    takeTheme();
    syncScene();
}

ChassisView::~ChassisView() = default;

void ChassisView::takeTheme()
{
    m_colors = chassisColors(Theme::current().palette());
    setBackgroundBrush(m_colors.background);
    for (QGraphicsItem *item : m_scene.items())
        item->update();
}

void ChassisView::syncScene()
{
    m_model = chassisModel(m_document->build(), m_document->catalog(), m_document->evaluation());
    m_order = readingOrder(m_model);
    const std::vector<PartView> parts = partsOf(m_model);
    while (m_items.size() > parts.size()) {
        delete m_items.back();
        m_items.pop_back();
    }
    while (m_items.size() < parts.size()) {
        m_items.push_back(new PartItem(m_colors));
        m_scene.addItem(m_items.back());
    }
    for (std::size_t i = 0; i < parts.size(); ++i)
        m_items[i]->sync(parts[i]);
    m_backdrop->sync(m_model);
    m_empty->setVisible(m_model.isEmpty());
    if (m_scene.sceneRect() != m_model.bounds) {
        m_scene.setSceneRect(m_model.bounds);
        if (m_autoFit)
            fit();
    }
    if (m_session && !m_dragging) { // in hand while the build changed: other places may be free now
        const DraggedPart dragged = m_session->dragged();
        takeInHand(dragged);
    }
    syncStates();
}

void ChassisView::syncStates()
{
    const ItemId selected = m_document->selection();
    const ItemId inHand = m_session ? m_session->dragged().placed : ItemId();
    for (PartItem *item : m_items) {
        const ItemId id = itemOf(item->view());
        item->setState({id && id == selected, id && id == m_hovered && !m_session, id && id == inHand});
    }
    viewport()->update();
}

void ChassisView::fit()
{
    m_autoFit = true;
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    const double scale = fittingScale(m_model.bounds, viewport()->size());
    setTransform(QTransform::fromScale(scale, scale));
    centerOn(m_model.bounds.center());
}

void ChassisView::zoomBy(double factor, QPointF around)
{
    const double fitting = fittingScale(m_model.bounds, viewport()->size());
    const double wanted = std::clamp(transform().m11() * factor, fitting * kSmallestShareOfFit, kLargestScale);
    m_autoFit = false;
    setHorizontalScrollBarPolicy(Qt::ScrollBarAsNeeded);
    setVerticalScrollBarPolicy(Qt::ScrollBarAsNeeded);
    const QPointF fixed = mapToScene(around.toPoint());
    setTransformationAnchor(NoAnchor);
    setTransform(QTransform::fromScale(wanted, wanted));
    const QPointF moved = mapFromScene(fixed) - around;
    horizontalScrollBar()->setValue(horizontalScrollBar()->value() + int(std::lround(moved.x())));
    verticalScrollBar()->setValue(verticalScrollBar()->value() + int(std::lround(moved.y())));
}

void ChassisView::zoomIn()
{
    zoomBy(kZoomStep, QRectF(viewport()->rect()).center());
}

void ChassisView::zoomOut()
{
    zoomBy(1 / kZoomStep, QRectF(viewport()->rect()).center());
}

void ChassisView::layoutOverlays()
{
    m_empty->setGeometry(viewport()->rect());
    const int height = m_inspector->stripHeight();
    setViewportMargins(0, 0, 0, height);
    m_inspector->setGeometry(0, this->height() - height, width(), height);
}

void ChassisView::resizeEvent(QResizeEvent *event)
{
    layoutOverlays();
    QGraphicsView::resizeEvent(event);
    m_empty->setGeometry(viewport()->rect());
    if (m_autoFit)
        fit();
}

void ChassisView::changeEvent(QEvent *event)
{
    QGraphicsView::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        takeTheme();
}

void ChassisView::wheelEvent(QWheelEvent *event)
{
    if (event->modifiers() & Qt::ControlModifier) {
        zoomBy(std::pow(kZoomStep, event->angleDelta().y() / 120.0), event->position());
        event->accept();
    } else if (m_autoFit) {
        event->ignore(); // nothing to scroll
    } else {
        QGraphicsView::wheelEvent(event);
    }
}

void ChassisView::drawForeground(QPainter *painter, const QRectF &)
{
    if (m_session && !m_model.isEmpty())
        paintPlacement(*painter, *m_session, m_colors);
    if (!m_session && m_showsRing && hasFocus())
        if (const PartView *focused = focusedPart())
            paintFocusRing(*painter, areaOf(*focused), m_colors);

    // Notes are in pixels, so that they read alike at every zoom.
    QString note = m_note;
    QRectF anchor = m_noteAnchor;
    QColor edge = m_colors.error;
    if (m_session) {
        const DropTarget *current = m_session->current();
        note.clear();
        if (m_session->isRemoving()) {
            note = tr("Drop here to remove %1").arg(m_session->name());
            anchor = QRectF(m_model.outline.bottomLeft(), QSizeF(m_model.outline.width(), 0));
        } else if (current && !current->reason.isEmpty() && !saysItself(*current)) {
            note = current->reason;
            anchor = current->ghost;
            edge = current->allowed ? m_colors.warning : m_colors.error;
        }
    }
    if (note.isEmpty())
        return;
    painter->save();
    painter->resetTransform();
    painter->setFont(Theme::font(FontRole::Body));
    paintNote(*painter, QRectF(mapFromScene(anchor).boundingRect()), QRectF(viewport()->rect()), note, edge, m_colors);
    painter->restore();
}

/// A refused ghost with room for its reason needs no note beside it.
bool ChassisView::saysItself(const DropTarget &target) const
{
    const double width = mapFromScene(target.ghost).boundingRect().width();
    const QFontMetrics metrics(Theme::font(FontRole::Strong));
    return !target.allowed && metrics.horizontalAdvance(target.reason) < 0.9 * width;
}

const PartView *ChassisView::partAt(QPoint viewportPoint) const
{
    const QPointF point = mapToScene(viewportPoint);
    for (auto it = m_items.rbegin(); it != m_items.rend(); ++it)
        if (areaOf((*it)->view()).contains(point))
            return &(*it)->view();
    return nullptr;
}

const PartView *ChassisView::focusedPart() const
{
    const int index = indexOf(m_order, m_spot);
    return index >= 0 ? &m_order[std::size_t(index)] : nullptr;
}

QString ChassisView::focusedName() const
{
    const PartView *focused = focusedPart();
    return focused ? nameOf(*focused) : QString();
}

ItemId ChassisView::chosenItem() const
{
    if (m_document->selection())
        return m_document->selection();
    const PartView *focused = focusedPart();
    return focused ? itemOf(*focused) : ItemId();
}

void ChassisView::pointAt(int index)
{
    if (index < 0 || std::size_t(index) >= m_order.size())
        return;
    const PartView &part = m_order[std::size_t(index)];
    m_spot = spotOf(part);
    m_showsRing = true;
    m_document->setSelection(itemOf(part));
    if (!m_autoFit)
        ensureVisible(areaOf(part), 20, 20);
    announce(tipOf(part).isEmpty() ? nameOf(part) : tipOf(part));
    syncStates();
}

void ChassisView::announce(const QString &text)
{
    setAccessibleDescription(text);
    QAccessibleEvent described(this, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&described);
    Q_EMIT announced(text.section(QLatin1Char('\n'), 0, 0));
}

void ChassisView::showNote(const QRectF &anchor, const QString &text)
{
    m_note = text;
    m_noteAnchor = anchor;
    m_noteTimer.start();
    announce(text);
    viewport()->update();
}

bool ChassisView::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        const PartView *part = m_session ? nullptr : partAt(help->pos());
        if (part)
            QToolTip::showText(help->globalPos(), plainTip(tipOf(*part)), viewport());
        else
            QToolTip::hideText();
        return true;
    }
    if (event->type() == QEvent::Leave && m_hovered) {
        m_hovered = {};
        syncStates();
    }
    return QGraphicsView::viewportEvent(event);
}

void ChassisView::mousePressEvent(QMouseEvent *event)
{
    m_showsRing = false;
    m_pressed = event->pos();
    m_pressedPart = false;
    if (m_session) {
        if (event->button() == Qt::LeftButton) {
            holdAt(event->position());
            putDown(event->modifiers() & Qt::ShiftModifier);
        } else {
            endPlacing();
        }
        return;
    }
    const PartView *part = partAt(event->pos());
    m_panning = event->button() == Qt::MiddleButton || !part || isHost(*part);
    if (event->button() == Qt::LeftButton && !part)
        m_document->setSelection({});
    if (event->button() == Qt::LeftButton && part) {
        m_pressedPart = isRemovable(*part) && !isHost(*part);
        m_spot = spotOf(*part);
        m_document->setSelection(itemOf(*part));
        syncStates();
    }
}

void ChassisView::mouseMoveEvent(QMouseEvent *event)
{
    if (m_session) {
        holdAt(event->position());
        return;
    }
    if (m_panning && event->buttons()) {
        const QPoint by = event->pos() - m_pressed;
        m_pressed = event->pos();
        horizontalScrollBar()->setValue(horizontalScrollBar()->value() - by.x());
        verticalScrollBar()->setValue(verticalScrollBar()->value() - by.y());
        return;
    }
    if (m_pressedPart && (event->buttons() & Qt::LeftButton)
        && (event->pos() - m_pressed).manhattanLength() >= QApplication::startDragDistance()) {
        m_pressedPart = false;
        if (const PartView *focused = focusedPart()) {
            const PartView dragged = *focused; // the drag can change the list
            startDrag(dragged);
        }
        return;
    }
    const PartView *part = partAt(event->pos());
    const ItemId hovered = part ? itemOf(*part) : ItemId();
    viewport()->setCursor(part && isRemovable(*part) && !isHost(*part) ? Qt::OpenHandCursor : Qt::ArrowCursor);
    if (hovered != m_hovered) {
        m_hovered = hovered;
        syncStates();
    }
}

void ChassisView::mouseReleaseEvent(QMouseEvent *)
{
    m_panning = false;
    m_pressedPart = false;
}

void ChassisView::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (const PartView *part = partAt(event->pos()); part && !itemOf(*part))
        if (const std::optional<PartKind> kind = kindFor(locationOf(*part).place))
            Q_EMIT partWanted(*kind);
}

void ChassisView::contextMenuEvent(QContextMenuEvent *event)
{
    if (m_session)
        return;
    const bool byKeyboard = event->reason() == QContextMenuEvent::Keyboard;
    const PartView *part = byKeyboard ? focusedPart() : partAt(event->pos());
    if (!part || !itemOf(*part))
        return;
    const ItemId item = itemOf(*part);
    m_spot = spotOf(*part);
    m_document->setSelection(item);
    const QRectF area = areaOf(*part);
    const QPoint at = byKeyboard ? viewport()->mapToGlobal(mapFromScene(area.center())) : event->globalPos();
    PartMenu menu(m_document, item, this);
    connect(&menu, &PartMenu::editWanted, this, [this, area](const PartEdit &edit) { applyEdit(edit, area); });
    connect(&menu, &PartMenu::powerLimitWanted, this, &ChassisView::editPowerLimit);
    connect(&menu, &PartMenu::detailsWanted, m_inspector, [this] { m_inspector->focusDetails(); });
    menu.exec(at);
}

} // namespace rigwright::ui
