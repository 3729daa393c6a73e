// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/palette.h"

#include <algorithm>
#include <cmath>

namespace rigwright::ui {

Palette Palette::makeDark()
{
    Palette p;
    p.set(Role::Window, 0x15181d);
    p.set(Role::Surface, 0x1a1d23);
    p.set(Role::Bar, 0x1d2026);
    p.set(Role::Card, 0x22262e);
    p.set(Role::CardHover, 0x282d37);
    p.set(Role::Field, 0x111318);
    p.set(Role::Button, 0x2a2e37);
    p.set(Role::ButtonHover, 0x343a46);
    p.set(Role::Outline, 0x333843);
    p.set(Role::OutlineStrong, 0x656c7b);
    p.set(Role::Text, 0xe8eaee);
    p.set(Role::Muted, 0xa2a8b4);
    p.set(Role::Link, 0x8fb2ff);
    p.set(Role::OnAccent, 0xffffff);
    p.set(Role::Accent, 0x3d6fe0);
    p.set(Role::AccentSoft, 0x22304f);
    p.set(Role::Good, 0x63d8a2);
    p.set(Role::GoodSoft, 0x1f372d);
    p.set(Role::Warn, 0xe6ac4d);
    p.set(Role::WarnSoft, 0x3a2f1d);
    p.set(Role::Bad, 0xf28482);
    p.set(Role::BadSoft, 0x402426);
    p.set(Role::Weights, 0x4f83f1);
    p.set(Role::KvCache, 0x9a76e8);
    p.set(Role::Compute, 0xd3933f);
    p.set(Role::Overhead, 0x79818f);
    p.set(Role::Board, 0x1e232b);
    p.set(Role::Hardware, 0x2b313c);
    p.set(Role::Nvlink, 0xd8b75c);
    p.set(Role::TierPainful, 0x3d2528);
    p.set(Role::TierUsable, 0x35311f);
    p.set(Role::TierComfortable, 0x22322a);
    p.set(Role::TierFast, 0x1c372c);
    p.set(Role::TierInstant, 0x183a3c);
    p.set(Role::CompareA, 0x6d9bff);
    p.set(Role::CompareB, 0xf0895a);
    p.set(Role::Different, 0x2f2b1f);
    const QRgb deployments[] = {0x5b8def, 0x4cc6a0, 0xd99a4e, 0xb58af0, 0xe07a9a, 0x5bc0d8};
    std::copy(std::begin(deployments), std::end(deployments), p.m_deployments);
    return p;
}

Palette Palette::makeLight()
{
    Palette p;
    p.set(Role::Window, 0xeceff4);
    p.set(Role::Surface, 0xf6f7fa);
    p.set(Role::Bar, 0xffffff);
    p.set(Role::Card, 0xffffff);
    p.set(Role::CardHover, 0xf1f5fd);
    p.set(Role::Field, 0xffffff);
    p.set(Role::Button, 0xeef0f4);
    p.set(Role::ButtonHover, 0xe1e5ec);
    p.set(Role::Outline, 0xd5d9e1);
    p.set(Role::OutlineStrong, 0x8b93a1);
    p.set(Role::Text, 0x1a1d23);
    p.set(Role::Muted, 0x565d6a);
    p.set(Role::Link, 0x2455c3);
    p.set(Role::OnAccent, 0xffffff);
    p.set(Role::Accent, 0x2f62d6);
    p.set(Role::AccentSoft, 0xdfe9ff);
    p.set(Role::Good, 0x11683f);
    p.set(Role::GoodSoft, 0xdcf3e6);
    p.set(Role::Warn, 0x7d5000);
    p.set(Role::WarnSoft, 0xfdf0d5);
    p.set(Role::Bad, 0xae2525);
    p.set(Role::BadSoft, 0xfce3e2);
    p.set(Role::Weights, 0x3d6fe0);
    p.set(Role::KvCache, 0x8557d6);
    p.set(Role::Compute, 0xc07816);
    p.set(Role::Overhead, 0x838b99);
    p.set(Role::Board, 0xe6eaf0);
    p.set(Role::Hardware, 0xffffff);
    p.set(Role::Nvlink, 0x9a7412);
    p.set(Role::TierPainful, 0xf9e0df);
    p.set(Role::TierUsable, 0xf8eecf);
    p.set(Role::TierComfortable, 0xe6f3e6);
    p.set(Role::TierFast, 0xd3eedd);
    p.set(Role::TierInstant, 0xcdeef0);
    p.set(Role::CompareA, 0x2f62d6);
    p.set(Role::CompareB, 0xb04510);
    p.set(Role::Different, 0xfff7e3);
    const QRgb deployments[] = {0x2f62d6, 0x0f7f5c, 0xb06a10, 0x7c4bd0, 0xb83a66, 0x0e7590};
    std::copy(std::begin(deployments), std::end(deployments), p.m_deployments);
    return p;
}

const Palette &Palette::light()
{
    static const Palette palette = makeLight();
    return palette;
}

const Palette &Palette::dark()
{
    static const Palette palette = makeDark();
    return palette;
}

QColor Palette::deployment(int index) const
{
    return QColor(m_deployments[std::size_t(std::max(index, 0)) % std::size(m_deployments)]);
}

namespace {
double relativeLuminance(const QColor &color)
{
    const auto linear = [](double channel) {
        return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
}
} // namespace

double contrastRatio(const QColor &a, const QColor &b)
{
    const auto [darker, lighter] = std::minmax({relativeLuminance(a), relativeLuminance(b)});
    return (lighter + 0.05) / (darker + 0.05);
}

} // namespace rigwright::ui
