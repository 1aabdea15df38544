#include "widgets/look/model_title.h"

#include <QCoreApplication>

namespace glassformer {

QString modelTitle(const QString& name)
{
    return name == QStringLiteral("translator") ? QCoreApplication::translate("Model", "Translator")
        : name == QStringLiteral("next-word")   ? QCoreApplication::translate("Model", "Next word")
        : name == QStringLiteral("gap")         ? QCoreApplication::translate("Model", "Fill the gap")
                                                : name;
}

} // namespace glassformer
