#pragma once

#include <QTabWidget>

namespace glassformer {

class EvidencePanel;
class ExplanationPanel;
class PlacesPanel;

/** At the right of the stage: how the chosen number is made, evidence about the word that is asked about, or places to come
 * back to. */
class SidePanel : public QTabWidget
{
    Q_OBJECT

public:
    SidePanel(ExplanationPanel* explanation, EvidencePanel* evidence, PlacesPanel* places);

    bool showsEvidence() const;
    void showEvidence(bool is_wanted);
    bool showsPlaces() const;
    void showPlaces();
    EvidencePanel& evidence() { return *m_evidence; }

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();

    EvidencePanel* m_evidence = nullptr;
    PlacesPanel* m_places = nullptr;
};

} // namespace glassformer
