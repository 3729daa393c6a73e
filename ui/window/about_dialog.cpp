// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/about_dialog.h"

#include "ui/theme/theme.h"

#include <QApplication>
#include <QDialogButtonBox>
#include <QFile>
#include <QIcon>
#include <QLabel>
#include <QPlainTextEdit>
#include <QVBoxLayout>

namespace rigwright::ui {

namespace {
QString noticeText()
{
    QFile file(QStringLiteral(":/about/NOTICE"));
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}
} // namespace

AboutDialog::AboutDialog(const QString &catalogVersion, QWidget *parent) : QDialog(parent)
{
    setObjectName(QStringLiteral("aboutDialog"));
    setWindowTitle(tr("About %1").arg(QApplication::applicationDisplayName()));
    auto *picture = new QLabel;
    picture->setPixmap(QIcon(QStringLiteral(":/icons/rigwright.svg")).pixmap(56, 56));
    auto *name =
        new QLabel(tr("%1 %2").arg(QApplication::applicationDisplayName(), QApplication::applicationVersion()));
    name->setFont(Theme::font(FontRole::Title));
    auto *text = new QLabel(tr("Plans machines that run large language models locally.\n"
                               "Catalogue %1 · Qt %2 · Licence: GPL-3.0-or-later, without any warranty.")
                                .arg(catalogVersion, QLatin1String(qVersion())));
    text->setProperty("tone", QStringLiteral("muted"));
    auto *notice = new QPlainTextEdit(noticeText());
    notice->setObjectName(QStringLiteral("notice"));
    notice->setReadOnly(true);
    notice->setFont(Theme::font(FontRole::Small));
    notice->setAccessibleName(tr("Credits and licences"));
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);

    auto *titles = new QVBoxLayout;
    titles->addWidget(name);
    titles->addWidget(text);
    auto *head = new QHBoxLayout;
    head->setSpacing(spacing::kLarge);
    head->addWidget(picture);
    head->addLayout(titles, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(spacing::kMedium);
    layout->addLayout(head);
    layout->addWidget(notice, 1);
    layout->addWidget(buttons);
    resize(640, 460);
}

} // namespace rigwright::ui
