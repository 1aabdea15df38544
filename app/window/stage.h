#pragma once

#include "app/session/session.h"

#include <QWidget>

#include <map>

class QComboBox;
class QLabel;
class QPushButton;
class QSlider;
class QStackedWidget;

namespace glassformer {

class Gathering;
class MapChooser;
class StepView;

/** The centre of the window: what is seen, how to read it, which layer, head and place, and the picture itself. */
class Stage : public QWidget
{
    Q_OBJECT

public:
    Stage(Session& session, Gathering& gathering, QWidget* parent = nullptr);

    StepView* currentView() const;
    void refresh();
    /** From any step of a layer to the beginning of the next one, if there is one. */
    bool canWalkOn() const;
    void walkOn();
    /** To the beginning of the layer; from there to that of the layer before. */
    bool canWalkBack() const;
    void walkBack();

    /** Asks for what can be changed at the chosen place, there where the keyboard is. */
    void askForMenu();

signals:
    void menuWanted(const QPoint& at); ///< on the screen

protected:
    void contextMenuEvent(QContextMenuEvent* event) override;

private:
    QWidget* makeChooserBar();
    void addView(StepKind step);
    /** Tells the maps of attention how much the word needs each head, where that is wanted. */
    void showNeed();
    void refreshChoosers();
    QString lineOf(const QString& answer) const;
    /** What is said of the chosen head: that it is gone, or what the asked word becomes without it. */
    QString aboutHead() const;
    QString aboutChange() const;
    void refreshPosition();
    void refreshWalk();
    void walkTo(int layer);
    /** Whether the step is the last, or the first, of a layer. */
    bool isAtEdgeOfLayer(bool is_last_step) const;
    QString headItem(const HeadName& head) const;

    Session& m_session;
    Gathering& m_gathering;
    QLabel* m_title = nullptr;
    QLabel* m_reading = nullptr;
    QLabel* m_answer = nullptr;
    QComboBox* m_layer = nullptr;
    QComboBox* m_head = nullptr;
    MapChooser* m_map = nullptr;
    QPushButton* m_next_layer = nullptr; ///< the same step there
    QPushButton* m_walk = nullptr; ///< through the layers one after the other
    QLabel* m_need = nullptr; ///< whether the answer needs the chosen head
    QWidget* m_place = nullptr; ///< which row of the output, said and chosen
    QSlider* m_position = nullptr;
    QLabel* m_position_label = nullptr;
    QStackedWidget* m_stack = nullptr;
    std::map<StepKind, StepView*> m_views; ///< made when first shown
};

} // namespace glassformer
