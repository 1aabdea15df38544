#include "app/experiments/pages.h"

#include "app/experiments/compare_view.h"
#include "app/window/stage.h"
#include "widgets/steps/page_slides.h"
#include "widgets/steps/step_view.h"

namespace glassformer {

Pages::Pages(Session& session, Stage& stage, QWidget* steps)
    : m_session(session)
    , m_stage(stage)
{
    addWidget(steps);
    connect(&m_session, &Session::comparisonWanted, this, &Pages::showCompared);
    // Another model on the left: another sentence is read by that one from now on.
    connect(&m_session, &Session::modelChanged, this, [this] {
        if (m_session.isRecorded())
            endComparison();
        else if (comparedWith() == ComparedWith::Sentence)
            compare(ComparedWith::Sentence);
    });
}

std::optional<ComparedWith> Pages::comparedWith() const
{
    return m_compare ? std::optional(m_compare->comparison().with()) : std::nullopt;
}

void Pages::compare(ComparedWith with)
{
    if (m_compare)
        m_compare->deleteLater();
    m_compare = new CompareView(m_session, with);
    connect(m_compare, &CompareView::otherWanted, this, &Pages::compare);
    connect(m_compare, &CompareView::walkWanted, this, &Pages::endComparison);
    connect(m_compare, &CompareView::uncoverWanted, this, &Pages::uncoverWanted);
    connect(m_compare, &CompareView::patchingChanged, this, [this] {
        emit comparingChanged(true);
        emit comparedChanged();
    });
    connect(&m_compare->comparison(), &Comparison::viewChanged, this, &Pages::comparedChanged);
    m_compare->setPresented(m_presented);
    setCurrentIndex(addWidget(m_compare));
    if (!m_session.swap() && !m_presented)
        m_compare->focusText(); // there is no twin: it is theirs to type
    emit comparingChanged(true);
    emit comparedChanged();
}

void Pages::endComparison()
{
    if (!m_compare)
        return;
    m_compare->deleteLater();
    m_compare = nullptr;
    setCurrentIndex(0);
    emit comparingChanged(false);
    emit comparedChanged();
}

void Pages::toggle(ComparedWith with)
{
    comparedWith() == with ? endComparison() : compare(with);
}

void Pages::setPatching(bool is_patching)
{
    if (is_patching && comparedWith() != ComparedWith::Sentence)
        compare(ComparedWith::Sentence);
    if (m_compare)
        m_compare->setPatching(is_patching);
}

bool Pages::isPatching() const
{
    return m_compare && m_compare->isPatching();
}

void Pages::setPresented(const std::optional<Presented>& presented)
{
    m_presented = presented;
    if (m_compare)
        m_compare->setPresented(presented);
}

void Pages::moveSlide(int by)
{
    if (m_compare)
        return m_compare->moveSlide(by);
    if (PageSlides* slides = m_stage.currentView()->slides())
        slides->goTo(slides->current() + by);
}

std::optional<ComparedView> Pages::compared() const
{
    if (!m_compare)
        return std::nullopt;
    ComparedView view = m_compare->comparison().view();
    view.is_patching = isPatching();
    return view;
}

void Pages::showCompared(const std::optional<ComparedView>& compared)
{
    if (!compared || m_session.isRecorded())
        return endComparison();
    if (comparedWith() != compared->with)
        compare(compared->with);
    m_compare->comparison().show(*compared);
    if (m_compare->isPatching() != compared->is_patching)
        m_compare->setPatching(compared->is_patching);
}

bool Pages::isBusy() const
{
    return m_compare && m_compare->comparison().isBusy();
}

const Comparison* Pages::comparison() const
{
    return m_compare ? &m_compare->comparison() : nullptr;
}

const Patching* Pages::patching() const
{
    return m_compare ? m_compare->patching() : nullptr;
}

} // namespace glassformer
