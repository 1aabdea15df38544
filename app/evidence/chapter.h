#pragma once

#include "app/session/jobs/inquiry.h"

#include <QWidget>

#include <vector>

class QComboBox;
class QLabel;
class QProgressBar;
class QPushButton;
class QToolButton;
class QVBoxLayout;

namespace glassformer {

/**
 * One question of the evidence: closed it is a line; opened it is found out and shown, with how far it is and a button that
 * stops it.
 */
class Chapter : public QWidget
{
    Q_OBJECT

public:
    /** \param id  name of the object; its button is called "<id>Title" */
    Chapter(Inquiry& inquiry, const QString& id);

    Inquiry& inquiry() { return m_inquiry; }
    /** \param can_try  whether anything can be found out here */
    void refresh(bool can_try);

protected:
    /** Where the widgets of the subject go. */
    QVBoxLayout* body() const { return m_body; }
    virtual QString title() const = 0;
    /** What is asked, in a sentence. */
    virtual QString lead() const = 0;
    /** Sets what is known into the widgets of the body. */
    virtual void showFound() = 0;
    /** Text below pictures; wraps. */
    QLabel* addRemark();

    struct Choice
    {
        QString text;
        int data = 0;
    };
    /** Fills a list only where it is another one: somebody may have it open. */
    static void offer(QComboBox& box, const std::vector<Choice>& choices, int chosen);

private:
    void refreshState(bool can_try);
    void press();

    Inquiry& m_inquiry;
    QToolButton* m_title = nullptr;
    QWidget* m_page = nullptr;
    QLabel* m_lead = nullptr;
    QWidget* m_state = nullptr;
    QProgressBar* m_progress = nullptr;
    QPushButton* m_button = nullptr;
    QLabel* m_trouble = nullptr;
    QWidget* m_found = nullptr;
    QVBoxLayout* m_body = nullptr;
};

} // namespace glassformer
