// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/interchange/rig_file.h"

#include "core/interchange/build_fields.h"
#include "core/interchange/embedded_rows.h"
#include "core/interchange/json_text.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>

namespace rigwright {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(RigFile)
};

Error invalid(const QString &message)
{
    return Error{Error::Code::Invalid, message};
}

/// Items are named once, and everything that names an item names one that is there.
std::optional<Error> brokenReference(const Build &build)
{
    QSet<int> ids;
    for (std::size_t i = 0; i < build.items.size(); ++i) {
        const int id = build.items[i].id.value;
        if (ids.contains(id))
            return invalid(Text::tr("build.items[%1].id: two items have the number %2.").arg(i).arg(id));
        if (id >= build.nextItem)
            return invalid(Text::tr("build.next_item: item %1 is in use already.").arg(id));
        ids.insert(id);
    }
    const auto missing = [](const QString &path, ItemId id) {
        return invalid(Text::tr("%1: the build has no fitting item %2.").arg(path).arg(id.value));
    };
    for (std::size_t i = 0; i < build.items.size(); ++i) {
        const Item &item = build.items[i];
        const QString path = QStringLiteral("build.items[%1]").arg(i);
        for (const ItemId joined : item.joins)
            if (!ids.contains(joined.value))
                return missing(path + QStringLiteral(".joins"), joined);
        if (item.psu) {
            const Item *supply = build.find(*item.psu);
            if (!supply || supply->part.kind != PartKind::PowerSupply)
                return missing(path + QStringLiteral(".psu"), *item.psu);
        }
        if (item.circuit && std::size_t(*item.circuit) >= build.site.circuits.size())
            return invalid(Text::tr("%1.circuit: the site has no circuit %2.").arg(path).arg(*item.circuit));
    }
    for (std::size_t i = 0; i < build.deployments.size(); ++i) {
        const Deployment &deployment = build.deployments[i];
        const QString path = QStringLiteral("build.deployments[%1]").arg(i);
        for (const ItemId gpu : deployment.parallelism.gpus)
            if (!ids.contains(gpu.value))
                return missing(path + QStringLiteral(".parallelism.gpus"), gpu);
        const EngineSettings &settings = deployment.engineSettings;
        if (settings.imageEncoderGpu && !ids.contains(settings.imageEncoderGpu.value))
            return missing(path + QStringLiteral(".engine_settings.image_encoder_gpu"), settings.imageEncoderGpu);
        if (settings.draftGpu && !ids.contains(settings.draftGpu.value))
            return missing(path + QStringLiteral(".engine_settings.draft_gpu"), settings.draftGpu);
    }
    return std::nullopt;
}

/// @return why the text cannot be of a format that this program reads, if so
std::optional<Error> wrongFormat(const QJsonObject &top)
{
    const QJsonValue format = top.value(QLatin1String("format"));
    if (!format.isDouble() || format.toDouble() < 1)
        return invalid(Text::tr("This is not a Rigwright build: it has no \"format\" number."));
    if (format.toDouble() > kRigFormat)
        return Error{Error::Code::TooNew,
                     Text::tr("This build was saved by a newer Rigwright (format %1; this one reads up to %2). "
                              "Update Rigwright to open it.")
                         .arg(format.toDouble())
                         .arg(kRigFormat)};
    if (format.toDouble() != kRigFormat)
        return invalid(Text::tr("format must be a whole number."));
    return std::nullopt;
}

} // namespace

QByteArray toRigJson(const Build &build, const Catalog &catalog)
{
    JsonWriter json;
    FieldWriter fields(json);
    json.beginObject();
    json.integer("format", kRigFormat);
    fields.object("build", build, [](auto &v, auto &row) { buildFields(v, row); });
    writeEmbedded(json, rowsUsed(build, catalog));
    json.endObject();
    return json.finished();
}

Result<RigFile> fromRigJson(const QByteArray &text)
{
    const Result<QJsonObject> top = jsonObject(text, kRigMaximumBytes);
    if (!top)
        return top.error();
    if (const std::optional<Error> error = wrongFormat(*top))
        return *error;
    if (!top->value(QLatin1String("build")).isObject())
        return invalid(Text::tr("build is missing or not an object."));

    RigFile file;
    std::optional<Error> error;
    FieldReader fields(*top, {}, error);
    fields.object("build", file.build, [](auto &v, auto &row) { buildFields(v, row); });
    if (!error)
        error = brokenReference(file.build);
    if (error)
        return *error;
    Result<Catalog> embedded = readEmbedded(top->value(QLatin1String("catalog")));
    if (!embedded)
        return embedded.error();
    file.embedded = std::move(embedded).value();
    file.catalogVersion = file.embedded.version;
    return file;
}

} // namespace rigwright
