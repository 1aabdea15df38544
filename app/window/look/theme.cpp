#include "app/window/look/theme.h"

#include "app/window/look/settings.h"
#include "widgets/look/palette.h"

#include <QApplication>

namespace glassformer {
namespace {

/** The colours of the pictures for the controls around them. */
QPalette controlsPalette(const Palette& colours)
{
    QPalette palette;
    palette.setColor(QPalette::Window, colours.ground);
    palette.setColor(QPalette::Base, colours.card);
    palette.setColor(QPalette::AlternateBase, colours.chip);
    palette.setColor(QPalette::Button, colours.card);
    for (const auto role :
        {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::ToolTipText})
        palette.setColor(role, colours.ink);
    palette.setColor(QPalette::ToolTipBase, colours.card);
    palette.setColor(QPalette::BrightText, readableOn(colours.ink));
    palette.setColor(QPalette::PlaceholderText, colours.faint_ink);
    palette.setColor(QPalette::Highlight, colours.selected);
    palette.setColor(QPalette::HighlightedText, readableOn(colours.selected));
    palette.setColor(QPalette::Link, colours.selected);
    palette.setColor(QPalette::Light, mixed(colours.card, Qt::white, colours.is_dark ? 0.08 : 1));
    palette.setColor(QPalette::Midlight, colours.chip);
    palette.setColor(QPalette::Mid, colours.border);
    palette.setColor(QPalette::Dark, mixed(colours.border, colours.ink, 0.25));
    palette.setColor(QPalette::Shadow, mixed(colours.border, Qt::black, 0.6));
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, mixed(colours.faint_ink, colours.ground, 0.4));
    return palette;
}

} // namespace

Theme::Theme()
    : m_desktop(QApplication::palette())
{
}

void Theme::choose(Choice choice)
{
    m_choice = choice;
    const Palette& colours = choice == Choice::Light ? lightPalette()
        : choice == Choice::Dark                     ? darkPalette()
                                                     : paletteFor(m_desktop);
    const Palette& strong = colours.is_dark ? darkContrastPalette() : lightContrastPalette();
    QApplication::setPalette(controlsPalette(m_has_high_contrast ? strong : colours));
}

void Theme::setHighContrast(bool is_high)
{
    m_has_high_contrast = is_high;
    choose(m_choice);
}

void Theme::chooseAsBefore()
{
    choose(fromId(settings().value(setting::theme).toString()));
}

QString Theme::id(Choice choice)
{
    return choice == Choice::Light ? QStringLiteral("light")
        : choice == Choice::Dark   ? QStringLiteral("dark")
                                   : QStringLiteral("desktop");
}

Theme::Choice Theme::fromId(const QString& id)
{
    return id == QStringLiteral("light") ? Choice::Light
        : id == QStringLiteral("dark")   ? Choice::Dark
                                         : Choice::Desktop;
}

} // namespace glassformer
