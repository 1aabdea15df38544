#pragma once

#include "core/trace/step/step.h"

#include <QDialog>

class QLabel;
class QLineEdit;
class QListWidget;
class QPushButton;

namespace glassformer {

/** The terms of the field, each in a sentence and with the way to the step where it is seen. It stays open. */
class GlossaryDialog : public QDialog
{
    Q_OBJECT

public:
    /** shown: the step whose terms come first. */
    GlossaryDialog(StepKind shown, QWidget* parent);

signals:
    void stepWanted(StepKind step);

protected:
    void changeEvent(QEvent* event) override;

private:
    void fill();
    void showMeaning();
    void retranslate();

    StepKind m_shown;
    QLineEdit* m_search = nullptr;
    QListWidget* m_terms = nullptr;
    QLabel* m_meaning = nullptr;
    QPushButton* m_go = nullptr;
};

} // namespace glassformer
