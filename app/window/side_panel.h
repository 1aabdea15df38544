#pragma once

#include <QTabWidget>

namespace glassformer {

class EvidencePanel;
class ExplanationPanel;

/** At the right of the stage: how the chosen number is made, or evidence about the word that is asked about. */
class SidePanel : public QTabWidget
{
    Q_OBJECT

public:
    SidePanel(ExplanationPanel* explanation, EvidencePanel* evidence);

    bool showsEvidence() const;
    void showEvidence(bool is_wanted);
    EvidencePanel& evidence() { return *m_evidence; }

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();

    EvidencePanel* m_evidence = nullptr;
};

} // namespace glassformer
