// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalog/any_table.h"
#include "ui/catalog/catalog_model.h"

#include <QWidget>

class QButtonGroup;
class QLabel;
class QLineEdit;
class QToolButton;

namespace rigwright::ui {

class CatalogList;
class CatalogStore;
class Chip;
class FlowLayout;

/// Opens the details of a part, wherever it is selected.
inline constexpr QKeyCombination kDetailsKey = Qt::ALT | Qt::Key_Return;

/// The catalogue: search as you type, section and facet chips, an order, and the cards found.
class CatalogPanel : public QWidget
{
    Q_OBJECT
public:
    /// @param store  for favourites; null = there are none
    CatalogPanel(BuildDocument *document, const PartSearch *search, CatalogStore *store, QWidget *parent = nullptr);

    void focusSearch();
    /// @return the current row where the keyboard is in the catalogue
    std::optional<RowKey> focusedRow() const;
    /// Shows the parts of this kind and waits for a search.
    void showKind(PartKind kind);
    QSize sizeHint() const override { return {286, 600}; }

Q_SIGNALS:
    void message(const QString &text); ///< worth a line in the status bar
    void newBuildRequested(const rigwright::PartRef &host);
    void detailsRequested(const rigwright::RowKey &row);
    void priceRequested(const rigwright::RowKey &row);
    void copyRequested(const rigwright::RowKey &row); ///< an own part that begins as this one
    void ownPartRequested(const QString &table);      ///< a new one of this kind
    void importRequested();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void showSection(std::size_t chip);
    void rebuildFacets();
    void chooseOrder(std::size_t order);
    void refresh();   ///< asks the catalogue again
    void showFound(); ///< the list, or why it is empty
    void showCounts();
    void fillPlaceholder();
    void add(const QModelIndex &index);
    void showMenu(const QPoint &position);

    BuildDocument *m_document;
    CatalogStore *m_store;
    CatalogModel *m_model;
    std::vector<SectionChip> m_sections = sectionChips();
    std::size_t m_section = 0;
    std::vector<Facet> m_facets;
    std::vector<SearchFilter> m_facetFilters; ///< of m_facets
    std::vector<Chip *> m_facetChips;         ///< one per facet, then "Fits here"
    std::vector<SortOrder> m_orders;
    std::size_t m_order = 0;
    bool m_orderChosen = false;

    QButtonGroup *m_sectionChips = nullptr;
    QLineEdit *m_search;
    QWidget *m_facetRow = nullptr;
    FlowLayout *m_facetLayout = nullptr;
    QToolButton *m_orderButton = nullptr;
    QLabel *m_found = nullptr; ///< how many
    QLabel *m_elsewhere;       ///< says that the rows come from other sections
    CatalogList *m_list;
    QLabel *m_empty;
};

} // namespace rigwright::ui
