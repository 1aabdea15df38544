#pragma once

#include "app/evidence/chapter.h"
#include "app/session/jobs/gathering.h"
#include "core/trace/look/selection.h"

class QCheckBox;
class QComboBox;
class QLabel;

namespace glassformer {

class ColourKey;
class EffectList;

/** Which parts of the model the word needs: each taken out alone, the strongest first, and heads taken out together. */
class PartsChapter : public Chapter
{
    Q_OBJECT

public:
    explicit PartsChapter(Gathering& gathering);

signals:
    void selectionWanted(const Selection& selection);

protected:
    QString title() const override;
    QString lead() const override;
    void showFound() override;

private:
    void showSingle(const PartRanking& ranking, double limit);
    void showGroups(const PartRanking& ranking, double limit);

    Gathering& m_gathering;
    QComboBox* m_ablation = nullptr;
    QCheckBox* m_edges = nullptr;
    ColourKey* m_key = nullptr;
    EffectList* m_single = nullptr;
    QLabel* m_together = nullptr;
    EffectList* m_groups = nullptr;
    QLabel* m_remark = nullptr;
    std::vector<ModelPart> m_shown; ///< that the rows stand for
};

} // namespace glassformer
