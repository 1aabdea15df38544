#include "core/learn/grammar/composer/composer.h"

#include <array>

namespace glassformer::grammar {

namespace {

/** Hot and cold of somebody are felt: French and Chinese don't say so beside the noun. */
bool isFelt(const Adjective& adjective, const Noun& noun)
{
    return (noun.isPerson() || noun.word_class == "animal") && !adjective.feeling.empty()
        && adjective.feeling == adjective.masculine;
}

/** A mother-in-law, a great friend, an elder sister, a young woman: what French means by belle mère, grand ami, grande sœur, jeune fille. */
bool makesAnother(const Adjective& adjective, const Noun& noun)
{
    if (adjective.english == "beautiful")
        return noun.tags.count("family") > 0;
    if (adjective.english == "tall")
        return noun.tags.count("family") || noun.english == "friend" || noun.english == "little sister";
    return adjective.english == "young" && noun.english == "daughter";
}

constexpr Fixed in_class{"in our class", "de notre classe", "我们班"},
    in_world{"in the world", "du monde", "世界上"}, in_family{"in the family", "de la famille", "家里"},
    in_village{"in the village", "du village", "村里"}, in_city{"in the city", "de la ville", "城里"},
    on_farm{"on the farm", "de la ferme", "农场里"};

/** The tallest in our class, the biggest in the world. */
const Fixed* amongOf(const Noun& noun, double draw)
{
    if (noun.tags.count("family"))
        return &in_family;
    if (noun.isPerson())
        return noun.english == "student" || noun.english == "pupil" || noun.tags.count("child")
            ? (draw < 0.7 ? &in_class : &in_world)
            : draw < 0.5 ? &in_village
                         : &in_world;
    if (noun.word_class == "animal")
        return draw < 0.3 ? &on_farm : &in_world;
    if (noun.word_class == "building")
        return draw < 0.5 ? &in_city : &in_world;
    return &in_world;
}

/** Beef has no size. */
bool lacksShape(const Adjective& adjective, const Noun& noun)
{
    static const std::set<std::string> sizes{"big", "small", "huge", "tiny"};
    return noun.isMass() && !noun.tags.count("many") && !noun.tags.count("english_many")
        && sizes.count(adjective.english);
}

} // namespace

/** The nouns of a class by gender; others are names of trades and kin in the gender that they seldom have. */
const std::array<std::vector<const Noun*>, 2>& Composer::nounsOf(
    const std::string& class_and_tag, bool with_others)
{
    auto& known = m_nouns[with_others ? class_and_tag + "+" : class_and_tag];
    if (known[0].empty() && known[1].empty())
        for (const Noun& each : m_words.nouns)
            if (isOf(each, class_and_tag) && (with_others || !each.tags.count("other")))
                addToDraw(known[each.feminine ? 1 : 0], each);
    return known;
}

/** What somebody of this gender can be: she is a teacher, une professeure. */
const Noun& Composer::nounAs(const std::string& class_and_tag, bool feminine)
{
    return *any(nounsOf(class_and_tag, true)[feminine ? 1 : 0]);
}

const Noun& Composer::noun(const std::string& class_and_tag, int feminine)
{
    const auto& known = nounsOf(class_and_tag, false);
    std::size_t gender =
        feminine < 0 ? static_cast<std::size_t>(below(2)) : static_cast<std::size_t>(feminine);
    if (known[gender].empty())
        gender = 1 - gender;
    return *any(known[gender]);
}

const Adjective* Composer::adjectiveFor(const Noun& noun, const std::function<bool(const Adjective&)>& fits)
{
    std::vector<const Adjective*> fitting;
    for (const Adjective& adjective : m_words.adjectives)
        if (canBeSaidOf(adjective, noun) && fits(adjective) && !lacksShape(adjective, noun)
            && !(adjective.english == "handsome" && noun.feminine))
            addToDraw(fitting, adjective);
    return fitting.empty() ? nullptr : any(fitting);
}

/** With one adjective or two; of two the colour or kind stands next to the noun. */
void Composer::adorn(Nominal& nominal, double chance_of_one)
{
    if (!chance(chance_of_one))
        return;
    const auto stands_beside = [&nominal](const Adjective& adjective) {
        return adjective.place != AdjectivePlace::Predicate && adjective.english != "afraid"
            && !isFelt(adjective, *nominal.noun) && !makesAnother(adjective, *nominal.noun);
    };
    const Adjective* first = adjectiveFor(*nominal.noun, stands_beside);
    if (!first)
        return;
    nominal.adjectives.push_back(first);
    const bool is_last = first->place == AdjectivePlace::Colour || first->place == AdjectivePlace::Kind;
    if (!chance(0.25) || is_last)
        return;
    const Adjective* second = adjectiveFor(*nominal.noun, [&](const Adjective& adjective) {
        return adjective.place == AdjectivePlace::Colour
            || (first->place != AdjectivePlace::Before && adjective.place == AdjectivePlace::Before);
    });
    if (second && second->english != first->english)
        nominal.adjectives.push_back(second);
}

/** A noun with a determiner, and now and then an adjective. */
Nominal Composer::simple(const std::string& class_and_tag)
{
    Nominal nominal;
    nominal.noun = &noun(class_and_tag);
    const bool mass = nominal.noun->isMass();
    const bool is_single = nominal.noun->tags.count("single") > 0;
    nominal.plural = !mass && !is_single && (chance(0.25) || nominal.noun->tags.count("self_plural"));
    nominal.determiner = chance(0.7) ? Determiner::The : Determiner::A;
    return nominal;
}

Nominal Composer::anyOf(const std::string& class_and_tag)
{
    Nominal nominal = simple(class_and_tag);
    const bool mass = nominal.noun->isMass();
    const double draw = m_random.uniform();
    static constexpr std::array owners{Determiner::My, Determiner::Your, Determiner::His, Determiner::Her,
        Determiner::Our, Determiner::Their};
    const bool is_family = nominal.noun->tags.count("family") > 0;
    const bool is_whole_world = nominal.noun->word_class == "sky";
    if (is_whole_world && nominal.noun->english != "star" && nominal.noun->english != "cloud") {
        nominal.plural = false;
        nominal.determiner = Determiner::The;
        return nominal;
    }
    const auto& tags = nominal.noun->tags;
    if (nominal.noun->word_class == "work_of"
        && (tags.count("ball") || tags.count("court") || tags.count("board"))) {
        // Football, chess.
        nominal.determiner = Determiner::Generic;
        return nominal;
    }
    const bool is_body = nominal.noun->word_class == "body";
    const bool is_spouse = nominal.noun->english == "wife" || nominal.noun->english == "husband";
    if (is_body && chance(0.3)) {
        // The rabbit's ears.
        Nominal owner{.noun = &noun(chance(0.6) ? "animal" : "person")};
        owner.plural = owner.noun->tags.count("self_plural") > 0;
        nominal.determiner = Determiner::Owner;
        nominal.owner = std::make_shared<const Nominal>(std::move(owner));
        nominal.plural = nominal.noun->tags.count("paired") > 0 && chance(0.8);
        return nominal;
    }
    if (is_family || is_body || draw < 0.12) {
        nominal.determiner =
            is_spouse ? (nominal.noun->feminine ? Determiner::His : Determiner::Her) : any(owners);
        if (is_body)
            nominal.plural = nominal.noun->tags.count("paired") > 0 && chance(0.7);
        else if (!nominal.noun->isPerson())
            nominal.plural = nominal.plural
                && (nominal.noun->word_class == "clothes" || nominal.noun->word_class == "object"
                    || nominal.noun->word_class == "animal");
    } else if (draw < 0.17 && !mass) {
        nominal.determiner = Determiner::Number;
        nominal.number = chance(0.8) ? 2 + below(9) : 11 + below(90);
        nominal.plural = true;
    } else if (draw < 0.21) {
        nominal.determiner = Determiner::This;
    } else if (draw < 0.25) {
        nominal.determiner = Determiner::That;
    } else if (draw < 0.28 && !mass) {
        nominal.determiner = Determiner::Many;
        nominal.plural = true;
    } else if (draw < 0.30 && !mass) {
        nominal.determiner = Determiner::All;
        nominal.plural = true;
    } else if (draw < 0.35 && !nominal.noun->isPerson() && nominal.noun->word_class != "place") {
        nominal.determiner = Determiner::Owner;
        nominal.plural = false;
        Nominal owner;
        if (chance(nominal.noun->word_class == "part" ? 0 : 0.4)) {
            owner.name = &any(m_words.names);
        } else {
            const std::string& kind = nominal.noun->word_class;
            const bool is_part = (kind == "part" || kind == "room") && chance(0.7);
            owner.noun = &noun(is_part ? "building"
                    : chance(0.35)     ? "person:family"
                    : chance(0.7)      ? "person"
                                       : "animal");
            owner.plural = owner.noun->tags.count("self_plural") > 0;
            // My brother's car.
            if (owner.noun->tags.count("family"))
                owner.determiner = any(owners);
        }
        nominal.owner = std::make_shared<const Nominal>(std::move(owner));
    } else if (draw < 0.38) {
        nominal.determiner = Determiner::The;
        nominal.superlative = true;
        nominal.plural = nominal.noun->tags.count("self_plural") > 0;
        const Adjective* adjective = adjectiveFor(*nominal.noun, [&nominal](const Adjective& each) {
            if (isFelt(each, *nominal.noun) || makesAnother(each, *nominal.noun))
                return false;
            return (each.place == AdjectivePlace::Before && each.english != "new")
                || each.place == AdjectivePlace::After;
        });
        if (adjective)
            nominal.adjectives.push_back(adjective);
        nominal.superlative = adjective != nullptr;
        if (adjective && chance(0.35))
            nominal.among = amongOf(*nominal.noun, m_random.uniform());
        return nominal;
    } else if (draw < 0.41 && !nominal.noun->isPerson()) {
        if (auto place = thingPlace(); place && place->ground.noun != nominal.noun)
            nominal.place = std::move(place);
        nominal.determiner = Determiner::The;
    }
    if (nominal.determiner != Determiner::Number || nominal.number < 11)
        adorn(nominal, 0.24);
    return nominal;
}

Nominal Composer::speaker()
{
    static constexpr std::array everybody{
        Who::I, Who::I, Who::You, Who::He, Who::She, Who::We, Who::They, Who::He, Who::She, Who::They};
    Nominal nominal;
    nominal.pronoun = any(everybody);
    nominal.stands_for_feminine =
        nominal.pronoun == Who::She || (nominal.pronoun == Who::They && chance(0.15));
    return nominal;
}

/** The girl with the red hat, the man with glasses. */
void Composer::dress(Nominal& nominal)
{
    if (!nominal.noun || !nominal.isPerson() || nominal.isPlural() || !nominal.adjectives.empty())
        return;
    static constexpr std::array<std::pair<const char*, const char*>, 9> worn{{{"clothes", "red"},
        {"clothes", "blue"}, {"clothes", "black"}, {"clothes", "white"}, {"object:glasses", ""},
        {"object:umbrella", ""}, {"body:hair", "long"}, {"body:hair", "black"}, {"container:bag", ""}}};
    const auto& [what, how] = any(worn);
    Nominal thing;
    do
        thing.noun = &noun(what);
    while (thing.noun->english == "clothes");
    const bool is_many = thing.noun->isMass();
    const std::string& word = thing.noun->english;
    thing.plural = !is_many
        && (word == "shoe" || word == "boot" || word == "glove" || word == "sock" || word == "sandal"
            || word == "slipper");
    thing.determiner = is_many ? Determiner::Generic : Determiner::The;
    if (*how)
        thing.adjectives.push_back(&adjectiveNamed(how));
    nominal.wearing = std::make_shared<const Nominal>(std::move(thing));
}

/** Everyone, someone, nobody. */
Nominal Composer::anybody()
{
    static const std::array<Name, 3> names{{{"everyone", "大家", "tout le monde"},
        {"someone", "有人", "quelqu'un"}, {"nobody", "没有人", "personne", false, true}}};
    Nominal anybody;
    anybody.name = &any(names);
    return anybody;
}

Nominal Composer::person()
{
    if (chance(0.35))
        return speaker();
    if (chance(0.04)) {
        static const std::array<Name, 4> kin{{{"Mom", "妈妈", "maman", true}, {"Dad", "爸爸", "papa"},
            {"Grandma", "奶奶", "mamie", true}, {"Grandpa", "爷爷", "papi"}}};
        Nominal nominal;
        nominal.name = &any(kin);
        return nominal;
    }
    if (chance(0.15)) {
        Nominal nominal;
        nominal.name = &any(m_words.names);
        return nominal;
    }
    return anyOf("person");
}

/** On the island, not in it; and no country, which would be the countryside in English alone. */
void Composer::settle(Place& place)
{
    while (place.where == Where::In && place.ground.noun->tags.count("vast"))
        place.ground.noun = &noun("place");
    if (place.where == Where::In && place.ground.noun->tags.count("upon"))
        place.where = Where::On;
}

/** Where somebody is or does something. */
std::shared_ptr<const Place> Composer::placeFor(const Nominal& who)
{
    auto place = std::make_shared<Place>();
    const double draw = m_random.uniform();
    if (draw < 0.08 && who.isPerson()) {
        place->where = chance(0.6) ? Where::AtHome : Where::AtSchool;
        return place;
    }
    if (draw < 0.2) {
        static constexpr std::array groundless{
            Where::Outside, Where::Outside, Where::Outside, Where::Here, Where::There, Where::Here};
        place->where = any(groundless);
        return place;
    }
    if (draw < 0.26 && who.isPerson()) {
        static constexpr std::array far{Where::InCountry, Where::InTown, Where::AtSeaside, Where::InChina,
            Where::InFrance, Where::InParis, Where::InLondon};
        place->where = any(far);
        return place;
    }
    if (draw < 0.33 && who.isPerson()) {
        static constexpr std::array stops{"building:station", "building:airport", "place:market",
            "building:restaurant", "building:library", "building:museum", "building:cinema",
            "building:hospital", "building:zoo", "building:supermarket", "building:theatre", "place:beach",
            "building:hotel", "building:bank"};
        place->where = Where::At;
        place->ground = {.noun = &noun(any(stops))};
        return place;
    }
    static constexpr std::array inside{"building", "place", "room", "place"};
    if (draw < 0.55) {
        place->ground = {.noun = &noun(any(inside))};
    } else if (draw < 0.68) {
        place->where = Where::On;
        static constexpr std::array surfaces{"road", "furniture:bed", "furniture:sofa", "furniture:bench",
            "furniture:chair", "furniture:carpet"};
        do
            place->ground = {.noun = &noun(chance(0.4) ? surfaces[0] : any(surfaces))};
        while (place->ground.noun->tags.count("covered"));
    } else if (draw < 0.78) {
        place->where = Where::Under;
        place->ground = {.noun = &noun(chance(0.5) ? "furniture" : "nature:tree")};
    } else {
        static constexpr std::array around{Where::Behind, Where::InFrontOf, Where::Near, Where::NextTo,
            Where::Behind, Where::InFrontOf, Where::Near, Where::NextTo, Where::Around, Where::Opposite};
        static constexpr std::array things{"building", "nature:tree", "part", "furniture", "waters"};
        place->where = any(around);
        const bool is_house = place->where == Where::Opposite;
        place->ground = {.noun = &noun(is_house ? "building" : any(things))};
    }
    settle(*place);
    if (chance(0.1))
        adorn(place->ground, 1);
    return place;
}

/** Where a thing lies. */
std::shared_ptr<const Place> Composer::thingPlace()
{
    auto place = std::make_shared<Place>();
    static constexpr std::array wheres{Where::On, Where::On, Where::Under, Where::In, Where::In,
        Where::Behind, Where::InFrontOf, Where::Near, Where::NextTo, Where::Above};
    place->where = any(wheres);
    if (place->where == Where::In)
        place->ground = {.noun = &noun(chance(0.5) ? "container" : chance(0.5) ? "room" : "place")};
    else if (place->where == Where::On || place->where == Where::Under)
        place->ground = {.noun = &noun("furniture")};
    else
        place->ground = {.noun = &noun(chance(0.5) ? "furniture" : chance(0.5) ? "building" : "part")};
    settle(*place);
    return place;
}

} // namespace glassformer::grammar
