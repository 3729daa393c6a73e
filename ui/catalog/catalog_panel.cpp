// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/catalog/catalog_panel.h"

#include "core/catalog/search_facts.h"
#include "core/catalog/sections.h"
#include "core/catalog/typed_query.h"
#include "core/units/format.h"
#include "ui/catalog/add_to_build.h"
#include "ui/catalog/catalog_list.h"
#include "ui/document/catalog_store.h"
#include "ui/theme/icons.h"
#include "ui/theme/theme.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/flow_layout.h"

#include <QButtonGroup>
#include <QClipboard>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace rigwright::ui {

CatalogPanel::CatalogPanel(BuildDocument *document, const PartSearch *search, CatalogStore *store, QWidget *parent)
    : QWidget(parent), m_document(document), m_store(store), m_model(new CatalogModel(document, search, this)),
      m_sectionChips(new QButtonGroup(this)), m_search(new QLineEdit), m_elsewhere(new QLabel), m_list(new CatalogList),
      m_empty(new QLabel)
{
    setObjectName(QStringLiteral("catalogPanel"));
    m_search->setObjectName(QStringLiteral("catalogSearch"));
    m_search->setToolTip(tr("Names, figures and comparisons: 4090, 24gb, gddr7, <300w, >=900gb/s, $<1000, 2 slot"));
    fillPlaceholder();
    connect(document, &BuildDocument::catalogChanged, this, &CatalogPanel::fillPlaceholder);
    m_search->setAccessibleName(tr("Search the catalogue"));
    m_search->setClearButtonEnabled(true);
    m_search->addAction(themedIcon(QStringLiteral("search"), Role::Muted), QLineEdit::LeadingPosition);
    m_search->installEventFilter(this);
    connect(m_search, &QLineEdit::textChanged, this, &CatalogPanel::refresh);

    m_sectionChips = new QButtonGroup(this);
    auto *sectionRow = new QWidget;
    auto *sectionLayout = new FlowLayout(5, sectionRow);
    for (std::size_t i = 0; i < m_sections.size(); ++i) {
        auto *chip = new Chip(m_sections[i].label);
        chip->setChecked(i == 0);
        m_sectionChips->addButton(chip, int(i));
        sectionLayout->addWidget(chip);
    }
    connect(m_sectionChips, &QButtonGroup::idClicked, this, [this](int id) { showSection(std::size_t(id)); });

    m_facetRow = new QWidget;
    m_facetLayout = new FlowLayout(4, m_facetRow);

    m_list->setObjectName(QStringLiteral("catalogList"));
    m_list->setAccessibleName(tr("Catalogue"));
    m_list->setModel(m_model);
    connect(m_model, &QAbstractItemModel::modelReset, this, &CatalogPanel::showFound);
    connect(m_list, &CatalogList::addRequested, this, &CatalogPanel::add);
    connect(m_list, &QWidget::customContextMenuRequested, this, &CatalogPanel::showMenu);

    m_elsewhere->setObjectName(QStringLiteral("catalogElsewhere"));
    m_elsewhere->setProperty("tone", QStringLiteral("muted"));
    m_elsewhere->setWordWrap(true);

    m_empty->setWordWrap(true);
    m_empty->setAlignment(Qt::AlignTop | Qt::AlignHCenter);
    m_empty->setProperty("tone", QStringLiteral("muted"));
    m_empty->setContentsMargins(8, 24, 8, 0);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(10, 8, 4, 0);
    layout->setSpacing(spacing::kSmall);
    auto *head = new QVBoxLayout;
    head->setContentsMargins(0, 0, 6, 0);
    head->setSpacing(spacing::kSmall);
    head->addWidget(m_search);
    head->addWidget(sectionRow);
    head->addWidget(m_facetRow);
    head->addWidget(m_elsewhere);
    layout->addLayout(head);
    layout->addWidget(m_list, 1);
    layout->addWidget(m_empty, 1);
    showSection(0);
}

void CatalogPanel::fillPlaceholder()
{
    m_search->setPlaceholderText(
        tr("Search %1 parts and models…").arg(format::number(double(countRows(m_document->catalog())))));
}

std::optional<RowKey> CatalogPanel::focusedRow() const
{
    const QModelIndex index = m_list->currentIndex();
    const bool focused = m_search->hasFocus() || m_list->hasFocus();
    return focused && index.isValid() ? std::optional(keyOf(m_model->hit(index.row()))) : std::nullopt;
}

