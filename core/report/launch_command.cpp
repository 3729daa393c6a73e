// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/launch_command.h"

#include "core/report/launch/engines.h"

#include <QRegularExpression>

namespace rigwright {

namespace {

/// An engine with a command, by its id in the catalogue.
struct Launcher
{
    const char *engine;
    bool ggufOnly; ///< it runs GGUF files, and nothing else that is known here
    LaunchCommand (*command)(const launch::Subject &);
};

constexpr Launcher kLaunchers[] = {
    {"llama.cpp", true, launch::llamaServer},
    {"ik_llama.cpp", true, launch::llamaServer},
    {"lm-studio", true, launch::lmStudio},
    {"ollama", true, launch::ollama},
    {"vllm", false, launch::vllm},
    {"sglang", false, launch::sglang},
    {"tensorrt-llm", false, launch::tensorRtLlm},
    {"mlx", false, launch::mlx},
    {"exllamav2", false, launch::tabbyApi},
    {"exllamav3", false, launch::tabbyApi},
};

} // namespace

QString shellQuoted(const QString &text)
{
    static const QRegularExpression plain(QStringLiteral("^[A-Za-z0-9_@%+=:,./-]+\\z"));
    if (plain.match(text).hasMatch())
        return text;
    QString inner = text;
    inner.replace(QLatin1Char('\''), QLatin1String("'\\''"));
    return QLatin1Char('\'') + inner + QLatin1Char('\'');
}

std::optional<LaunchCommand> launchCommand(const DeploymentResult &deployment, const Machine &machine,
                                           const Catalog &catalog)
{
    if (!deployment.known || deployment.plan.verdict == FitVerdict::Refused)
        return std::nullopt;
    std::optional<ResolvedDeployment> resolved = resolve(deployment.settings, catalog);
    if (!resolved)
        return std::nullopt;
    const EngineSettings &settings = deployment.settings.engineSettings;
    const launch::Subject subject{deployment, machine, *std::move(resolved), catalog.models.find(settings.draftModelId),
                                  catalog.quantizations.find(settings.draftQuantId)};
    const bool gguf = launch::isGguf(subject.quant()) || launch::isFloat(subject.quant());
    for (const Launcher &launcher : kLaunchers)
        if (subject.engine().id == QLatin1String(launcher.engine) && (gguf || !launcher.ggufOnly))
            return launcher.command(subject);
    return std::nullopt;
}

} // namespace rigwright
