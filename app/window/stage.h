#pragma once

#include "app/presentation/presented.h"
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
class LayerRun;
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
    /** The open step in all layers of its stack, one after the other. */
    LayerRun& layerRun() const { return *m_layer_run; }

    /** Asks for what can be changed at the chosen place, there where the keyboard is. */
    void askForMenu();
    /** In front of a class only title, step and picture are there; nothing: at one's own desk all of it. */
    void setPresented(const std::optional<Presented>& presented);
    const std::optional<Presented>& presented() const { return m_presented; }
    /** Whether the page keeps something from the class. */
    bool isCovered() const;

signals:
    void menuWanted(const QPoint& at); ///< on the screen
    void uncoverWanted();

protected:
    void contextMenuEvent(QContextMenuEvent* event) override;
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    QWidget* makeChooserBar();
    void addView(StepKind step);
    /** Tells the maps of attention how much the word needs each head, where that is wanted. */
    void showNeed();
    void refreshChoosers();
    void showTitle(const StepContext& context);
    QString lineOf(const QString& answer) const;
    /** What is said of the chosen head: that it is gone, or what the asked word becomes without it. */
    QString aboutHead() const;
    QString aboutChange() const;
    void refreshPosition();
    void refreshPresented();
    void scaleTitle();
    void refreshWalk();
    void walkTo(int layer);
    /** Whether the step is the last, or the first, of a layer. */
    bool isAtEdgeOfLayer(bool is_last_step) const;
    QString headItem(const HeadName& head) const;

    Session& m_session;
    Gathering& m_gathering;
    std::optional<Presented> m_presented;
    LayerRun* m_layer_run = nullptr;
    QLabel* m_title = nullptr;
    QLabel* m_step = nullptr; ///< "9 / 32", for a class
    QLabel* m_effect = nullptr; ///< what `m_need` says, for a class that has guessed
    QWidget* m_choosers = nullptr;
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
