#include "app/window/main_window.h"

#include "app/places/place_acts.h"
#include "app/places/place_book.h"
#include "app/places/places_panel.h"
#include "app/places/session_document.h"
#include "app/places/session_questions.h"
#include "app/presentation/presentation.h"
#include "app/session/history.h"
#include "app/session/session.h"
#include "app/window/action_set.h"
#include "app/window/side_panel.h"

#include <QAction>
#include <QCloseEvent>

// The window's places: what leads to them, and what becomes of them when it closes.

namespace glassformer {

void MainWindow::connectPlaces()
{
    m_history->keep(*m_places);
    connect(m_document, &SessionDocument::replaced, m_history, &History::forget);
    connect(m_document, &SessionDocument::changed, this, [this] {
        refreshTitle();
        m_actions->refresh();
    });
    connect(m_places_panel, &PlacesPanel::addWanted, m_actions->action(QStringLiteral("add-place")),
        &QAction::trigger);
    connect(m_places_panel, &PlacesPanel::goWanted, this,
        [this](int index) { goToPlace(m_actions->parts(), std::size_t(index)); });
    connect(m_side, &QTabWidget::currentChanged, m_actions, &ActionSet::refresh);
}

void MainWindow::refreshTitle()
{
    const QString program =
        m_session.trace()->changes.empty() ? tr("Glassformer") : tr("Glassformer — changed run");
    const bool is_modified = m_document->isModified();
    const QString name = !m_document->name().isEmpty() ? m_document->name()
        : is_modified                                  ? tr("Unsaved places")
                                                       : QString();
    setWindowTitle(name.isEmpty() ? program : QStringLiteral("%1[*] — %2").arg(name, program));
    setWindowModified(is_modified);
}

void MainWindow::closeEvent(QCloseEvent* event)
{
    if (m_may_close || !m_document->isModified())
        return QMainWindow::closeEvent(event);
    event->ignore();
    m_presentation->end();
    unlessUnsaved(*m_document, this, [this] {
        m_may_close = true;
        close();
    });
}

} // namespace glassformer
