#include "core/model/config/model_name.h"

namespace glassformer {

Message modelName(const std::string& name)
{
    return name == "translator" ? Message::tr("translator")
        : name == "next-word"   ? Message::tr("next-word")
        : name == "gap"         ? Message::tr("gap")
                                : Message(name);
}

} // namespace glassformer
