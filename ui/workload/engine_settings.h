// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/document/build_document.h"
#include "ui/workload/engine_flags.h"

#include <QVariant>

namespace rigwright::ui {

/// A setting of a deployment's engine as its editor shows it.
struct EngineSetting
{
    enum class Section { Memory, Placement, ImageEncoder, DraftModel };
    enum class Control { Choice, Number, Shares };
    struct Option
    {
        QString label;
        QVariant value;
        friend bool operator==(const Option &, const Option &) = default;
    };

    EngineSettingId id;
    const char *name = ""; ///< of its control
    Section section = Section::Memory;
    Control control = Control::Choice;
    QString label;
    QString tip;      ///< what it does and what the engine calls it
    QString standard; ///< "Automatic: 512"
    QVariant value;   ///< invalid = the standard
    bool available = true;
    std::vector<Option> options; ///< Choice: what else there is
    int low = 0;                 ///< Number: the range beside the standard
    int high = 0;
    int step = 1;
    QString suffix;
    int shares = 0; ///< Shares: how many
};

/// The settings that the engine of a deployment has and that matter for its model, in the order in which they
/// are shown; and those that are set nevertheless, so that they can be taken back.
std::vector<EngineSetting> engineSettings(const BuildDocument &document, std::size_t deployment);

/// @return the labels of what differs from the default: "Flash attention, Physical batch"
QString ownSettingsText(const BuildDocument &document, std::size_t deployment);

} // namespace rigwright::ui
