// Part of source.h: vectors of the instruction set at hand.

namespace glassformer::kernel {
namespace {

using Index = std::ptrdiff_t;

constexpr Index lanes = GLASSFORMER_KERNEL_LANES;

// Vectors as memory holds them: aligned like a float, and allowed to alias floats.
typedef float Vector __attribute__((vector_size(lanes * 4), aligned(4), may_alias));
typedef float Quad __attribute__((vector_size(16), aligned(4), may_alias));
/** 32 bits of whatever type: packing moves them and never computes. */
typedef float Word __attribute__((may_alias));
// Vectors as registers hold them.
typedef float Register __attribute__((vector_size(lanes * 4)));

inline Register load(const float* from)
{
    return *reinterpret_cast<const Vector*>(from);
}

inline void store(float* to, Register value)
{
    *reinterpret_cast<Vector*>(to) = value;
}

/** x - 0 is x for every x, and costs nothing; 0 + x would not be for -0, and the addition would stay. */
inline Register broadcast(float value)
{
    return value - Register{};
}

/** The first `count` values, and `fill` in the other lanes. */
inline Register loadPart(const float* from, Index count, float fill)
{
    float values[lanes];
    for (Index i = 0; i < lanes; ++i)
        values[i] = i < count ? from[i] : fill;
    return load(values);
}

inline void storePart(float* to, Register value, Index count)
{
    float values[lanes];
    store(values, value);
    for (Index i = 0; i < count; ++i)
        to[i] = values[i];
}

inline Quad loadQuad(const float* from)
{
    return *reinterpret_cast<const Quad*>(from);
}

inline void storeQuad(float* to, Quad value)
{
    *reinterpret_cast<Quad*>(to) = value;
}

} // namespace
} // namespace glassformer::kernel
