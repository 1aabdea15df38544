#pragma once

#include "app/evidence/chapter.h"
#include "app/session/jobs/bank_gathering.h"
#include "core/trace/look/selection.h"

class QLabel;

namespace glassformer {

class EffectList;

/** Which of the known kinds of heads there are: scored by their published definitions on random words that are read twice. */
class KindsChapter : public Chapter
{
    Q_OBJECT

public:
    KindsChapter(const Session& session, BankGathering& gathering);

signals:
    void selectionWanted(const Selection& selection);

protected:
    QString title() const override;
    QString lead() const override;
    void showFound() override;

private:
    void showKind(int kind, const KnownHeads& found);

    const Session& m_session;
    BankGathering& m_gathering;
    QLabel* m_headings[3] = {};
    EffectList* m_lists[3] = {};
    std::vector<HeadName> m_shown[3];
    QLabel* m_remark = nullptr;
};

} // namespace glassformer
