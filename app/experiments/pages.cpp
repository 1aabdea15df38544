#include "app/experiments/pages.h"

#include "app/experiments/compare_view.h"
#include "app/session/session.h"
#include "app/window/stage.h"
#include "core/trace/step/step_list.h"
#include "widgets/steps/step_view.h"

namespace glassformer {

Pages::Pages(Session& session, Stage& stage, QWidget* steps)
    : m_session(session)
    , m_stage(stage)
{
    addWidget(steps);
}

void Pages::setComparing(bool is_comparing)
{
    if (is_comparing == isComparing())
        return;
    if (m_compare)
        m_compare->deleteLater();
    m_compare = is_comparing ? new CompareView(m_session) : nullptr;
    setCurrentIndex(m_compare ? addWidget(m_compare) : 0);
    emit comparingChanged(is_comparing);
}

Figure Pages::figure() const
{
    return m_compare ? m_compare->figure() : Figure(*m_stage.currentView());
}

QString Pages::figureName() const
{
    const std::string_view id = m_compare ? "comparison" : stepId(m_session.selection().step);
    return QString::fromUtf8(id.data(), qsizetype(id.size()));
}

} // namespace glassformer
