#pragma once

#include "app/evidence/chapter.h"
#include "app/session/jobs/gathering.h"
#include "core/trace/look/selection.h"

class QComboBox;
class QLabel;

namespace glassformer {

class EffectList;

/** Who voted for the word: its logit, or its distance to a rival's, as a sum over all that wrote into the stream. */
class VotesChapter : public Chapter
{
    Q_OBJECT

public:
    explicit VotesChapter(Gathering& gathering);

signals:
    void selectionWanted(const Selection& selection);

protected:
    QString title() const override;
    QString lead() const override;
    void showFound() override;

private:
    void offerRivals();
    void showVotes(const WordVotes& found);

    Gathering& m_gathering;
    QComboBox* m_rival = nullptr;
    EffectList* m_list = nullptr;
    QLabel* m_remark = nullptr;
    std::vector<Vote> m_shown; ///< that the rows stand for
};

} // namespace glassformer
