#include "core/learn/grammar/readings.h"

#include "core/learn/grammar/composer/adverbs.h"
#include "core/learn/grammar/editable_utterance.h"

#include <algorithm>
#include <functional>
#include <initializer_list>
#include <set>

namespace glassformer::grammar {
namespace {

constexpr std::size_t most_readings =
    400; ///< of one language; longer sentences have more, of which these are the nearest

/** One other way to mean one place of an utterance. */
struct Turn
{
    int site = 0; ///< two turns of one site exclude each other
    std::function<void(Utterance&)> apply;
};

/** Words that are another's equal in one of the languages. */
template <typename Word> std::vector<const Word*> lookAlikes(const std::vector<Word>& words, const Word* word)
{
    std::vector<const Word*> found;
    for (const Word& other : words)
        if (word && &other != word && (other.english == word->english || other.chinese == word->chinese))
            found.push_back(&other);
    return found;
}

bool canBe(const Nominal& nominal, const std::string& class_and_tag)
{
    return !nominal.noun || isOf(*nominal.noun, class_and_tag);
}

/** Whether the world lets this subject do that to this object. */
bool canBeDone(const Verb& verb, const Clause& clause)
{
    return std::any_of(verb.uses.begin(), verb.uses.end(), [&clause](const VerbUse& use) {
        if (!canBe(clause.subject, use.subject) || use.objects.empty() != !clause.object)
            return false;
        return !clause.object
            || std::any_of(use.objects.begin(), use.objects.end(),
                [&clause](const std::string& object) { return canBe(*clause.object, object); });
    });
}

/** Collects the turns of an utterance, place by place. */
class Turns
{
public:
    Turns(const Utterance& utterance, const Words& words)
        : m_words(words)
        , m_parts(utterance)
        , m_says_pronoun_first(utterance.clause_first || utterance.parts.front().joint)
    {
        for (std::size_t i = 0; i < m_parts.nominals().size(); ++i)
            turnNominal(i);
        for (std::size_t i = 0; i < m_parts.clauses().size(); ++i)
            turnClause(i);
        turnTense();
        turnManner();
    }

    std::vector<Turn> take() { return std::move(m_turns); }

private:
    void add(std::function<void(Utterance&)> apply) { m_turns.push_back({m_site, std::move(apply)}); }
    template <typename Change> void addNominal(std::size_t index, Change change)
    {
        add([index, change](Utterance& said) {
            EditableUtterance own(said);
            change(*own.nominals()[index]);
            said = std::move(own.utterance());
        });
    }
    template <typename Change> void addClause(std::size_t index, Change change)
    {
        add([index, change](Utterance& said) {
            EditableUtterance own(said);
            change(*own.clauses()[index]);
            said = std::move(own.utterance());
        });
    }

    /** The truck tows it: not itself. */
    bool isDoneBy(const Nominal& subject, const Nominal& pronoun) const
    {
        return std::any_of(m_parts.clauses().begin(), m_parts.clauses().end(), [&](const Clause* clause) {
            if (&clause->subject != &subject && clause->subject.joined.get() != &subject)
                return false;
            for (const std::optional<Nominal>* own :
                {&clause->object, &clause->recipient, &clause->beneficiary, &clause->company})
                if (*own && &**own == &pronoun)
                    return true;
            return false;
        });
    }

    /**
     * Whether a pronoun may stand for something that the utterance has named, or will name at once (because it was too wide,
     * the animal ...): its gender is known then.
     */
    bool mayStandForNamed(std::size_t index) const
    {
        const std::vector<Nominal*>& nominals = m_parts.nominals();
        const Nominal& pronoun = *nominals[index];
        const auto end =
            m_says_pronoun_first ? nominals.end() : nominals.begin() + static_cast<std::ptrdiff_t>(index);
        return std::any_of(nominals.begin(), end, [&](const Nominal* other) {
            return !other->pronoun && other->isFrenchPlural() == pronoun.isFrenchPlural()
                && other->isFeminine() == pronoun.isFeminine() && !isDoneBy(*other, pronoun);
        });
    }

