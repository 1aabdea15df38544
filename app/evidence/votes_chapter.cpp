#include "app/evidence/votes_chapter.h"

#include "app/evidence/evidence_text.h"
#include "app/session/session.h"
#include "core/experiment/effect/word_ranking.h"
#include "widgets/look/line_text.h"
#include "widgets/look/number_text.h"
#include "widgets/pictures/numbers/effect_list.h"

#include <QComboBox>
#include <QLabel>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace glassformer {
namespace {

constexpr std::size_t most_rivals = 8;
constexpr std::size_t most_rows = 16;

} // namespace

VotesChapter::VotesChapter(Gathering& gathering)
    : Chapter(gathering.votes(), QStringLiteral("votes"))
    , m_gathering(gathering)
    , m_rival(new QComboBox)
    , m_list(new EffectList)
{
    m_rival->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_rival->setObjectName(QStringLiteral("rival"));
    m_list->setObjectName(QStringLiteral("voters"));
    body()->addWidget(m_rival, 0, Qt::AlignLeft);
    body()->addWidget(m_list);
    m_remark = addRemark();
    m_remark->setObjectName(QStringLiteral("votesRemark"));
    connect(m_rival, &QComboBox::activated, this, [this](int index) {
        EvidenceWish wish = m_gathering.wish();
        const int id = m_rival->itemData(index).toInt();
        wish.rival = id < 0 ? std::nullopt : std::optional<int>(id);
        m_gathering.choose(wish);
    });
    connect(m_list, &EffectList::rowChosen, this, [this](int index) {
        const Session& session = m_gathering.session();
        if (std::size_t(index) >= m_shown.size())
            return; // all the others
        if (const auto place = placeOf(m_shown[std::size_t(index)], session.selection(), *session.trace()))
            emit selectionWanted(*place);
    });
}

QString VotesChapter::title() const
{
    return tr("Who voted for it");
}

QString VotesChapter::lead() const
{
    return m_gathering.wish().rival
        ? tr("The distance between both words' logits, as a sum over all that wrote into the stream.")
        : tr("The word's logit, as a sum over all that wrote into the stream.");
}

void VotesChapter::offerRivals()
{
    const Session& session = m_gathering.session();
    const AskedWord& asked = *m_gathering.evidence().asked;
    std::vector<Choice> choices{{tr("Alone"), -1}};
    for (const RankedWord& word : likeliestWords(*session.trace(), asked.position, int(most_rivals) + 1))
        if (word.id != asked.token.id && choices.size() <= most_rivals)
            choices.push_back({tr("Against “%1”").arg(textOf(session.token(word.id)).trimmed()), word.id});
    offer(*m_rival, choices, m_gathering.wish().rival.value_or(-1));
    m_rival->setAccessibleName(tr("Against which word votes are counted"));
}

void VotesChapter::showFound()
{
    offerRivals();
    const auto found = m_gathering.evidence().votes;
    m_list->setVisible(found != nullptr);
    m_remark->setVisible(found != nullptr);
    if (!found)
        return;
    showVotes(*found);
    const QString sum = found->rival ? tr("The votes add up to %1; the distance of the logits is %2.")
                                     : tr("The votes add up to %1; the logit is %2.");
    m_remark->setText(sentencesText({sum.arg(fixedText(found->sum, 3), fixedText(found->logit, 3)),
        (found->holds_activation
                ? tr("Exact with the norms and the last activation held as they were in this run.")
                : tr("Exact with the norms held as they were in this run.")),
        tr("A vote is what was written, not whether the word needs it.")}));
}

void VotesChapter::showVotes(const WordVotes& found)
{
    const Session& session = m_gathering.session();
    m_shown = found.votes;
    std::stable_sort(m_shown.begin(), m_shown.end(),
        [](const Vote& one, const Vote& other) { return std::abs(one.logit) > std::abs(other.logit); });
    double rest = 0;
    const std::size_t others = m_shown.size() > most_rows ? m_shown.size() - most_rows : 0;
    for (std::size_t i = m_shown.size() - others; i < m_shown.size(); ++i)
        rest += m_shown[i].logit;
    m_shown.resize(m_shown.size() - others);
    double limit = std::max(1e-6, std::abs(rest));
    for (const Vote& vote : m_shown)
        limit = std::max(limit, std::abs(vote.logit));
    std::vector<EffectRow> rows;
    for (const Vote& vote : m_shown)
        rows.push_back({voterName(vote, session.trace()->config), signedText(vote.logit), {},
            vote.logit / limit, false,
            vote.kind == VoterKind::Head && session.head() == HeadName{vote.site, vote.layer, vote.head}});
    if (others > 0)
        rows.push_back({tr("%n others together", nullptr, int(others)), signedText(rest), {}, rest / limit});
    m_list->setAccessibleName(title());
    m_list->setEffects(std::move(rows));
}

} // namespace glassformer
