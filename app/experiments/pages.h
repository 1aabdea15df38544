#pragma once

#include "app/figures/figure_file.h"

#include <QStackedWidget>

namespace glassformer {

class CompareView;
class Session;
class Stage;

/** The run step by step; in its place the comparison with another model while there is one. */
class Pages : public QStackedWidget
{
    Q_OBJECT

public:
    /** steps: what is shown while nothing is compared, with the stage in it. */
    Pages(Session& session, Stage& stage, QWidget* steps);

    bool isComparing() const { return m_compare != nullptr; }
    void setComparing(bool is_comparing);
    /** What is on the screen, and how a file of it may be called. */
    Figure figure() const;
    QString figureName() const;

signals:
    void comparingChanged(bool is_comparing);

private:
    Session& m_session;
    Stage& m_stage;
    CompareView* m_compare = nullptr;
};

} // namespace glassformer
