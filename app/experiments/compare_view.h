#pragma once

#include "app/experiments/comparison.h"
#include "app/presentation/presented.h"

#include <QWidget>

class QComboBox;
class QBoxLayout;
class QGridLayout;
class QLabel;
class QPushButton;
class QStackedWidget;

namespace glassformer {

class DifferenceHeader;
class DifferenceView;
class ExplanationPanel;
class PatchPage;
class Patching;
class SideHeader;
class SidePicture;
class StepView;

/**
 * Two runs side by side at one step, layer and head, and what differs as a third picture; beside them how the number is
 * made that was chosen last, on whichever side.
 */
class CompareView : public QWidget
{
    Q_OBJECT

public:
    CompareView(Session& session, ComparedWith with, QWidget* parent = nullptr);
    ~CompareView() override;

    Comparison& comparison() { return m_comparison; }
    /** In place of the two pictures the table of what each vector of the right run would change in the left one. */
    void setPatching(bool is_patching);
    bool isPatching() const;
    /** Null unless the table is shown. */
    const Patching* patching() const;
    /** The keyboard goes to the sentence on the right, where one can be typed. */
    void focusText();
    /** Before a class both runs fill the screen, then, once it is asked for, their difference; nothing: at a desk. */
    void setPresented(const std::optional<Presented>& presented);
    /** Before a class: both to another part of their page. */
    void moveSlide(int by);

signals:
    /** The user wants to compare with the other kind of thing. */
    void otherWanted(ComparedWith with);
    void patchingChanged();
    void uncoverWanted(); ///< before a class: a press on what is covered
    /** A vector was carried over for good: the user wants to walk through the changed run. */
    void walkWanted();

protected:
    void changeEvent(QEvent* event) override;

private:
    QWidget* makeBar();
    QWidget* makePages();
    QWidget* makePictures();
    QWidget* makeInspector();
    void refresh();
    void refreshChoosers();
    void refreshInspector();
    void refreshPresented();
    void scaleTitle();
    void retranslate();
    StepView* viewOf(Side side) const;

    Comparison m_comparison;
    std::optional<Presented> m_presented;
    QStackedWidget* m_pages = nullptr;
    QWidget* m_inspector = nullptr;
    QGridLayout* m_pictures = nullptr;
    PatchPage* m_patch = nullptr;
    QPushButton* m_patching = nullptr; ///< goes to the table and back
    QBoxLayout* m_top = nullptr; ///< the step and the choosers: for a class below each other
    QLabel* m_step = nullptr;
    QLabel* m_number = nullptr; ///< "9 / 32", for a class
    QComboBox *m_layer = nullptr, *m_head = nullptr, *m_with = nullptr;
    SideHeader *m_left_header = nullptr, *m_right_header = nullptr;
    SidePicture *m_left = nullptr, *m_right = nullptr;
    DifferenceHeader* m_difference_header = nullptr;
    DifferenceView* m_difference = nullptr;
    QLabel* m_remark = nullptr; ///< how to read the difference
    QPushButton *m_explain_left = nullptr, *m_explain_right = nullptr;
    QWidget* m_explain = nullptr; ///< whose numbers are explained
    QPushButton* m_toggle_head = nullptr;
    QPushButton* m_apply = nullptr; ///< makes the chosen cell of the table a change of the left run
    ExplanationPanel* m_panel = nullptr;
};

} // namespace glassformer
