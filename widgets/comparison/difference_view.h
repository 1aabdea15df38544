#pragma once

#include "widgets/comparison/record_content.h"
#include "widgets/steps/step_view.h"

namespace glassformer {

class BarList;
class Caption;

/** A run, where one looks in it, and whether the model that made it is the one of the first run. */
struct OtherRun
{
    std::shared_ptr<const Trace> trace{};
    Selection selection{};
    bool is_same_model = true;
};

/**
 * What a step has in one run more or less than in another: second minus first, in colours of both signs. Choosing a
 * cell chooses it in the first run. Where a difference says nothing, it says why.
 */
class DifferenceView : public StepView
{
    Q_OBJECT

public:
    explicit DifferenceView(QWidget* parent = nullptr);

    /** The second run; shown with the next showRun() of the first. */
    void setOther(OtherRun other);
    /** How to read the picture, or why there is none: one or two sentences, plain. */
    QString remark() const { return m_remark; }

protected:
    void refresh() override;

private:
    void showMaps();
    void showWords();
    void showNothing(const QString& reason);
    QString remarkOn(const DifferenceMap& difference, bool is_map) const;
    RunSide here() const { return {trace(), selection()}; }
    RunSide there() const { return {*m_other.trace, m_other.selection}; }

    OtherRun m_other;
    QString m_remark;
    std::vector<DifferenceMap> m_differences; ///< those that are shown; without their numbers
    MapRow* m_maps = nullptr;
    Card* m_words_card = nullptr;
    BarList* m_words = nullptr;
    Card* m_reason_card = nullptr;
    Caption* m_reason = nullptr;
};

} // namespace glassformer
