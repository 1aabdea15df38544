#pragma once

#include "app/evidence/chapter.h"
#include "app/session/jobs/gathering.h"
#include "core/trace/look/selection.h"

class QComboBox;
class QLabel;

namespace glassformer {

class WordBars;
struct AttentionRow;

/** Which of the words that were read mattered, beside a row of attention, so that the two may disagree. */
class WordsChapter : public Chapter
{
    Q_OBJECT

public:
    explicit WordsChapter(Gathering& gathering);

signals:
    void selectionWanted(const Selection& selection);

protected:
    QString title() const override;
    QString lead() const override;
    void showFound() override;

private:
    void offerMethods();
    QString remarkOn(const Attribution& found, const std::optional<AttentionRow>& attention) const;

    Gathering& m_gathering;
    QComboBox* m_method = nullptr;
    WordBars* m_bars = nullptr;
    QLabel* m_remark = nullptr;
};

} // namespace glassformer
