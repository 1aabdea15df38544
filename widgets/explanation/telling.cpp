#include "widgets/explanation/telling.h"

#include "core/experiment/explanation/weighted_sum.h"
#include "widgets/look/number_text.h"

#include <algorithm>

namespace glassformer {
namespace {

using Part = TellingStage::Part;

constexpr int most_bar_stages = 64; ///< the terms of a head one by one, thousands some at a time
constexpr int fill_stages = 6;

void addSection(std::vector<TellingStage>& stages, const ExplanationSection& section, std::size_t index)
{
    const Cover covered{Cover::Open::Nothing};
    if (!section.entering.empty())
        stages.push_back({index, Part::Enter, 0, covered});
    const int bars = int(section.bars.size());
    const int at_once = section.bars_add_up ? (bars + most_bar_stages - 1) / most_bar_stages : bars;
    for (int shown = std::min(at_once, bars); bars > 0; shown = std::min(bars, shown + at_once)) {
        stages.push_back({index, Part::Bars, shown, covered});
        if (shown == bars)
            break;
    }
    for (int shown = 1; shown <= int(section.strips.size()); ++shown)
        stages.push_back({index, Part::Strips, shown, covered});
    stages.push_back({index, Part::Text, 0, covered});
}

} // namespace

std::vector<TellingStage> tellingOf(const ExplanationContent& content)
{
    const auto has_terms = [](const ExplanationSection& section) {
        return !section.bars.empty() || !section.strips.empty();
    };
    if (std::none_of(content.sections.begin(), content.sections.end(), has_terms))
        return {};
    std::vector<TellingStage> stages;
    for (std::size_t i = 0; i < content.sections.size(); ++i)
        addSection(stages, content.sections[i], i);
    const std::size_t end = content.sections.size();
    stages.push_back({end, Part::Picture, 0, {Cover::Open::Cell}});
    stages.push_back({end, Part::Picture, 0, {Cover::Open::Row}});
    for (int i = 1; i < fill_stages; ++i)
        stages.push_back({end, Part::Picture, 0, {Cover::Open::Rows, double(i) / fill_stages}});
    stages.push_back({end, Part::Picture, 0, {Cover::Open::All}});
    return stages;
}

ExplanationContent toldContent(const ExplanationContent& content, const TellingStage& stage)
{
    ExplanationContent told = content;
    if (stage.part == Part::Picture)
        return told;
    told.notice.clear();
    told.sections.resize(stage.section + 1);
    ExplanationSection& section = told.sections.back();
    section.shows_entering = true;
    if (stage.part == Part::Text)
        return told;
    section.text.clear();
    section.bars_remark.clear();
    section.marked_bar = -1;
    section.bars_limit = largestSize(section.bars);
    const int terms = int(section.bars.size());
    const int shown = stage.part == Part::Bars ? stage.count : stage.part == Part::Enter ? 0 : terms;
    if (section.bars_add_up && shown > 0)
        section.bars_remark = ExplanationContent::tr("sum of the first %1 of %2: %3")
                                  .arg(QString::number(shown), QString::number(terms),
                                      numberText(sumOfFirst(section.bars, std::size_t(shown)), 4));
    std::fill(section.bars.begin() + shown, section.bars.end(), 0.0f);
    if (stage.part == Part::Strips)
        section.strips.resize(std::size_t(stage.count));
    else
        section.strips.clear();
    return told;
}

} // namespace glassformer
