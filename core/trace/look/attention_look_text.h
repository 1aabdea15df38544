#pragma once

#include "core/file/json/strict_json.h"
#include "core/trace/look/attention_look.h"

#include <string>

namespace glassformer {

// How maps are looked at, as files and links say it.

std::string mapName(const AttentionLook& look); ///< "mean_heads"
std::string sinkName(const AttentionLook& look); ///< "shown", "hidden"
std::string wordsName(const AttentionLook& look); ///< "pieces", "whole"
std::string traitName(const AttentionLook& look); ///< "previous"; empty: heads are not tinted
std::string orderName(const AttentionLook& look); ///< "layers", "sorted"
std::string pictureName(const AttentionLook& look); ///< "lines", "arcs", "text", "heads"

/** @throws Error naming the field and all names that it may have. */
void takeMap(AttentionLook& look, const JsonField& field);
void takeSink(AttentionLook& look, const JsonField& field);
void takeWords(AttentionLook& look, const JsonField& field);
void takeTrait(AttentionLook& look, const JsonField& field);
void takeOrder(AttentionLook& look, const JsonField& field);
void takePicture(AttentionLook& look, const JsonField& field);

} // namespace glassformer
