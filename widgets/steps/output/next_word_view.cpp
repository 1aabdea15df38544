#include "widgets/steps/output/next_word_view.h"

#include "core/trace/record/tensor_slice.h"
#include "core/trace/run/ruled_words.h"
#include "widgets/look/flow_layout.h"
#include "widgets/look/line_text.h"
#include "widgets/look/number_text.h"
#include "widgets/look/primary_button.h"
#include "widgets/paint/formula_painter.h"
#include "widgets/pictures/attention/heatmap.h"
#include "widgets/pictures/caption.h"
#include "widgets/pictures/card.h"
#include "widgets/pictures/numbers/bar_list.h"
#include "widgets/pictures/words/roads.h"
#include "widgets/pictures/words/token_row.h"
#include "widgets/steps/input/target_tokens_view.h"
#include "widgets/steps/output/chance_bar.h"

#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace glassformer {

namespace {

constexpr int shown_words = 7;
constexpr int longest_word = 16; // on a button

/** Where a model looks when it chooses a word: in the source, or along its one text. */
AttentionSite lookSiteOf(const ModelConfig& config)
{
    return config.hasCrossAttention() ? AttentionSite::DecoderCross : firstSiteOf(config);
}

QString buttonWord(const Token& token)
{
    return literalLabel(shortenedText(textOf(token), longest_word, false));
}

/** -1 if nothing was written there, or nobody knows what. */
int writtenAt(const Trace& trace, int position)
{
    return position < int(trace.written.size()) ? trace.written[std::size_t(position)].id : -1;
}

/** The likeliest words and, behind them, the one that was written although others are likelier: by chance, or by a rule. */
DrawnWords shownWords(const Trace& trace, int position, const Decoding& decoding)
{
    DrawnWords drawn = drawnWords(trace, position, shown_words, decoding);
    const int written = writtenAt(trace, position);
    const WordScores scores = wordScoresAt(trace, position);
    const bool is_shown = std::any_of(drawn.words.begin(), drawn.words.end(),
        [written](const RankedWord& word) { return word.id == written; });
    if (is_shown || written < 0 || written >= int(scores.probabilities.size()))
        return drawn;
    // Among all of them it has its probability, too.
    const DrawnWords all = drawnWords(trace, position, int(scores.probabilities.size()), decoding);
    const auto found = std::find_if(
        all.words.begin(), all.words.end(), [written](const RankedWord& word) { return word.id == written; });
    if (found != all.words.end())
        drawn.words.push_back(*found);
    return drawn;
}

} // namespace

NextWordView::NextWordView(QWidget* parent)
    : StepView(parent)
    , m_written(new TokenRow(this))
{
    // In the order in which Tab goes to them.
    m_written_card = addCard();
    m_written_card->add(m_written);
    m_written_card->add(makeButtons());
    m_bars = new BarList(this);
    m_rest = new Caption(Caption::Kind::Remark, this);
    m_look = new Heatmap(this);
    m_roads = new Roads(this);
    auto* row = new CardRow(this);
    page()->addWidget(row, 1);
    setMainPart(row);
    m_bars_card = new Card(row);
    m_bars_card->add(m_bars, 1);
    m_bars_card->add(m_rest);
    m_look_card = new Card(row);
    m_look_card->add(m_look, 1);
    m_roads_card = new Card(row);
    m_roads_card->add(m_roads, 1);
    row->add(m_bars_card, 1);
    row->add(m_look_card, 1);
    row->add(m_roads_card, 2);
    connect(m_roads, &Roads::wordChosen, this, &NextWordView::chooseRoad);
    m_written->setLongest(longest_row);
    connect(m_written, &TokenRow::chipChosen, this,
        [this](int chip) { chooseToken(std::min(chip, int(tokens().size()) - 1)); });
    connect(m_bars, &BarList::barChosen, this, [this](int bar) {
        if (!trace().recorded.is_file)
            emit wordWanted(selection().position, m_ids[std::size_t(bar)]);
    });
    connect(m_look, &Heatmap::cellChosen, this, [this](int query, int key) {
        emit selectionWanted(withCell(selection(), trace().config, lookSiteOf(trace().config), query, key));
    });
}

