#pragma once

#include "app/experiments/comparison.h"
#include "app/presentation/presented.h"

#include <QWidget>

#include <optional>

class QBoxLayout;
class QComboBox;
class QLabel;
class QLineEdit;

namespace glassformer {

class ChangeBar;
class OneLine;

/** Above one of two pictures: what that side reads and with which model, what it answers, and its own changes as chips. */
class SideHeader : public QWidget
{
    Q_OBJECT

public:
    SideHeader(Comparison& comparison, Side side, QWidget* parent = nullptr);

    void refresh();
    void focusText();
    /** Before a class only the sentence is there, whole, and the answer once the class has guessed; nothing: at a desk. */
    void setPresented(const std::optional<Presented>& presented);

signals:
    void otherFolderWanted();

protected:
    void changeEvent(QEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;

private:
    void addText();
    void addModels();
    void refreshModels();
    void refreshPresented();
    Session& session() const { return m_comparison.session(m_side); }
    bool readsOwnText() const;
    bool hasOwnModel() const;

    Comparison& m_comparison;
    const Side m_side;
    std::optional<Presented> m_presented;
    Message m_trouble; ///< why the last wish could not be fulfilled
    QString
        m_known_text; ///< what was shown or read last; what stands in the field instead is the user's draft
    QBoxLayout* m_line = nullptr; ///< name, sentence and model: for a class below each other
    OneLine* m_name = nullptr;
    OneLine* m_sentence = nullptr; ///< of the left side, and of one that reads the same
    QLabel* m_whole = nullptr; ///< for a class, in as many lines as it takes
    QLineEdit* m_text = nullptr; ///< of a side that reads a sentence of its own
    QComboBox* m_models = nullptr; ///< of a side that has a model of its own
    OneLine* m_answer = nullptr;
    ChangeBar* m_changes = nullptr;
};

} // namespace glassformer
