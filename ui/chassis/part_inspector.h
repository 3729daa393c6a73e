// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/document/build_document.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QPushButton;
class QSlider;

namespace rigwright::ui {

class ElidedLabel;
class PartDetails;

/// A strip for the selected part: power limit, memory option, and a button for the rest. Keeps its
/// height while nothing is selected, so that the chassis above does not jump.
class PartInspector : public QWidget
{
    Q_OBJECT
public:
    explicit PartInspector(BuildDocument *document, QWidget *parent = nullptr);

    /// Height of the strip in the present style; the same whatever it shows.
    int stripHeight() const;
    void focusPowerLimit();
    void focusDetails();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void showSelection();
    bool showPowerLimit(const Item &item);
    bool showVariants(const Item &item);
    void setPowerLimit(int watts);
    void setVariant(int index);

    BuildDocument *m_document;
    ElidedLabel *m_name;
    QLabel *m_limitLabel;
    QSlider *m_limit;
    QLabel *m_limitValue;
    QComboBox *m_variant;
    QPushButton *m_more;
    PartDetails *m_details;
    int m_gesture = 0; ///< slider drags of one gesture are one undo step
};

} // namespace rigwright::ui
