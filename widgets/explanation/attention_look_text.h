#pragma once

#include "core/trace/look/attention_look.h"
#include "core/trace/trace.h"

#include <QCoreApplication>
#include <QString>

#include <span>

namespace glassformer {

/** What ways to look at maps are called. */
struct AttentionLookText
{
    Q_DECLARE_TR_FUNCTIONS(AttentionLook)
};

/** "Mean of all heads", as titles and choosers have it. */
QString aggregateName(MapAggregate aggregate);
/** What its numbers are, in a sentence; of one head nothing. */
QString aggregateRemark(MapAggregate aggregate);
/** The same with its source, for who wants to know more. */
QString aggregateTip(MapAggregate aggregate);

/** "Lines", "Arcs", "Shaded text". */
QString pictureName(AttentionPicture picture);

/** "looks at the token before", "how far it looks". */
QString traitName(HeadTrait trait);
/** "0.83", "2.4 tokens". */
QString traitText(HeadTrait trait, double value);

/** "“<2fr>”, “.” and 2 more": tokens of a sink, the heaviest first. */
QString tokenList(const std::vector<Token>& tokens, std::span<const int> indices);

} // namespace glassformer
