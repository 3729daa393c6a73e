// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/interchange/gguf_header.h"
#include "core/interchange/gguf_reader.h"

#include <QRegularExpression>
#include <QSet>

namespace rigwright {

namespace {

constexpr int kDigits = 5; // of a part's number in its name; llama.cpp, llama_split_path()

Error invalid(const QString &message)
{
    return Error{Error::Code::Invalid, message};
}

} // namespace

QStringList ggufPartNames(const QString &fileName)
{
    static const QRegularExpression pattern(QStringLiteral("^(.*)-([0-9]{5})-of-([0-9]{5})(\\.gguf)$"),
                                            QRegularExpression::CaseInsensitiveOption
                                                | QRegularExpression::DotMatchesEverythingOption);
    const QRegularExpressionMatch match = pattern.match(fileName);
    const int count = match.captured(3).toInt();
    const int number = match.captured(2).toInt();
    if (!match.hasMatch() || count < 1 || count > kGgufParts || number < 1 || number > count)
        return {fileName};
    QStringList names;
    for (int i = 1; i <= count; ++i)
        names << match.captured(1) + u'-' + QString::number(i).rightJustified(kDigits, u'0') + QStringLiteral("-of-")
                     + match.captured(3) + match.captured(4);
    return names;
}

Result<GgufHeader> joinedGgufHeader(std::vector<GgufHeader> parts)
{
    if (parts.empty())
        return invalid(GgufText::tr("There is no file of the model."));
    const qint64 count = parts.front().integer("split.count").value_or(1);
    if (count > 1 && count != qint64(parts.size()))
        return invalid(GgufText::tr("The model is split into %1 files, of which %2 are here. Put all of them into one "
                                    "folder, with the names that they were published with.")
                           .arg(count)
                           .arg(parts.size()));
    for (std::size_t i = 0; parts.size() > 1 && i < parts.size(); ++i)
        if (parts[i].integer("split.no") != qint64(i) || parts[i].integer("split.count") != qint64(parts.size()))
            return invalid(GgufText::tr("File %1 of %2 is not that part of the model; a file was renamed, or belongs "
                                        "to another model.")
                               .arg(i + 1)
                               .arg(parts.size()));

    GgufHeader all = std::move(parts.front());
    QSet<QByteArray> names;
    for (const GgufTensor &tensor : all.tensors)
        names.insert(tensor.name);
    for (std::size_t i = 1; i < parts.size(); ++i)
        for (GgufTensor &tensor : parts[i].tensors) {
            if (names.contains(tensor.name) || names.size() >= qsizetype(kGgufTensors))
                return invalid(GgufText::tr("File %1 of %2 repeats a tensor of another one; the files do not belong "
                                            "together.")
                                   .arg(i + 1)
                                   .arg(parts.size()));
            names.insert(tensor.name);
            all.tensors.push_back(std::move(tensor));
        }
    const auto stated = all.integer("split.tensors.count");
    if (count > 1 && stated && *stated != qint64(all.tensors.size()))
        return invalid(GgufText::tr("The files hold %1 tensors together instead of %2; one of them is damaged.")
                           .arg(all.tensors.size())
                           .arg(*stated));
    return all;
}

} // namespace rigwright