    void turnNominal(std::size_t index)
    {
        const Nominal& nominal = *m_parts.nominals()[index];
        ++m_site;
        if (nominal.pronoun) {
            if (!mayStandForNamed(index))
                turnPronoun(index, nominal);
            return;
        }
        if (!nominal.noun)
            return;
        turnNumber(index, nominal);
        ++m_site;
        for (const Noun* other : lookAlikes(m_words.nouns, nominal.noun))
            if (other->word_class == nominal.noun->word_class)
                addNominal(index, [other](Nominal& own) { own.noun = other; });
        for (std::size_t at = 0; at < nominal.adjectives.size(); ++at) {
            ++m_site;
            for (const Adjective* other : lookAlikes(m_words.adjectives, nominal.adjectives[at]))
                if (canBeSaidOf(*other, *nominal.noun))
                    addNominal(index, [at, other](Nominal& own) { own.adjectives[at] = other; });
        }
    }

    void turnPronoun(std::size_t index, const Nominal& nominal)
    {
        for (const bool feminine : {false, true})
            for (const bool person : {false, true})
                addNominal(index, [feminine, person](Nominal& own) {
                    own.stands_for_feminine = feminine;
                    own.stands_for_person = person;
                });
        if (nominal.pronoun == Who::You || nominal.pronoun == Who::YouAll)
            for (const Who who : {Who::You, Who::YouAll})
                addNominal(index, [who](Nominal& own) { own.pronoun = who; });
    }

    void turnNumber(std::size_t index, const Nominal& nominal)
    {
        // 那些书 are the books, or those.
        static constexpr std::array open{
            Determiner::The, Determiner::That, Determiner::A, Determiner::Generic};
        const bool is_open =
            std::find(open.begin(), open.end(), nominal.determiner) != open.end() && !nominal.superlative;
        for (const bool plural : {false, true}) {
            if (plural && nominal.noun->isMass())
                continue;
            if (!is_open) {
                addNominal(index, [plural](Nominal& own) { own.plural = plural; });
                continue;
            }
            for (const Determiner determiner : open)
                if (determiner != Determiner::Generic || plural || nominal.noun->isMass())
                    addNominal(index, [plural, determiner](Nominal& own) {
                        own.plural = plural;
                        own.determiner = determiner;
                    });
        }
    }

    void turnClause(std::size_t index)
    {
        const Clause& clause = *m_parts.clauses()[index];
        ++m_site;
        if (clause.time) {
            addClause(index, [](Clause& own) { own.time_first = !own.time_first; });
            ++m_site;
            turnTime(index, *clause.time);
        }
        ++m_site;
        turnPlace(index, clause);
        ++m_site;
        if (clause.tense == Tense::Past)
            addClause(index, [](Clause& own) { own.marks_past = !own.marks_past; });
        ++m_site;
        for (const Verb* other : lookAlikes(m_words.verbs, clause.verb))
            if (canBeDone(*other, clause))
                addClause(index, [other](Clause& own) { own.verb = other; });
        ++m_site;
        turnAdjective(index, clause, &Clause::adjective);
        ++m_site;
        turnAdjective(index, clause, &Clause::second);
        ++m_site;
        for (const Modal modal : {Modal::Can, Modal::Must, Modal::Want, Modal::Should, Modal::HaveTo,
                 Modal::Need, Modal::GoingTo, Modal::WouldLike})
            if (clause.modal != Modal::None && modal != clause.modal)
                addClause(index, [modal](Clause& own) { own.modal = modal; });
        ++m_site;
        for (const Degree degree : {Degree::Plain, Degree::Very, Degree::Too})
            addClause(index, [degree](Clause& own) { own.degree = degree; });
        ++m_site;
        for (const bool progressive : {false, true})
            for (const bool perfect : {false, true})
                if (clause.kind == Clause::Kind::Does)
                    addClause(index, [progressive, perfect](Clause& own) {
                        own.progressive = progressive;
                        own.perfect = perfect;
                    });
    }

    /** 每个星期六 is every Saturday, and on Saturdays. */
    void turnTime(std::size_t index, const Adverb& time)
    {
        for (const Adverb& other : times) {
            const bool looks_alike = std::string_view(other.english) == time.english
                || std::string_view(other.chinese) == time.chinese;
            if (looks_alike && &other != &time)
                addClause(index, [&other](Clause& own) { own.time = &other; });
        }
    }

    /** To read the book on the table is to read on the table, for all that English says. */
    void turnPlace(std::size_t index, const Clause& clause)
    {
        const Nominal* object = clause.object && clause.object->noun ? &*clause.object : nullptr;
        if (!object || clause.kind != Clause::Kind::Does || !clause.place == !object->place)
            return;
        addClause(index, [](Clause& own) { std::swap(own.place, own.object->place); });
    }

