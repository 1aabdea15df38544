#include "app/evidence/parts_chapter.h"

#include "app/evidence/evidence_text.h"
#include "app/session/session.h"
#include "widgets/look/line_text.h"
#include "widgets/pictures/colour_key.h"
#include "widgets/pictures/numbers/effect_list.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace glassformer {
namespace {

constexpr std::size_t most_rows = 12;

} // namespace

PartsChapter::PartsChapter(Gathering& gathering)
    : Chapter(gathering.parts(), QStringLiteral("parts"))
    , m_gathering(gathering)
    , m_ablation(new QComboBox)
    , m_edges(new QCheckBox)
    , m_key(new ColourKey)
    , m_single(new EffectList)
    , m_together(new QLabel)
    , m_groups(new EffectList)
{
    m_ablation->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_ablation->setObjectName(QStringLiteral("ablation"));
    m_edges->setObjectName(QStringLiteral("edges"));
    m_single->setObjectName(QStringLiteral("singleParts"));
    m_groups->setObjectName(QStringLiteral("groups"));
    auto* row = new QHBoxLayout;
    row->addWidget(m_ablation);
    row->addWidget(m_edges);
    row->addStretch(1);
    body()->addLayout(row);
    for (QWidget* widget : std::initializer_list<QWidget*>{m_key, m_single, m_together, m_groups})
        body()->addWidget(widget);
    m_remark = addRemark();
    connect(m_ablation, &QComboBox::activated, this, [this](int index) {
        EvidenceWish wish = m_gathering.wish();
        wish.ablation = Ablation(m_ablation->itemData(index).toInt());
        m_gathering.choose(wish);
    });
    connect(m_edges, &QCheckBox::clicked, this, [this](bool is_checked) {
        EvidenceWish wish = m_gathering.wish();
        wish.cuts_edges = is_checked;
        m_gathering.choose(wish);
    });
    connect(m_single, &EffectList::rowChosen, this, [this](int index) {
        const Session& session = m_gathering.session();
        emit selectionWanted(placeOf(m_shown[std::size_t(index)], session.selection(), *session.trace()));
    });
}

QString PartsChapter::title() const
{
    return tr("Which parts it needs");
}

QString PartsChapter::lead() const
{
    return tr("Each part is taken out alone, behind the same words: how far does that move the word?");
}

void PartsChapter::showFound()
{
    const EvidenceWish& wish = m_gathering.wish();
    offer(*m_ablation,
        {{tr("Set to zero"), int(Ablation::Zero)}, {tr("Set to its mean"), int(Ablation::Mean)}},
        int(wish.ablation));
    m_ablation->setAccessibleName(tr("How parts are taken out"));
    m_ablation->setToolTip(
        tipText(tr("What the part puts out becomes zero, or in every row the mean over all "
                   "rows of this run. A whole layer passes its input on in either case.")));
    m_edges->setText(tr("Edges too"));
    m_edges->setToolTip(
        tipText(tr("Also forbids each token to look at each other one, in all layers and heads.")));
    m_edges->setChecked(wish.cuts_edges);
    const auto ranking = m_gathering.evidence().parts;
    for (QWidget* widget : std::initializer_list<QWidget*>{m_key, m_single, m_remark})
        widget->setVisible(ranking != nullptr);
    const bool has_groups = ranking && !ranking->groups.empty();
    m_together->setVisible(has_groups);
    m_groups->setVisible(has_groups);
    if (!ranking)
        return;
    double limit = 1e-6;
    for (const auto* effects : {&ranking->single, &ranking->groups})
        for (const PartEffect& found : *effects)
            limit = std::max(limit, std::abs(found.effect.moved()));
    m_key->setScale(
        limit, tr("By how much ln p of “%1” falls without it").arg(textOf(ranking->asked.token).trimmed()));
    showSingle(*ranking, limit);
    showGroups(*ranking, limit);
    m_remark->setText(tr("%1 of %2 trials. Found in one sentence: another one may need other parts.")
                          .arg(ranking->tried)
                          .arg(ranking->trials));
}

/** Red: the word needs it. */
void PartsChapter::showSingle(const PartRanking& ranking, double limit)
{
    const Session& session = m_gathering.session();
    const TokenOf token_of = [&session](int id) { return session.token(id); };
    std::vector<EffectRow> rows;
    m_shown.clear();
    for (const PartEffect& found : ranking.single) {
        if (rows.size() == most_rows)
            break;
        const ModelPart& part = found.parts.front();
        m_shown.push_back(part);
        rows.push_back({partName(part, *session.trace()), signedText(found.effect.moved()),
            effectFacts(found.effect, ranking.asked.token, token_of), -found.effect.moved() / limit,
            found.effect.changesWord(),
            part.kind == PartKind::Head && session.head() == HeadName{part.site, part.layer, part.head}});
    }
    m_single->setAccessibleName(tr("The parts that move the word most"));
    m_single->setEffects(std::move(rows));
}

void PartsChapter::showGroups(const PartRanking& ranking, double limit)
{
    const Session& session = m_gathering.session();
    const TokenOf token_of = [&session](int id) { return session.token(id); };
    m_together->setText(tr("Taken out together"));
    m_together->setToolTip(
        tipText(tr("The head that makes the word least likely; with it the next one that does, "
                   "and so on. Single heads often have others that do the same.")));
    std::vector<EffectRow> rows;
    for (const PartEffect& found : ranking.groups)
        rows.push_back({(rows.empty() ? QString() : QStringLiteral("+ "))
                + partName(found.parts.back(), *session.trace()),
            signedText(found.effect.moved()), effectFacts(found.effect, ranking.asked.token, token_of),
            -found.effect.moved() / limit, found.effect.changesWord(), false});
    m_groups->setAccessibleName(m_together->text());
    m_groups->setEffects(std::move(rows));
}

} // namespace glassformer
