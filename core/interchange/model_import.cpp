// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/interchange/model_import.h"

#include "core/interchange/gguf_model.h"
#include "core/interchange/model_config.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

namespace rigwright {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ModelImport)
};

bool isConfiguration(const QString &fileName)
{
    return fileName.endsWith(QLatin1String(".json"), Qt::CaseInsensitive);
}

Result<LlmModel> readConfiguration(const QString &fileName, const QString &folder, const QString &name,
                                   const OpenModelFile &open)
{
    const Result<std::unique_ptr<QIODevice>> device = open(fileName);
    if (!device)
        return device.error();
    const QByteArray text = (*device)->read(kModelConfigBytes + 1);
    const Result<LlmModel> named = modelFromConfig(text, name);
    if (named || !name.isEmpty())
        return named;
    const bool isUsual = fileName.compare(QLatin1String("config.json"), Qt::CaseInsensitive) == 0;
    return modelFromConfig(text, isUsual ? folder : fileName.section(u'.', 0, -2));
}

Result<GgufHeader> readPart(const QString &fileName, const OpenModelFile &open)
{
    const Result<std::unique_ptr<QIODevice>> device = open(fileName);
    return device ? readGgufHeader(**device) : Result<GgufHeader>(device.error());
}

Result<LlmModel> readGguf(const QString &fileName, const QString &name, const OpenModelFile &open)
{
    const QStringList names = ggufPartNames(fileName);
    std::vector<GgufHeader> parts;
    for (const QString &part : names) {
        Result<GgufHeader> header = readPart(part, open);
        if (!header && names.size() > 1)
            return Error{header.error().code, QStringLiteral("%1: %2").arg(part, header.error().message)};
        if (!header)
            return header.error();
        parts.push_back(std::move(header).value());
    }
    const Result<GgufHeader> header = joinedGgufHeader(std::move(parts));
    return header ? modelFromGguf(*header, fileName, name) : Result<LlmModel>(header.error());
}

/// Of the same weights, in the same layers.
bool isSame(const LlmModel &a, const LlmModel &b)
{
    return a.classes == b.classes && a.layers == b.layers && a.hiddenSize == b.hiddenSize
           && a.kvBytesPerTokenGlobalF16 == b.kvBytesPerTokenGlobalF16
           && a.kvBytesPerTokenSlidingF16 == b.kvBytesPerTokenSlidingF16;
}

} // namespace

bool isModelFile(const QString &fileName)
{
    return isConfiguration(fileName) || fileName.endsWith(QLatin1String(".gguf"), Qt::CaseInsensitive);
}

OpenModelFile filesIn(const QDir &folder)
{
    return [folder](const QString &name) -> Result<std::unique_ptr<QIODevice>> {
        const QString path = folder.filePath(name);
        if (QFileInfo(path).isDir())
            return Error{Error::Code::Io, QStringLiteral("is a folder")};
        auto file = std::make_unique<QFile>(path);
        if (!file->open(QIODevice::ReadOnly))
            return Error{Error::Code::Io, file->errorString()};
        return std::unique_ptr<QIODevice>(std::move(file));
    };
}

Result<LlmModel> readModelFile(const QString &fileName, const QString &folder, const QString &name,
                               const OpenModelFile &open)
{
    return isConfiguration(fileName) ? readConfiguration(fileName, folder, name, open) : readGguf(fileName, name, open);
}

ImportPlan planModelImport(const LlmModel &model, const QString &fileName, const Catalog &catalog, const QDate &today)
{
    LlmModel row = model;
    if (const LlmModel *before = catalog.models.find(model.id)) {
        if (!isSame(*before, model)) {
            ImportPlan plan;
            plan.table = QStringLiteral("models");
            plan.problems << Text::tr("%1: \"%2\" is another model of the catalogue; give this one a name of its own")
                                 .arg(fileName, model.id);
            return plan;
        }
        row = *before;
        row.ggufBytes.insert(model.ggufBytes);
    } else {
        row.checked = today;
    }
    Catalog rows;
    rows.models = Table<LlmModel>({row});
    QByteArray text = tableCsv(rows, QStringLiteral("models"));
    QBuffer buffer(&text);
    buffer.open(QIODevice::ReadOnly);
    return planImport(buffer, fileName, QStringLiteral("models"), catalog, today);
}

} // namespace rigwright
