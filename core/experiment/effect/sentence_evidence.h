#pragma once

#include "core/experiment/effect/word_trial.h"
#include "core/job.h"

#include <memory>
#include <string>
#include <vector>

namespace glassformer {

/** What one head does over sentences of which nobody knows what it should look at. */
struct HeadOverSentences
{
    HeadName head;
    bool is_removed = false; ///< training took it out for good
    int changed = 0; ///< sentences in which another word becomes the likeliest without it
    double moved = 0; ///< how far ln p of the word moves without it, on average
    std::vector<float> each; ///< the same of every sentence
};

struct SentenceEvidence
{
    int sentences = 0, of = 0; ///< done, of so many
    std::vector<RunRequest> requests; ///< those that are done
    std::vector<AskedWord> asked; ///< the word of each
    std::vector<HeadOverSentences> heads;
};

/**
 * Takes every head out of every sentence, alone, and asks about the word that firstAskedWord() chooses. Publishes after each
 * sentence. @throws Error for no sentences, and for one that the model cannot take, which it names
 */
std::unique_ptr<JobOf<SentenceEvidence>> sentenceEvidenceJob(
    std::shared_ptr<const Model> model, std::vector<RunRequest> requests);

/**
 * The sentences in which a head moves the word most: the furthest first.
 * \param strongest  false: least, the nearest first
 */
std::vector<int> exampleSentences(const HeadOverSentences& head, int count, bool strongest);

/** The lines of a text that say something, as people write a bank of sentences; at most `most`. @throws Error if there is none */
std::vector<std::string> sentencesIn(
    const std::string& text, const std::string& where, std::size_t most = 10'000);

} // namespace glassformer
