#include "core/trace/look/view_text.h"

#include "core/error.h"
#include "core/file/json/strict_json.h"
#include "core/file/weights/weights_digest.h"
#include "core/model/changes/change_text.h"
#include "core/text/characters/unicode.h"
#include "core/trace/look/attention_look_text.h"
#include "core/trace/look/link_text.h"
#include "core/trace/step/step_list.h"

#include <algorithm>
#include <array>
#include <limits>

namespace glassformer {
namespace {

constexpr std::string_view scheme = "glassformer:?";
constexpr std::int64_t most = std::numeric_limits<int>::max();

struct Field
{
    std::string_view name;
    LinkForm form;
    Json (*value)(const View&);
    void (*take)(View&, const JsonField&);
    bool is_of_comparison = false; ///< said only where there is one
};

Json decodingName(const View& view)
{
    switch (view.request.decoding.kind) {
    case DecodingKind::Sample:
        return "sample";
    case DecodingKind::Beam:
        return "beam";
    default:
        return "greedy";
    }
}

void takeDecoding(View& view, const JsonField& field)
{
    const std::string& name = field.oneOf({"greedy", "sample", "beam"});
    view.request.decoding.kind = name == "sample" ? DecodingKind::Sample
        : name == "beam"                          ? DecodingKind::Beam
                                                  : DecodingKind::Greedy;
}

Json forcedIds(const View& view)
{
    const std::vector<int>& ids = view.request.forced_target;
    return Json::array(std::vector<Json>(ids.begin(), ids.end()));
}

void takeForced(View& view, const JsonField& field)
{
    view.request.forced_target.clear();
    for (std::size_t i = 0; i < field.size(); ++i)
        view.request.forced_target.push_back(static_cast<int>(field.at(i).integer(0, most)));
}

Json changeTexts(const Changes& changes)
{
    std::vector<Json> texts;
    for (const Change& change : changes)
        texts.emplace_back(changeText(change));
    return Json::array(texts);
}

Changes changesOf(const JsonField& field)
{
    Changes changes;
    for (std::size_t i = 0; i < field.size(); ++i)
        changes.push_back(changeFromText(field.at(i).text()));
    return changes;
}

ComparedView& comparedIn(View& view)
{
    return view.compared ? *view.compared : view.compared.emplace();
}

Json comparedName(const View& view)
{
    return view.compared->with == ComparedWith::Model ? "model" : "sentence";
}

void takeCompared(View& view, const JsonField& field)
{
    comparedIn(view).with =
        field.oneOf({"sentence", "model"}) == "model" ? ComparedWith::Model : ComparedWith::Sentence;
}

Json pageName(const View& view)
{
    return view.compared->is_patching ? "patch" : "runs";
}

void takePage(View& view, const JsonField& field)
{
    comparedIn(view).is_patching = field.oneOf({"runs", "patch"}) == "patch";
}

template <std::string ComparedView::*member> constexpr Field comparedText(std::string_view name)
{
    return {name, LinkForm::Text, [](const View& view) { return Json(*view.compared.*member); },
        [](View& view, const JsonField& field) { comparedIn(view).*member = field.text(); }, true};
}

Json stepName(const View& view)
{
    return stepId(view.selection.step);
}

void takeStep(View& view, const JsonField& field)
{
    const std::optional<StepKind> step = stepFromId(field.text());
    if (!step)
        field.refuse(Message::tr("the name of a step, such as softmax"));
    view.selection.step = *step;
}

void takeDigest(View& view, const JsonField& field)
{
    if (!field.text().empty() && !isWeightsDigest(field.text()))
        field.refuse(Message::tr("32 hexadecimal digits, or nothing"));
    view.model.digest = field.text();
}

template <std::string RunRequest::*member> constexpr Field requestText(std::string_view name)
{
    return {name, LinkForm::Text, [](const View& view) { return Json(view.request.*member); },
        [](View& view, const JsonField& field) { view.request.*member = field.text(); }};
}

template <int Decoding::*member, int least> constexpr Field decodingCount(std::string_view name)
{
    return {name, LinkForm::Number, [](const View& view) { return Json(view.request.decoding.*member); },
        [](View& view, const JsonField& field) {
            view.request.decoding.*member = static_cast<int>(field.integer(least, most));
        }};
}

/** A number that is above 0, or not bounded below. */
template <double Decoding::*member, bool is_positive> constexpr Field decodingNumber(std::string_view name)
{
    return {name, LinkForm::Number, [](const View& view) { return Json(view.request.decoding.*member); },
        [](View& view, const JsonField& field) {
            constexpr double largest = 1e6, least = is_positive ? 1e-6 : -largest;
            view.request.decoding.*member = field.number(least, largest);
        }};
}

template <int Selection::*member> constexpr Field place(std::string_view name)
{
    return {name, LinkForm::Number, [](const View& view) { return Json(view.selection.*member); },
        [](View& view, const JsonField& field) {
            view.selection.*member = static_cast<int>(field.integer(0, most));
        }};
}

template <std::optional<int> Selection::*member> constexpr Field cell(std::string_view name)
{
    return {name, LinkForm::Index,
        [](const View& view) {
            const std::optional<int>& index = view.selection.*member;
            return index ? Json(*index) : Json(nullptr);
        },
        [](View& view, const JsonField& field) {
            std::optional<int>& index = view.selection.*member;
            index.reset();
            if (!field.json().isNull())
                index = static_cast<int>(field.integer(0, most));
        }};
}

/** A part of how maps are looked at, by its name. */
template <std::string (*name_of)(const AttentionLook&), void (*take)(AttentionLook&, const JsonField&)>
constexpr Field look(std::string_view name)
{
    return {name, LinkForm::Text, [](const View& view) { return Json(name_of(view.selection.attention)); },
        [](View& view, const JsonField& field) { take(view.selection.attention, field); }};
}

Json summedRows(const View& view)
{
    const std::vector<int>& rows = view.selection.attention.summed;
    return Json::array(std::vector<Json>(rows.begin(), rows.end()));
}

void takeSummed(View& view, const JsonField& field)
{
    std::vector<int>& rows = view.selection.attention.summed;
    rows.clear();
    for (std::size_t i = 0; i < field.size(); ++i)
        rows.push_back(static_cast<int>(field.at(i).integer(0, most)));
}

Json markedHeads(const View& view)
{
    const std::vector<std::string> names = markedNames(view.selection.attention);
    return Json::array(std::vector<Json>(names.begin(), names.end()));
}

// The request first, then from "step" on the selection.
constexpr std::array all_fields{
    Field{"model", LinkForm::Text, [](const View& view) { return Json(view.model.name); },
        [](View& view, const JsonField& field) { view.model.name = field.text(); }},
    Field{"digest", LinkForm::Text, [](const View& view) { return Json(view.model.digest); }, takeDigest},
    requestText<&RunRequest::text>("text"),
    requestText<&RunRequest::target_language>("to"),
    requestText<&RunRequest::source_language>("from"),
    Field{"decoding", LinkForm::Text, decodingName, takeDecoding},
    decodingNumber<&Decoding::temperature, true>("temperature"),
    decodingCount<&Decoding::top_k, 0>("top_k"),
    decodingNumber<&Decoding::top_p, true>("top_p"),
    Field{"seed", LinkForm::Number, [](const View& view) { return Json(view.request.decoding.seed); },
        [](View& view, const JsonField& field) {
            view.request.decoding.seed =
                static_cast<std::uint32_t>(field.integer(0, std::numeric_limits<std::uint32_t>::max()));
        }},
    decodingCount<&Decoding::beam_size, 1>("beam_size"),
    decodingNumber<&Decoding::length_penalty, false>("length_penalty"),
    decodingCount<&Decoding::max_new_tokens, 1>("max_new_tokens"),
    Field{"forced", LinkForm::Numbers, forcedIds, takeForced},
    Field{"changes", LinkForm::Texts, [](const View& view) { return changeTexts(view.request.changes); },
        [](View& view, const JsonField& field) { view.request.changes = changesOf(field); }},
    Field{"step", LinkForm::Text, stepName, takeStep},
    place<&Selection::encoder_layer>("encoder_layer"),
    place<&Selection::decoder_layer>("decoder_layer"),
    place<&Selection::head>("head"),
    place<&Selection::position>("position"),
    place<&Selection::token>("token"),
    cell<&Selection::query>("query"),
    cell<&Selection::key>("key"),
    place<&Selection::dimension>("dimension"),
    cell<&Selection::word>("word"),
    look<&mapName, &takeMap>("map"),
    look<&sinkName, &takeSink>("sink"),
    look<&wordsName, &takeWords>("words"),
    look<&traitName, &takeTrait>("heads_by"),
    look<&orderName, &takeOrder>("heads_order"),
    look<&pictureName, &takePicture>("picture"),
    Field{"summed", LinkForm::Numbers, summedRows, takeSummed},
    Field{"marked", LinkForm::Texts, markedHeads,
        [](View& view, const JsonField& field) { takeMarked(view.selection.attention, field); }},
    Field{"compared", LinkForm::Text, comparedName, takeCompared, true},
    comparedText<&ComparedView::text>("compared_text"),
    comparedText<&ComparedView::model>("compared_model"),
    Field{"compared_changes", LinkForm::Texts,
        [](const View& view) { return changeTexts(view.compared->changes); },
        [](View& view, const JsonField& field) { comparedIn(view).changes = changesOf(field); }, true},
    Field{"compared_page", LinkForm::Text, pageName, takePage, true},
};

const Field* findField(std::string_view name)
{
    const auto found = std::find_if(
        all_fields.begin(), all_fields.end(), [name](const Field& field) { return field.name == name; });
    return found == all_fields.end() ? nullptr : &*found;
}

std::string_view trimmed(std::string_view text)
{
    constexpr std::string_view blanks = " \t\r\n";
    const std::size_t begin = std::min(text.find_first_not_of(blanks), text.size());
    return text.substr(begin, text.find_last_not_of(blanks) + 1 - begin);
}

} // namespace

ViewText ViewText::of(const View& view)
{
    ViewText text;
    for (const Field& field : all_fields)
        if (!field.is_of_comparison || view.compared)
            text.m_fields.push_back({std::string(field.name), field.value(view)});
    return text;
}

ViewText ViewText::ofRequest(const View& view)
{
    ViewText text = of(view);
    const auto first_place = std::find_if(text.m_fields.begin(), text.m_fields.end(),
        [](const JsonMember& said) { return said.key == "step"; });
    text.m_fields.erase(first_place, text.m_fields.end());
    return text;
}

bool ViewText::isLink(std::string_view text)
{
    return trimmed(text).substr(0, scheme.size()) == scheme;
}

ViewText ViewText::fromLink(std::string_view link)
{
    link = trimmed(link);
    if (!isLink(link))
        throw Error({Message::tr("no link"), std::string("glassformer:"),
            Message::tr("glassformer:? and fields of a view"), {}});
    ViewText text;
    link.remove_prefix(scheme.size());
    if (link.empty())
        return text;
    forEachPart(link, '&', [&text](std::string_view part) {
        const std::size_t equals = part.find('=');
        const std::string_view name = part.substr(0, equals);
        const Field* const field = findField(name);
        if (!field)
            refuseLink(Message::tr("an unknown field"), name,
                Message::tr("a field of a view, such as text or step"));
        if (equals == std::string_view::npos)
            refuseLink(Message::tr("a field without \"=\""), name, Message::tr("a field and its value"));
        if (text.has(name))
            refuseLink(Message::tr("a field that stands twice"), name, Message::tr("each field once"));
        text.m_fields.push_back(
            {std::string(name), valueFromLink(field->form, part.substr(equals + 1), name)});
    });
    text.over({});
    return text;
}

ViewText ViewText::fromJson(std::string_view json, const std::string& where)
{
    ViewText text;
    text.m_where = where;
    const Json root = parseJson(json, where);
    for (const JsonMember& member : JsonField(root, where).members())
        text.m_fields.push_back(member);
    text.over({});
    return text;
}

ViewText ViewText::fromLinkOrJson(std::string_view text, const std::string& where)
{
    return isLink(text) ? fromLink(text) : fromJson(text, where);
}

bool ViewText::has(std::string_view field) const
{
    return std::any_of(
        m_fields.begin(), m_fields.end(), [field](const JsonMember& said) { return said.key == field; });
}

void ViewText::set(const std::string& field, Json value)
{
    remove(field);
    m_fields.push_back({field, std::move(value)});
}

void ViewText::remove(std::string_view field)
{
    m_fields.erase(std::remove_if(m_fields.begin(), m_fields.end(),
                       [field](const JsonMember& said) { return said.key == field; }),
        m_fields.end());
}

View ViewText::over(View before) const
{
    const Json root = Json::object(m_fields);
    const JsonField all(root, m_where);
    for (const JsonMember& said : m_fields)
        if (!findField(said.key))
            all[said.key].refuse(
                Message::tr("a field of a view, such as text or step"), Message::tr("an unknown field"));
    for (const Field& field : all_fields)
        if (const auto said = all.find(field.name))
            field.take(before, *said);
    return before;
}

std::string ViewText::link() const
{
    std::string link(scheme);
    for (const JsonMember& said : m_fields)
        link += (link.size() > scheme.size() ? "&" : "") + said.key + "=" + linkValue(said.value);
    return link;
}

std::string ViewText::json(int indent) const
{
    return jsonText(Json::object(m_fields), indent);
}

} // namespace glassformer
