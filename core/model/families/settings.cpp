#include "core/model/families/settings.h"

#include <algorithm>
#include <array>
#include <utility>

namespace glassformer {
namespace {

constexpr std::int64_t largest_size = 10'000'000;
constexpr int most_layers = 1024;

} // namespace

std::optional<JsonField> Settings::find(std::string_view key) const
{
    std::optional<JsonField> field = m_file.find(key);
    if (field && field->json().kind() == Json::Kind::Null)
        field.reset();
    return field;
}

bool Settings::isNull(std::string_view key) const
{
    return m_file.find(key) && !find(key);
}

int Settings::size(std::string_view key, int absent) const
{
    if (const auto field = m_file.find(key))
        return static_cast<int>(field->integer(1, largest_size));
    if (std::find(m_sizes_left_out.begin(), m_sizes_left_out.end(), key) == m_sizes_left_out.end())
        m_sizes_left_out.emplace_back(key);
    return absent;
}

int Settings::size(std::string_view key, int absent, int null) const
{
    return isNull(key) ? null : size(key, absent);
}

int Settings::layers(std::string_view key, int absent) const
{
    const int count = size(key, absent);
    if (count > most_layers)
        m_file[key].integer(1, most_layers);
    return count;
}

double Settings::epsilon(std::string_view key, double absent) const
{
    return number(key, 0, 1, absent);
}

double Settings::number(std::string_view key, double least, double most, double absent) const
{
    const auto field = find(key);
    return field ? field->number(least, most) : absent;
}

bool Settings::flag(std::string_view key, bool absent) const
{
    if (isNull(key))
        return false;
    const auto field = find(key);
    return field ? field->boolean() : absent;
}

std::string Settings::text(std::string_view key, const std::string& absent) const
{
    const auto field = find(key);
    return field ? field->text() : absent;
}

std::vector<std::string> Settings::texts(std::string_view key) const
{
    std::vector<std::string> list;
    const auto field = find(key);
    for (std::size_t i = 0; field && i < field->size(); ++i)
        list.push_back(field->at(i).text());
    return list;
}

Activation Settings::activation(std::string_view key, const std::string& absent) const
{
    const auto field = find(key);
    return activationNamed(field ? field->text() : absent, field ? *field : m_file);
}

void Settings::requireFlag(std::string_view key, bool value, bool absent) const
{
    if (flag(key, absent) != value)
        m_file[key].refuse(value ? Message::tr("true: the other way is not supported")
                                 : Message::tr("false: this is not supported"));
}

void Settings::requireText(std::string_view key, const std::string& value) const
{
    const auto field = find(key);
    if (field && field->text() != value)
        field->refuse(Message::tr("\"%1\", the only kind that is supported", value));
}

void Settings::requireEqual(std::string_view key, std::string_view other, int absent) const
{
    if (size(key, absent) != size(other, absent))
        m_file[m_file.find(key) ? key : other].refuse(
            Message::tr("the same as %1: different stacks are not supported",
                std::string(m_file.find(key) ? other : key)));
}

Activation activationNamed(const std::string& name, const JsonField& field)
{
    static constexpr std::array<std::pair<std::string_view, Activation>, 10> names{
        {{"relu", Activation::ReLU}, {"gelu", Activation::GeluErf}, {"gelu_python", Activation::GeluErf},
            {"gelu_new", Activation::GeluTanh}, {"gelu_fast", Activation::GeluTanh},
            {"gelu_accurate", Activation::GeluTanh}, {"gelu_pytorch_tanh", Activation::GeluTanh},
            {"gelu_python_tanh", Activation::GeluTanh}, {"silu", Activation::SiLU},
            {"swish", Activation::SiLU}}};
    for (const auto& [known, activation] : names)
        if (known == name)
            return activation;
    field.refuse(Message::tr("relu, gelu, gelu_new, silu or another name of these activations"));
}

} // namespace glassformer
