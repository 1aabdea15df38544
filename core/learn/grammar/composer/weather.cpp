#include "core/learn/grammar/composer/adverbs.h"
#include "core/learn/grammar/composer/composer.h"

#include <array>
#include <string_view>
#include <vector>

namespace glassformer::grammar {
namespace {

/** Weather by tense: habitual and progressive of the present, past, future. */
struct Weather
{
    Fixed habit, now, past, future;
    bool lasts = false; ///< whether its past tells what went on: it was raining
};
constexpr std::array<Weather, 17> weathers{{
    {{"it rains", "il pleut", "下雨"}, {"it is raining", "il pleut", "正在下雨"},
        {"it rained", "il a plu", "下雨了"}, {"it will rain", "il pleuvra", "会下雨"}},
    {{"it snows", "il neige", "下雪"}, {"it is snowing", "il neige", "正在下雪"},
        {"it snowed", "il a neigé", "下雪了"}, {"it will snow", "il neigera", "会下雪"}},
    {{"it rains", "il pleut", "下雨"}, {"it is raining", "il pleut", "在下雨"},
        {"it was raining", "il pleuvait", "当时正在下雨"}, {"it will rain", "il pleuvra", "会下雨"}, true},
    {{"it snows", "il neige", "下雪"}, {"it is snowing", "il neige", "在下雪"},
        {"it was snowing", "il neigeait", "当时正在下雪"}, {"it will snow", "il neigera", "会下雪"}, true},
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
        {"it was dark", "il faisait nuit", "当时天黑了"}, {"it will be dark", "il fera nuit", "天会黑"},
        true},
    {{"it doesn't rain", "il ne pleut pas", "不下雨"}, {"it isn't raining", "il ne pleut pas", "没有下雨"},
        {"it didn't rain", "il n'a pas plu", "没有下雨"}, {"it won't rain", "il ne pleuvra pas", "不会下雨"}},
    {{"it doesn't snow", "il ne neige pas", "不下雪"}, {"it isn't snowing", "il ne neige pas", "没有下雪"},
        {"it didn't snow", "il n'a pas neigé", "没有下雪"},
        {"it won't snow", "il ne neigera pas", "不会下雪"}},
    {{"it isn't cold", "il ne fait pas froid", "天气不冷"},
        {"it isn't cold", "il ne fait pas froid", "天气不冷"},
        {"it wasn't cold", "il ne faisait pas froid", "当时天气不冷"},
        {"it won't be cold", "il ne fera pas froid", "天气不会冷"}},
    {{"it is very cold", "il fait très froid", "天气非常冷"},
        {"it is very cold", "il fait très froid", "天气非常冷"},
        {"it was very cold", "il faisait très froid", "当时天气非常冷"},
        {"it will be very cold", "il fera très froid", "天气会非常冷"}, true},
    {{"it is very hot", "il fait très chaud", "天气非常热"},
        {"it is very hot", "il fait très chaud", "天气非常热"},
        {"it was very hot", "il faisait très chaud", "当时天气非常热"},
        {"it will be very hot", "il fera très chaud", "天气会非常热"}},
    {{"it is warm", "il fait doux", "天气暖和"}, {"it is warm", "il fait doux", "天气很暖和"},
        {"it was warm", "il faisait doux", "当时天气很暖和"},
        {"it will be warm", "il fera doux", "天气会很暖和"}},
    {{"it is cool", "il fait frais", "天气凉快"}, {"it is cool", "il fait frais", "天气很凉快"},
        {"it was cool", "il faisait frais", "当时天气很凉快"},
        {"it will be cool", "il fera frais", "天气会很凉快"}},
    {{"it is sunny", "il fait beau", "天晴"}, {"it is sunny", "il fait beau", "天气晴朗"},
        {"it was sunny", "il faisait beau", "当时天气晴朗"},
        {"it will be sunny", "il fera beau", "天气会晴朗"}},
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
    if (tense != Tense::Present && !habitual && chance(0.45))
        placeInTime(clause);
    if (!clause.time && !habitual && chance(0.12) && &weather < weathers.data() + 2) {
        auto place = std::make_shared<Place>();
        place->where = Where::Outside;
        clause.place = std::move(place);
    }
    // In winter it is cold.
    if (tense == Tense::Present && !clause.time && !clause.place && chance(0.25)) {
        // 冬天下雨, 冬天天气很冷
        const bool is_state = std::string_view(weather.habit.english) == weather.now.english
            && std::string_view(weather.now.chinese).rfind("正在", 0) != 0;
        clause.fixed = is_state ? &weather.now : &weather.habit;
        placeInTime(clause);
    }
    return clause;
}

/** It was raining when we left. */
Clause Composer::lastingWeather()
{
    static const std::vector<const Fixed*> lasting = [] {
        std::vector<const Fixed*> found;
        for (const Weather& weather : weathers)
            if (weather.lasts)
                found.push_back(&weather.past);
        return found;
    }();
    Clause clause;
    clause.kind = Clause::Kind::Fixed;
    clause.tense = Tense::Past;
    clause.fixed = any(lasting);
    return clause;
}

/** Yesterday, tomorrow, in winter. */
void Composer::placeInTime(Clause& weather)
{
    weather.time = timeFor(weather.tense);
    weather.marks_past = false;
}

} // namespace glassformer::grammar
