#pragma once

#include "core/learn/grammar/composer/told_frames.h"
#include "core/tensor/random.h"

#include <functional>

namespace glassformer::grammar {

struct Filling;

/** Draws what can be said: who does what to whom, where, when, and why. Every draw of a noun draws its French gender first. */
class Composer
{
public:
    Composer(const Words& words, Random& random);

    /** Any sentence of the training mix; never one of a held-out combination. */
    Sentence sentence();
    /** The same with all that its words may mean; it draws no more. */
    JudgedSentence judgedSentence();
    /** Three to seven sentences that belong together, with persons, places and pronouns. */
    Sentence story();
    /** Two candidates, one of them plural: "it" or "they" says which is meant; never a held-out combination. */
    Sentence mixedNumbers();
    /** A twin of a set of combinations, as Corpus::twins() asks for. */
    Twin twin(TwinSet set, bool clause_first);

private:
    struct ClausePair
    {
        Clause first, second;
    };

    // doing.cpp, giving.cpp, being.cpp: one clause
    Clause action();
    Clause actionOf(Nominal subject, Tense tense);
    Clause personAction(Tense tense);
    Clause quality();
    Clause comparison();
    Clause identity();
    Clause whereabouts();
    Clause existence();
    Clause gift();
    Clause possession();
    Clause happening();
    Clause command();
    Clause ability();
    Clause pointed();
    Clause aged();
    Clause easyTo();
    std::shared_ptr<const Place> ownPlace(const Clause& clause);
    void nuance(Clause& clause, const VerbUse& use);
    void joinAnother(Nominal& nominal, double probability);
    const Adverb* presentMoment();
    // weather.cpp
    Clause weather(Tense tense, bool habitual);
    Clause lastingWeather();
    void placeInTime(Clause& weather);
    // nominals.cpp: somebody or something
    Nominal anybody();
    Nominal anyOf(const std::string& class_and_tag);
    Nominal simple(const std::string& class_and_tag);
    Nominal person();
    Nominal speaker();
    void dress(Nominal& nominal);
    void adorn(Nominal& nominal, double chance_of_one);
    void settle(Place& place);
    std::shared_ptr<const Place> placeFor(const Nominal& who);
    std::shared_ptr<const Place> thingPlace();
    // composer.cpp: any sentence
    Sentence drawn(std::vector<Reading>* readings);
    Utterance statement();
    Utterance order();
    Utterance construction();
    void typeCasually(Sentence& sentence);
    void tellOf(Nominal& nominal, Tense tense);
    void tellWhatIsDoneTo(Nominal& nominal, Tense tense);
    // sayings.cpp
    Sentence saying(std::vector<Reading>* readings);
    Sentence oneSaying(std::vector<Reading>* readings);
    std::vector<Reading> readingsOfSaying(const std::array<std::string, language_count>& ways,
        const Filling& filling, const Sentence& sentence);
    void fill(Filling& filling, const std::string& text);
    void callOut(Sentence& sentence, std::vector<Reading>* readings);
    Nominal nominalOf(const std::string& nouns);
    // asking.cpp
    Utterance question();
    Utterance whatIsDone();
    Utterance howMany();
    Utterance whoIs();
    // twins.cpp
    std::optional<ToldFrame> toldFrame(const Frame& frame, bool held_out_pair, bool genders_differ);
    Utterance twoCandidates();
    // reasons.cpp
    Utterance oneCandidate();
    Utterance unable();
    Utterance because();
    Utterance reasoned();
    Utterance refusal(bool is_so_that = false);
    const Adjective* reasonFor(const Noun& noun, bool negated, bool is_subject);
    // joined.cpp: clauses together
    Utterance conditional();
    Utterance contrast();
    Utterance thought();
    Utterance list();
    Utterance twoSentences();
    Utterance interrupted();
    Utterance soThat();
    // constructions.cpp, circumstances.cpp
    Clause deed(const std::function<bool(const Verb&, const VerbUse&)>& fits);
    Clause passive();
    Clause growth();
    Clause measured();
    Clause comparedDeed();
    Clause effect();
    Clause meanwhile();
    Clause eve();
    Clause experience();
    Clause formerHabit();
    Clause neither();
    Clause mixedQuality();
    // pairs.cpp
    Utterance pair();
    ClausePair twoDeeds();
    std::optional<ClausePair> oneDeedOfTwo();
    ClausePair twoQualities();
    ClausePair twoWeathers();
    ClausePair twoThatAreOrHave();
    Utterance concession();
    Utterance twoOfOneSpeaker();
    // stories.cpp
    Nominal introduce(Utterance& story, const Nominal& hero);
    void tellOfNeed(Utterance& story, const Nominal& hero);
    void tellOfLoss(Utterance& story, const Nominal& hero);
    void tellOfFriends(Utterance& story, const Nominal& hero);
    void tellOfPresent(Utterance& story, const Nominal& hero);
    void tellOfChase(Utterance& story);
    void tellOfCastle(Utterance& story);
    const Verb& verbNamed(const char* english, const char* particle = "") const;
    const Adjective& adjectiveNamed(const char* english) const;

    bool chance(double probability) { return m_random.uniform() < probability; }
    int below(int count) { return static_cast<int>(m_random.below(static_cast<std::uint32_t>(count))); }
    template <typename Items> auto& any(Items& items)
    {
        return items[static_cast<std::size_t>(below(static_cast<int>(std::size(items))))];
    }
    const Noun& noun(const std::string& class_and_tag, int feminine = -1);
    const Noun& nounAs(const std::string& class_and_tag, bool feminine);
    const std::array<std::vector<const Noun*>, 2>& nounsOf(
        const std::string& class_and_tag, bool with_others);
    const Verb& verbWith(const std::function<bool(const Verb&, const VerbUse&)>& fits, const VerbUse*& use);
    const Adjective* adjectiveFor(const Noun& noun, const std::function<bool(const Adjective&)>& fits);
    const Adverb* timeFor(Tense tense);
    Tense tense();

    const Words& m_words;
    FrenchVerbs m_verbs;
    Random& m_random;
    // To draw from, first words more often.
    std::vector<const Noun*> m_all_nouns;
    std::vector<const Verb*> m_all_verbs;
    std::map<std::string, std::array<std::vector<const Noun*>, 2>> m_nouns; ///< by class, by gender
};

} // namespace glassformer::grammar
