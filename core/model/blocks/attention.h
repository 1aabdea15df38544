#pragma once

#include "core/model/blocks/remembered_rows.h"
#include "core/model/blocks/segments.h"
#include "core/model/changes/controls.h"
#include "core/model/config/config.h"
#include "core/model/weights.h"

#include <optional>
#include <vector>

namespace glassformer {

template <typename Scalar> struct Rotation;

/**
 * Keys and values of rows that earlier calls have read, so that writing the next word computes only its own. Causal
 * attention appends to it; attention to another sequence fills it once. For a batch of one segment.
 */
template <typename Scalar> struct KeyValueCache
{
    RememberedRows<Scalar> key, value; ///< [rows so far, heads · d_head]
    RememberedRows<Scalar> query; ///< the same, where maps are wanted of all rows
};

/** Who may look at whom. */
enum class AttentionKind
{
    Bidirectional, ///< every token at every token of its own sequence
    Causal, ///< query i at keys 0..i of its own sequence
    Cross ///< every query at every key of another sequence; positions play no part
};

/** Who attends to whom in a batch. For self-attention queries_from and keys_from are the same matrix. */
template <typename Scalar> struct AttentionInput
{
    const Matrix<Scalar>& queries_from; ///< [all query rows, d_model]
    const Matrix<Scalar>& keys_from; ///< [all key rows, d_model]
    const Segments& query_segments;
    const Segments& key_segments;
    AttentionKind kind = AttentionKind::Bidirectional;
    const AttentionControl<Scalar>* control = nullptr;
    bool keep_scores = false; ///< also keep what softmax overwrites; gradients don't need it
    KeyValueCache<Scalar>* cache = nullptr;
    bool all_rows =
        false; ///< with a cache: the remembered queries attend once more, so that the maps are whole
    int first_query =
        0; ///< place in the whole sequence of the first query, where earlier ones are in the cache
    /** Queries, keys and values of all rows, if an earlier pass has left them; then nothing is projected. */
    const KeyValueCache<Scalar>* known = nullptr;
    int window = 0; ///< a causal query sees so many tokens, itself included; 0: all before it
    const Matrix<Scalar>* relative_bias = nullptr; ///< [buckets, n_heads], for relative positions
    const Places* places = nullptr; ///< of the tokens, where they are not their own
    /** Place in the whole sequence of the first row of keys_from; nothing: that of the first query. */
    std::optional<int> first_key{};
    /** What the heads have mixed, before changes of it, if an earlier pass has left that; then nothing else is computed
     * but the output. */
    const Matrix<Scalar>* mixed = nullptr;
    /** Of the places of all rows, for a model that turns heads; what it lacks, or null, is computed. */
    const Rotation<Scalar>* rotation = nullptr;

    /** Place in the whole sequence of the first query that attends. */
    int firstPlace() const { return all_rows ? 0 : first_query; }
};

/**
 * Every intermediate of one block. `weights`, `scores` and `masked` hold one [queries, keys] matrix per head of
 * segment 0, then per head of segment 1, and so on.
 */
template <typename Scalar> struct AttentionRecord
{
    /** [rows, heads · d_head]; head h in columns h·d_head to (h+1)·d_head. Where keys are shared by groups of heads there
     * are fewer. Normed and turned, where the model does that: what enters q·k. With a cache, which has all of
     * them, remembered rows are here too only if scores are kept. */
    KeptRows<Scalar> query, key, value;
    Matrix<Scalar> projected_query, projected_key; ///< before norm and turn; only if kept and different
    std::vector<Matrix<Scalar>> scores; ///< q·k / sqrt(d_head), relative bias added; only if kept
    std::vector<Matrix<Scalar>> masked; ///< the same with -inf where a query must not look; only if kept
    std::vector<Matrix<Scalar>> weights; ///< softmax over each row
    /** With all_rows, the maps above and this have the remembered rows too; everything else has the new ones. */
    Matrix<Scalar> mixed; ///< weights x value, times the head's gate [rows, heads · d_head]
    Matrix<Scalar> output; ///< mixed · W_O + b [rows, d_model]
};

/**
 * softmax(Q·Kᵀ / sqrt(d_head)) · V in every head, joined by W_O: "Attention Is All You Need", section 3.2; keys shared
 * by groups of heads: Ainslie et al. 2023.
 */
template <typename Scalar>
AttentionRecord<Scalar> attention(
    const ModelConfig& config, const AttentionWeights<Scalar>& weights, const AttentionInput<Scalar>& input);

/** Gradients that leave an attention block. */
template <typename Scalar> struct AttentionGradients
{
    AttentionWeights<Scalar>& weights; ///< added to
    Matrix<Scalar>& queries_from; ///< added to
    Matrix<Scalar>& keys_from; ///< added to; the same matrix for self-attention
    RowVector<Scalar>* gates = nullptr; ///< added to, if wanted
    const std::vector<Matrix<Scalar>>* d_weights = nullptr; ///< a loss put directly on the attention weights
};

/** The derivative of attention(), fed by its record, for configurations that are trainable. d_output: [rows, d_model]. */
template <typename Scalar>
void attentionBackward(const ModelConfig& config, const AttentionWeights<Scalar>& weights,
    const AttentionInput<Scalar>& input, const AttentionRecord<Scalar>& record,
    const Matrix<Scalar>& d_output, AttentionGradients<Scalar> gradients);

} // namespace glassformer
