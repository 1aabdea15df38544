#include "app/evidence/kinds_chapter.h"

#include "app/evidence/evidence_text.h"
#include "app/session/session.h"
#include "widgets/look/number_text.h"
#include "widgets/pictures/numbers/effect_list.h"

#include <QLabel>
#include <QVBoxLayout>

#include <algorithm>

namespace glassformer {
namespace {

constexpr std::size_t most_heads = 3;
constexpr double KnownHead::*scores[]{&KnownHead::previous, &KnownHead::duplicate, &KnownHead::induction};

} // namespace

KindsChapter::KindsChapter(const Session& session, BankGathering& gathering)
    : Chapter(gathering.kinds(), QStringLiteral("kinds"))
    , m_session(session)
    , m_gathering(gathering)
{
    for (int kind = 0; kind < 3; ++kind) {
        m_headings[kind] = addRemark();
        m_lists[kind] = new EffectList;
        m_lists[kind]->setObjectName(QStringLiteral("kind%1").arg(kind));
        body()->addWidget(m_lists[kind]);
        connect(m_lists[kind], &EffectList::rowChosen, this, [this, kind](int row) {
            const HeadName& head = m_shown[kind][std::size_t(row)];
            emit selectionWanted(placeOf(ModelPart{PartKind::Head, head.site, head.layer, head.head},
                m_session.selection(), *m_session.trace()));
        });
    }
    m_remark = addRemark();
}

QString KindsChapter::title() const
{
    return tr("Known kinds of heads");
}

QString KindsChapter::lead() const
{
    return tr("Random words, read twice: nothing in them can be known but by looking back. How much weight "
              "goes where the "
              "known kinds look?");
}

void KindsChapter::showFound()
{
    const auto found = m_gathering.found().kinds;
    for (int kind = 0; kind < 3; ++kind) {
        m_headings[kind]->setVisible(found != nullptr);
        m_lists[kind]->setVisible(found != nullptr);
    }
    m_remark->setVisible(found != nullptr);
    if (!found)
        return;
    m_headings[0]->setText(tr("Previous token: on the token before (Elhage et al. 2021)"));
    m_headings[1]->setText(tr("Duplicate token: on the same token earlier (Wang et al. 2022)"));
    m_headings[2]->setText(tr("Induction: on what followed it there (Olsson et al. 2022)"));
    for (int kind = 0; kind < 3; ++kind)
        showKind(kind, *found);
    m_remark->setText(tr("%1 of %2 texts of %3 words, each read twice; means over the second reading.")
                          .arg(found->texts)
                          .arg(found->of)
                          .arg(found->length));
}

void KindsChapter::showKind(int kind, const KnownHeads& found)
{
    const double KnownHead::*score = scores[kind];
    std::vector<KnownHead> heads = found.heads;
    std::stable_sort(heads.begin(), heads.end(),
        [score](const KnownHead& one, const KnownHead& other) { return one.*score > other.*score; });
    heads.resize(std::min(heads.size(), most_heads));
    std::vector<EffectRow> rows;
    m_shown[kind].clear();
    for (const KnownHead& head : heads) {
        m_shown[kind].push_back(head.head);
        rows.push_back(
            {partName({PartKind::Head, head.head.site, head.head.layer, head.head.head}, *m_session.trace()),
                weightText(head.*score), {}, head.*score, false, head.head == m_session.head()});
    }
    m_lists[kind]->setAccessibleName(m_headings[kind]->text());
    m_lists[kind]->setEffects(std::move(rows));
}

} // namespace glassformer
