#pragma once

#include "app/evidence/chapter.h"
#include "app/session/jobs/gathering.h"
#include "core/trace/look/selection.h"

class QLabel;
class QScrollArea;

namespace glassformer {

class WordGrid;

/** What each layer would say at each place, if it were the last one. */
class LayersChapter : public Chapter
{
    Q_OBJECT

public:
    explicit LayersChapter(Gathering& gathering);

signals:
    void selectionWanted(const Selection& selection);

protected:
    QString title() const override;
    QString lead() const override;
    void showFound() override;

private:
    void choose(int row, int column);

    Gathering& m_gathering;
    QScrollArea* m_scroll = nullptr;
    WordGrid* m_grid = nullptr;
    QLabel* m_remark = nullptr;
};

} // namespace glassformer
