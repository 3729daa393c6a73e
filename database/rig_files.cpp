// SPDX-License-Identifier: GPL-3.0-or-later
#include "database/rig_files.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

namespace rigwright {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(RigFile)
};

} // namespace

Result<RigFile> loadRigFile(const QString &path)
{
    QFile file(path);
    if (!QFileInfo::exists(path))
        return Error{Error::Code::NotFound, Text::tr("%1 does not exist.").arg(path)};
    if (QFileInfo(path).isDir())
        return Error{Error::Code::Io, Text::tr("%1 is a folder.").arg(path)};
    if (!file.open(QIODevice::ReadOnly))
        return Error{Error::Code::Io, Text::tr("%1 cannot be read: %2.").arg(path, file.errorString())};
    const QByteArray text = file.read(kRigMaximumBytes + 1); // one more than is allowed, to notice
    if (file.error() != QFileDevice::NoError)
        return Error{Error::Code::Io, Text::tr("%1 cannot be read: %2.").arg(path, file.errorString())};
    Result<RigFile> rig = fromRigJson(text);
    if (!rig)
        return Error{rig.error().code, Text::tr("%1: %2").arg(path, rig.error().message)};
    return rig;
}

Outcome saveRigFile(const QString &path, const Build &build, const Catalog &catalog)
{
    const QByteArray text = toRigJson(build, catalog);
    // What could not be opened again must not replace what can.
    if (const Result<RigFile> back = fromRigJson(text); !back)
        return Error{Error::Code::Invalid, Text::tr("The build cannot be saved: %1").arg(back.error().message)};
    return writeWhole(path, text);
}

Outcome writeWhole(const QString &path, const QByteArray &bytes)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
        return Error{Error::Code::NotWritable, Text::tr("%1 cannot be written: %2.").arg(path, file.errorString())};
    return done();
}

} // namespace rigwright
