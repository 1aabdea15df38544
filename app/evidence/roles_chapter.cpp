#include "app/evidence/roles_chapter.h"

#include "app/evidence/evidence_text.h"
#include "app/session/session.h"
#include "widgets/look/number_text.h"
#include "widgets/pictures/numbers/effect_list.h"
#include "widgets/steps/layer/role_text.h"

#include <QLabel>
#include <QVBoxLayout>

#include <algorithm>

namespace glassformer {
namespace {

constexpr std::size_t most_heads = 12;
constexpr double told_from = 0.5; ///< a role that is met less often is not worth a line

/** All that is worth a line, the most frequent first; empty if nothing is. */
QString rolesText(const HeadRoles& head)
{
    QStringList texts;
    for (const RoleScore& role : head.roles)
        if (role.share >= told_from)
            texts << roleText(role);
    return texts.join(EvidenceText::tr("; "));
}

} // namespace

RolesChapter::RolesChapter(const Session& session, BankGathering& gathering)
    : Chapter(gathering.roles(), QStringLiteral("roles"))
    , m_session(session)
    , m_gathering(gathering)
    , m_finding(new QLabel)
    , m_heads(new EffectList)
{
    m_finding->setWordWrap(true);
    m_finding->setTextFormat(Qt::PlainText);
    m_finding->setObjectName(QStringLiteral("roleFinding"));
    m_heads->setObjectName(QStringLiteral("roleHeads"));
    body()->addWidget(m_finding);
    m_heading = addRemark();
    body()->addWidget(m_heads);
    m_remark = addRemark();
    connect(m_heads, &EffectList::rowChosen, this, [this](int row) {
        const HeadName& head = m_shown[std::size_t(row)];
        emit selectionWanted(placeOf(ModelPart{PartKind::Head, head.site, head.layer, head.head},
            m_session.selection(), *m_session.trace()));
    });
}

QString RolesChapter::title() const
{
    return tr("What heads look at");
}

QString RolesChapter::lead() const
{
    return tr(
        "Fresh sentences whose grammar is known: how often does the largest weight go to the noun of the "
        "word, its verb, its neighbour?");
}

QString RolesChapter::findingOf(const std::vector<HeadRoles>& found) const
{
    const HeadName head = m_session.head();
    const QString name = partName({PartKind::Head, head.site, head.layer, head.head}, *m_session.trace());
    const auto roles = std::find_if(
        found.begin(), found.end(), [&head](const HeadRoles& each) { return each.head == head; });
    if (roles == found.end())
        return tr("%1 is not among them: only the heads that read the text are.").arg(name);
    const QString text = rolesText(*roles);
    return text.isEmpty() ? tr("%1 does nothing of this in half of the cases.").arg(name)
                          //: a head: what it looks at
                          : tr("%1: %2.").arg(name, text);
}

void RolesChapter::showHeads(const std::vector<HeadRoles>& found)
{
    std::vector<const HeadRoles*> order;
    for (const HeadRoles& head : found)
        if (!head.is_removed && !head.roles.empty() && head.roles.front().share >= told_from)
            order.push_back(&head);
    std::stable_sort(order.begin(), order.end(), [](const HeadRoles* one, const HeadRoles* other) {
        return one->roles.front().share > other->roles.front().share;
    });
    order.resize(std::min(order.size(), most_heads));
    m_shown.clear();
    std::vector<EffectRow> rows;
    for (const HeadRoles* each : order) {
        const HeadName& head = each->head;
        const RoleScore& role = each->roles.front();
        m_shown.push_back(head);
        rows.push_back({partName({PartKind::Head, head.site, head.layer, head.head}, *m_session.trace()),
            percentText(role.share), roleText(role), role.share, false, head == m_session.head()});
    }
    m_heads->setAccessibleName(m_heading->text());
    m_heads->setEffects(std::move(rows));
}

void RolesChapter::showFound()
{
    const auto found = m_gathering.found().roles;
    for (QWidget* widget : std::initializer_list<QWidget*>{m_finding, m_heading, m_heads, m_remark})
        widget->setVisible(found != nullptr);
    if (!found)
        return;
    m_heading->setText(tr("The heads that do one thing most often"));
    m_finding->setText(findingOf(*found));
    showHeads(*found);
    m_remark->setText(tr("%n sentences. What chance alone would reach is not taken off.", nullptr,
        BankGathering::role_sentences));
}

} // namespace glassformer
