#include "core/text/sentence_piece/piece_family.h"

#include "core/error.h"
#include "core/file/strict_json.h"
#include "core/text/vocabulary.h"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <numeric>

namespace glassformer {
namespace {

/** Languages of mBART in the order of their ids (Liu et al. 2020; the published vocabulary). */
constexpr std::array mbart_languages{"ar_AR", "cs_CZ", "de_DE", "en_XX", "es_XX", "et_EE", "fi_FI", "fr_XX",
    "gu_IN", "hi_IN", "it_IT", "ja_XX", "kk_KZ", "ko_KR", "lt_LT", "lv_LV", "my_MM", "ne_NP", "nl_XX",
    "ro_RO", "ru_RU", "si_LK", "tr_TR", "vi_VN", "zh_CN"};

std::shared_ptr<const SentencePieceTokenizer> pieceModel(std::string_view bytes, const std::string& file)
{
    return std::make_shared<const SentencePieceTokenizer>(SentencePieceTokenizer::fromBytes(bytes, file));
}

/** Model ids are places in the SentencePiece model. */
PieceParts plainParts(std::string_view bytes, const std::string& file)
{
    PieceParts parts;
    parts.source = parts.target = pieceModel(bytes, file);
    const SentencePieceFile& model = parts.source->file();
    for (const SentencePiece& piece : model.pieces)
        parts.entries.push_back(piece.text);
    parts.id_of_piece.resize(parts.entries.size());
    std::iota(parts.id_of_piece.begin(), parts.id_of_piece.end(), 0);
    parts.piece_of_id = parts.id_of_piece;
    parts.special.unknown = model.unknown_id;
    parts.special.start = model.start_id.value_or(-1);
    parts.special.end = model.end_id.value_or(-1);
    parts.special.padding = model.padding_id.value_or(-1);
    return parts;
}

int idOf(const PieceParts& parts, const std::string& entry)
{
    const auto found = std::find(parts.entries.begin(), parts.entries.end(), entry);
    return found == parts.entries.end() ? -1 : static_cast<int>(found - parts.entries.begin());
}

int requireId(const PieceParts& parts, const std::string& entry, const std::string& file)
{
    const int id = idOf(parts, entry);
    if (id < 0)
        throw Error({Message::tr("no piece \"%1\"", entry), file,
            Message::tr("the special token that this model puts around texts"),
            Message::tr("The files may be of two models.")});
    return id;
}

int addEntry(PieceParts& parts, const std::string& entry)
{
    parts.entries.push_back(entry);
    parts.piece_of_id.push_back(-1);
    return static_cast<int>(parts.entries.size()) - 1;
}

/** A text may hold these special tokens, as far as the model has them. */
void findInTexts(PieceParts& parts, std::initializer_list<const char*> special)
{
    for (const char* text : special)
        if (const int id = idOf(parts, text); id >= 0)
            parts.special_texts[text] = id;
}

PieceParts llamaParts(std::string_view bytes, const std::string& file)
{
    PieceParts parts = plainParts(bytes, file);
    if (parts.special.start >= 0)
        parts.before = {parts.special.start};
    return parts;
}

/** T5's gaps stand behind the pieces, the last one first: 100, unless tokenizer_config.json says otherwise; mT5 has none. */
PieceParts t5Parts(const OlderTokenizer& older, std::string_view bytes, const std::string& file)
{
    PieceParts parts = plainParts(bytes, file);
    const auto extra = older.config.find("extra_ids");
    const std::int64_t gaps = extra && !extra->json().isNull() ? extra->integer(0, 10'000)
        : older.model_type == "mt5"                            ? 0
                                                               : 100;
    for (std::int64_t i = gaps; i-- > 0;) {
        const std::string text = "<extra_id_" + std::to_string(i) + ">";
        parts.special_texts[text] = addEntry(parts, text);
    }
    parts.after = {requireId(parts, "</s>", file)};
    return parts;
}

std::vector<NormalizerStep> albertNormalizer(const OlderTokenizer& older)
{
    const auto flag = [&older](const char* key, bool fallback) {
        const auto field = older.config.find(key);
        return field ? field->boolean() : fallback;
    };
    std::vector<NormalizerStep> steps;
    if (!flag("keep_accents", false)) {
        steps.emplace_back(normalize::Form{NormalForm::KD});
        steps.emplace_back(normalize::StripAccents{});
    }
    if (flag("do_lower_case", true))
        steps.emplace_back(normalize::Lowercase{});
    return steps;
}

PieceParts albertParts(const OlderTokenizer& older, std::string_view bytes, const std::string& file)
{
    PieceParts parts = plainParts(bytes, file);
    parts.normalizer = albertNormalizer(older);
    parts.special.classifier = requireId(parts, "[CLS]", file);
    parts.special.separator = requireId(parts, "[SEP]", file);
    parts.special.mask = idOf(parts, "[MASK]");
    findInTexts(parts, {"[CLS]", "[SEP]", "[MASK]"});
    parts.before = {parts.special.classifier};
    parts.after = {parts.special.separator};
    parts.pair = {{parts.special.separator}, 1};
    return parts;
}

/** <s>, <pad>, </s>, <unk> come first, then the pieces behind their own three, languages and the mask. */
PieceParts mbartParts(const OlderTokenizer& older, std::string_view bytes, const std::string& file)
{
    constexpr int own_special = 3; // <unk>, <s>, </s> of the SentencePiece model
    PieceParts parts;
    parts.source = parts.target = pieceModel(bytes, file);
    const std::vector<SentencePiece>& pieces = parts.source->file().pieces;
    for (const char* entry : {"<s>", "<pad>", "</s>", "<unk>"})
        addEntry(parts, entry);
    parts.id_of_piece.assign(pieces.size(), own_special); // <unk>
    for (std::size_t piece = own_special; piece < pieces.size(); ++piece) {
        parts.id_of_piece[piece] = addEntry(parts, pieces[piece].text);
        parts.piece_of_id.back() = static_cast<int>(piece);
    }
    for (const char* language : mbart_languages)
        parts.special.targets[language] = addEntry(parts, language);
    parts.special.mask = addEntry(parts, "<mask>");
    parts.special_texts["<mask>"] = parts.special.mask;
    parts.special.start = 0;
    parts.special.padding = 1;
    parts.special.end = 2;
    parts.special.unknown = 3;
    const auto source = older.names.find("src_lang");
    const auto language = older.config.find("src_lang");
    const std::string from = source != older.names.end()          ? source->second
        : language && language->json().kind() == Json::Kind::Text ? language->text()
                                                                  : "en_XX";
    parts.after = {parts.special.end, requireId(parts, from, file)};
    return parts;
}

} // namespace

Tokenizer readPieces(const OlderTokenizer& older, std::string_view model, const std::string& file)
{
    if (older.model_type == "t5" || older.model_type == "mt5")
        return PieceTokenizer(t5Parts(older, model, file));
    if (older.model_type == "albert")
        return PieceTokenizer(albertParts(older, model, file));
    if (older.model_type == "mbart")
        return PieceTokenizer(mbartParts(older, model, file));
    if (older.model_type == "llama" || older.model_type == "mistral")
        return PieceTokenizer(llamaParts(model, file));
    throw Error({Message::tr("a SentencePiece model of the family %1", older.model_type), file,
        Message::tr("one of LLaMA, Mistral, T5, mT5, ALBERT or mBART"),
        Message::tr("Look for a tokenizer.json of this model.")});
}

Tokenizer readMarianTokenizer(const TokenizerFiles& files)
{
    const auto require = [&files](const char* name) {
        auto bytes = files.bytes(name);
        if (!bytes)
            throw Error({Message::tr("no %1", std::string(name)), files.where(name),
                Message::tr("this file beside source.spm"), {}});
        return *std::move(bytes);
    };
    PieceParts parts;
    parts.source = pieceModel(require("source.spm"), files.where("source.spm"));
    parts.target = pieceModel(require("target.spm"), files.where("target.spm"));
    const std::string file = files.where("vocab.json");
    const Json root = parseJson(require("vocab.json"), file);
    const JsonField vocabulary(root, file);
    Vocabulary ids;
    for (const JsonMember& member : vocabulary.members())
        ids.add(
            member.key, static_cast<int>(vocabulary[member.key].integer(0, max_vocabulary_size - 1)), file);
    const auto required = [&](const char* entry) {
        const auto id = ids.find(entry);
        if (!id)
            throw Error({Message::tr("no entry \"%1\"", std::string(entry)), file,
                Message::tr("this special token"), {}});
        return *id;
    };
    parts.special.unknown = required("<unk>");
    parts.special.end = required("</s>");
    parts.special.padding = ids.find("<pad>").value_or(-1);
    parts.special.start = parts.special.padding;
    for (int id = 0; id < ids.size(); ++id)
        parts.entries.push_back(ids.entry(id));
    for (const SentencePiece& piece : parts.source->file().pieces)
        parts.id_of_piece.push_back(ids.find(piece.text).value_or(parts.special.unknown));
    parts.piece_of_id.assign(parts.entries.size(), -1);
    const std::vector<SentencePiece>& pieces = parts.target->file().pieces;
    for (std::size_t piece = 0; piece < pieces.size(); ++piece)
        if (const auto id = ids.find(pieces[piece].text);
            id && *id != parts.special.end && *id != parts.special.unknown)
            parts.piece_of_id[static_cast<std::size_t>(*id)] = static_cast<int>(piece);
    parts.after = {parts.special.end};
    return PieceTokenizer(std::move(parts));
}

} // namespace glassformer
