#include "app/window/lines/show_me.h"

#include "app/window/stage.h"
#include "widgets/explanation/explanation_panel.h"
#include "widgets/explanation/telling_bar.h"
#include "widgets/steps/step_view.h"

#include <algorithm>
#include <utility>

namespace glassformer {
namespace {

// Milliseconds that a moment stays.
constexpr int for_a_term = 160, for_a_row = 250, for_reading = 1400;

} // namespace

ShowMe::ShowMe(Stage& stage, ExplanationPanel& panel, QObject* parent)
    : QObject(parent)
    , m_stage(stage)
    , m_panel(panel)
    , m_bar(new TellingBar)
{
    m_panel.setHeader(m_bar);
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, [this] {
        if (m_at + 1 < int(m_stages.size())) {
            ++m_at;
            m_timer.start(pause());
        }
        showMoment();
    });
    connect(m_bar, &TellingBar::playWanted, this, &ShowMe::play);
    connect(m_bar, &TellingBar::moveWanted, this, &ShowMe::move);
    connect(m_bar, &TellingBar::endWanted, this, &ShowMe::end);
}

void ShowMe::setContent(ExplanationContent content)
{
    m_content = std::move(content);
    m_stages = m_stage.currentView()->canBeTold() ? tellingOf(m_content) : std::vector<TellingStage>();
    m_bar->setVisible(canTell());
    end();
}

void ShowMe::play()
{
    if (!canTell())
        return;
    if (m_timer.isActive()) {
        m_timer.stop();
    } else {
        const bool is_over = m_at + 1 >= int(m_stages.size());
        m_at = is_over ? 0 : m_at + 1;
        m_timer.start(pause());
    }
    showMoment();
}

void ShowMe::move(int by)
{
    if (!canTell())
        return;
    m_timer.stop();
    m_at = std::clamp(m_at + by, 0, int(m_stages.size()) - 1);
    showMoment();
}

void ShowMe::end()
{
    m_timer.stop();
    const bool was_telling = isTelling();
    m_at = -1;
    if (m_view)
        m_view->setCover({});
    m_view = nullptr;
    m_panel.setContent(m_content);
    m_bar->setIdle();
    if (was_telling)
        emit changed();
}

int ShowMe::pause() const
{
    switch (m_stages[std::size_t(m_at)].part) {
    case TellingStage::Part::Bars:
    case TellingStage::Part::Strips:
        return for_a_term;
    case TellingStage::Part::Picture:
        return for_a_row;
    case TellingStage::Part::Enter:
    case TellingStage::Part::Text:
        break;
    }
    return for_reading;
}

void ShowMe::showMoment()
{
    const TellingStage& stage = m_stages[std::size_t(m_at)];
    m_view = m_stage.currentView();
    m_view->setCover(stage.cover);
    m_panel.setContent(toldContent(m_content, stage));
    m_bar->setTelling(m_at, int(m_stages.size()), m_timer.isActive());
    emit changed();
}

} // namespace glassformer
