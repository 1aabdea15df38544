#pragma once

#include "app/cli/arguments.h"
#include "core/file/json/strict_json.h"

#include <string>
#include <vector>

namespace glassformer::cli {

/** What a command found: a few facts and a table. */
struct Report
{
    std::vector<JsonMember> facts; ///< of --json
    std::string headline; ///< the same for people
    std::string name; ///< of the table in JSON
    std::vector<std::string> columns;
    std::vector<std::vector<Json>> rows; ///< as many values each as there are columns; null: left out
};

/** As JSON (--json), as a table for spreadsheets (--csv, RFC 4180) or for people. @throws UsageError for both options */
void print(const Report& report, const Arguments& arguments);

} // namespace glassformer::cli
