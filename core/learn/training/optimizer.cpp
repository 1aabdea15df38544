#include "core/learn/training/optimizer.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace glassformer {
namespace {

double gradientNorm(const std::vector<AdamSlot>& slots)
{
    double sum = 0;
    for (const AdamSlot& slot : slots)
        sum += Eigen::Map<const Eigen::VectorXf>(slot.gradient, slot.size).squaredNorm();
    return std::sqrt(sum);
}

} // namespace

double adamStep(
    const std::vector<AdamSlot>& slots, const AdamSettings& settings, double learning_rate, AdamState& state)
{
    std::int64_t total = 0;
    for (const AdamSlot& slot : slots)
        total += slot.size;
    state.first.resize(static_cast<std::size_t>(total), 0.0f);
    state.second.resize(static_cast<std::size_t>(total), 0.0f);
    ++state.step;

    const double norm = gradientNorm(slots);
    const auto shrink = static_cast<float>(norm > settings.clip ? settings.clip / norm : 1.0);
    const double bias1 = 1 - std::pow(settings.beta1, static_cast<double>(state.step));
    const double bias2 = 1 - std::pow(settings.beta2, static_cast<double>(state.step));
    const auto beta1 = static_cast<float>(settings.beta1), beta2 = static_cast<float>(settings.beta2);
    const auto rate = static_cast<float>(learning_rate / bias1);
    const auto root_scale = static_cast<float>(1 / std::sqrt(bias2));
    const auto epsilon = static_cast<float>(settings.epsilon);

    std::int64_t offset = 0;
    for (const AdamSlot& slot : slots) {
        float* m = state.first.data() + offset;
        float* v = state.second.data() + offset;
        for (std::int64_t i = 0; i < slot.size; ++i) {
            const float g = slot.gradient[i] * shrink;
            m[i] = beta1 * m[i] + (1 - beta1) * g;
            v[i] = beta2 * v[i] + (1 - beta2) * g * g;
            slot.values[i] -= rate * m[i] / (std::sqrt(v[i]) * root_scale + epsilon);
        }
        offset += slot.size;
    }
    return norm;
}

double learningRateAt(
    std::int64_t step, std::int64_t steps, std::int64_t warm_up, double peak, Schedule schedule)
{
    if (step < warm_up)
        return peak * static_cast<double>(step + 1) / static_cast<double>(warm_up);
    if (schedule == Schedule::Constant)
        return peak;
    const double rest = static_cast<double>(std::max<std::int64_t>(1, steps - warm_up));
    return peak * 0.5 * (1 + std::cos(std::numbers::pi * static_cast<double>(step - warm_up) / rest));
}

} // namespace glassformer
