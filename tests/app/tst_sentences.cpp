#include "app/models/model_list.h"
#include "app/sentences/another_sentence.h"
#include "app/sentences/learned_world.h"
#include "app/sentences/recent_sentences.h"
#include "app/sentences/sentence_dialog.h"
#include "app/sentences/sentence_library.h"
#include "app/session/sentence_words.h"
#include "app/window/lines/input_bar.h"
#include "core/learn/corpus/lexicon_table.h"
#include "core/trace/words/known_words.h"
#include "tests/builders/opened_window.h"

#include <QAction>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QTreeWidget>
#include <QtTest>

#include <map>
#include <set>

using namespace glassformer;

namespace {

std::shared_ptr<const Model> bundled(const char* name)
{
    return std::make_shared<const Model>(Model::load(modelFiles(name)));
}

/** All words that stand in the lexicons of the world, in any column. */
std::string textOfWorld()
{
    std::string all;
    for (const char* table : {"nouns", "verbs", "adjectives", "frames", "sayings"}) {
        QFile file(QStringLiteral(GLASSFORMER_RESOURCES "/world/%1.tsv").arg(QString::fromLatin1(table)));
        if (file.open(QIODevice::ReadOnly))
            all += file.readAll().toStdString();
    }
    return all;
}

} // namespace

/** The sentences that come with the models, and what finds others: all are read word by word. */
class TestSentences : public QObject
{
    Q_OBJECT

private slots:
    void everySentenceIsOfWordsThatItsModelKnows_data()
    {
        QTest::addColumn<int>("least");
        QTest::newRow("translator") << 60;
        QTest::newRow("next-word") << 10;
        QTest::newRow("gap") << 10;
    }
    void everySentenceIsOfWordsThatItsModelKnows()
    {
        QFETCH(int, least);
        const auto model = bundled(QTest::currentDataTag());
        std::map<std::string, int> counts;
        std::set<std::string> topics, texts;
        for (const LibrarySentence& sentence : readSentences(*model->files)) {
            RunRequest request;
            request.text = sentence.text;
            const QStringList unknown =
                unknownWordsOf(textToRead(*model, request), model->transformer.config);
            QVERIFY2(unknown.isEmpty(), (sentence.text + ": " + unknown.join(u' ').toStdString()).c_str());
            QVERIFY2(texts.insert(sentence.text).second, sentence.text.c_str());
            ++counts[sentence.language];
            topics.insert(sentence.topic);
        }
        QVERIFY(counts["en"] >= least);
        QCOMPARE(counts["en"], counts["zh"]);
        QVERIFY(topics.size() >= 6);
    }

    void theWorldOfTheNextTranslatorHasTheWordsToo()
    {
        const std::set<std::string> of_grammar{"The", "the", "didn't", "because", "Because", "it", "It",
            "was", "too", "very", "they", "were", "She", "He", "is", "a", "in", "isn't", "wasn't", "doesn't"};
        const std::string world = textOfWorld();
        QVERIFY(!world.empty());
        for (const LibrarySentence& sentence : readSentences(*modelFiles("translator"))) {
            if (sentence.language != "en")
                continue;
            for (const QString& part : QString::fromStdString(sentence.text).split(u' ')) {
                QString word = part;
                word.remove(u'.').remove(u',');

                if (!of_grammar.contains(word.toStdString()))
                    QVERIFY2(QRegularExpression(QStringLiteral("\\b%1\\b").arg(word))
                                 .match(QString::fromStdString(world))
                                 .hasMatch(),
                        qPrintable(word));
            }
        }
    }

    void anotherOfTheKindShowsTheSameAndIsKnown()
    {
        const auto model = bundled("translator");
        const auto is_known = [&model](const std::string& text) {
            RunRequest request;
            request.text = text;
            return unknownWordsOf(textToRead(*model, request), model->transformer.config).isEmpty();
        };
        const Corpus world = Corpus::read(*learnedWorld());
        for (const std::string_view topic : sentenceTopics())
            for (const Language language : {Language::English, Language::Chinese}) {
                const auto text = anotherSentence(world, std::string(topic), language, 7, is_known);
                QVERIFY2(text, std::string(topic).c_str());
                if (topic == "negation" && language == Language::English)
                    QVERIFY2(
                        text->find("n't") != std::string::npos || text->find(" not ") != std::string::npos,
                        text->c_str());
                if (topic == "clause" && language == Language::English)
                    QVERIFY2(text->rfind("Because ", 0) == 0, text->c_str());
            }
    }

