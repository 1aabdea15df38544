#include "widgets/look/word_class_name.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <string_view>

namespace glassformer {
namespace {

struct ClassName
{
    std::string_view id;
    const char* name; ///< English; translated in the context "WordClass"
};

constexpr std::array names{
    ClassName{"adjective", QT_TRANSLATE_NOOP("WordClass", "adjectives")},
    ClassName{"animal", QT_TRANSLATE_NOOP("WordClass", "animals")},
    ClassName{"body", QT_TRANSLATE_NOOP("WordClass", "parts of the body")},
    ClassName{"building", QT_TRANSLATE_NOOP("WordClass", "buildings")},
    ClassName{"clothes", QT_TRANSLATE_NOOP("WordClass", "clothes")},
    ClassName{"container", QT_TRANSLATE_NOOP("WordClass", "containers")},
    ClassName{"dish", QT_TRANSLATE_NOOP("WordClass", "dishes")},
    ClassName{"drink", QT_TRANSLATE_NOOP("WordClass", "drinks")},
    ClassName{"fruit", QT_TRANSLATE_NOOP("WordClass", "fruit")},
    ClassName{"object", QT_TRANSLATE_NOOP("WordClass", "objects")},
    ClassName{"person", QT_TRANSLATE_NOOP("WordClass", "persons")},
    ClassName{"place", QT_TRANSLATE_NOOP("WordClass", "places")},
    ClassName{"road", QT_TRANSLATE_NOOP("WordClass", "roads")},
    ClassName{"study", QT_TRANSLATE_NOOP("WordClass", "subjects of study")},
    ClassName{"vehicle", QT_TRANSLATE_NOOP("WordClass", "vehicles")},
    ClassName{"verb", QT_TRANSLATE_NOOP("WordClass", "verbs")},
    ClassName{"work_of", QT_TRANSLATE_NOOP("WordClass", "works")},
};

} // namespace

QString wordClassName(const std::string& word_class)
{
    const auto found = std::find_if(
        names.begin(), names.end(), [&](const ClassName& known) { return known.id == word_class; });
    return found == names.end() ? QString::fromStdString(word_class)
                                : QCoreApplication::translate("WordClass", found->name);
}

} // namespace glassformer
