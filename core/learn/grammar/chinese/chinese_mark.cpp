#include "core/learn/grammar/chinese/chinese_mark.h"

namespace glassformer::grammar {
namespace {

/** 去, 来, 走: somebody is on the way. */
bool isGoing(const Verb& verb)
{
    return verb.chinese.rfind("去", 0) == 0 || verb.chinese.rfind("来", 0) == 0 || verb.chinese == "走"
        || verb.chinese == "回家" || verb.chinese == "出国" || verb.chinese == "上楼"
        || verb.chinese == "下楼";
}

} // namespace

std::string markOf(const Clause& clause, const ChineseManner& manner)
{
    const Verb& verb = *clause.verb;
    const bool past = clause.tense == Tense::Past, negated = clause.negated;
    const std::string not_done = manner.is_short ? "没" : "没有";
    const bool is_still = clause.frequency != nullptr;
    const std::string now = manner.is_short || is_still ? "在" : "正在";
    // 都 would stand before 当时.
    const bool are_all = clause.subject.noun && clause.subject.determiner == Determiner::All;
    const std::string then =
        past && clause.marks_past && !are_all && !clause.subject.isNobody() ? "当时" : "";
    switch (clause.modal) {
    case Modal::Can:
        if (past)
            return negated ? "没能" : "当时能";
        return (negated ? "不" : "") + std::string(verb.is("skill") ? "会" : "能");
    case Modal::Must:
        return negated ? "不可以" : "必须";
    case Modal::Want:
        return then + (negated ? "不想" : "想");
    case Modal::Should:
        return negated ? "不应该" : "应该";
    case Modal::Like:
        return then + (negated ? "不喜欢" : "喜欢");
    case Modal::HaveTo:
        return past ? "不得不" : negated ? "不用" : "得";
    case Modal::Need:
        return then + (negated ? "不需要" : "需要");
    case Modal::GoingTo:
        return negated ? "不打算" : "要";
    case Modal::WouldLike:
        return negated ? "不想" : "想";
    case Modal::Start:
        return "开始";
    case Modal::AboutTo:
        return "就要";
    case Modal::UsedTo:
        return "以前";
    case Modal::None:
        break;
    }
    if (clause.effect && negated && !past)
        return "不会";
    if (clause.passive)
        return past ? (negated ? not_done : "") : negated ? "不会" : "会";
    // 会游泳 is said of who can.
    if (clause.tense == Tense::Future)
        return (verb.is("skill") != manner.turns_will ? "将" : "") + std::string(negated ? "不会" : "会");
    if (clause.progressive && clause.time && clause.time->tense == Tense::Future)
        return negated ? "不" : "要";
    // 正要去, not 正在去: it is a change of place. 正坐在: one 在 is enough.
    if (clause.progressive && isGoing(verb))
        return negated ? not_done : then + "正要";
    // 穿着: 着 says that it goes on.
    if (verb.is("ongoing"))
        return then + (negated ? "没有" : "");
    if (clause.progressive && verb.chinese.find("在") != std::string::npos)
        return negated ? not_done : then + (is_still ? "" : "正");
    if (clause.progressive)
        return then + (negated ? "没有在" : now);
    if (verb.is("state"))
        return std::string(past && clause.marks_past && !verb.is("lasting") ? "以前" : "")
            + (negated ? (verb.english == "have" ? "没" : "不") : "");
    if (past)
        return negated ? (verb.is("ability") ? "没能" : not_done) : "";
    // What happens to somebody is not refused: 没有赢, not 不赢.
    return negated ? (verb.is("happens") ? not_done : "不") : "";
}

} // namespace glassformer::grammar
