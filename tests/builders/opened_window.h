#pragma once

#include "app/session/session.h"
#include "app/window/look/interface_language.h"
#include "app/window/look/theme.h"
#include "app/window/main_window.h"

#include <memory>

namespace glassformer {

/** The real window, in English, with all that it needs. */
struct OpenedWindow
{
    Theme theme;
    InterfaceLanguage language;
    std::unique_ptr<Session> session;
    std::unique_ptr<MainWindow> window; ///< goes first
};

/** The window as it stands after the model's first run of a text; null if that run fails. */
inline std::unique_ptr<OpenedWindow> openWindow(
    const QString& model, const QString& text, const QString& target_language = {})
{
    auto opened = std::make_unique<OpenedWindow>();
    opened->language.choose(QStringLiteral("en"));
    opened->session =
        std::make_unique<Session>(std::make_shared<const Model>(Model::load(model.toStdU16String())));
    if (!opened->session->runFirst(text, target_language))
        return nullptr;
    opened->window = std::make_unique<MainWindow>(*opened->session, opened->language, opened->theme);
    opened->window->show();
    return opened;
}

/** The same with the translator and the sentence of the street. */
inline std::unique_ptr<OpenedWindow> openStreet()
{
    return openWindow(QStringLiteral(GLASSFORMER_RESOURCES "/models/translator"),
        QStringLiteral("The animal didn't cross the street because it was too tired."), QStringLiteral("fr"));
}

} // namespace glassformer
