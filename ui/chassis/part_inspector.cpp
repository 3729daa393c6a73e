// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chassis/part_inspector.h"

#include "core/build/edits.h"
#include "core/units/format.h"
#include "ui/chassis/part_details.h"
#include "ui/chassis/part_edits.h"
#include "ui/theme/theme.h"
#include "ui/widgets/elided_label.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSlider>

#include <algorithm>
#include <cmath>

namespace rigwright::ui {

namespace {

constexpr int kStepWatts = 5;
constexpr double kUnknownLowestShare = 0.5; ///< where the catalogue has no power-limit curve at all
constexpr int kMergeKeys = 0x43000;         ///< undo keys of this strip's sliders start here
constexpr int kMergeKeyCount = 0x1000;

/// The lowest share of TDP that the catalogue knows a speed for, of this card or in general.
double lowestKnownShare(const Catalog &catalog, const QString &gpuId)
{
    double own = 1;
    double general = 1;
    for (const PowerLimitPoint &point : catalog.powerLimits) {
        if (point.gpuId == gpuId)
            own = std::min(own, point.limit);
        else if (point.gpuId.isEmpty())
            general = std::min(general, point.limit);
    }
    return own < 1 ? own : general < 1 ? general : kUnknownLowestShare;
}

} // namespace

PartInspector::PartInspector(BuildDocument *document, QWidget *parent)
    : QWidget(parent), m_document(document), m_name(new ElidedLabel({}, this)),
      m_limitLabel(new QLabel(tr("Power limit"), this)), m_limit(new QSlider(Qt::Horizontal, this)),
      m_limitValue(new QLabel(this)), m_variant(new QComboBox(this)),
      m_more(new QPushButton(tr("Price and note…"), this)), m_details(new PartDetails(document, this))
{
    setObjectName(QStringLiteral("partInspector"));
    setAccessibleName(tr("Selected part"));
    m_limit->setObjectName(QStringLiteral("powerLimit"));
    m_limit->setAccessibleName(tr("Power limit in watts"));
    m_limit->setSingleStep(kStepWatts);
    m_limit->setPageStep(5 * kStepWatts);
    m_limit->setFixedWidth(140);
    m_limitValue->setTextFormat(Qt::PlainText);
    m_limitValue->setMinimumWidth(fontMetrics().horizontalAdvance(QStringLiteral("1,000 W (100 %)")));
    m_variant->setObjectName(QStringLiteral("memoryOption"));
    m_variant->setAccessibleName(tr("Memory of the machine"));
    m_more->setObjectName(QStringLiteral("partDetails"));

    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(spacing::kMedium, spacing::kTight, spacing::kMedium, spacing::kTight);
    row->setSpacing(spacing::kSmall);
    row->addWidget(m_name, 1);
    for (QWidget *widget :
         {static_cast<QWidget *>(m_limitLabel), static_cast<QWidget *>(m_limit), static_cast<QWidget *>(m_limitValue),
          static_cast<QWidget *>(m_variant), static_cast<QWidget *>(m_more)})
        row->addWidget(widget);

    connect(m_limit, &QSlider::sliderPressed, this, [this] { ++m_gesture; });
    connect(m_limit, &QSlider::valueChanged, this, &PartInspector::setPowerLimit);
    connect(m_variant, &QComboBox::activated, this, &PartInspector::setVariant);
    connect(m_more, &QPushButton::clicked, this, &PartInspector::focusDetails);
    connect(document, &BuildDocument::changed, this, &PartInspector::showSelection);
    connect(document, &BuildDocument::opened, this, &PartInspector::showSelection);
    connect(document, &BuildDocument::selectionChanged, this, [this] {
        ++m_gesture;
        m_details->hide();
        showSelection();
    });
    showSelection();
}

/// Hiding a slider that is being dragged would end the drag: what stays shown is not touched.
void PartInspector::showSelection()
{
    const Item *item = m_document->build().find(m_document->selection());
    const bool limited = item && showPowerLimit(*item);
    const bool varied = item && showVariants(*item);
    m_limitLabel->setVisible(limited);
    m_limit->setVisible(limited);
    m_limitValue->setVisible(limited);
    m_variant->setVisible(varied);
    m_more->setVisible(item != nullptr);
    m_name->setFont(Theme::font(item ? FontRole::Strong : FontRole::Small));
    if (item) {
        m_name->setText(partName(m_document->catalog(), item->part));
        m_details->showItem(*item);
        return;
    }
    m_details->hide();
    m_name->setText(m_document->evaluation().chassis.width > 0
                        ? tr("Drag parts here. Shift places several. Ctrl and the wheel zoom.")
                        : QString());
}

/// @return whether the part has a limit to show
bool PartInspector::showPowerLimit(const Item &item)
{
    const Gpu *gpu = item.part.kind == PartKind::Gpu ? m_document->catalog().gpus.find(item.part.id) : nullptr;
    if (!gpu || gpu->tdp.base() <= 0)
        return false;
    const double share = lowestKnownShare(m_document->catalog(), gpu->info.id);
    const QSignalBlocker quiet(m_limit);
    m_limit->setRange(int(std::ceil(gpu->tdp.base() * share / kStepWatts)) * kStepWatts, int(gpu->tdp.base()));
    const Watts limit = item.powerLimit.value_or(gpu->tdp);
    m_limit->setValue(int(std::lround(limit.base())));
    m_limitValue->setText(QStringLiteral("%1 (%2)").arg(format::watts(limit), format::percent(limit / gpu->tdp)));
    return true;
}

/// @return whether the part has options to show
bool PartInspector::showVariants(const Item &item)
{
    const UnifiedSystem *system =
        item.part.kind == PartKind::UnifiedSystem ? m_document->catalog().unifiedSystems.find(item.part.id) : nullptr;
    if (!system || system->memoryOptionsGB.size() < 2)
        return false;
    m_variant->clear();
    for (const double option : system->memoryOptionsGB)
        m_variant->addItem(format::gb(option));
    m_variant->setCurrentIndex(item.variant);
    return true;
}

void PartInspector::setPowerLimit(int watts)
{
    const Item *item = m_document->build().find(m_document->selection());
    const Gpu *gpu = item ? m_document->catalog().gpus.find(item->part.id) : nullptr;
    if (!gpu)
        return;
    Item changed = *item;
    changed.powerLimit.reset(); // at the stock limit
    if (watts < int(gpu->tdp.base()))
        changed.powerLimit = Watts(std::round(double(watts) / kStepWatts) * kStepWatts);
    m_document->apply(tr("Power limit of %1").arg(gpu->info.name), edits::updated(m_document->build(), changed),
                      kMergeKeys + m_gesture % kMergeKeyCount);
}

void PartInspector::setVariant(int index)
{
    const Item *item = m_document->build().find(m_document->selection());
    if (!item)
        return;
    Item changed = *item;
    changed.variant = index;
    m_document->apply(tr("Memory of %1").arg(partName(m_document->catalog(), item->part)),
                      edits::updated(m_document->build(), changed));
}

int PartInspector::stripHeight() const
{
    m_more->ensurePolished();
    m_variant->ensurePolished();
    return std::max(m_more->sizeHint().height(), m_variant->sizeHint().height()) + 2 * spacing::kTight;
}

void PartInspector::focusPowerLimit()
{
    if (m_limit->isVisible())
        m_limit->setFocus(Qt::ShortcutFocusReason);
}

void PartInspector::focusDetails()
{
    if (m_more->isVisible())
        m_details->popUp(m_more->mapToGlobal(QPoint(m_more->width(), 0)));
}

void PartInspector::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), Theme::color(Role::Surface));
    painter.fillRect(QRect(0, 0, width(), 1), Theme::color(Role::Outline));
}

} // namespace rigwright::ui
