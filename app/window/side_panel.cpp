#include "app/window/side_panel.h"

#include "app/evidence/evidence_panel.h"
#include "app/places/places_panel.h"
#include "widgets/explanation/explanation_panel.h"

#include <QEvent>
#include <QTabBar>

namespace glassformer {

SidePanel::SidePanel(ExplanationPanel* explanation, EvidencePanel* evidence, PlacesPanel* places)
    : m_evidence(evidence)
    , m_places(places)
{
    setObjectName(QStringLiteral("side"));
    tabBar()->setObjectName(QStringLiteral("sideTabs"));
    setDocumentMode(true);
    for (QScrollArea* panel : std::initializer_list<QScrollArea*>{explanation, evidence}) {
        panel->viewport()->setBackgroundRole(QPalette::Base);
        panel->viewport()->setAutoFillBackground(true);
        addTab(panel, QString());
    }
    addTab(places, QString());
    retranslate();
}

bool SidePanel::showsEvidence() const
{
    return currentWidget() == m_evidence;
}

void SidePanel::showEvidence(bool is_wanted)
{
    setCurrentIndex(is_wanted ? 1 : 0);
}

bool SidePanel::showsPlaces() const
{
    return currentWidget() == m_places;
}

void SidePanel::showPlaces()
{
    setCurrentWidget(m_places);
}

void SidePanel::changeEvent(QEvent* event)
{
    QTabWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void SidePanel::retranslate()
{
    tabBar()->setAccessibleName(tr("Inspector"));
    setTabText(0, tr("Arithmetic"));
    setTabText(1, tr("Evidence"));
    setTabText(2, tr("Places"));
    setTabToolTip(0, tr("How the chosen number is made"));
    setTabToolTip(1, tr("What the word that is asked about depends on"));
    setTabToolTip(2, tr("Views to come back to, and notes on them"));
}

} // namespace glassformer
