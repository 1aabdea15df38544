#include "widgets/look/primary_button.h"

#include "widgets/look/palette.h"

#include <QApplication>
#include <QEvent>

namespace glassformer {

PrimaryButton::PrimaryButton(QWidget* parent)
    : QPushButton(parent)
{
    colour();
}

void PrimaryButton::colour()
{
    // From the application's palette, as the button's own is what is set here.
    const Palette& colours = paletteFor(QApplication::palette());
    QPalette own;
    own.setColor(QPalette::Button, colours.selected);
    own.setColor(QPalette::ButtonText, readableOn(colours.selected));
    own.setColor(QPalette::Disabled, QPalette::Button, colours.chip);
    own.setColor(QPalette::Disabled, QPalette::ButtonText, colours.faint_ink);
    const auto differs = [&](QPalette::ColorGroup group) {
        return palette().color(group, QPalette::Button) != own.color(group, QPalette::Button);
    };
    if (differs(QPalette::Active) || differs(QPalette::Disabled))
        setPalette(own);
}

void PrimaryButton::changeEvent(QEvent* event)
{
    QPushButton::changeEvent(event);
    // Windows alone are told that the application has another palette; what is in them, that its own has changed.
    if (event->type() == QEvent::ApplicationPaletteChange || event->type() == QEvent::PaletteChange)
        colour();
}

} // namespace glassformer
