#pragma once

#include "app/experiments/comparison.h"
#include "app/presentation/presented.h"

#include <QStackedWidget>

#include <optional>

namespace glassformer {

class CompareView;
class Patching;
class Stage;

/** The run step by step; in its place the comparison with another run while there is one. */
class Pages : public QStackedWidget
{
    Q_OBJECT

public:
    /** steps: what is shown while nothing is compared, with the stage in it. */
    Pages(Session& session, Stage& stage, QWidget* steps);

    bool isComparing() const { return m_compare != nullptr; }
    std::optional<ComparedWith> comparedWith() const;
    /** Compares with another sentence, a twin where there is one, or with another model. */
    void compare(ComparedWith with);
    void endComparison();
    /** The one or the other: what is compared with that already is not any more. */
    void toggle(ComparedWith with);
    /** Shows the table of vectors carried over, of a comparison with another sentence; begins one if there is none. */
    void setPatching(bool is_patching);
    bool isPatching() const;
    /** In front of a class: both runs side by side, as much of them as it is to see; nothing: at a desk. */
    void setPresented(const std::optional<Presented>& presented);
    /** To another part of the page. */
    void moveSlide(int by);
    /** Null unless two runs are compared. */
    const Comparison* comparison() const;
    /** Null unless the table of vectors carried over is shown. */
    const Patching* patching() const;
    /** The comparison that is shown, if there is one. */
    std::optional<ComparedView> compared() const;
    /** Shows such a comparison, or none. */
    void showCompared(const std::optional<ComparedView>& compared);
    /** Whether the run to compare with is on its way. */
    bool isBusy() const;

signals:
    void comparingChanged(bool is_comparing);
    void uncoverWanted(); ///< before a class: a press on what is covered
    void comparedChanged(); ///< compared(), or isBusy()

private:
    Session& m_session;
    Stage& m_stage;
    CompareView* m_compare = nullptr;
    std::optional<Presented> m_presented;
};

} // namespace glassformer
