#include "core/text/sentence_piece/piece_family.h"

#include "core/error.h"
#include "core/file/json/strict_json.h"
#include "core/text/pipeline/tokenizer_steps_json.h"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <span>
#include <utility>

namespace glassformer {
namespace {

/**
 * Languages of mBART-50 in the order of their ids; those of mBART are the first 25 (Liu et al. 2020; Tang et al. 2020;
 * the published vocabularies).
 */
constexpr std::array mbart_languages{"ar_AR", "cs_CZ", "de_DE", "en_XX", "es_XX", "et_EE", "fi_FI", "fr_XX",
    "gu_IN", "hi_IN", "it_IT", "ja_XX", "kk_KZ", "ko_KR", "lt_LT", "lv_LV", "my_MM", "ne_NP", "nl_XX",
    "ro_RO", "ru_RU", "si_LK", "tr_TR", "vi_VN", "zh_CN", "af_ZA", "az_AZ", "bn_IN", "fa_IR", "he_IL",
    "hr_HR", "id_ID", "ka_GE", "km_KH", "mk_MK", "ml_IN", "mn_MN", "mr_IN", "pl_PL", "ps_AF", "pt_XX",
    "sv_SE", "sw_KE", "ta_IN", "te_IN", "th_TH", "tl_XX", "uk_UA", "ur_PK", "xh_ZA", "gl_ES", "sl_SI"};
constexpr std::size_t first_mbart_languages = 25;

std::shared_ptr<const SentencePieceTokenizer> pieceModel(std::string_view bytes, const std::string& file)
{
    return std::make_shared<const SentencePieceTokenizer>(SentencePieceTokenizer::fromBytes(bytes, file));
}

/** Model ids are places in the SentencePiece model. */
PieceParts plainParts(std::shared_ptr<const SentencePieceTokenizer> model, const std::string& file)
{
    PieceParts parts;
    for (const SentencePiece& piece : model->file().pieces) {
        parts.piece_of_id.push_back(parts.vocabulary.size());
        parts.vocabulary.addLast(piece.text, file);
    }
    parts.id_of_piece = parts.piece_of_id;
    parts.source = parts.target = std::move(model);
    return parts;
}

int requireId(const PieceParts& parts, const std::string& entry, const std::string& file)
{
    const auto id = parts.vocabulary.idOf(entry);
    if (!id)
        throw Error({Message::tr("no piece \"%1\"", entry), file,
            Message::tr("the special token that this model puts around texts"),
            Message::tr("The files may be of two models.")});
    return *id;
}

AddedToken specialToken(const std::string& text, bool takes_space = false)
{
    return {.id = -1, .content = text, .lstrip = takes_space, .special = true};
}

/**
 * Tokens that a text may hold: those that the files name, the usual ones of the family as far as the vocabulary has
 * them, and the pieces that are never made from text; and what each is for.
 */
void addSpecial(PieceParts& parts, const OlderTokenizer& older,
    std::initializer_list<std::pair<const char*, const char*>> usual, const std::string& file)
{
    SpecialTokenNames names = older.settings.names;
    addTokens(parts.added, older.settings.tokens, parts.vocabulary, file);
    std::vector<AddedToken> tokens;
    for (const auto& [role, text] : usual)
        if (names.emplace(role, text).second && parts.vocabulary.idOf(text))
            tokens.push_back(specialToken(text, std::string_view(role) == "mask_token"));
    for (const SentencePiece& piece : parts.source->file().pieces)
        if (piece.kind == SentencePieceKind::Control && parts.vocabulary.idOf(piece.text))
            tokens.push_back(specialToken(piece.text));
    addTokens(parts.added, tokens, parts.vocabulary, file);
    parts.special = specialTokensOf(parts.vocabulary, names);
}

/** A pair of settings of LLaMA and T5: how a text begins, and begins again behind a token that it holds. */
void followSpaces(PieceParts& parts, const OlderTokenizer& older)
{
    parts.begins_anew = flagOr(older.config, "legacy", true);
    parts.adds_space = flagOr(older.config, "add_prefix_space", true);
}

PieceParts llamaParts(const OlderTokenizer& older, std::string_view bytes, const std::string& file)
{
    PieceParts parts = plainParts(pieceModel(bytes, file), file);
    addSpecial(parts, older, {{"bos_token", "<s>"}, {"eos_token", "</s>"}, {"unk_token", "<unk>"}}, file);
    followSpaces(parts, older);
    if (parts.special.start >= 0 && flagOr(older.config, "add_bos_token", true))
        parts.before = {parts.special.start};
    if (parts.special.end >= 0 && flagOr(older.config, "add_eos_token", false))
        parts.after = {parts.special.end};
    return parts;
}

/** T5's gaps stand behind the pieces, the last one first: 100, unless tokenizer_config.json says otherwise; mT5 has none. */
PieceParts t5Parts(const OlderTokenizer& older, std::string_view bytes, const std::string& file)
{
    PieceParts parts = plainParts(pieceModel(bytes, file), file);
    const auto extra = older.config.find("extra_ids");
    const std::int64_t gaps = extra && !extra->json().isNull() ? extra->integer(0, 10'000)
        : older.model_type == "mt5"                            ? 0
                                                               : 100;
    std::vector<AddedToken> tokens;
    for (std::int64_t i = gaps; i-- > 0;)
        tokens.push_back(specialToken("<extra_id_" + std::to_string(i) + ">"));
    addTokens(parts.added, tokens, parts.vocabulary, file);
    addSpecial(parts, older, {{"eos_token", "</s>"}, {"unk_token", "<unk>"}, {"pad_token", "<pad>"}}, file);
    followSpaces(parts, older);
    parts.after = {requireId(parts, nameOf(older, "eos_token", "</s>"), file)};
    return parts;
}

/** White space, quotation marks, accents and capitals as ALBERT's own code cleans them. */
std::vector<NormalizerStep> albertNormalizer(const OlderTokenizer& older)
{
    std::vector<NormalizerStep> steps;
    if (flagOr(older.config, "remove_space", true)) {
        steps.emplace_back(normalize::Replace{*TextPattern::expression("\\s+"), U" "});
        steps.emplace_back(normalize::Strip{});
    }
    for (const char32_t* const quotes : {U"``", U"''"})
        steps.emplace_back(normalize::Replace{TextPattern::literal(quotes), U"\""});
    if (!flagOr(older.config, "keep_accents", false)) {
        steps.emplace_back(normalize::Form{NormalForm::KD});
        steps.emplace_back(normalize::StripAccents{});
    }
    if (flagOr(older.config, "do_lower_case", true))
        steps.emplace_back(normalize::Lowercase{});
    return steps;
}

/** "9," and its like are taken only where nothing else fits: a number is not to carry its comma. */
SentencePieceFile withoutNumberCommas(SentencePieceFile model)
{
    constexpr float penalty = 100;
    for (SentencePiece& piece : model.pieces) {
        const std::string& text = piece.text;
        if (text.size() >= 2 && text.back() == ',' && text[text.size() - 2] >= '0'
            && text[text.size() - 2] <= '9')
            piece.score -= penalty;
    }
    return model;
}

PieceParts albertParts(const OlderTokenizer& older, std::string_view bytes, const std::string& file)
{
    PieceParts parts = plainParts(std::make_shared<const SentencePieceTokenizer>(
                                      withoutNumberCommas(readSentencePieceFile(bytes, file)), file),
        file);
    parts.normalizer = albertNormalizer(older);
    addSpecial(parts, older,
        {{"cls_token", "[CLS]"}, {"sep_token", "[SEP]"}, {"mask_token", "[MASK]"}, {"unk_token", "<unk>"},
            {"pad_token", "<pad>"}},
        file);
    parts.before = {requireId(parts, nameOf(older, "cls_token", "[CLS]"), file)};
    parts.after = {requireId(parts, nameOf(older, "sep_token", "[SEP]"), file)};
    parts.pair = {parts.after, 1};
    return parts;
}

/** <s>, <pad>, </s>, <unk> come first, then the pieces behind their own three, then languages and the mask. */
PieceParts fairseqParts(const OlderTokenizer& older, std::string_view bytes,
    std::span<const char* const> languages, const std::string& file)
{
    constexpr int own_special = 3; // <unk>, <s>, </s> of the SentencePiece model
    PieceParts parts;
    parts.source = parts.target = pieceModel(bytes, file);
    const std::vector<SentencePiece>& pieces = parts.source->file().pieces;
    for (const char* entry : {"<s>", "<pad>", "</s>", "<unk>"})
        parts.vocabulary.addLast(entry, file);
    parts.piece_of_id.assign(static_cast<std::size_t>(parts.vocabulary.size()), -1);
    parts.id_of_piece.assign(pieces.size(), own_special); // <unk>
    for (std::size_t piece = own_special; piece < pieces.size(); ++piece) {
        parts.id_of_piece[piece] = parts.vocabulary.size();
        parts.vocabulary.addLast(pieces[piece].text, file);
        parts.piece_of_id.push_back(static_cast<int>(piece));
    }
    std::vector<AddedToken> tokens;
    for (const char* language : languages)
        tokens.push_back(specialToken(language));
    tokens.push_back(specialToken("<mask>", true));
    addTokens(parts.added, tokens, parts.vocabulary, file);
    addSpecial(parts, older,
        {{"bos_token", "<s>"}, {"pad_token", "<pad>"}, {"eos_token", "</s>"}, {"unk_token", "<unk>"},
            {"mask_token", "<mask>"}},
        file);
    for (const char* language : languages)
        parts.special.targets[language] = requireId(parts, language, file);
    return parts;
}

PieceParts xlmRobertaParts(const OlderTokenizer& older, std::string_view bytes, const std::string& file)
{
    PieceParts parts = fairseqParts(older, bytes, {}, file);
    parts.before = {parts.special.start};
    parts.after = {parts.special.end};
    parts.pair = {{parts.special.end, parts.special.end}, 0};
    return parts;
}

/** The source language stands behind the text, in mBART-50 before it. */
PieceParts mbartParts(const OlderTokenizer& older, std::string_view bytes, const std::string& file)
{
    const bool is_50 = older.kind == TokenizerClass::MBart50;
    const std::span<const char* const> languages(mbart_languages);
    PieceParts parts =
        fairseqParts(older, bytes, is_50 ? languages : languages.first(first_mbart_languages), file);
    const int from = requireId(parts, textOr(older.config, "src_lang", "en_XX"), file);
    parts.before = is_50 ? std::vector<int>{from} : std::vector<int>{};
    parts.after = is_50 ? std::vector<int>{parts.special.end} : std::vector<int>{parts.special.end, from};
    parts.special.target_is_first_word = is_50;
    return parts;
}

std::string requireFile(const Files& files, const char* name)
{
    auto bytes = tokenizerFile(files, name);
    if (!bytes)
        throw Error({Message::tr("no %1", std::string(name)), files.where(name),
            Message::tr("this file beside source.spm"), {}});
    return *std::move(bytes);
}

/** The languages of ">>fr<<", ">>de<<" among the entries. */
std::map<std::string, int> languageCodes(const Vocabulary& vocabulary)
{
    constexpr std::size_t mark = 2;
    std::map<std::string, int> languages;
    for (int id = 0; id < vocabulary.size(); ++id) {
        const std::string& entry = vocabulary.entry(id);
        if (entry.size() > 2 * mark && entry.compare(0, mark, ">>") == 0
            && entry.compare(entry.size() - mark, mark, "<<") == 0)
            languages[entry.substr(mark, entry.size() - 2 * mark)] = id;
    }
    return languages;
}

} // namespace

Tokenizer readPieces(const OlderTokenizer& older, std::string_view model, const std::string& file)
{
    switch (older.kind) {
    case TokenizerClass::Llama:
        return PieceTokenizer(llamaParts(older, model, file));
    case TokenizerClass::T5:
        return PieceTokenizer(t5Parts(older, model, file));
    case TokenizerClass::Albert:
        return PieceTokenizer(albertParts(older, model, file));
    case TokenizerClass::XlmRoberta:
        return PieceTokenizer(xlmRobertaParts(older, model, file));
    case TokenizerClass::MBart:
    case TokenizerClass::MBart50:
        return PieceTokenizer(mbartParts(older, model, file));
    default:
        throw Error({Message::tr("a SentencePiece model of the family %1", older.model_type), file,
            Message::tr("one of LLaMA, Mistral, T5, mT5, ALBERT, XLM-RoBERTa or mBART"),
            Message::tr("Look for a tokenizer.json of this model.")});
    }
}

Tokenizer readMarianTokenizer(const OlderTokenizer& older, const Files& files)
{
    if (flagOr(older.config, "separate_vocabs", false))
        older.config["separate_vocabs"].refuse(
            Message::tr("one vocabulary for both languages"), Message::tr("two vocabularies"));
    PieceParts parts;
    parts.source = pieceModel(requireFile(files, "source.spm"), files.where("source.spm"));
    parts.target = pieceModel(requireFile(files, "target.spm"), files.where("target.spm"));
    const std::string file = files.where("vocab.json");
    const Json root = parseJson(requireFile(files, "vocab.json"), file);
    const JsonField list(root, file);
    for (const JsonMember& member : list.members())
        parts.vocabulary.add(
            member.key, static_cast<int>(list[member.key].integer(0, max_vocabulary_size - 1)), file);
    const int unknown = requireId(parts, nameOf(older, "unk_token", "<unk>"), file);
    for (const SentencePiece& piece : parts.source->file().pieces)
        parts.id_of_piece.push_back(parts.vocabulary.find(piece.text).value_or(unknown));
    parts.knows_more = true;
    parts.piece_of_id.assign(static_cast<std::size_t>(parts.vocabulary.size()), -1);
    const std::vector<SentencePiece>& pieces = parts.target->file().pieces;
    for (std::size_t piece = 0; piece < pieces.size(); ++piece)
        if (const auto id = parts.vocabulary.find(pieces[piece].text))
            parts.piece_of_id[static_cast<std::size_t>(*id)] = static_cast<int>(piece);
    addSpecial(parts, older, {{"eos_token", "</s>"}, {"unk_token", "<unk>"}, {"pad_token", "<pad>"}}, file);
    parts.special.start = parts.special.padding;
    parts.special.targets = languageCodes(parts.vocabulary);
    parts.takes_language_code = true;
    parts.after = {requireId(parts, nameOf(older, "eos_token", "</s>"), file)};
    return PieceTokenizer(std::move(parts));
}

} // namespace glassformer
