#pragma once

namespace glassformer {

/**
 * Milliseconds after which work on a hostile input counts as hanging. Steps that grow with the square of these inputs
 * would take minutes; a sanitizer on a busy machine stays far below. How fast the work is, benchmarks say.
 */
inline constexpr int hang_milliseconds = 20'000;

} // namespace glassformer
