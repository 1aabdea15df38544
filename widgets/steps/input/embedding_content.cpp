#include "widgets/steps/input/embedding_content.h"

#include "widgets/look/number_text.h"
#include "widgets/look/word_class_name.h"
#include "widgets/pictures/trace_content.h"

#include <QCoreApplication>

namespace glassformer {
namespace {

struct MapText
{
    Q_DECLARE_TR_FUNCTIONS(glassformer::EmbeddingView)
};

} // namespace

std::vector<MapWord> mapWordsOf(const PrincipalPlane& plane, const TokenOf& token_of)
{
    std::vector<MapWord> words;
    for (std::size_t id = 0; id < plane.points.size(); ++id) {
        const Token word = token_of(int(id));
        const auto [x, y] = plane.points[id];
        words.push_back({textOf(word), {double(x), double(y)}, word.is_special});
    }
    return words;
}

namespace {

/** Kinds of words have colours of their own, where they are known. */
void colourClasses(WordMapContent& map, const std::shared_ptr<const WordClasses>& classes)
{
    map.classes.clear();
    for (const std::string& name : classes ? classes->names : std::vector<std::string>())
        map.classes.push_back(wordClassName(name));
    for (std::size_t id = 0; id < map.words.size(); ++id)
        map.words[id].word_class = classes && id < classes->of.size() ? classes->of[id] : -1;
}

} // namespace

void markMap(WordMapContent& map, const Trace& trace, const Measured& measured, int chosen)
{
    colourClasses(map, measured.classes);
    const auto is_there = [&](int id) { return id >= 0 && std::size_t(id) < map.words.size(); };
    map.path.clear();
    map.near.clear();
    for (const Token& word : trace.source)
        if (!word.is_special && is_there(word.id))
            map.path.push_back(word.id);
    if (measured.near)
        for (const NearRow& word : measured.near->words)
            map.near.push_back(word.row);
    map.chosen = is_there(chosen) ? std::optional<int>(chosen) : std::nullopt;
    map.x_title = MapText::tr("first principal component: %1 of the variance")
                      .arg(percentText(measured.plane->shares[0]));
    map.y_title = MapText::tr("second: %1").arg(percentText(measured.plane->shares[1]));
}

} // namespace glassformer
