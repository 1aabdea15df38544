#pragma once

#include "core/file/safetensors/safetensors_header.h"

#include <memory>
#include <string>
#include <vector>

namespace glassformer {

/**
 * By what a model's weights are known again without reading them: XXH3, 128 bits, over the tables of its files: every
 * tensor's name, type, shape and place, files in the order in which they are opened. Two trainings of one model have the
 * same digest; a model of another size, family or layout has not. Source: https://xxhash.com, "XXH3" (public domain
 * algorithm, fixed since 0.8.0).
 */
class WeightsDigest
{
public:
    WeightsDigest();
    ~WeightsDigest();
    WeightsDigest(WeightsDigest&&) noexcept;
    WeightsDigest& operator=(WeightsDigest&&) noexcept;

    /** One more file. */
    void add(const std::vector<TensorEntry>& entries);
    /** Of all files so far: 32 hexadecimal digits, the more significant first. */
    std::string text() const;

private:
    struct State;

    std::unique_ptr<State> m_state;
};

/** Whether a text has the form of a digest. */
bool isWeightsDigest(const std::string& text);

} // namespace glassformer
