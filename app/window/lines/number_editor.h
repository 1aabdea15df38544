#pragma once

#include "core/trace/look/number_place.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace glassformer {

class Session;

/**
 * Sets the number that is chosen to another one, and runs the model on with it. Not there where no number is chosen that
 * the forward pass makes, and in recorded runs.
 */
class NumberEditor : public QWidget
{
    Q_OBJECT

public:
    explicit NumberEditor(Session& session, QWidget* parent = nullptr);

    /** Shows what is chosen in the session; what was being typed for another number is dropped. */
    void refresh();
    /** Whether there is a number to set. */
    bool canEdit() const { return !m_numbers.empty(); }
    /** Puts the cursor where the number is typed. */
    void begin();

private:
    void set();
    void showNumber();
    const NumberPlace& chosen() const;

    Session& m_session;
    std::vector<NumberPlace> m_numbers;
    QLabel* m_label = nullptr;
    QComboBox* m_which = nullptr; ///< of several that are chosen together
    QLineEdit* m_field = nullptr;
    QPushButton* m_set = nullptr;
    QLabel* m_trouble = nullptr;
};

} // namespace glassformer
