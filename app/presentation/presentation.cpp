#include "app/presentation/presentation.h"

#include "app/experiments/pages.h"
#include "app/presentation/ink_layer.h"
#include "app/presentation/magnifier.h"
#include "app/presentation/presentation_events.h"
#include "app/window/lines/busy_notice.h"
#include "app/window/look/theme.h"
#include "app/window/panels.h"
#include "app/window/side_panel.h"
#include "core/experiment/attention/attention_aggregate.h"
#include "widgets/pictures/curtain.h"

#include <QFontInfo>
#include <QGuiApplication>
#include <QMainWindow>
#include <QMenuBar>
#include <QScreen>

#include <algorithm>
#include <cmath>
#include <utility>

namespace glassformer {
namespace {

constexpr int share_of_screen = 40; ///< no letter is smaller than this part of its height
constexpr double smallest_letters = 0.62; ///< in pictures, of the font of the window
constexpr double least_points = 20;
constexpr double points_in_inch = 72, pixels_in_inch = 96;

constexpr Covered everything{true, true, true};

} // namespace

/** How the window was. */
struct Presentation::Before
{
    Qt::WindowStates state;
    QFont font;
    QByteArray widths;
    bool has_machine, has_inspector, has_high_contrast, has_steps;
};

Presentation::Presentation(const PresentedWindow& parts)
    : QObject(&parts.window)
    , m_parts(parts)
{
    connect(&parts.session, &Session::runChanged, this, &Presentation::coverAgain);
    connect(&parts.session, &Session::selectionChanged, this, &Presentation::refresh);
    connect(&parts.stage, &Stage::uncoverWanted, this, &Presentation::uncover);
    connect(&parts.pages, &Pages::uncoverWanted, this, &Presentation::uncover);
    connect(&parts.pages, &Pages::comparingChanged, this, [this](bool is_comparing) {
        if (is_comparing && isOn() && m_parts.stage.presented())
            coverAll(); // what stands beside it is a question, too
        refresh();
    });
    connect(&parts.side, &QTabWidget::currentChanged, this, &Presentation::refresh);
    connect(&parts.panels, &Panels::changed, this, &Presentation::refresh);
}

Presentation::~Presentation() = default;

QFont Presentation::fontFor(const QFont& usual, int screen_height)
{
    QFont font = usual;
    const double least = least_points * pixels_in_inch / points_in_inch;
    font.setPixelSize(int(std::ceil(std::max(least, screen_height / (share_of_screen * smallest_letters)))));
    return font;
}

QScreen* Presentation::otherScreen(const QWidget& window)
{
    for (QScreen* screen : QGuiApplication::screens())
        if (screen != window.screen())
            return screen;
    return nullptr;
}

void Presentation::begin()
{
    if (isOn())
        return;
    auto& [window, session, theme, stage, pages, panels, side, above, below, busy] = m_parts;
    m_before = std::make_unique<Before>(
        Before{window.windowState(), window.font(), panels.saveState(), panels.isShown(PanelPlace::Machine),
            panels.isShown(PanelPlace::Inspector), theme.hasHighContrast(), !below.isHidden()});
    m_text = session.trace()->source_text;
    m_step = session.selection().step;
    window.menuBar()->hide();
    above.hide();
    below.hide();
    panels.setShown(PanelPlace::Machine, false);
    if (QScreen* other = otherScreen(window))
        panels.moveInspectorTo(*other);
    else
        panels.setShown(PanelPlace::Inspector, false);
    busy.setQuiet(true);
    theme.setHighContrast(true);
    window.showFullScreen();
    m_magnifier = new Magnifier(pages);
    m_ink = new InkLayer(*window.centralWidget());
    m_events = new PresentationEvents({window, pages, *m_magnifier, *m_ink, m_has_pointer}, this);
    connect(m_events, &PresentationEvents::resized, this, &Presentation::scale);
    connect(m_events, &PresentationEvents::swiped, this, &Presentation::step);
    scale();
    show({false, everything});
    stage.setFocus();
}

void Presentation::end()
{
    if (!isOn())
        return;
    auto& [window, session, theme, stage, pages, panels, side, above, below, busy] = m_parts;
    delete m_events;
    delete m_ink;
    delete m_magnifier;
    m_events = nullptr;
    m_ink = nullptr;
    m_magnifier = nullptr;
    const std::unique_ptr<Before> before = std::move(m_before);
    window.setFont(before->font);
    theme.setHighContrast(before->has_high_contrast);
    panels.bringInspectorBack();
    panels.restoreArrangement(before->widths);
    panels.setShown(PanelPlace::Machine, before->has_machine);
    panels.setShown(PanelPlace::Inspector, before->has_inspector);
    window.menuBar()->show();
    above.show();
    below.show();
    busy.setQuiet(false);
    window.setWindowState(before->state);
    stage.setPresented(std::nullopt);
    pages.setPresented(std::nullopt);
    coverInspector();
    emit changed();
}

void Presentation::back()
{
    if (m_magnifier && m_magnifier->isOpen())
        m_magnifier->end();
    else if (isDrawing())
        setDrawing(false);
    else
        end();
}

void Presentation::scale()
{
    if (!isOn())
        return;
    const QFont font = fontFor(m_before->font, m_parts.window.height());
    if (font != m_parts.window.font())
        m_parts.window.setFont(font);
}

void Presentation::show(const Presented& presented)
{
    m_parts.stage.setPresented(presented);
    m_parts.pages.setPresented(presented);
    refresh();
}

void Presentation::refresh()
{
    if (!isOn() || !m_parts.stage.presented()) // still beginning
        return;
    const StepKind step = m_parts.session.selection().step;
    const bool has_moved = std::exchange(m_step, step) != step;
    if (has_moved) {
        m_ink->clear();
        m_magnifier->end();
        coverEffect();
    }
    m_magnifier->update();
    coverInspector();
    emit changed();
}

/** It says what the picture shows. On a screen of its own only the teacher sees it. */
void Presentation::coverInspector()
{
    const bool is_covered = isOn() && isCovered() && !m_parts.panels.isInspectorAway();
    if (!is_covered) {
        if (m_inspector_curtain)
            m_inspector_curtain->deleteLater();
        m_inspector_curtain = nullptr;
    } else if (!m_inspector_curtain) {
        m_inspector_curtain = new Curtain(m_parts.panels.inspector());
        connect(m_inspector_curtain, &Curtain::drawn, this, &Presentation::uncover);
    }
}

/** Another sentence is another question. */
void Presentation::coverAgain()
{
    const std::string& text = m_parts.session.trace()->source_text;
    if (!isOn() || text == m_text)
        return;
    m_text = text;
    coverAll();
}

void Presentation::coverAll()
{
    Presented presented = *m_parts.stage.presented();
    presented.covered = everything;
    show(presented);
}

/** What a head does names the word that is written: on the next page it is asked for again. */
void Presentation::coverEffect()
{
    Presented presented = *m_parts.stage.presented();
    if (presented.covered.effect || m_parts.pages.isComparing())
        return;
    presented.covered.effect = true;
    show(presented);
}

void Presentation::step(int by)
{
    m_parts.session.moveStep(by);
}

void Presentation::moveSlide(int by)
{
    m_parts.pages.moveSlide(by);
}

void Presentation::uncover()
{
    if (!isOn())
        return;
    Presented presented = *m_parts.stage.presented();
    Covered& covered = presented.covered;
    const Covered told = this->told();
    if (isCovered()) {
        covered.answer = covered.answer && !told.answer;
        covered.attention = covered.attention && !told.attention;
    } else if (told.effect && covered.effect) {
        covered.effect = false;
    } else {
        covered.answer = covered.answer || told.answer;
        covered.attention = covered.attention || told.attention;
        covered.effect = true;
    }
    show(presented);
}

bool Presentation::showsEvidence() const
{
    return m_parts.side.showsEvidence() && m_parts.panels.isShown(PanelPlace::Inspector)
        && !m_parts.panels.isInspectorAway() && !m_parts.pages.isComparing();
}

Covered Presentation::told() const
{
    const StepKind step = m_parts.session.selection().step;
    const bool has_evidence = showsEvidence(), is_comparing = m_parts.pages.isComparing();
    return {tellsAnswer(step, m_parts.session.trace()->config) || m_parts.pages.isPatching() || has_evidence,
        tellsAttention(step) && !m_parts.pages.isPatching(),
        showsOneHead(*m_parts.session.trace(), m_parts.session.selection()) || is_comparing || has_evidence};
}

bool Presentation::isCovered() const
{
    const Covered &told = this->told(), &covered = m_parts.stage.presented()->covered;
    return (told.answer && covered.answer) || (told.attention && covered.attention);
}

bool Presentation::showsChoosers() const
{
    return isOn() && m_parts.stage.presented()->shows_choosers;
}

void Presentation::setShowsChoosers(bool shows)
{
    Presented presented = *m_parts.stage.presented();
    presented.shows_choosers = shows;
    show(presented);
}

bool Presentation::showsSentence() const
{
    return isOn() && !m_parts.above.isHidden();
}

void Presentation::setShowsSentence(bool shows)
{
    m_parts.above.setVisible(shows);
    if (!shows)
        m_parts.stage.setFocus();
    emit changed();
}

void Presentation::setPointer(bool is_on)
{
    m_has_pointer = is_on;
    if (!is_on && m_ink)
        m_ink->setPointer(std::nullopt);
    emit changed();
}

bool Presentation::isDrawing() const
{
    return m_ink && m_ink->isDrawing();
}

void Presentation::setDrawing(bool is_drawing)
{
    if (m_ink)
        m_ink->setDrawing(is_drawing);
    emit changed();
}

void Presentation::clearInk()
{
    if (m_ink)
        m_ink->clear();
}

bool Presentation::hasInk() const
{
    return m_ink && !m_ink->isEmpty();
}

void Presentation::zoom(double factor)
{
    if (m_magnifier)
        m_magnifier->enlarge(factor, QRectF(m_parts.pages.rect()).center());
}

} // namespace glassformer