    void nearWordsAreThoseOfOneChange()
    {
        const std::vector<std::string> known{"horse", "house", "mouse", "street", "tired", "wide", "was"};
        QCOMPARE(nearWords("hosre", known, 3).front(), std::string("horse")); // two letters exchanged
        QCOMPARE(nearWords("stret", known, 3), std::vector<std::string>{"street"});
        QCOMPARE(nearWords("Tirde", known, 3).front(), std::string("tired"));
        QVERIFY(nearWords("xylophone", known, 3).empty());
        QCOMPARE(nearWords("house", known, 1), std::vector<std::string>{"horse"}); // never itself
    }

    void theWordsOfAVocabularyAreWordsAndAreReadWhole()
    {
        const auto model = bundled("translator");
        const std::vector<std::string> words = knownWords(model->tokenizer);
        QVERIFY(std::binary_search(words.begin(), words.end(), "street"));
        QVERIFY(std::binary_search(words.begin(), words.end(), "马"));
        QVERIFY(!std::binary_search(words.begin(), words.end(), "xylophone"));
        for (std::size_t i = 0; i < words.size(); i += 7) {
            RunRequest request;
            request.text = words[i];
            QVERIFY2(unknownWordsOf(textToRead(*model, request), model->transformer.config).isEmpty(),
                words[i].c_str());
        }
    }

    void anUnknownWordIsMarkedAndANearOneOfferedBeforeItIsRun()
    {
        openTranslator();
        auto* text = m_window->findChild<QLineEdit*>(QStringLiteral("sentence"));
        auto* offers = m_window->findChild<QWidget*>(QStringLiteral("wordOffers"));
        QVERIFY(!offers->isVisible());
        text->setText(QStringLiteral("The animal didn't cross the streat."));
        QTRY_VERIFY(offers->isVisible());
        QCOMPARE(m_window->findChild<InputBar*>()->markedWords(), QStringList{QStringLiteral("streat")});
        QPushButton* street = nullptr;
        for (QPushButton* button : offers->findChildren<QPushButton*>())
            if (button->text() == QStringLiteral("street"))
                street = button;
        QVERIFY(street);
        QVERIFY(m_opened->session->trace()->source_text.find("streat") == std::string::npos);
        QTest::mouseClick(street, Qt::LeftButton);
        QCOMPARE(text->text(), QStringLiteral("The animal didn't cross the street."));
        QTRY_VERIFY(!offers->isVisible());
    }

    void aSentenceOfTheLibraryIsRunAndOneOfItsKindDrawn()
    {
        openTranslator();
        m_window->findChild<QAction*>(QStringLiteral("sentences"))->trigger();
        auto* dialog = m_window->findChild<SentenceDialog*>();
        QVERIFY(dialog && dialog->isVisible());
        auto* tree = dialog->findChild<QTreeWidget*>(QStringLiteral("library"));
        const QList<QTreeWidgetItem*> found = tree->findItems(
            QStringLiteral("The dog didn't cross the river"), Qt::MatchStartsWith | Qt::MatchRecursive);
        QCOMPARE(found.size(), 2);
        const QString first = found.first()->text(0); // a new sentence fills the list anew
        tree->setCurrentItem(found.first());
        QVERIFY(dialog->findChild<QLabel*>(QStringLiteral("look"))->text().contains(QStringLiteral("river")));
        QTest::mouseClick(dialog->findChild<QPushButton*>(QStringLiteral("another")), Qt::LeftButton);
        QTRY_VERIFY(tree->currentItem() && tree->currentItem()->text(0) != first);
        const QString drawn = tree->currentItem()->text(0);
        QTest::mouseClick(dialog->findChild<QPushButton*>(QStringLiteral("use")), Qt::LeftButton);
        QTRY_COMPARE(QString::fromStdString(m_opened->session->trace()->source_text), drawn);
        QCOMPARE(recentSentences().first(), drawn);
    }

    void theWordsCanBeSearched()
    {
        openTranslator();
        m_window->findChild<QAction*>(QStringLiteral("sentences"))->trigger();
        auto* dialog = m_window->findChild<SentenceDialog*>();
        auto* words = dialog->findChild<QListWidget*>(QStringLiteral("words"));
        const int all = words->count();
        dialog->findChild<QLineEdit*>(QStringLiteral("wordSearch"))->setText(QStringLiteral("stree"));
        QVERIFY(words->count() > 0 && words->count() < all);
        for (int i = 0; i < words->count(); ++i)
            QVERIFY(words->item(i)->text().contains(QStringLiteral("stree"), Qt::CaseInsensitive));
    }

    void cleanup() { m_opened.reset(); }

private:
    void openTranslator()
    {
        m_opened = openStreet();
        QVERIFY(m_opened);
        m_window = m_opened->window.get();
        QVERIFY(QTest::qWaitForWindowExposed(m_window));
    }

    std::unique_ptr<OpenedWindow> m_opened;
    MainWindow* m_window = nullptr;
};

QTEST_MAIN(TestSentences)
#include "tst_sentences.moc"
