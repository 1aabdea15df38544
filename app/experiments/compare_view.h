#pragma once

#include "app/figures/figure_file.h"
#include "core/message.h"

#include <QWidget>

#include <memory>

class QComboBox;
class QLabel;

namespace glassformer {

class Session;
class StepView;

/** One of two runs side by side: whose it is, which layer and head, and the run at a glance. */
class CompareSide : public QWidget
{
    Q_OBJECT

public:
    /** The models that can be chosen are offered only where `offers_models`; else the name of the model stands. */
    CompareSide(Session& session, bool offers_models, QWidget* parent);

    StepView* view() const { return m_view; }
    QString modelName() const;
    QString text() const; ///< what the run that is shown has read
    void refresh();

signals:
    void modelWanted(const QString& folder);
    void otherFolderWanted();

protected:
    void changeEvent(QEvent* event) override;

private:
    QWidget* makeHeader(bool offers_models);
    void refreshModels();
    void refreshChoosers();

    Session& m_session;
    QComboBox* m_models = nullptr;
    QLabel* m_name = nullptr;
    QLabel* m_note = nullptr;
    Message m_trouble; ///< why the last wish could not be fulfilled
    QComboBox *m_layer = nullptr, *m_head = nullptr;
    StepView* m_view = nullptr;
};

/** Two models on one sentence, side by side. The left one is the window's; the right one lives as long as this. */
class CompareView : public QWidget
{
    Q_OBJECT

public:
    explicit CompareView(Session& session, QWidget* parent = nullptr);
    ~CompareView() override;

    const Session& other() const { return *m_other; }
    CompareSide* left() const { return m_left; }
    CompareSide* right() const { return m_right; }
    void openOther(const QString& place);
    /** Both runs side by side under the names of their models. */
    Figure figure() const;

private:
    void openAnother();
    void followText();

    Session& m_session;
    std::unique_ptr<Session> m_other;
    CompareSide *m_left = nullptr, *m_right = nullptr;
};

} // namespace glassformer
