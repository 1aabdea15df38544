#pragma once

class QPainter;
class QSizeF;

#include <functional>

namespace glassformer {

/** Paints on `target` what `paint` paints, all words as shapes: they look alike where their font is not. */
void paintOutlined(QPainter& target, const QSizeF& size, const std::function<void(QPainter&)>& paint);

} // namespace glassformer
