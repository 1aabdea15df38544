#include "app/evidence/words_chapter.h"

#include "app/evidence/evidence_text.h"
#include "app/evidence/words_content.h"
#include "app/session/session.h"
#include "core/experiment/effect/rank_correlation.h"
#include "widgets/look/line_text.h"
#include "widgets/look/number_text.h"

#include <QComboBox>
#include <QLabel>
#include <QVBoxLayout>

#include <algorithm>

namespace glassformer {
namespace {

constexpr AttributionMethod methods[]{AttributionMethod::Removed, AttributionMethod::Masked,
    AttributionMethod::Blanked, AttributionMethod::GradientTimesInput,
    AttributionMethod::IntegratedGradients};

} // namespace

WordsChapter::WordsChapter(Gathering& gathering)
    : Chapter(gathering.words(), QStringLiteral("words"))
    , m_gathering(gathering)
    , m_method(new QComboBox)
    , m_bars(new WordBars)
{
    m_method->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_method->setObjectName(QStringLiteral("attributionMethod"));
    m_bars->setObjectName(QStringLiteral("wordBars"));
    body()->addWidget(m_method, 0, Qt::AlignLeft);
    body()->addWidget(m_bars);
    m_remark = addRemark();
    m_remark->setObjectName(QStringLiteral("wordsRemark"));
    connect(m_method, &QComboBox::activated, this, [this](int index) {
        EvidenceWish wish = m_gathering.wish();
        wish.method = AttributionMethod(m_method->itemData(index).toInt());
        m_gathering.choose(wish);
    });
    connect(m_bars, &WordBars::rowChosen, this, [this](int token) {
        Selection wanted = m_gathering.session().selection();
        wanted.key = token;
        if (!wanted.query)
            wanted.query = wanted.token;
        emit selectionWanted(wanted);
    });
}

QString WordsChapter::title() const
{
    return tr("Which words mattered");
}

QString WordsChapter::lead() const
{
    switch (m_gathering.wish().method) {
    case AttributionMethod::Removed:
        return tr("The text without the word: how far does ln p fall?");
    case AttributionMethod::Masked:
        return tr("The mask in the word's place: how far does ln p fall?");
    case AttributionMethod::Blanked:
        return tr("Zeros for the word's vector, its place stays: how far does ln p fall?");
    case AttributionMethod::GradientTimesInput:
        return tr("The slope of ln p along the word's vector, times that vector.");
    case AttributionMethod::IntegratedGradients:
        break;
    }
    return tr(
        "The mean slope of ln p on the way from zero vectors, times the vector (Sundararajan et al. 2017).");
}

void WordsChapter::offerMethods()
{
    const QString names[]{tr("Leave the word out"), tr("Mask the word"), tr("Blank its vector"),
        tr("Gradient × input"), tr("Integrated gradients")};
    const Session& session = m_gathering.session();
    const bool has_mask = session.model().tokenizer.specialTokens().mask >= 0;
    std::vector<Choice> choices;
    for (const AttributionMethod method : methods)
        if (method != AttributionMethod::Masked || has_mask)
            choices.push_back({names[int(method)], int(method)});
    offer(*m_method, choices, int(m_gathering.wish().method));
    m_method->setAccessibleName(tr("How it is asked which words mattered"));
}

void WordsChapter::showFound()
{
    offerMethods();
    const auto found = m_gathering.evidence().words;
    m_bars->setVisible(found != nullptr);
    m_remark->setVisible(found != nullptr);
    if (!found)
        return;
    const Session& session = m_gathering.session();
    const std::optional<AttentionRow> row = attentionBeside(*found, *session.trace(), session.selection());
    m_bars->setAccessibleName(title());
    m_bars->setBars(wordBarsOf(*found, row, session.selection().key), row ? row->name : QString(),
        attributionName(*found));
    m_remark->setText(remarkOn(*found, row));
}

QString WordsChapter::remarkOn(const Attribution& found, const std::optional<AttentionRow>& attention) const
{
    QStringList said;
    std::vector<double> parts, weights;
    for (std::size_t t = 0; t < found.parts.size(); ++t)
        if (attention && found.parts[t]) {
            parts.push_back(*found.parts[t]);
            weights.push_back(attention->weights[t]);
        }
    const std::optional<double> correlation = rankCorrelation(parts, weights);
    if (correlation && found.done == found.steps)
        said << tr("Rank correlation of both sides: %1 (1: the same order, 0: none, −1: reversed).")
                    .arg(fixedText(*correlation, 2));
    if (found.method == AttributionMethod::IntegratedGradients && found.done == found.steps) {
        double sum = 0;
        for (const std::optional<double>& part : found.parts)
            sum += part.value_or(0);
        said << tr("The parts add up to %1. ln p is %2, with zero vectors %3, so the difference is %4; what "
                   "is missing (%5) is "
                   "the error of %6 steps.")
                    .arg(fixedText(sum, 3), fixedText(found.value, 3), fixedText(found.blank_value, 3),
                        fixedText(found.value - found.blank_value, 3), signedText(found.missing, 4))
                    .arg(found.steps);
    } else if (found.method == AttributionMethod::GradientTimesInput)
        said << tr("A slope at one point: these parts need not add up to anything.");
    said << tr("Red: the word is likelier because of it; blue: less likely.");
    return said.join(u' ');
}

} // namespace glassformer
