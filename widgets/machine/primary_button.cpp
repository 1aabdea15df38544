#include "widgets/machine/primary_button.h"

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
    if (palette().color(QPalette::Button) != colours.selected)
        setPalette(own);
}

void PrimaryButton::changeEvent(QEvent* event)
{
    QPushButton::changeEvent(event);
    if (event->type() == QEvent::ApplicationPaletteChange)
        colour();
}

} // namespace glassformer
