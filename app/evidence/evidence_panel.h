#pragma once

#include <QScrollArea>
#include <QTimer>

#include <vector>

class QLabel;

namespace glassformer {

class BankGathering;
class Chapter;
class Gathering;
class Session;

/** Evidence about the word that is asked about: where the user stands decides which. Each question is a chapter. */
class EvidencePanel : public QScrollArea
{
    Q_OBJECT

public:
    EvidencePanel(Session& session, Gathering& gathering, BankGathering& bank);

    /** Soon, and once for all that comes until then. */
    void refreshSoon();
    /** Opens one and brings it into sight. */
    void openChapter(const QString& id);

protected:
    void showEvent(QShowEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void refresh();

    Session& m_session;
    Gathering& m_gathering;
    QLabel* m_title = nullptr;
    QLabel* m_subject = nullptr;
    BankGathering& m_bank;
    std::vector<Chapter*> m_of_word, m_of_model;
    QTimer m_soon;
};

} // namespace glassformer
