#include "app/window/stage.h"
#include "core/trace/step/step_list.h"
#include "widgets/look/scaled_font.h"
#include "widgets/steps/step_entry.h"
#include "widgets/steps/step_view.h"

#include <QEvent>
#include <QLabel>
#include <QPushButton>

namespace glassformer {

bool Stage::isCovered() const
{
    return m_presented
        && glassformer::isCovered(
            m_session.selection().step, m_session.trace()->config, m_presented->covered);
}

void Stage::setPresented(const std::optional<Presented>& presented)
{
    m_presented = presented;
    if (!presented)
        for (const auto& [kind, view] : m_views)
            view->setPresented(false);
    refresh();
}

/** A class sees what it has asked for, and no question whose words are the answer. */
void Stage::refreshPresented()
{
    m_choosers->setVisible(!m_presented || m_presented->shows_choosers);
    m_reading->setVisible(!m_presented);
    m_step->setVisible(m_presented.has_value());
    m_effect->setVisible(m_presented && !m_presented->covered.effect && !m_need->text().isEmpty());
    if (!m_presented)
        return;
    m_need->hide(); // it stands in the line above, once it was asked for
    const StepKind step = m_session.selection().step;
    const ModelConfig& config = m_session.trace()->config;
    m_step->setText(QStringLiteral("%1 / %2").arg(m_session.stepIndex() + 1).arg(m_session.steps().size()));
    m_effect->setText(m_need->text());
    m_answer->hide(); // the room is the picture's
    const bool shows_choosers = m_presented->shows_choosers;
    if (shows_choosers) {
        // They say which layer, head and word it is, in as few lines as possible.
        m_next_layer->hide();
        m_walk->hide();
    }
    if (shows_choosers || (m_presented->covered.answer && tellsAnswer(step, config)))
        m_title->setText(entryOf(step).title(config));
}

void Stage::scaleTitle()
{
    QFont title = font();
    title.setBold(true);
    m_title->setFont(scaledFont(title, title.pixelSize() > 0 ? 1.25 : 1.5));
}

void Stage::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        scaleTitle();
}

} // namespace glassformer
