#pragma once

#include "app/evidence/chapter.h"
#include "app/session/jobs/bank_gathering.h"
#include "core/trace/look/selection.h"

class QLabel;

namespace glassformer {

class EffectList;

/** What every head looks at over sentences of the world, whose words are known: neighbours, nouns, subjects. */
class RolesChapter : public Chapter
{
    Q_OBJECT

public:
    RolesChapter(const Session& session, BankGathering& gathering);

signals:
    void selectionWanted(const Selection& selection);

protected:
    QString title() const override;
    QString lead() const override;
    void showFound() override;

private:
    QString findingOf(const std::vector<HeadRoles>& found) const;
    void showHeads(const std::vector<HeadRoles>& found);

    const Session& m_session;
    BankGathering& m_gathering;
    QLabel* m_finding = nullptr; ///< of the chosen head
    QLabel* m_heading = nullptr;
    EffectList* m_heads = nullptr;
    QLabel* m_remark = nullptr;
    std::vector<HeadName> m_shown;
};

} // namespace glassformer
