#pragma once

#include "app/experiments/patching.h"
#include "app/presentation/presented.h"
#include "widgets/explanation/explanation_content.h"

#include <QPoint>
#include <QWidget>

#include <optional>

class QComboBox;
class QLabel;
class QProgressBar;
class QPushButton;

namespace glassformer {

class ArchitectureMap;
class OneLine;
class PatchView;

/** The table of vectors carried over, what of it is asked for, and how far it is; its path is lit in the machine beside it. */
class PatchPage : public QWidget
{
    Q_OBJECT

public:
    explicit PatchPage(Comparison& comparison, QWidget* parent = nullptr);

    /** The table is computed only while somebody wants to see it. */
    void setWanted(bool is_wanted) { m_patching.setWanted(is_wanted); }
    /** The table as far as it is known, and what was chosen for it. */
    const Patching& patching() const { return m_patching; }
    /** Of the chosen cell. */
    ExplanationContent explanation() const;
    /** Whether a cell is chosen whose vector can be carried over for good. */
    bool canApply() const;
    /** Makes that a change of the left run. */
    void apply();
    /** Before a class the table fills the page, covered until the class has guessed; nothing: at a desk. */
    void setPresented(const std::optional<Presented>& presented);

signals:
    void changed(); ///< the table, or the chosen cell
    void uncoverWanted(); ///< a press on what is covered
    void runsWanted(); ///< a step was chosen in the machine

protected:
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    QWidget* makeBar();
    void choose();
    void refresh();
    void refreshChoosers();
    void refreshProgress();
    void refreshTrouble();
    void refreshPresented();
    void refreshMachine();
    void placeMachine();
    void chooseInMachine(const Selection& wanted);
    const Session& left() const { return m_comparison.session(Side::Left); }

    Comparison& m_comparison;
    Patching m_patching;
    std::optional<Presented> m_presented;
    QWidget* m_choosers = nullptr;
    std::optional<QPoint> m_cell; ///< x: token, y: row of the table
    QLabel *m_what = nullptr, *m_asked = nullptr;
    QComboBox *m_record = nullptr, *m_head = nullptr, *m_stack = nullptr, *m_word = nullptr;
    QProgressBar* m_bar = nullptr;
    QPushButton* m_cancel = nullptr; ///< or begins again
    QLabel* m_trouble = nullptr;
    OneLine* m_sentences = nullptr;
    ArchitectureMap* m_machine = nullptr;
    PatchView* m_view = nullptr;
};

} // namespace glassformer
