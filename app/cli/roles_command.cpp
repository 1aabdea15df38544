#include "app/cli/arguments.h"
#include "app/cli/report.h"

#include "core/experiment/attention/known_heads.h"
#include "core/file/bytes/folder_files.h"
#include "core/file/json/strict_json.h"
#include "core/learn/evaluation/head_roles.h"

#include <cstdio>
#include <iostream>

namespace glassformer::cli {
namespace {

constexpr double told_from = 0.5; // a role that is met less often is not worth a line

Json rolesJson(const std::vector<HeadRoles>& heads, std::size_t sentences)
{
    std::vector<Json> listed;
    for (const HeadRoles& head : heads) {
        std::vector<Json> roles;
        for (const RoleScore& role : head.roles)
            if (role.share >= told_from)
                roles.push_back(Json::object({{"role", role.role}, {"share", role.share}, {"n", role.n}}));
        listed.push_back(Json::object(
            {{"name", headText(head.head)}, {"removed", head.is_removed}, {"roles", Json::array(roles)}}));
    }
    return Json::object({{"sentences", static_cast<int>(sentences)}, {"heads", Json::array(listed)}});
}

void print(const HeadRoles& head)
{
    std::printf("%-20s%s", headText(head.head).c_str(), head.is_removed ? "removed" : "");
    for (const RoleScore& role : head.roles)
        if (role.share >= told_from)
            std::printf("  %s %.3f (n %d)", role.role.c_str(), role.share, role.n);
    std::printf("\n");
}

/** Scores by published definitions, over random words that are read twice; for every family. */
void printKnownKinds(const Arguments& arguments)
{
    const auto model = std::make_shared<const Model>(
        Model::load(modelFolderNamed(arguments.value("--model", "translator"))));
    const auto texts = static_cast<int>(arguments.whole("--sentences", 1, 100'000, 8));
    const auto seed = static_cast<std::uint32_t>(arguments.whole("--seed", 0, 0x7fffffff, 20260101));
    const KnownHeads found = finish(*knownHeadsJob(model, texts, seed));
    Report report;
    report.facts = {{"texts", found.texts}, {"words", found.length}};
    report.headline = std::to_string(found.texts) + " texts of " + std::to_string(found.length)
        + " random words, each read twice; mean weight over the second reading\nprevious: on the token "
          "before; "
          "duplicate: on the same token earlier; induction: on what followed it there";
    report.name = "heads";
    report.columns = {"head", "previous", "duplicate", "induction"};
    for (const KnownHead& head : found.heads)
        report.rows.push_back({headText(head.head), head.previous, head.duplicate, head.induction});
    print(report, arguments);
}

} // namespace

/** What the heads of a model do over fresh sentences of the world. */
int rolesCommand(const std::vector<std::string>& words)
{
    const Arguments arguments(words, {"--model", "--sentences", "--seed"}, {"--json", "--csv", "--known"});
    if (arguments.has("--csv") && !arguments.has("--known"))
        throw UsageError("--csv goes with --known");
    if (arguments.has("--known")) {
        printKnownKinds(arguments);
        return 0;
    }
    const Model model = Model::load(modelFolderNamed(arguments.value("--model", "translator")));
    const auto count = static_cast<std::size_t>(arguments.whole("--sentences", 1, 100'000, 300));
    const auto seed = static_cast<std::uint32_t>(arguments.whole("--seed", 0, 0x7fffffff, 20260101));
    const std::vector<HeadRoles> heads =
        headRoles(model, Corpus::read(FolderFiles(resource("world"))), count, seed);
    if (arguments.asJson())
        std::cout << jsonText(rolesJson(heads, count), 2) << "\n";
    else
        for (const HeadRoles& head : heads)
            print(head);
    return 0;
}

} // namespace glassformer::cli
