#pragma once

#include "app/sentences/sentence_library.h"
#include "app/session/jobs/job_lane.h"
#include "app/session/shown_run.h"

#include <QDialog>
#include <QStringList>

class QComboBox;
class QLabel;
class QLineEdit;
class QListWidget;
class QPushButton;
class QTabWidget;
class QTreeWidget;

namespace glassformer {

class Corpus;

/**
 * Sentences worth trying with a model, sorted by what they show and with a line on what to look for; others of the same
 * kind; what was run lately; and the words that the model knows. It stays open beside the window.
 */
class SentenceDialog : public QDialog
{
    Q_OBJECT

public:
    /** text_language: of the text that is shown ("zh"), interface_language: of the window ("zh_CN"). */
    SentenceDialog(
        ModelPointer model, const QString& text_language, const QString& interface_language, QWidget* parent);

signals:
    void sentenceWanted(const QString& text);
    /** The user wants a word in the sentence. */
    void wordWanted(const QString& word);

protected:
    void changeEvent(QEvent* event) override;

private:
    QWidget* makeSentences();
    QWidget* makeWords();
    void fillSentences();
    void fillWords();
    void showLook();
    void use();
    void drawAnother();
    void addDrawn(const QString& text);
    void retranslate();

    ModelPointer m_model;
    QString m_interface_language;
    std::vector<LibrarySentence> m_sentences;
    QStringList m_drawn; ///< others of the same kind, the newest last
    std::vector<std::string> m_drawn_topics;
    std::vector<std::string> m_words;
    std::uint32_t m_seed = 0;
    QTabWidget* m_tabs = nullptr;
    QComboBox* m_language = nullptr;
    QLineEdit *m_search = nullptr, *m_word_search = nullptr;
    QTreeWidget* m_tree = nullptr;
    QLabel *m_look = nullptr, *m_word_count = nullptr;
    QPushButton *m_another = nullptr, *m_use = nullptr;
    QListWidget* m_word_list = nullptr;
    JobLane m_drawing;
};

} // namespace glassformer
