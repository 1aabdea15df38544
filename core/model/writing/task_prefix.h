#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace glassformer {

/**
 * What a text must begin with so that a model of several tasks does one of them: "translate English to French: ". In
 * the order of config.json's task_specific_params, without repetitions; tasks without a prefix are left out.
 * \throws Error naming the field for a prefix that is no text or is longer than 200 bytes, or for more than 100 tasks
 * Source: Raffel et al. 2020, "Exploring the Limits of Transfer Learning", section 2.4.
 */
std::vector<std::string> taskPrefixes(std::string_view config_json, const std::string& where);

} // namespace glassformer
