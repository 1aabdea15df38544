#pragma once

#include <QTimer>
#include <QWidget>

#include <vector>

class QAction;
class QComboBox;
class QLineEdit;
class QPushButton;
class QMenu;

namespace glassformer {

/** Which model writes what, the sentence, Run, and what can be done with the picture. */
class InputBar : public QWidget
{
    Q_OBJECT

public:
    /** What the field holds; a longer text is cut. */
    static constexpr int most_characters = 20'000;

    explicit InputBar(QWidget* parent = nullptr);

    /** The model that is open, the languages that it can write, and the models that can be opened instead. */
    void setModels(const QString& open, const QStringList& languages, const QStringList& others);
    /** Beginnings of a text that choose a task of the open model; none: the chooser is hidden. */
    void setTasks(const QStringList& prefixes);
    /** Languages of which the open model can be told that the text is in one; none: the chooser is hidden. */
    void setSourceLanguages(const QStringList& languages, const QString& chosen);
    /** What is written between two sentences that the open model reads as a pair; empty: it reads none. */
    void setPairSeparator(const QString& separator);
    /** A run arrived. What the user has typed meanwhile, and not run yet, stays. */
    void setRequest(const QString& text, const QString& language);
    /** What the user wanted to be read and could not be: it is theirs to change, unless they have typed something else. */
    void keepDraft(const QString& text);
    /** The sentence of a recorded run can be read only. */
    void setReadOnly(bool is_read_only);
    /** While nothing is compared the button offers with what; then it ends the comparison. */
    void setComparing(bool is_comparing);
    void setCompareMenu(QMenu* menu);
    void setExportMenu(QMenu* menu);
    void focusText();
    bool isTextFocused() const;
    /** Underlines words that the model doesn't know. */
    void markWords(const QStringList& words);
    const QStringList& markedWords() const { return m_marked; }
    /** Puts a word in place of another one, as typing it does. */
    void replaceWord(const QString& from, const QString& to);
    /** In place of what is selected, or where the cursor stands. */
    void insertWord(const QString& word);
    /** Whether the user has typed what was not run yet. */
    bool hasDraft() const;

signals:
    void runWanted(const QString& text, const QString& language);
    /** The text in the field has become another one, a moment ago: the user stops to think, or it was put there. */
    void typed(const QString& text, const QString& language);
    void sourceLanguageWanted(const QString& language);
    void comparisonEnded();
    void modelWanted(const QString& name);
    void sentencesWanted(); ///< those that are worth trying
    void cutText(); ///< what was typed or put in was longer than the field

protected:
    void changeEvent(QEvent* event) override;

private:
    /** What can be chosen: the open model writing a language, or another model. */
    struct Choice
    {
        QString model;
        QString language; ///< empty if it writes none in particular
        bool is_open = false;
    };

    void retranslate();
    void paintSentencesIcon();
    void run();
    void choose(int index);
    /** Puts the prefix of the chosen task in front of the text, in place of another one. */
    void chooseTask(int index);
    void showTask();

    std::vector<Choice> m_choices;
    int m_chosen = 0; ///< of the open model
    QString m_pair_separator;
    QComboBox* m_model = nullptr;
    QString
        m_known_text; ///< what was shown or run last; what stands in the field instead is the user's draft
    QComboBox* m_source = nullptr; ///< the text's languages
    QComboBox* m_task = nullptr; ///< no task, then one for every prefix
    QLineEdit* m_text = nullptr;
    QAction* m_sentences = nullptr; ///< at the end of the field
    QPushButton* m_run = nullptr;
    QPushButton* m_compare = nullptr;
    QMenu* m_compare_menu = nullptr;
    QPushButton* m_export = nullptr;
    QStringList m_marked;
    QTimer m_typing; ///< runs as long as the user types
};

} // namespace glassformer
