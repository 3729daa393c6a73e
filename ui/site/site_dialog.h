// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

#include <vector>

class QComboBox;
class QDoubleSpinBox;
class QFormLayout;
class QLabel;
class QCheckBox;
class QLineEdit;
class QVBoxLayout;

namespace rigwright {
struct Site;
}

namespace rigwright::ui {

class BuildDocument;
class CircuitRow;

/// Where the rig stands: circuits, tariff, hours of use, ambient temperature. Every change takes
/// effect at once and is one step to undo; closing changes nothing.
class SiteDialog : public QDialog
{
    Q_OBJECT
public:
    explicit SiteDialog(BuildDocument *document, QWidget *parent = nullptr);

private:
    QWidget *makePlace();
    QWidget *makeCircuits();
    QWidget *makeUse();
    void connectEdits();
    void apply(const QString &label, const Site &site, int mergeKey = 0);

    void refresh();
    void refreshCircuits();
    void refreshSupplies();
    void refreshTariff(const Site &site);
    QString effect() const;

    BuildDocument *m_document;
    QLineEdit *m_name;
    QComboBox *m_tariff;
    QCheckBox *m_ownPrice;
    QDoubleSpinBox *m_price;
    QComboBox *m_currency;
    QDoubleSpinBox *m_rate;
    QDoubleSpinBox *m_active;
    QDoubleSpinBox *m_idle;
    QDoubleSpinBox *m_prefill;
    QDoubleSpinBox *m_ambient;
    QVBoxLayout *m_circuitRows = nullptr;
    std::vector<CircuitRow *> m_circuits;
    QFormLayout *m_supplyRows = nullptr;
    std::vector<QComboBox *> m_supplies;
    QLabel *m_effect;
};

} // namespace rigwright::ui
