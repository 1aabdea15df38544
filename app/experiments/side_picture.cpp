#include "app/experiments/side_picture.h"

#include "core/experiment/reading/step_record.h"
#include "widgets/comparison/record_view.h"
#include "widgets/steps/step_entry.h"

namespace glassformer {

SidePicture::SidePicture(Comparison& comparison, Side side, QWidget* parent)
    : QStackedWidget(parent)
    , m_comparison(comparison)
    , m_side(side)
    , m_records(addView(new RecordView))
{
    connect(&m_comparison, &Comparison::changed, this, &SidePicture::refresh);
    refresh();
}

StepView* SidePicture::addView(StepView* view)
{
    Session& session = m_comparison.session(m_side);
    view->setTokenOf([&session](int id) { return session.token(id); });
    view->setRemovedHeads([&session](const HeadName& head) { return session.isRemoved(head); });
    connect(view, &StepView::selectionWanted, this,
        [this](const Selection& selection) { m_comparison.choose(m_side, selection); });
    // What the pictures of words offer beside choosing belongs to this side, too.
    connect(view, &StepView::wordWanted, &session, &Session::writeInstead);
    connect(view, &StepView::nextWordWanted, &session, &Session::writeNext);
    connect(view, &StepView::restWanted, &session, &Session::writeToEnd);
    connect(view, &StepView::roadWanted, &session, &Session::writeRoad);
    connect(view, &StepView::beamsWanted, &session, &Session::wantBeams);
    connect(view, &StepView::wordTakenBack, &session, &Session::takeWordBack);
    connect(view, &StepView::decodingWanted, &session, &Session::chooseDecoding);
    addWidget(view);
    return view;
}

StepView* SidePicture::currentView() const
{
    return static_cast<StepView*>(currentWidget());
}

void SidePicture::showIn(StepView* view)
{
    const Session& session = m_comparison.session(m_side);
    view->setModel(session.weights());
    view->setDecoding(session.request().decoding);
    view->showRun(session.trace(), session.selection());
    setCurrentWidget(view);
}

void SidePicture::refresh()
{
    const Session& session = m_comparison.session(m_side);
    if (!recordsOf(*session.trace(), session.selection()).empty())
        return showIn(m_records);
    const StepKind step = session.selection().step;
    StepView*& view = m_views[step];
    if (!view)
        view = addView(entryOf(step).view(this));
    showIn(view);
}

} // namespace glassformer