    void turnAdjective(std::size_t index, const Clause& clause, const Adjective* Clause::*adjective)
    {
        for (const Adjective* other : lookAlikes(m_words.adjectives, clause.*adjective))
            if (!clause.subject.noun || canBeSaidOf(*other, *clause.subject.noun))
                addClause(index, [adjective, other](Clause& own) { own.*adjective = other; });
    }

    /** All clauses of one time stand in another: reasons and conditions go along with what they explain. */
    void turnTense()
    {
        ++m_site;
        std::vector<std::size_t> untimed;
        for (std::size_t i = 0; i < m_parts.clauses().size(); ++i)
            if (!m_parts.clauses()[i]->time)
                untimed.push_back(i);
        if (untimed.size() != m_parts.clauses().size())
            return;
        for (const Tense tense : {Tense::Past, Tense::Present, Tense::Future})
            add([untimed, tense](Utterance& said) {
                EditableUtterance own(said);
                for (const std::size_t i : untimed)
                    own.clauses()[i]->tense = tense;
                said = std::move(own.utterance());
            });
    }

    void turnManner()
    {
        for (bool ChineseManner::*choice :
            {&ChineseManner::drops_one, &ChineseManner::uses_ba, &ChineseManner::is_short,
                &ChineseManner::says_year, &ChineseManner::leaves_those, &ChineseManner::turns_will}) {
            ++m_site;
            for (const bool is_chosen : {false, true})
                add([choice, is_chosen](Utterance& said) { said.chinese.*choice = is_chosen; });
        }
        ++m_site;
        for (const bool formal : {false, true})
            add([formal](Utterance& said) { said.is_formal = formal; });
    }

    const Words& m_words;
    EditableUtterance m_parts;
    bool m_says_pronoun_first;
    std::vector<Turn> m_turns;
    int m_site = 0;
};

/** All readings that say the same in one language: one turn more with every round, until there are too many. */
class Search
{
public:
    Search(const Utterance& utterance, const Words& words, const FrenchVerbs& verbs)
        : m_words(words)
        , m_verbs(verbs)
        , m_own(textOf(utterance))
    {
        m_found.push_back({m_own, {true, true, true}});
        m_known.insert(m_own);
    }

    void search(const Utterance& utterance, std::size_t language, const std::vector<Turn>& turns)
    {
        struct State
        {
            Utterance said;
            std::size_t next = 0; ///< turns before this one were tried
        };
        std::vector<State> states{{utterance, 0}};
        for (std::size_t at = 0; at < states.size() && states.size() < most_readings; ++at)
            for (std::size_t i = states[at].next; i < turns.size() && states.size() < most_readings; ++i) {
                Utterance said = states[at].said;
                turns[i].apply(said);
                const Texts text = textOf(said);
                if (text[language] != m_own[language] || !isNew(text, language))
                    continue;
                std::size_t next = i + 1;
                while (next < turns.size() && turns[next].site == turns[i].site)
                    ++next;
                states.push_back({std::move(said), next});
            }
    }

    std::vector<Reading> take() { return std::move(m_found); }

private:
    using Texts = std::array<std::string, language_count>;

    /** With the synonyms that it was said with. */
    Texts textOf(const Utterance& utterance) const
    {
        Utterance said = utterance;
        said.pronoun = said.antecedent = said.rival = nullptr;
        said.cue = nullptr;
        return tell(said, m_verbs, &m_words.synonyms).text;
    }

    bool isNew(const Texts& text, std::size_t language)
    {
        if (!m_known.insert(text).second) {
            const auto known = std::find_if(m_found.begin(), m_found.end(),
                [&text](const Reading& reading) { return reading.text == text; });
            const bool was_known = known->reads_same[language];
            known->reads_same[language] = true;
            return !was_known;
        }
        Reading reading{text, {}};
        reading.reads_same[language] = true;
        m_found.push_back(std::move(reading));
        return true;
    }

    const Words& m_words;
    const FrenchVerbs& m_verbs;
    Texts m_own;
    std::vector<Reading> m_found;
    std::set<Texts> m_known;
};

} // namespace

std::vector<Reading> readingsOf(const Utterance& utterance, const Words& words, const FrenchVerbs& verbs)
{
    const std::vector<Turn> turns = Turns(utterance, words).take();
    Search search(utterance, words, verbs);
    for (std::size_t language = 0; language < language_count; ++language)
        search.search(utterance, language, turns);
    return search.take();
}

} // namespace glassformer::grammar
