// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/workload/model_picker.h"

#include "core/units/format.h"
#include "ui/theme/theme.h"
#include "ui/widgets/drop_down.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QVBoxLayout>

namespace rigwright::ui {

namespace {

constexpr int kIdRole = Qt::UserRole;
constexpr int kSearchRole = Qt::UserRole + 1;

QString parameterCount(qint64 parameters)
{
    const double billions = double(parameters) / 1e9;
    return format::number(billions, billions < 20 ? 1 : 0) + QLatin1Char('B');
}

QString rowText(const LlmModel &model)
{
    QString size = parameterCount(model.totalParameters);
    if (model.isMixtureOfExperts())
        size += ModelPicker::tr(", %1 active").arg(parameterCount(model.activeParameters));
    return ModelPicker::tr("%1   (%2, %3 context)").arg(model.name, size, format::tokens(model.maxContext));
}

} // namespace

ModelPicker::ModelPicker(const Catalog &catalog, QWidget *parent)
    : QFrame(parent, Qt::Popup), m_search(new QLineEdit), m_list(new QListWidget)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setObjectName(QStringLiteral("modelPicker"));
    setFrameShape(QFrame::StyledPanel);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(spacing::kSmall, spacing::kSmall, spacing::kSmall, spacing::kSmall);
    layout->addWidget(m_search);
    layout->addWidget(m_list);
    m_search->setPlaceholderText(tr("Search models…"));
    m_search->setAccessibleName(tr("Search models"));
    m_search->installEventFilter(this);
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setUniformItemSizes(true);
    m_list->setAccessibleName(tr("Models"));
    for (const LlmModel &model : catalog.models) {
        if (!model.released)
            continue;
        auto *item = new QListWidgetItem(rowText(model), m_list);
        item->setData(kIdRole, model.id);
        item->setData(kSearchRole,
                      QStringList{model.name, model.family, model.aliases.join(QLatin1Char(' ')), model.id}.join(
                          QLatin1Char(' ')));
    }
    connect(m_search, &QLineEdit::textChanged, this, &ModelPicker::filter);
    connect(m_list, &QListWidget::itemClicked, this, &ModelPicker::choose);
    resize(440, 340);
}

void ModelPicker::openAt(QWidget *anchor, const QString &currentId)
{
    for (int row = 0; row < m_list->count(); ++row)
        if (m_list->item(row)->data(kIdRole).toString() == currentId)
            m_list->setCurrentRow(row);
    if (m_list->currentRow() < 0)
        m_list->setCurrentRow(0);
    dropDown(this, anchor);
    m_list->scrollToItem(m_list->currentItem(), QAbstractItemView::PositionAtCenter);
    m_search->setFocus(Qt::PopupFocusReason);
}

void ModelPicker::filter(const QString &text)
{
    const QStringList words = text.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    int first = -1;
    for (int row = 0; row < m_list->count(); ++row) {
        QListWidgetItem *item = m_list->item(row);
        const QString haystack = item->data(kSearchRole).toString();
        const bool matches = std::ranges::all_of(
            words, [&](const QString &word) { return haystack.contains(word, Qt::CaseInsensitive); });
        item->setHidden(!matches);
        if (matches && first < 0)
            first = row;
    }
    m_list->setCurrentRow(first);
}

void ModelPicker::choose()
{
    const QListWidgetItem *item = m_list->currentItem();
    if (!item || item->isHidden())
        return;
    const QString id = item->data(kIdRole).toString();
    close();
    Q_EMIT picked(id);
}

bool ModelPicker::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_search || event->type() != QEvent::KeyPress)
        return QFrame::eventFilter(watched, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    switch (key->key()) {
    case Qt::Key_Escape: close(); return true;
    case Qt::Key_Return:
    case Qt::Key_Enter: choose(); return true;
    case Qt::Key_Up:
    case Qt::Key_Down: {
        const int step = key->key() == Qt::Key_Down ? 1 : -1;
        for (int row = m_list->currentRow() + step; row >= 0 && row < m_list->count(); row += step)
            if (!m_list->item(row)->isHidden()) {
                m_list->setCurrentRow(row);
                break;
            }
        return true;
    }
    default: return QFrame::eventFilter(watched, event);
    }
}

} // namespace rigwright::ui