QWidget* NextWordView::makeButtons()
{
    auto* bar = new QWidget(this);
    auto* column = new QVBoxLayout(bar);
    column->setContentsMargins(0, 0, 0, 0);
    auto* row = new FlowLayout;
    column->addLayout(row);
    row->setSpacing(column->spacing());
    m_back = new QPushButton;
    m_write = new PrimaryButton;
    m_write_all = new QPushButton;
    m_hide = new QPushButton;
    m_hint = new QLabel;
    m_hint->setWordWrap(true);
    m_hint->setForegroundRole(QPalette::PlaceholderText);
    m_hint->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    m_write->setObjectName(QStringLiteral("writeNext"));
    m_write_all->setObjectName(QStringLiteral("writeAll"));
    m_hide->setObjectName(QStringLiteral("hideWord"));
    m_back->setObjectName(QStringLiteral("takeBack"));
    m_beams = new QPushButton;
    m_beams->setObjectName(QStringLiteral("beams"));
    m_beams->setCheckable(true);
    for (QPushButton* button : {m_back, m_write, m_write_all, m_hide}) {
        button->setMinimumHeight(button->fontMetrics().height() + 14);
        row->addWidget(button);
    }
    m_beams->setMinimumHeight(m_write->minimumHeight());
    connect(m_beams, &QPushButton::toggled, this, &StepView::beamsWanted);
    row->addWidget(m_hint);
    m_chance = new ChanceBar;
    column->addWidget(m_chance);
    m_chance->addWidget(m_beams);
    connect(m_chance, &ChanceBar::previewed, this, qOverload<const Decoding&>(&NextWordView::refreshBars));
    connect(m_chance, &ChanceBar::decodingWanted, this, &StepView::decodingWanted);
    connect(m_back, &QPushButton::clicked, this, &StepView::wordTakenBack);
    connect(m_write, &QPushButton::clicked, this, &StepView::nextWordWanted);
    connect(m_write_all, &QPushButton::clicked, this, &StepView::restWanted);
    connect(m_hide, &QPushButton::clicked, this, [this] { emit gapWanted(selection().position); });
    return bar;
}

void NextWordView::refresh()
{
    refreshTokens();
    refreshBars();
    refreshLook();
    refreshRoads();
    refreshButtons();
}

void NextWordView::refreshTokens()
{
    const int position = selection().position;
    const QString heading = fillsGaps() ? tr("The sentence; the chosen token is guessed")
        : trace().config.hasEncoder()   ? tr("Written so far")
                                        : tr("The text so far");
    m_written_card->setHeading(heading);
    m_written->setAccessibleName(heading);
    m_written->setChips(
        fillsGaps() ? chipsOf(tokens(), ChipKind::Plain, false) : writtenSoFar(trace(), position), position);
}

void NextWordView::refreshLook()
{
    const ModelConfig& config = trace().config;
    const AttentionSite look = lookSiteOf(config);
    const int layer = selection().layerOf(look);
    HeatmapContent content =
        attentionContent(trace(), selection(), look, layer, selection().head, AttentionPart::Weights);
    content.row = selection().position;
    m_look_card->setVisible(!content.isEmpty());
    m_look_card->setHeading(config.hasCrossAttention() ? tr("Where the decoder looks in the source")
                                                       : tr("Where each token looks"));
    m_look_card->setRemark(
        (config.hasCrossAttention() ? tr(
             "Cross-attention of layer %1, head %2. Each row: the token read last → the token being written.")
                                    : tr("Attention of layer %1, head %2."))
            .arg(layer + 1)
            .arg(selection().head + 1));
    m_look->setAccessibleName(m_look_card->remark());
    m_look->setContent(std::move(content));
}

/** Words that a beam search goes on from, and of each the best of those that it leaves. */
void NextWordView::refreshRoads()
{
    const bool can_search = !fillsGaps() && model() && beamsFollow(trace(), selection().position);
    m_beams->setVisible(can_search);
    m_beams->setText(tr("Other roads"));
    m_beams->setToolTip(
        tr("What a beam search would consider from here: three roads at a time, a few words ahead"));
    const bool is_shown = can_search && m_beams->isChecked();
    m_roads_card->setVisible(is_shown);
    if (is_shown)
        m_look_card->hide();
    const std::shared_ptr<const BeamTree> beams = measured().beams;
    RoadsContent content;
    m_road_nodes.clear();
    if (is_shown && beams && beams->row == selection().position) {
        for (const BeamRoad& road : shownRoads(*beams)) {
            const BeamNode& node = beams->considered.nodes[std::size_t(road.node)];
            content.words.push_back({textOf(tokenOf(node.token)), percentText(road.probability), road.parent,
                road.share, node.is_kept, road.is_best});
            m_road_nodes.push_back(road.node);
        }
    }
    m_roads_card->setHeading(tr("Roads not taken"));
    m_roads_card->setRemark(content.isEmpty() ? tr("Searching…")
                                              : tr("A beam search of width %1: how likely all words up to "
                                                   "there are, together. Dotted: given up. "
                                                   "Click a word to take its road.")
                                                    .arg(beams->beam_size));
    m_roads->setAccessibleName(tr("Words that a beam search considers"));
    m_roads->setContent(std::move(content));
}

void NextWordView::chooseRoad(int word)
{
    if (measured().beams && std::size_t(word) < m_road_nodes.size())
        emit roadWanted(measured().beams->row, roadTo(*measured().beams, m_road_nodes[std::size_t(word)]));
}

