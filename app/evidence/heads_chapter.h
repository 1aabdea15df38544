#pragma once

#include "app/evidence/chapter.h"
#include "app/session/jobs/bank_gathering.h"
#include "core/trace/look/selection.h"

class QComboBox;
class QLabel;

namespace glassformer {

class EffectList;
class MapMultiples;
struct EffectRow;

/** What the chosen head does over many sentences, in numbers with their intervals, and examples to open. */
class HeadsChapter : public Chapter
{
    Q_OBJECT

public:
    HeadsChapter(const Session& session, BankGathering& gathering);

signals:
    void selectionWanted(const Selection& selection);
    void textWanted(const QString& text, const QString& target_language);

protected:
    QString title() const override;
    QString lead() const override;
    void showFound() override;

private:
    /** A sentence that one can open. */
    struct Example
    {
        RunRequest request;
        QString number;
        double share = 0;
    };

    void offerSources();
    void chooseFile();
    void takeFile(const QString& path);
    void showTwins(const BankEvidence& found);
    void showLookers(const BankEvidence& found);
    void showTwinExamples(const HeadEvidence& head);
    void showSentences(const SentenceEvidence& found);
    void showMovers(const SentenceEvidence& found);
    void showSentenceExamples(const HeadOverSentences& head);
    void showBest(std::vector<EffectRow> rows);
    void showExamples(EffectList* list, std::vector<Example> examples, std::vector<RunRequest>& shown);
    void showMaps(MapMultiples* maps, const std::vector<Example>& examples);
    void open(const RunRequest& request);

    const Session& m_session;
    BankGathering& m_gathering;
    QComboBox* m_source = nullptr;
    QLabel* m_finding = nullptr;
    QLabel* m_headings[3] = {}; ///< above the three lists
    EffectList* m_best = nullptr;
    EffectList* m_strong = nullptr;
    EffectList* m_weak = nullptr;
    MapMultiples *m_strong_maps = nullptr, *m_weak_maps = nullptr;
    QLabel* m_remark = nullptr;
    Message m_trouble; ///< with the file
    std::vector<HeadName> m_best_heads;
    std::vector<RunRequest> m_strong_shown, m_weak_shown;
};

} // namespace glassformer
