#include "core/learn/grammar/composer.h"

#include "core/learn/grammar/numerals.h"

#include <array>

namespace glassformer::grammar {

Composer::Composer(const Words& words, Random& random)
    : m_words(words)
    , m_verbs(words.conjugations)
    , m_random(random)
{
}

Utterance Composer::statement()
{
    Utterance said;
    const double draw = m_random.uniform();
    if (draw < 0.45)
        said.add(nullptr, action());
    else if (draw < 0.59)
        said.add(nullptr, quality());
    else if (draw < 0.65)
        said.add(nullptr, comparison());
    else if (draw < 0.74)
        said.add(nullptr, identity());
    else if (draw < 0.82)
        said.add(nullptr, whereabouts());
    else if (draw < 0.89)
        said.add(nullptr, existence());
    else if (draw < 0.95)
        said.add(nullptr, gift());
    else if (draw < 0.97)
        said.add(nullptr, ability());
    else
        said.add(nullptr, weather(tense(), false));
    // The dog that chased the cat was tired.
    Clause& clause = said.parts.front().clause;
    Nominal& subject = clause.subject;
    const bool can_tell = subject.noun && !subject.place && !subject.superlative
        && subject.determiner == Determiner::The && clause.kind != Clause::Kind::Exists
        && clause.kind != Clause::Kind::Fixed;
    if (can_tell && chance(0.2) && (subject.noun->isPerson() || subject.noun->word_class == "animal")) {
        Nominal bare = subject;
        bare.adjectives.clear();
        Clause relative = actionOf(bare, clause.tense == Tense::Future ? Tense::Present : clause.tense);
        relative.time = nullptr;
        relative.modal = Modal::None;
        relative.marks_past = false;
        subject.relative = std::make_shared<const Clause>(std::move(relative));
    }
    return said;
}

Utterance Composer::question()
{
    for (;;) {
        Utterance said = statement();
        Clause& clause = said.parts.front().clause;
        if (clause.kind == Clause::Kind::Fixed || clause.more || clause.subject.relative)
            continue;
        said.end = '?';
        static constexpr std::array ways{Asking::YesNo, Asking::YesNo, Asking::Who, Asking::What,
            Asking::Where, Asking::Why, Asking::When};
        const Asking asking = any(ways);
        const bool does = clause.kind == Clause::Kind::Does && clause.modal == Modal::None;
        if (clause.subject.pronoun == Who::I && chance(0.7))
            clause.subject.pronoun = Who::You;
        switch (asking) {
        case Asking::YesNo:
            if (clause.negated || clause.manner)
                continue;
            break;
        case Asking::Who:
            if (!does || !clause.subject.isPerson() || (clause.object && clause.object->pronoun))
                continue;
            clause.subject = Nominal{};
            clause.subject.pronoun = Who::He;
            break;
        case Asking::What:
            if (!does || !clause.object || clause.object->isPerson() || clause.object->pronoun
                || clause.recipient || !clause.verb->french_preposition.empty() || clause.negated
                || clause.manner || !clause.verb->french_tail.empty() || !clause.verb->particle.empty())
                continue;
            clause.place.reset();
            break;
        case Asking::Where:
            if (clause.kind == Clause::Kind::IsAt && !clause.negated && clause.tense == Tense::Present)
                break;
            if (!does || !clause.place || clause.negated)
                continue;
            break;
        case Asking::Why:
            if ((!does && clause.kind != Clause::Kind::Is) || clause.manner)
                continue;
            break;
        case Asking::When:
            if (!does || clause.time || clause.progressive || clause.negated || clause.verb->is("state")
                || clause.manner || clause.tense == Tense::Present)
                continue;
            break;
        case Asking::Nothing:
            continue;
        }
        clause.asking = asking;
        return said;
    }
}

Utterance Composer::order()
{
    Utterance said;
    said.add(nullptr, command());
    return said;
}

Sentence Composer::saying()
{
    const Saying& saying = any(m_words.sayings);
    const Name& name = any(m_words.names);
    const int number = 2 + below(98);
    const int hour = 1 + below(12);
    const auto fill = [](std::string text, const std::string& slot, const std::string& value) {
        for (std::size_t at = text.find(slot); at != std::string::npos;
             at = text.find(slot, at + value.size()))
            text.replace(at, slot.size(), value);
        return text;
    };
    Sentence sentence;
    for (std::size_t language = 0; language < language_count; ++language) {
        std::string text = saying.text[language];
        const bool zh = language == static_cast<std::size_t>(Language::Chinese);
        const bool fr = language == static_cast<std::size_t>(Language::French);
        text = fill(text, "{name}", zh ? name.chinese : name.text);
        text = fill(text, "{number}",
            zh       ? chineseNumber(number)
                : fr ? frenchNumber(number)
                     : englishNumber(number));
        text = fill(text, "{hour}", zh ? chineseNumber(hour) : englishNumber(hour));
        text = fill(text, "{hour_french}",
            hour == 12      ? "midi"
                : hour == 1 ? "une heure"
                            : frenchNumber(hour) + " heures");
        sentence.text[language] = text;
    }
    return sentence;
}

Sentence Composer::sentence()
{
    const double draw = m_random.uniform();
    if (draw < 0.03)
        return saying();
    Utterance said = draw < 0.20 ? twoCandidates()
        : draw < 0.25            ? oneCandidate()
        : draw < 0.65            ? statement()
        : draw < 0.74            ? question()
        : draw < 0.78            ? order()
        : draw < 0.83            ? conditional()
        : draw < 0.88            ? contrast()
        : draw < 0.91            ? thought()
        : draw < 0.93            ? list()
        : draw < 0.96            ? because()
                                 : twoSentences();
    said.is_formal = chance(0.12);
    const double manner = m_random.uniform();
    said.chinese = {
        .drops_one = manner<0.07, .uses_ba = manner> 0.9, .is_short = manner > 0.4 && manner < 0.5};
    return tell(said, m_verbs);
}

} // namespace glassformer::grammar
