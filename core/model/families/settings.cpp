#include "core/model/families/settings.h"

#include <array>
#include <utility>

namespace glassformer {
namespace {

constexpr std::int64_t largest_size = 10'000'000;
constexpr std::int64_t most_layers = 1024;

} // namespace

std::optional<JsonField> Settings::find(std::string_view key) const
{
    std::optional<JsonField> field = m_file.find(key);
    if (field && field->json().kind() == Json::Kind::Null)
        field.reset();
    return field;
}

int Settings::size(std::string_view key) const
{
    return static_cast<int>(m_file[key].integer(1, largest_size));
}

int Settings::sizeOr(std::string_view key, int fallback) const
{
    const auto field = find(key);
    return field ? static_cast<int>(field->integer(1, largest_size)) : fallback;
}

int Settings::layers(std::string_view key) const
{
    return static_cast<int>(m_file[key].integer(1, most_layers));
}

double Settings::numberOr(std::string_view key, double fallback) const
{
    const auto field = find(key);
    return field ? field->number(0, 1e12) : fallback;
}

bool Settings::flagOr(std::string_view key, bool fallback) const
{
    const auto field = find(key);
    return field ? field->boolean() : fallback;
}

std::string Settings::textOr(std::string_view key, const std::string& fallback) const
{
    const auto field = find(key);
    return field ? field->text() : fallback;
}

Activation Settings::activation(std::string_view key, const std::string& fallback) const
{
    const auto field = find(key);
    return activationNamed(field ? field->text() : fallback, field ? *field : m_file);
}

void Settings::requireFlag(std::string_view key, bool value, bool fallback) const
{
    if (flagOr(key, fallback) != value)
        m_file[key].refuse(value ? Message::tr("true: the other way is not supported")
                                 : Message::tr("false: this is not supported"));
}

void Settings::requireText(std::string_view key, const std::string& value) const
{
    const auto field = find(key);
    if (field && field->text() != value)
        field->refuse(Message::tr("\"%1\", the only kind that is supported", value));
}

void Settings::requireEqual(std::string_view key, std::string_view other) const
{
    if (size(key) != size(other))
        m_file[key].refuse(
            Message::tr("the same as %1: different stacks are not supported", std::string(other)));
}

Activation activationNamed(const std::string& name, const JsonField& field)
{
    static constexpr std::array<std::pair<std::string_view, Activation>, 9> names{
        {{"relu", Activation::ReLU}, {"gelu", Activation::GeluErf}, {"gelu_python", Activation::GeluErf},
            {"gelu_new", Activation::GeluTanh}, {"gelu_fast", Activation::GeluTanh},
            {"gelu_pytorch_tanh", Activation::GeluTanh}, {"gelu_python_tanh", Activation::GeluTanh},
            {"silu", Activation::SiLU}, {"swish", Activation::SiLU}}};
    for (const auto& [known, activation] : names)
        if (known == name)
            return activation;
    field.refuse(Message::tr("relu, gelu, gelu_new, silu or another name of these activations"));
}

} // namespace glassformer
