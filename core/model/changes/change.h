#pragma once

#include "core/model/changes/record_place.h"
#include "core/model/head_name.h"

#include <string>
#include <vector>

namespace glassformer {

/** What becomes of the numbers that a change names. */
enum class ChangeKind
{
    Set, ///< they are these values instead
    Mean, ///< each row is the mean over all rows of the run without changes
    Cut, ///< -inf in "masked": the query must not look at the key
    Lifted, ///< "masked" without its mask: every query sees every key of its sequence
    Off, ///< a layer passes its input on as it is; tokens have no places
};

/**
 * One change of a run, at a record of the forward pass: a value, applied where the pass makes that record, so that the
 * record and all that follows contain it. The same model runs with any list of them, in the order of the list.
 *
 *     encoder.3.self_attention.mixed[head 0] = 0               a head is off
 *     encoder.3.self_attention.output = 0                      an attention block is off; likewise a feed-forward network
 *     encoder.3.output = off                                   a layer is off
 *     encoder.position = off                                   no places, be they added, turned or a bias
 *     encoder.position = [1, 0]                                the first two tokens change places
 *     decoder.self_attention.masked = lifted                   no mask in any layer
 *     encoder.2.self_attention.masked[head 1, query 4, key 7] = cut
 *     decoder.1.feed_forward.hidden[token 2, dimension 5] = 1.5
 *     encoder.input[token 2] = [0.5, 1, -2]                    a row, as of another run
 */
struct Change
{
    std::string tensor; ///< a name of tensor_name.h; without its layer's number: in every layer
    int head = every;
    int row = every; ///< token, or query of a map
    int column = every; ///< dimension, or key of a map
    ChangeKind kind = ChangeKind::Set;
    /** Of Set: one number for all that is named, or a row (of one head, where one is named); of places: those of the
     * first tokens. Finite. */
    std::vector<float> values{};

    bool operator==(const Change&) const = default;
};

using Changes = std::vector<Change>;

/** Its mixed values are zero before W_O. */
Change headOff(const HeadName& head);
/** The block adds nothing to what goes past it. */
Change attentionOff(AttentionSite site, int layer);
Change feedForwardOff(AttentionSite site, int layer);
Change layerOff(AttentionSite site, int layer);
Change positionsOff(AttentionSite site);
Change maskLifted(int layer);
/** The query does not see the key: in one head and layer, or in every one. */
Change edgeCut(AttentionSite site, int layer, int head, int query, int key);

/** Whether the record of this name is changed, whichever of its numbers. */
bool isAt(const Change& change, const std::string& tensor);
/** Those that change a number of this tensor; `every` stands for any head, row or column. */
Changes changesAt(
    const Changes& changes, const std::string& tensor, int head = every, int row = every, int column = every);

/** The same of several tensors, each change once. */
Changes changesAtAny(const Changes& changes, const std::vector<std::string>& tensors, int head = every,
    int row = every, int column = every);

bool isHeadOff(const Changes& changes, const HeadName& head);
/** Whether the tokens of the stack that attends there know no places. */
bool arePositionsOff(const Changes& changes, AttentionSite site);
/** The place that a token of that stack is told to have. */
int placeOf(const Changes& changes, AttentionSite site, int token);

} // namespace glassformer
