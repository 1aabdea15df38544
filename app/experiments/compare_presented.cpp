#include "app/experiments/compare_view.h"
#include "app/experiments/difference_header.h"
#include "app/experiments/patch_page.h"
#include "app/experiments/side_header.h"
#include "app/experiments/side_picture.h"
#include "core/trace/step/step_list.h"
#include "widgets/comparison/difference_view.h"
#include "widgets/look/scaled_font.h"
#include "widgets/steps/page_slides.h"
#include "widgets/steps/step_entry.h"

#include <QComboBox>
#include <QGridLayout>
#include <QLabel>
#include <QPushButton>

namespace glassformer {

void CompareView::setPresented(const std::optional<Presented>& presented)
{
    m_presented = presented;
    for (SideHeader* header : {m_left_header, m_right_header})
        header->setPresented(presented);
    m_difference_header->setPresented(presented.has_value());
    m_patch->setPresented(presented);
    refresh();
}

void CompareView::moveSlide(int by)
{
    for (StepView* view : {viewOf(Side::Left), viewOf(Side::Right), static_cast<StepView*>(m_difference)})
        if (PageSlides* slides = view->slides())
            slides->goTo(slides->current() + by);
}

/** A class sees both runs as large as there is room, and neither answer nor attention before it has guessed. */
void CompareView::refreshPresented()
{
    const bool is_bare = m_presented && !m_presented->shows_choosers;
    m_top->setDirection(m_presented ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
    m_step->setWordWrap(m_presented.has_value());
    const bool tells_difference = !m_presented || !m_presented->covered.effect;
    m_inspector->setVisible(!m_presented);
    m_number->setVisible(m_presented.has_value());
    // Letters for the last row leave room for two pictures, not for three.
    const bool shows_sides = !m_presented || !tells_difference;
    for (QWidget* widget : std::initializer_list<QWidget*>{m_left_header, m_right_header, m_left, m_right})
        widget->setVisible(shows_sides);
    for (QWidget* widget : std::initializer_list<QWidget*>{m_difference_header, m_difference})
        widget->setVisible(tells_difference);
    m_remark->setVisible(!m_presented);
    for (const int side : {0, 1})
        m_pictures->setColumnStretch(side, shows_sides ? 1 : 0);
    m_pictures->setColumnStretch(2, tells_difference ? 1 : 0);
    if (is_bare)
        for (QWidget* widget : std::initializer_list<QWidget*>{m_layer, m_head, m_patching, m_with})
            widget->hide();
    m_with->setVisible(!is_bare);
    const Session& session = m_comparison.session(Side::Left);
    const StepKind step = session.selection().step;
    const bool is_covered = m_presented && isCovered(step, session.trace()->config, m_presented->covered);
    for (StepView* view : {viewOf(Side::Left), viewOf(Side::Right), static_cast<StepView*>(m_difference)}) {
        view->setPresented(m_presented.has_value());
        view->setCovered(is_covered ? tr("R shows it") : QString());
        connect(view, &StepView::uncoverWanted, this, &CompareView::uncoverWanted, Qt::UniqueConnection);
    }
    if (!m_presented)
        return;
    m_number->setText(QStringLiteral("%1 / %2").arg(session.stepIndex() + 1).arg(session.steps().size()));
    // Without its choosers the title says which layer and head it is.
    if (!is_bare || isPatching() || !showsLayer(step, session.trace()->config))
        return;
    QString title = m_step->text() + QStringLiteral(" · ") + m_layer->currentText();
    if (showsHead(step))
        title += QStringLiteral(" · ") + headTitle(session.context());
    m_step->setText(title);
}

void CompareView::scaleTitle()
{
    QFont bold = font();
    bold.setBold(true);
    m_step->setFont(scaledFont(bold, bold.pixelSize() > 0 ? 1.25 : 1.3));
}

} // namespace glassformer
