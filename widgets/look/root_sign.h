#pragma once

#include <QString>

namespace glassformer {

/** √ in rich text. Fonts for Chinese have a wide one, which stands away from what it is the root of. */
inline QString rootSign()
{
    return QStringLiteral("<span style=\"font-family:'DejaVu Sans','Liberation Sans','Arial'\">√</span>");
}

} // namespace glassformer
