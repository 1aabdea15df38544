#pragma once

#include "app/session.h"

#include <QMainWindow>

#include <map>

class QAction;
class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QSlider;
class QStackedWidget;

namespace glassformer {

class ExplanationPanel;
class StepView;

/** Assembles the window: input bar, stage, inspector, step bar. It shows the session and sends it what users want. */
class MainWindow : public QMainWindow
{
    Q_OBJECT

public:
    MainWindow(Session& session, QWidget* parent = nullptr);

    StepView* currentView() const;

protected:
    void changeEvent(QEvent* event) override;

private:
    QWidget* makeInputBar();
    QWidget* makeStage();
    QWidget* makeChooserBar();
    QWidget* makeStepBar();
    void makeMenus();
    void run();
    void refresh();
    void retranslate();
    void savePicture();
    void toggleChosenHead();
    AttentionSite site() const;

    Session& m_session;
    QLineEdit* m_text = nullptr;
    QComboBox* m_target = nullptr;
    QPushButton* m_run = nullptr;
    QLabel* m_note = nullptr;
    QLabel* m_title = nullptr;
    QLabel* m_reading = nullptr;
    QLabel* m_answer = nullptr;
    QStackedWidget* m_stage = nullptr;
    std::map<StepKind, StepView*> m_views; ///< made when first shown
    ExplanationPanel* m_panel = nullptr;
    QComboBox* m_layer = nullptr;
    QComboBox* m_head = nullptr;
    QPushButton* m_head_switch = nullptr;
    QSlider* m_position = nullptr;
    QLabel* m_position_label = nullptr;
    QPushButton* m_back = nullptr;
    QPushButton* m_next = nullptr;
    QLabel* m_step = nullptr;
    QAction* m_save = nullptr;
    QAction* m_quit = nullptr;
    QMenu* m_file = nullptr;
};

} // namespace glassformer
