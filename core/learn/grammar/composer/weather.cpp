#include "core/learn/grammar/composer/adverbs.h"
#include "core/learn/grammar/composer/composer.h"

#include <array>

namespace glassformer::grammar {
namespace {

/** Weather by tense: habitual and progressive of the present, past, future. */
struct Weather
{
    Fixed habit, now, past, future;
};
constexpr std::array<Weather, 7> weathers{{
    {{"it rains", "il pleut", "下雨"}, {"it is raining", "il pleut", "正在下雨"},
        {"it rained", "il a plu", "下雨了"}, {"it will rain", "il pleuvra", "会下雨"}},
    {{"it snows", "il neige", "下雪"}, {"it is snowing", "il neige", "正在下雪"},
        {"it snowed", "il a neigé", "下雪了"}, {"it will snow", "il neigera", "会下雪"}},
    {{"it is cold", "il fait froid", "天气冷"}, {"it is cold", "il fait froid", "天气很冷"},
        {"it was cold", "il faisait froid", "当时天气很冷"},
        {"it will be cold", "il fera froid", "天气会很冷"}},
    {{"it is hot", "il fait chaud", "天气热"}, {"it is hot", "il fait chaud", "天气很热"},
        {"it was hot", "il faisait chaud", "当时天气很热"},
        {"it will be hot", "il fera chaud", "天气会很热"}},
    {{"the weather is nice", "il fait beau", "天气好"}, {"the weather is nice", "il fait beau", "天气很好"},
        {"the weather was nice", "il faisait beau", "当时天气很好"},
        {"the weather will be nice", "il fera beau", "天气会很好"}},
    {{"it is windy", "il y a du vent", "刮风"}, {"it is windy", "il y a du vent", "正在刮风"},
        {"it was windy", "il y avait du vent", "当时刮风"},
        {"it will be windy", "il y aura du vent", "会刮风"}},
    {{"it is dark", "il fait nuit", "天黑"}, {"it is dark", "il fait nuit", "天黑了"},
        {"it was dark", "il faisait nuit", "当时天黑了"}, {"it will be dark", "il fera nuit", "天会黑"}},
}};

} // namespace

Clause Composer::weather(Tense tense, bool habitual)
{
    const Weather& weather = any(weathers);
    Clause clause;
    clause.kind = Clause::Kind::Fixed;
    clause.tense = tense;
    clause.fixed = tense == Tense::Past ? &weather.past
        : tense == Tense::Future        ? &weather.future
        : habitual                      ? &weather.habit
                                        : &weather.now;
    if (tense == Tense::Present && !habitual && chance(0.3))
        clause.time = &present_moments[1];
    return clause;
}

} // namespace glassformer::grammar
