#include "app/sentences/sentence_dialog.h"

#include "app/sentences/another_sentence.h"
#include "app/sentences/learned_world.h"
#include "app/sentences/recent_sentences.h"
#include "app/session/sentence_words.h"
#include "core/error.h"
#include "core/trace/words/known_words.h"
#include "widgets/look/language_name.h"
#include "widgets/look/primary_button.h"
#include "widgets/look/scaled_font.h"

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QTabWidget>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace glassformer {
namespace {

constexpr int text_role = Qt::UserRole, look_role = Qt::UserRole + 1, topic_role = Qt::UserRole + 2;

/** Another sentence that the model can read word by word; empty if no world has one. */
std::string drawSentence(
    const ModelPointer& model, const std::string& topic, Language language, std::uint32_t seed)
{
    const auto is_known = [&model](const std::string& text) {
        RunRequest request;
        request.text = text;
        return unknownWordsOf(textToRead(*model, request), model->transformer.config).isEmpty();
    };
    const FilesPointer world = learnedWorld();
    return world ? anotherSentence(Corpus::read(*world), topic, language, seed, is_known).value_or("")
                 : std::string();
}

QTreeWidgetItem* addTopic(QTreeWidget& tree, const QString& name)
{
    auto* topic = new QTreeWidgetItem(&tree, {name});
    topic->setFlags(Qt::ItemIsEnabled);
    QFont bold = tree.font();
    bold.setBold(true);
    topic->setFont(0, bold);
    topic->setExpanded(true);
    return topic;
}

void addSentence(QTreeWidgetItem& topic, const QString& text, const QString& look, const QString& id)
{
    auto* item = new QTreeWidgetItem(&topic, {text});
    item->setData(0, text_role, text);
    item->setData(0, look_role, look);
    item->setData(0, topic_role, id);
    item->setToolTip(0, look);
}

} // namespace

SentenceDialog::SentenceDialog(
    ModelPointer model, const QString& text_language, const QString& interface_language, QWidget* parent)
    : QDialog(parent)
    , m_model(std::move(model))
    , m_interface_language(interface_language)
    , m_sentences(readSentences(*m_model->files))
    , m_words(knownWords(m_model->tokenizer))
    , m_tabs(new QTabWidget)
    , m_language(new QComboBox)
{
    setObjectName(QStringLiteral("sentences"));
    setAttribute(Qt::WA_DeleteOnClose);
    for (const LibrarySentence& sentence : m_sentences)
        if (const QString code = QString::fromStdString(sentence.language); m_language->findData(code) < 0)
            m_language->addItem(QString(), code);
    m_language->setCurrentIndex(std::max(0, m_language->findData(text_language)));
    m_tabs->addTab(makeSentences(), QString());
    m_tabs->addTab(makeWords(), QString());
    auto* column = new QVBoxLayout(this);
    column->addWidget(m_tabs);
    resize(letterWidth(*this) * 84, fontMetrics().height() * 34);
    connect(&m_drawing, &JobLane::failed, this,
        [this](const Message& message) { m_look->setText(QString::fromStdString(message.english())); });
    retranslate();
    m_search->setFocus();
}

QWidget* SentenceDialog::makeSentences()
{
    auto* page = new QWidget;
    m_search = new QLineEdit;
    m_search->setClearButtonEnabled(true);
    m_tree = new QTreeWidget;
    m_tree->setHeaderHidden(true);
    m_tree->setRootIsDecorated(true);
    m_tree->setObjectName(QStringLiteral("library"));
    m_look = new QLabel;
    m_look->setWordWrap(true);
    m_look->setTextFormat(Qt::PlainText);
    m_look->setObjectName(QStringLiteral("look"));
    m_look->setMinimumHeight(2 * fontMetrics().lineSpacing());
    m_another = new QPushButton;
    m_another->setObjectName(QStringLiteral("another"));
    m_use = new PrimaryButton;
    m_use->setObjectName(QStringLiteral("use"));
    auto* top = new QHBoxLayout;
    top->addWidget(m_language);
    top->addWidget(m_search, 1);
    auto* bottom = new QHBoxLayout;
    bottom->addWidget(m_another);
    bottom->addStretch(1);
    bottom->addWidget(m_use);
    auto* column = new QVBoxLayout(page);
    column->addLayout(top);
    column->addWidget(m_tree, 1);
    column->addWidget(m_look);
    column->addLayout(bottom);
    connect(m_language, &QComboBox::activated, this, &SentenceDialog::fillSentences);
    connect(m_search, &QLineEdit::textChanged, this, &SentenceDialog::fillSentences);
    connect(m_tree, &QTreeWidget::currentItemChanged, this, &SentenceDialog::showLook);
    connect(m_tree, &QTreeWidget::itemActivated, this, &SentenceDialog::use);
    connect(m_another, &QPushButton::clicked, this, &SentenceDialog::drawAnother);
    connect(m_use, &QPushButton::clicked, this, &SentenceDialog::use);
    m_use->setDefault(true);
    return page;
}

QWidget* SentenceDialog::makeWords()
{
    auto* page = new QWidget;
    m_word_search = new QLineEdit;
    m_word_search->setClearButtonEnabled(true);
    m_word_search->setObjectName(QStringLiteral("wordSearch"));
    m_word_list = new QListWidget;
    m_word_list->setObjectName(QStringLiteral("words"));
    m_word_list->setUniformItemSizes(true);
    m_word_count = new QLabel;
    auto* column = new QVBoxLayout(page);
    column->addWidget(m_word_search);
    column->addWidget(m_word_list, 1);
    column->addWidget(m_word_count);
    connect(m_word_search, &QLineEdit::textChanged, this, &SentenceDialog::fillWords);
    connect(m_word_list, &QListWidget::itemActivated, this,
        [this](const QListWidgetItem* item) { emit wordWanted(item->text()); });
    return page;
}

void SentenceDialog::fillSentences()
{
    const QString language = m_language->currentData().toString();
    const QString wanted = m_search->text().trimmed();
    const auto isWanted = [&wanted](const QString& text) {
        return wanted.isEmpty() || text.contains(wanted, Qt::CaseInsensitive);
    };
    m_tree->clear();
    for (const std::string_view id : sentenceTopics()) {
        const std::string topic_id(id);
        QTreeWidgetItem* topic = addTopic(*m_tree, topicName(id));
        for (const LibrarySentence& sentence : m_sentences)
            if (sentence.topic == id && sentence.language == language.toStdString()
                && isWanted(QString::fromStdString(sentence.text)))
                addSentence(*topic, QString::fromStdString(sentence.text),
                    sentence.look(m_interface_language), QString::fromStdString(topic_id));
        for (qsizetype i = 0; i < m_drawn.size(); ++i)
            if (m_drawn_topics[std::size_t(i)] == id && isWanted(m_drawn[i]))
                addSentence(*topic, m_drawn[i], tr("Made just now, of the same kind."),
                    QString::fromStdString(topic_id));
        if (topic->childCount() == 0)
            delete topic;
    }
    QTreeWidgetItem* recent = addTopic(*m_tree, tr("Lately run"));
    for (const QString& text : recentSentences())
        if (isWanted(text))
            addSentence(*recent, text, {}, {});
    if (recent->childCount() == 0)
        delete recent;
    showLook();
}

void SentenceDialog::fillWords()
{
    const QString wanted = m_word_search->text().trimmed();
    QStringList found;
    for (const std::string& word : m_words)
        if (const QString text = QString::fromStdString(word); text.contains(wanted, Qt::CaseInsensitive))
            found << text;
    m_word_list->clear();
    m_word_list->addItems(found);
    m_word_count->setText(
        tr("%L1 of %L2 words. Enter puts one into the sentence.").arg(found.size()).arg(m_words.size()));
}

void SentenceDialog::showLook()
{
    const QTreeWidgetItem* item = m_tree->currentItem();
    const bool is_sentence = item && !item->data(0, text_role).toString().isEmpty();
    m_look->setText(is_sentence ? item->data(0, look_role).toString()
                                : tr("Choose a sentence to read what to look for."));
    m_use->setEnabled(is_sentence);
    m_another->setEnabled(
        is_sentence && !item->data(0, topic_role).toString().isEmpty() && learnedWorld() != nullptr);
}

void SentenceDialog::use()
{
    const QTreeWidgetItem* item = m_tree->currentItem();
    const QString text = item ? item->data(0, text_role).toString() : QString();
    if (!text.isEmpty())
        emit sentenceWanted(text);
}

void SentenceDialog::drawAnother()
{
    const std::string topic = m_tree->currentItem()->data(0, topic_role).toString().toStdString();
    const Language language =
        m_language->currentData().toString() == QStringLiteral("zh") ? Language::Chinese : Language::English;
    m_drawing.start<std::string>(
        onePiece<std::string>([model = m_model, topic, language, seed = ++m_seed](
                                  const JobWatch&) { return drawSentence(model, topic, language, seed); }),
        [this, topic](const std::string& text) {
            if (text.empty())
                return m_look->setText(tr("No other sentence of this kind was found."));
            m_drawn_topics.push_back(topic);
            addDrawn(QString::fromStdString(text));
        });
}

/** It is chosen, so that one more press runs it. */
void SentenceDialog::addDrawn(const QString& text)
{
    m_drawn << text;
    fillSentences();
    for (QTreeWidgetItem* item : m_tree->findItems(text, Qt::MatchExactly | Qt::MatchRecursive)) {
        m_tree->setCurrentItem(item);
        m_tree->scrollToItem(item);
    }
    m_tree->setFocus();
}

void SentenceDialog::retranslate()
{
    setWindowTitle(tr("Sentences"));
    m_tabs->setTabText(0, tr("Sentences"));
    m_tabs->setTabText(1, tr("Words that the model knows"));
    for (int i = 0; i < m_language->count(); ++i)
        m_language->setItemText(i, languageName(m_language->itemData(i).toString()));
    m_language->setAccessibleName(tr("Language of the sentences"));
    m_search->setPlaceholderText(tr("Search the sentences"));
    m_word_search->setPlaceholderText(tr("Search the words"));
    m_another->setText(tr("Another of this kind"));
    m_use->setText(tr("Run this sentence"));
    fillSentences();
    fillWords();
}

void SentenceDialog::changeEvent(QEvent* event)
{
    QDialog::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace glassformer
