#pragma once

#include <QWidget>

class QLabel;
class QPushButton;
class QToolButton;

namespace glassformer {

/** Above the arithmetic: a button that has it told from the beginning, and while it is told, stop, back and on. */
class TellingBar : public QWidget
{
    Q_OBJECT

public:
    explicit TellingBar(QWidget* parent = nullptr);

    /** Nothing is told, but could be. */
    void setIdle();
    /** \param stage  from 0 */
    void setTelling(int stage, int stages, bool is_playing);

signals:
    void playWanted(); ///< begin, stop, go on
    void moveWanted(int by);
    void endWanted();

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();

    bool m_is_telling = false, m_is_playing = false;
    QPushButton* m_play = nullptr;
    QToolButton *m_back = nullptr, *m_on = nullptr, *m_end = nullptr;
    QLabel* m_place = nullptr;
};

} // namespace glassformer
