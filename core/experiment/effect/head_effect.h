#pragma once

#include "core/job.h"
#include "core/trace/model.h"

#include <memory>
#include <optional>
#include <string>

namespace glassformer {

/** What the run says at a row of the output: the word that is written there, the next word, what fills the gap. */
struct AskedWord
{
    int position = 0;
    Token token;
};

/** Nothing if the run has no words, or none at that row. */
std::optional<AskedWord> askedWord(const Trace& trace, int position);

/** The effect of switching a head off on one word, behind the same words as before. */
struct HeadEffect
{
    AskedWord asked;
    double before = 0, after = 0; ///< probability of the word with and without the head
    int likeliest_before =
        -1; ///< id of the likeliest word there; another than the asked one if that was forced
    Token likeliest_after{};
    std::optional<std::string> answer{}; ///< all that the model would write; nothing until that is known

    bool wasLikeliest() const { return likeliest_before == asked.token.id; }
    bool isLikeliest() const { return likeliest_after.id == asked.token.id; }
};

/** A run, and the head that is to be tried without. */
struct HeadQuestion
{
    std::shared_ptr<const Model> model;
    std::shared_ptr<const Trace> trace; ///< of the request, by the model
    RunRequest request;
    HeadName head;
    AskedWord asked;
    double most_bytes = most_bytes_kept; ///< as the trace was made with
};

/** Publishes the effect on the word first, then with the answer. */
std::unique_ptr<JobOf<HeadEffect>> headEffectJob(HeadQuestion question);

} // namespace glassformer
