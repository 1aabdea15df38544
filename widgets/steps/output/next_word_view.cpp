#include "widgets/steps/output/next_word_view.h"

#include "core/experiment/effect/word_ranking.h"
#include "core/experiment/explanation/explanation.h"
#include "core/trace/record/tensor_slice.h"
#include "core/trace/run/ruled_words.h"
#include "widgets/look/line_text.h"
#include "widgets/look/number_text.h"
#include "widgets/look/primary_button.h"
#include "widgets/paint/formula_painter.h"
#include "widgets/pictures/bar_list.h"
#include "widgets/pictures/caption.h"
#include "widgets/pictures/card.h"
#include "widgets/pictures/heatmap.h"
#include "widgets/pictures/token_row.h"
#include "widgets/steps/input/target_tokens_view.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QVBoxLayout>

#include <algorithm>
#include <array>
#include <limits>

namespace glassformer {

namespace {

constexpr int shown_words = 7;
constexpr int longest_word = 16; // on a button
constexpr std::array temperatures{0.0, 0.5, 1.0, 1.5};

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
std::vector<RankedWord> shownWords(const Trace& trace, int position, double temperature)
{
    std::vector<RankedWord> words = likeliestWords(trace, position, shown_words, temperature);
    const int written = writtenAt(trace, position);
    const WordScores scores = wordScoresAt(trace, position);
    const bool is_shown = std::any_of(
        words.begin(), words.end(), [written](const RankedWord& word) { return word.id == written; });
    if (is_shown || written < 0 || written >= int(scores.probabilities.size()))
        return words;
    const std::optional<NextWordExplanation> warmed = explainNextWord(trace, position, written, temperature);
    words.push_back({written, scores.logits.empty() ? 0.0 : double(scores.logits[std::size_t(written)]),
        warmed ? warmed->probability : double(scores.probabilities[std::size_t(written)])});
    return words;
}

} // namespace

NextWordView::NextWordView(QWidget* parent)
    : StepView(parent)
    , m_written(new TokenRow(this))
    , m_bars(new BarList(this))
    , m_rest(new Caption(Caption::Kind::Remark, this))
    , m_look(new Heatmap(this))
{
    m_written_card = addCard();
    m_written_card->add(m_written);
    m_written_card->add(makeButtons());
    auto* row = new CardRow(this);
    page()->addWidget(row, 1);
    m_bars_card = new Card(row);
    m_bars_card->add(m_bars, 1);
    m_bars_card->add(m_rest);
    m_look_card = new Card(row);
    m_look_card->add(m_look, 1);
    row->add(m_bars_card, 1);
    row->add(m_look_card, 1);
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
    auto* row = new QHBoxLayout;
    column->addLayout(row);
    m_write = new PrimaryButton;
    m_write_all = new QPushButton;
    m_hide = new QPushButton;
    m_hint = new QLabel;
    m_hint->setWordWrap(true);
    m_hint->setForegroundRole(QPalette::PlaceholderText);
    m_write->setObjectName(QStringLiteral("writeNext"));
    m_write_all->setObjectName(QStringLiteral("writeAll"));
    m_hide->setObjectName(QStringLiteral("hideWord"));
    for (QPushButton* button : {m_write, m_write_all, m_hide}) {
        button->setMinimumHeight(button->fontMetrics().height() + 14);
        row->addWidget(button);
    }
    m_chance = new QComboBox;
    m_chance->setObjectName(QStringLiteral("chance"));
    m_chance->setMinimumHeight(m_write->minimumHeight());
    // In a small window the words of the choice give way, not the picture.
    m_chance->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_chance->setMinimumWidth(18 * m_chance->fontMetrics().averageCharWidth()); // up to the number
    m_chance->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    for (const double temperature : temperatures)
        m_chance->addItem(QString(), temperature);
    row->addWidget(m_chance);
    m_seed_label = new QLabel;
    m_seed = new QSpinBox;
    m_seed->setObjectName(QStringLiteral("seed"));
    m_seed->setRange(0, std::numeric_limits<int>::max());
    m_seed->setKeyboardTracking(false); // a run for the whole number, not for each of its digits
    m_seed->setMinimumHeight(m_write->minimumHeight());
    m_seed_label->setBuddy(m_seed);
    m_draw = new QPushButton;
    m_draw->setObjectName(QStringLiteral("drawAgain"));
    m_draw->setMinimumHeight(m_write->minimumHeight());
    row->addStretch(1);
    // In a row of their own: beside the buttons they would be wider than a small window.
    auto* below = new QHBoxLayout;
    column->addLayout(below);
    for (QWidget* widget : std::initializer_list<QWidget*>{m_seed_label, m_seed, m_draw})
        below->addWidget(widget);
    below->addWidget(m_hint, 1);
    connect(m_seed, &QSpinBox::valueChanged, this, [this](int seed) { emit seedWanted(quint32(seed)); });
    connect(m_draw, &QPushButton::clicked, m_seed, &QSpinBox::stepUp);
    connect(m_chance, &QComboBox::activated, this,
        [this](int index) { emit temperatureWanted(temperatures[std::size_t(index)]); });
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
    const bool can_hide =
        fillsGaps() && offersGaps() && position < tokens().size() && !tokens()[position].is_special;
    m_hide->setVisible(can_hide);
    if (can_hide)
        m_hide->setText(tr("Hide “%1”").arg(buttonWord(tokens()[position])));
    m_chance->setVisible(!fillsGaps() && !trace().recorded.is_file);
    m_chance->setAccessibleName(tr("How words are chosen"));
    for (std::size_t i = 0; i < temperatures.size(); ++i) {
        m_chance->setItemText(int(i),
            temperatures[i] == 0 ? tr("Always the likeliest word")
                                 : tr("Temperature %1: by chance").arg(numberText(temperatures[i], 1)));
        if (temperatures[i] == temperature())
            m_chance->setCurrentIndex(int(i));
    }
    const bool is_drawn = !fillsGaps() && temperature() > 0;
    for (QWidget* widget : std::initializer_list<QWidget*>{m_seed_label, m_seed, m_draw})
        widget->setVisible(is_drawn);
    {
        const QSignalBlocker quiet(m_seed); // it is told what it is, nobody changes it
        m_seed->setValue(int(std::min<quint32>(seed(), quint32(std::numeric_limits<int>::max()))));
    }
    m_seed_label->setText(tr("Seed"));
    m_seed->setAccessibleName(tr("Seed of the chance"));
    m_seed->setToolTip(tr("The same seed draws the same words. Another one draws anew."));
    m_draw->setText(tr("Draw again"));
    m_draw->setToolTip(m_seed->toolTip());
    m_hint->setText(fillsGaps()
            ? tr("A model that fills gaps guesses each token from both sides. Click a token to choose it.")
            : tr("Each written token becomes input for the next step: this loop is how every GPT writes."));
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

void NextWordView::refreshBars()
{
    const int position = selection().position;
    std::vector<Bar> bars;
    m_ids.clear();
    double shown = 0;
    const std::vector<RuledToken> ruled = ruledWordsAt(trace(), position);
    const auto is_forbidden = [&ruled](int id) {
        return std::any_of(ruled.begin(), ruled.end(),
            [id](const RuledToken& word) { return word.id == id && forbids(word.rule); });
    };
    for (const RankedWord& word : shownWords(trace(), position, usedTemperature())) {
        const Token token = tokenOf(word.id);
        bars.push_back({textOf(token), percentText(word.probability), word.probability,
            token.is_special || is_forbidden(word.id), word.id == writtenAt(trace(), position), false});
        m_ids.push_back(word.id);
        shown += word.probability;
    }
    const int others = std::max(0, trace().config.vocabulary - int(bars.size()));
    const QString formula = usedTemperature() == 1
        ? tr("p = softmax(logits)")
        : tr("p = softmax(logits ÷ %1), the temperature").arg(numberText(usedTemperature(), 1));
    m_bars_card->setHeading(fillsGaps() ? tr("What could stand here") : tr("Next word"));
    m_bars_card->setRemark(trace().recorded.is_file ? formula
                                                    : formula + u'\n'
                + (fillsGaps() ? tr("Click a word to put it there.")
                               : tr("Click another word to see how the sentence would go on with it.")));
    m_bars->setAccessibleName(fillsGaps() ? tr("Probabilities of the word at this position")
                                          : tr("Probabilities of the next word"));
    m_bars->setBars(std::move(bars));
    m_rest->setText(tr("The %1 other entries of the vocabulary share %2.")
                        .arg(countText(others), percentText(std::max(0.0, 1 - shown)))
        + rulesText(position));
}

} // namespace glassformer