void CatalogPanel::focusSearch()
{
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

void CatalogPanel::showKind(PartKind kind)
{
    const CatalogSection section = sectionOf(kind);
    for (std::size_t i = 0; i < m_sections.size(); ++i) {
        const auto &sections = m_sections[i].sections;
        if (std::find(sections.begin(), sections.end(), section) != sections.end())
            m_sectionChips->button(int(i))->click();
    }
    m_search->clear();
    focusSearch();
}

void CatalogPanel::showSection(std::size_t chip)
{
    m_section = chip;
    m_facets = facetsFor(m_sections[chip].sections);
    m_facetFilters.clear();
    for (const Facet &facet : m_facets)
        m_facetFilters.push_back(facet.filter);
    m_orders = sortOrdersFor(m_sections[chip].sections);
    m_order = 0;
    m_orderChosen = false;
    rebuildFacets();
    refresh();
}

void CatalogPanel::rebuildFacets()
{
    qDeleteAll(m_facetChips);
    m_facetChips.clear();
    delete m_orderButton;
    delete m_found;
    const auto addChip = [this](const QString &text) {
        auto *chip = new Chip(text, Chip::Shape::Box);
        connect(chip, &QAbstractButton::toggled, this, &CatalogPanel::refresh);
        m_facetLayout->addWidget(chip);
        m_facetChips.push_back(chip);
        return chip;
    };
    for (const Facet &facet : m_facets)
        addChip(facet.label);
    Chip *fits = addChip(tr("Fits here"));
    fits->setToolTip(tr("Only what the open build has a place for"));
    fits->setVisible(m_sections[m_section].sections.front() != CatalogSection::Models);

    m_orderButton = new QToolButton;
    m_orderButton->setObjectName(QStringLiteral("catalogOrder"));
    m_orderButton->setProperty("kind", QStringLiteral("flat"));
    m_orderButton->setFont(Theme::font(FontRole::Small));
    m_orderButton->setPopupMode(QToolButton::InstantPopup);
    auto *menu = new QMenu(m_orderButton);
    for (std::size_t i = 0; i < m_orders.size(); ++i)
        connect(menu->addAction(m_orders[i].label), &QAction::triggered, this, [this, i] { chooseOrder(i); });
    m_orderButton->setMenu(menu);
    m_facetLayout->addWidget(m_orderButton);
    m_found = new QLabel;
    m_found->setObjectName(QStringLiteral("catalogFound"));
    m_found->setFont(Theme::font(FontRole::Small));
    m_found->setProperty("tone", QStringLiteral("muted"));
    m_found->setMinimumHeight(m_orderButton->sizeHint().height()); // on one line with the button
    m_facetLayout->addWidget(m_found);
}

void CatalogPanel::chooseOrder(std::size_t order)
{
    m_order = order;
    m_orderChosen = true;
    refresh();
}

void CatalogPanel::refresh()
{
    CatalogQuery query;
    query.text = m_search->text().trimmed();
    query.sections = m_sections[m_section].sections;
    for (std::size_t i = 0; i < m_facets.size(); ++i)
        if (m_facetChips[i]->isChecked())
            query.filters.push_back(m_facetFilters[i]);
    query.counted = m_facetFilters;
    query.onlyUsable = m_facetChips.back()->isChecked();
    // Words have a best match, unless the user wants another order; figures alone have not.
    const bool sorted = m_orderChosen || typedQuery(query.text).words.isEmpty();
    if (sorted)
        query.order = m_orders[m_order].order;
    m_orderButton->setText(tr("sort: %1 ▾").arg(sorted ? m_orders[m_order].label : tr("best match")));
    m_model->setQuery(std::move(query));
}

void CatalogPanel::showFound()
{
    const bool found = m_model->rowCount() > 0;
    m_list->setVisible(found);
    m_empty->setVisible(!found);
    showCounts();
    m_elsewhere->setVisible(found && m_model->isElsewhere());
    m_elsewhere->setText(tr("Not among %1; found elsewhere:").arg(m_sections[m_section].label));
    if (found)
        m_list->setCurrentIndex(m_model->index(0));
    else if (m_search->text().isEmpty())
        m_empty->setText(tr("Nothing here has all of these properties. Take one of the filters off."));
    else
        m_empty->setText(tr("Nothing called “%1”. Try fewer letters, or take a filter off.").arg(m_search->text()));
}

void CatalogPanel::showCounts()
{
    for (std::size_t i = 0; i < m_facets.size() && i < m_model->counts().size(); ++i) {
        Chip *chip = m_facetChips[i];
        chip->setCount(m_model->counts()[i]);
        // Favourites and own parts are worth a chip once there are some.
        const bool personal = (m_facets[i].filter.traits & (quint32(Trait::Favourite) | quint32(Trait::Own))) != 0;
        chip->setVisible(!personal || chip->isChecked() || chip->count() > 0);
    }
    const int rows = m_facetChips.back()->isChecked() ? m_model->rowCount() : m_model->found();
    const bool more = m_facetChips.back()->isChecked() && m_model->canFetchMore({});
    m_found->setText(more ? tr("more than %n found", nullptr, rows) : tr("%n found", nullptr, rows));
}

bool CatalogPanel::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_search && event->type() == QEvent::KeyPress && m_list->isVisible()) {
        auto *key = static_cast<QKeyEvent *>(event);
        if (key->key() == Qt::Key_Down) {
            m_list->setFocus(Qt::TabFocusReason);
            return true;
        }
        if (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter) {
            add(m_list->currentIndex());
            return true;
        }
        if (key->key() == Qt::Key_Space && key->modifiers() == Qt::ControlModifier
            && m_list->currentIndex().isValid()) {
            Q_EMIT detailsRequested(keyOf(m_model->hit(m_list->currentIndex().row())));
            return true;
        }
        if (key->key() == Qt::Key_Escape && !m_search->text().isEmpty()) {
            m_search->clear();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void CatalogPanel::add(const QModelIndex &index)
{
    if (!index.isValid())
        return;
    const SearchHit hit = m_model->hit(index.row()); // a copy: adding may change the list
    const auto part = partOf(hit);
    const QString name = m_model->entry(index.row()).name;
    const Result<QString> result = part ? addPart(*m_document, *part) : addModel(*m_document, hit.id);
    if (!result)
        Q_EMIT message(tr("%1 cannot be used: %2").arg(name, result.error().message));
    else if (result->isEmpty())
        Q_EMIT message(tr("Added %1").arg(name));
    else
        Q_EMIT message(tr("Added %1. %2").arg(name, *result));
}

void CatalogPanel::showMenu(const QPoint &position)
{
    const QModelIndex index = m_list->indexAt(position);
    if (!index.isValid())
        return;
    const SearchHit hit = m_model->hit(index.row());
    const auto part = partOf(hit);
    const QString blocked = m_model->blocked(index.row());
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    QAction *place = menu->addAction(themedIcon(QStringLiteral("plus")),
                                     part ? tr("Place in the best slot") : tr("Add to the workload"));
    place->setEnabled(blocked.isEmpty());
    connect(place, &QAction::triggered, this, [this, row = QPersistentModelIndex(index)] {
        if (row.isValid())
            add(row);
    });
    if (part && (part->kind == PartKind::UnifiedSystem || part->kind == PartKind::Prebuilt)) {
        QAction *start = menu->addAction(themedIcon(QStringLiteral("new")), tr("New build with this machine"));
        connect(start, &QAction::triggered, this, [this, host = *part] { Q_EMIT newBuildRequested(host); });
    }
    const RowKey key = keyOf(hit);
    QAction *details =
        menu->addAction(themedIcon(QStringLiteral("info")),
                        tr("Details…") + u'\t' + QKeySequence(kDetailsKey).toString(QKeySequence::NativeText));
    connect(details, &QAction::triggered, this, [this, key] { Q_EMIT detailsRequested(key); });
    if (m_store) {
        const bool favourite = m_store->layer().favourites.contains(key);
        QAction *mark = menu->addAction(favourite ? tr("Remove from favourites") : tr("Add to favourites"));
        connect(mark, &QAction::triggered, this, [this, key, favourite] {
            if (const Outcome marked = m_store->setFavourite(key, !favourite); !marked)
                Q_EMIT message(marked.error().message);
        });
        if (part)
            connect(menu->addAction(tr("Add a price…")), &QAction::triggered, this,
                    [this, key] { Q_EMIT priceRequested(key); });
        connect(menu->addAction(tr("Own part from this…")), &QAction::triggered, this,
                [this, key] { Q_EMIT copyRequested(key); });
        connect(menu->addAction(tr("New own part…")), &QAction::triggered, this,
                [this, key] { Q_EMIT ownPartRequested(key.table); });
        connect(menu->addAction(tr("Import CSV…")), &QAction::triggered, this, [this] { Q_EMIT importRequested(); });
    }
    QAction *copy = menu->addAction(themedIcon(QStringLiteral("copy")), tr("Copy name"));
    connect(copy, &QAction::triggered, this,
            [name = m_model->entry(index.row()).name] { QGuiApplication::clipboard()->setText(name); });
    if (!blocked.isEmpty()) {
        menu->addSeparator();
        menu->addAction(QFontMetrics(menu->font()).elidedText(blocked, Qt::ElideRight, 420))->setEnabled(false);
    }
    menu->popup(m_list->viewport()->mapToGlobal(position));
}

} // namespace rigwright::ui
