#pragma once

#include <QFont>

class QWidget;

namespace glassformer {

/** The same letters in another size; fonts have theirs in points or, in front of a class, in pixels. */
QFont scaledFont(QFont font, double factor);

/** How wide a Latin letter is on the average, in pixels. Chinese fonts call the width of a Chinese character their average. */
int letterWidth(const QWidget& widget);

} // namespace glassformer