void NextWordView::refreshButtons()
{
    const auto position = std::size_t(selection().position);
    const bool has_word = position < trace().written.size();
    const bool is_last = position + 1 >= trace().written.size();
    const bool ends = has_word && is_last && trace().ended;
    // A recorded run goes to its end and no farther.
    const bool can_write = !fillsGaps() && !(trace().recorded.is_file && is_last);
    m_write->setVisible(can_write);
    m_write_all->setVisible(can_write);
    m_write->setEnabled(has_word && !ends);
    m_write_all->setEnabled(has_word && !ends);
    m_write->setText(!has_word ? tr("Write")
            : isGiven(trace(), int(position) + 1)
            ? tr("Go on to “%1”").arg(buttonWord(trace().written[position]))
            : tr("Write “%1”").arg(buttonWord(trace().written[position])));
    m_write_all->setText(tr("Write to the end"));
    const bool can_take_back = position > std::size_t(std::max(0, trace().given - 1)) && has_word;
    m_back->setVisible(!fillsGaps());
    m_back->setEnabled(can_take_back);
    m_back->setText(tr("Take back"));
    m_back->setToolTip(
        can_take_back ? tipText(tr("Take back “%1”").arg(textOf(trace().written[position - 1]))) : QString());
    const bool can_hide =
        fillsGaps() && offersGaps() && position < tokens().size() && !tokens()[position].is_special;
    m_hide->setVisible(can_hide);
    if (can_hide)
        m_hide->setText(tr("Hide “%1”").arg(buttonWord(tokens()[position])));
    m_chance->setOffered(!fillsGaps() && !trace().recorded.is_file);
    m_chance->setDecoding(decoding());
    // Of the loop in which words are written the first step of the decoder tells.
    m_hint->setVisible(fillsGaps());
    m_hint->setText(
        tr("A model that fills gaps guesses each token from both sides. Click a token to choose it."));
}

/** What the model's files say of the words that are shown; the probabilities are those before such rules. */
QString NextWordView::rulesText(int position)
{
    if (!trace().recorded.rules && trace().config.hasDecoder())
        return u'\n'
            + tr("Whether rules of the model's files changed scores or forbade words was not recorded.");
    QStringList sentences;
    for (const RuledToken& ruled : ruledWordsAt(trace(), position)) {
        if (std::find(m_ids.begin(), m_ids.end(), ruled.id) == m_ids.end())
            continue;
        const QString word = formulaEscaped(textOf(tokenOf(ruled.id)));
        const QString rule = QString::fromLatin1(ruleName(ruled.rule));
        sentences << (forbids(ruled.rule)
                ? tr("“%1” must not be written here: the model's files say so (%2).").arg(word, rule)
                : tr("The score of “%1” is changed before the choice: the model's files say so (%2).")
                      .arg(word, rule));
    }
    return sentences.isEmpty() ? QString() : QStringLiteral("\n") + sentences.join(QStringLiteral("\n"));
}

/** How the probabilities come from the logits, and what a click does. */
QString NextWordView::barsRemark(const Decoding& shown, const DrawnWords& drawn) const
{
    const bool is_warmed = shown.kind == DecodingKind::Sample && shown.temperature != 1;
    QString formula = is_warmed
        ? tr("p = softmax(logits ÷ %1), the temperature").arg(numberText(shown.temperature, 1))
        : tr("p = softmax(logits)");
    if (drawn.share < 1)
        formula += u' '
            + tr("÷ %1: only the likeliest can be drawn, and they are made to sum to 1 (%n word(s))", nullptr,
                drawn.kept)
                  .arg(numberText(drawn.share, 3));
    if (trace().recorded.is_file)
        return formula;
    return formula + u'\n'
        + (fillsGaps() ? tr("Click a word to put it there.")
                       : tr("Click another word to see how the sentence would go on with it."));
}

void NextWordView::refreshBars(const Decoding& shown)
{
    const int position = selection().position;
    std::vector<Bar> bars;
    m_ids.clear();
    double shown_share = 0;
    const std::vector<RuledToken> ruled = ruledWordsAt(trace(), position);
    const auto is_forbidden = [&ruled](int id) {
        return std::any_of(ruled.begin(), ruled.end(),
            [id](const RuledToken& word) { return word.id == id && forbids(word.rule); });
    };
    const DrawnWords drawn = shownWords(trace(), position, shown);
    for (const RankedWord& word : drawn.words) {
        const Token token = tokenOf(word.id);
        bars.push_back({textOf(token), percentText(word.probability), word.probability,
            token.is_special || is_forbidden(word.id), word.id == writtenAt(trace(), position), false});
        m_ids.push_back(word.id);
        shown_share += word.probability;
    }
    const int others = std::max(0, trace().config.vocabulary - int(bars.size()));
    m_bars_card->setHeading(fillsGaps() ? tr("What could stand here") : tr("Next word"));
    m_bars_card->setRemark(barsRemark(shown, drawn));
    m_bars->setAccessibleName(fillsGaps() ? tr("Probabilities of the word at this position")
                                          : tr("Probabilities of the next word"));
    m_bars->setBars(std::move(bars));
    m_rest->setText(tr("The %1 other entries of the vocabulary share %2.")
                        .arg(countText(others), percentText(std::max(0.0, 1 - shown_share)))
        + rulesText(position));
}

} // namespace glassformer
