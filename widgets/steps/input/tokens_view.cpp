#include "widgets/steps/input/tokens_view.h"

#include "widgets/look/language_name.h"
#include "widgets/look/line_text.h"
#include "widgets/paint/formula_painter.h"
#include "widgets/pictures/caption.h"
#include "widgets/pictures/card.h"
#include "widgets/pictures/words/normal_text.h"
#include "widgets/pictures/words/token_row.h"
#include "widgets/pictures/words/word_cut_content.h"
#include "widgets/pictures/words/word_cut_ladder.h"

#include <QVBoxLayout>

#include <algorithm>

namespace glassformer {
namespace {

constexpr std::size_t fewest_words = 8; ///< of a long text those around the chosen one
constexpr int longest_word = 24; ///< characters
constexpr double largest_chips = 1.6; ///< where there is room

bool isChanged(const std::vector<NormalPart>& parts)
{
    return std::any_of(parts.begin(), parts.end(), [](const NormalPart& part) { return part.is_changed; });
}

/** So many tokens of the text that the model goes on with are its own. */
int writtenTokens(const Trace& trace)
{
    const bool goes_on = trace.config.hasDecoder() && !trace.config.hasCrossAttention();
    return goes_on ? std::max(0, int(trace.source.size()) - trace.given) : 0;
}

/** What became of the text before it was cut, where that is not drawn. */
QString normalRemark(const Trace& trace)
{
    if (writtenTokens(trace) > 0)
        return trace.given == 0
            ? TokensView::tr("The model wrote all of them.")
            : TokensView::tr(
                "The first %1 were cut from the text that was given, the others the model wrote.")
                  .arg(trace.given);
    return !trace.recorded.normal
        ? TokensView::tr("Whether the text was changed before it was cut was not recorded.")
        : isChanged(trace.source_normal) ? TokensView::tr("Cut from the text as it stands above.")
                                         : TokensView::tr("Cut from the text exactly as it was typed.");
}

/** What stands below the tokens and how they look, as far as a recorded run tells. */
QString rowRemark(const Trace& trace)
{
    const bool has_ids = std::any_of(
        trace.source.begin(), trace.source.end(), [](const Token& token) { return token.id != no_id; });
    const QString numbers = has_ids
        ? TokensView::tr("Below each token its number in the vocabulary, and its position in the sentence.")
        : TokensView::tr(
            "Below each token its position in the sentence; numbers in the vocabulary were not recorded.");
    const QString kinds = trace.recorded.kinds
        ? TokensView::tr("Pieces of one word touch each other; pale tokens were added by the tokenizer.")
        : TokensView::tr(
            "Which of them are pieces of words, and which the tokenizer added, was not recorded.");
    return sentencesText({numbers, kinds});
}

/** Of a token whose cutting is not known: it stands for nothing in the text, or the run doesn't tell. */
QString uncutRemark(const Trace& trace, int index)
{
    const Token& token = trace.source[std::size_t(index)];
    if (index >= int(trace.source.size()) - writtenTokens(trace))
        return TokensView::tr("The model wrote it: it was cut from no text.");
    const bool is_inside =
        trace.recorded.spans && !token.span.isEmpty() && token.span.end <= trace.source_text.size();
    if (is_inside)
        return TokensView::tr("It stands for “%1” in the text. How that was cut was not recorded.")
            .arg(formulaEscaped(QString::fromStdString(
                trace.source_text.substr(token.span.begin, token.span.end - token.span.begin))));
    const bool is_sign = (trace.recorded.kinds && token.is_special) || trace.recorded.spans;
    const QString language = QString::fromStdString(trace.target_language);
    if (is_sign && !language.isEmpty() && token.is_special && textOf(token).contains(language))
        return TokensView::tr(
            "It stands for nothing in the text: the tokenizer put it there to tell the model which "
            "language to write: %1.")
            .arg(languageName(language));
    return is_sign
        ? TokensView::tr(
            "It stands for nothing in the text: the tokenizer put it there as a sign for the model, such "
            "as where the sentence ends.")
        : TokensView::tr("What it stands for in the text, and how that was cut, was not recorded.");
}

} // namespace

TokensView::TokensView(QWidget* parent)
    : StepView(parent)
    , m_normal_card(addCard())
    , m_normal(new NormalText(this))
    , m_tokens_card(addCard())
    , m_tokens(new TokenRow(this))
    , m_word(new Caption(Caption::Kind::Body, this))
    , m_ladder(new WordCutLadder(this))
    , m_all(new WordCutLadder(this))
{
    m_normal_card->add(m_normal);
    m_tokens_card->add(m_tokens);
    m_tokens->setLargest(largest_chips);
    auto* row = new CardRow(this);
    page()->addWidget(row, 1);
    m_word_card = new Card(row);
    m_all_card = new Card(row);
    row->add(m_word_card, 3);
    row->add(m_all_card, 2);
    m_all_card->add(m_all);
    m_all_card->body()->addStretch(1);
    m_word_card->add(m_word);
    m_word_card->add(m_ladder);
    m_word_card->body()->addStretch(1);
    connect(m_tokens, &TokenRow::chipChosen, this, [this](int token) { chooseToken(token); });
}

void TokensView::refresh()
{
    const std::vector<Token>& tokens = trace().source;
    m_tokens_card->setHeading(tokens.size() == 1 ? tr("1 token") : tr("%1 tokens").arg(tokens.size()));
    refreshNormal();
    m_tokens_card->setRemark(tr("%1 %2", "two sentences").arg(normalRemark(trace()), rowRemark(trace())));
    m_tokens->setAccessibleName(tr("Tokens"));
    m_tokens->setChips(chipsOf(tokens, ChipKind::Plain, true), selection().token);
    refreshWord();
    refreshAll();
}

void TokensView::refreshNormal()
{
    const std::vector<NormalPart>& parts = trace().source_normal;
    m_normal_card->setVisible(isChanged(parts));
    if (!isChanged(parts))
        return;
    NormalTextContent content{tr("as typed"), tr("as it is cut"), {}};
    for (const NormalPart& part : parts)
        content.parts.push_back({QString::fromStdString(trace().source_text.substr(
                                     part.span.begin, part.span.end - part.span.begin)),
            QString::fromStdString(part.text), part.is_changed});
    content.is_whole = parts.back().span.end == trace().source_text.size();
    m_normal_card->setHeading(tr("Before it is cut"));
    m_normal_card->setRemark(tr("The tokenizer writes some things in one way only: what it changed is "
                                "marked, what it left out is struck."));
    m_normal->setAccessibleName(tr("The text as typed, and as it is cut"));
    m_normal->setContent(content);
}

/** As many as have room below the tokens. */
std::size_t TokensView::mostWords() const
{
    const FigureStyle style = m_all->figureStyle();
    WordCutContent content{WordCutColumns::PiecesRemark, {}};
    content.lines.resize(1);
    const double one = wordCutHeight(content, style);
    content.lines.resize(2);
    const double line = wordCutHeight(content, style) - one, card = style.em() * 6;
    const int above = (m_normal_card->isHidden() ? 0 : m_normal_card->sizeHint().height())
        + m_tokens_card->sizeHint().height();
    const double room = height() - above - card - one;
    return std::max(fewest_words, std::size_t(std::max(0.0, room / line)));
}

void TokensView::resizeEvent(QResizeEvent* event)
{
    StepView::resizeEvent(event);
    if (sharedTrace() && mostWords() != m_most_words)
        refreshAll();
}

void TokensView::refreshAll()
{
    const std::size_t most_words = m_most_words = mostWords();
    const std::vector<WordCut>& words = trace().source_words;
    const std::vector<Token>& tokens = trace().source;
    m_all_card->setVisible(words.size() > 1);
    const auto chosen = std::find_if(words.begin(), words.end(),
        [this](const WordCut& cut) { return selection().token < int(cut.first_token + cut.token_count); });
    const auto at = std::min(std::size_t(chosen - words.begin()), words.size());
    // From the beginning, unless the chosen one lies behind what has room.
    const std::size_t first = at >= most_words ? std::min(at - most_words / 2, words.size() - most_words) : 0;
    WordCutContent content{WordCutColumns::PiecesRemark, {tr("the tokens"), tr("of the word")}};
    for (std::size_t i = first; i < words.size() && i < first + most_words; ++i) {
        const WordCut& cut = words[i];
        WordCutLine line;
        for (std::size_t token = cut.first_token;
             token < cut.first_token + cut.token_count && token < tokens.size(); ++token)
            line.pieces.push_back(textOf(tokens[token]));
        if (cut.span.begin <= cut.span.end && cut.span.end <= trace().source_text.size())
            line.remark = shortenedText(QString::fromUtf8(trace().source_text.data() + cut.span.begin,
                                            qsizetype(cut.span.end - cut.span.begin))
                                            .trimmed(),
                longest_word, false);
        line.is_result = true;
        content.lines.push_back(std::move(line));
    }
    const std::size_t last = first + content.lines.size();
    m_all_card->setHeading(content.lines.size() == words.size()
            ? tr("What each word became")
            : tr("What words %1 to %2 of %3 became").arg(first + 1).arg(last).arg(words.size()));
    m_all->setContent(std::move(content));
}

void TokensView::refreshWord()
{
    const std::vector<WordCut>& words = trace().source_words;
    const int chosen = std::clamp(selection().token, 0, std::max(0, int(trace().source.size()) - 1));
    const auto word = std::find_if(words.begin(), words.end(), [chosen](const WordCut& cut) {
        return chosen >= int(cut.first_token) && chosen < int(cut.first_token + cut.token_count);
    });
    m_ladder->setVisible(false);
    if (trace().source.empty())
        return;
    const QString token = formulaEscaped(textOf(trace().source[std::size_t(chosen)]));
    if (word == words.end()) {
        m_word_card->setHeading(tr("The token %1").arg(token));
        m_word->setText(uncutRemark(trace(), chosen));
        return;
    }
    const QString text = QString::fromUtf8(
        trace().source_text.data() + word->span.begin, qsizetype(word->span.end - word->span.begin));
    m_word_card->setHeading(tr("How “%1” is cut").arg(formulaEscaped(text.trimmed())));
    WordCutText cut = wordCutText(trace().source_text, *word);
    m_word->setText(cut.explanation);
    m_ladder->setVisible(!cut.ladder.lines.empty());
    m_ladder->setContent(std::move(cut.ladder));
}

} // namespace glassformer
