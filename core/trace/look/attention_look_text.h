#pragma once

#include "core/file/json/strict_json.h"
#include "core/trace/look/attention_look.h"

#include <string>
#include <vector>

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

/** "encoder.0.head.2" of every head that is marked. */
std::vector<std::string> markedNames(const AttentionLook& look);
/** Heads of any model; each once. @throws Error if there are more than 1024, or one is no name of a head */
void takeMarked(AttentionLook& look, const JsonField& field);

} // namespace glassformer
