#include "app/window/lines/input_bar.h"

#include "app/models/model_list.h"
#include "widgets/look/language_name.h"
#include "widgets/look/model_title.h"
#include "widgets/look/palette.h"
#include "widgets/look/primary_button.h"
#include "widgets/look/scaled_font.h"

#include <QAction>
#include <QComboBox>
#include <QCoreApplication>
#include <QEvent>
#include <QHBoxLayout>
#include <QInputMethodEvent>
#include <QLineEdit>
#include <QMenu>
#include <QPainter>
#include <QTextCharFormat>

#include <algorithm>
#include <chrono>

namespace glassformer {
namespace {

constexpr std::chrono::milliseconds a_pause{200}; ///< in typing

QFont fieldFont(const QFont& usual)
{
    constexpr double larger = 1.15;
    // In front of a class all letters are large.
    return usual.pixelSize() > 0 ? usual : scaledFont(usual, larger);
}

/** Where a word stands in a text, not as a part of another one. */
std::vector<qsizetype> placesOf(const QString& word, const QString& text)
{
    std::vector<qsizetype> places;
    const auto isLetter = [&text](qsizetype at) {
        return at >= 0 && at < text.size() && text[at].isLetter() && text[at].script() != QChar::Script_Han;
    };
    for (qsizetype at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1))
        if (!isLetter(at - 1) && !isLetter(at + word.size()))
            places.push_back(at);
    return places;
}

/** "translate English to French: " without what is only there for the model. */
QString taskName(const QString& prefix)
{
    QString name = prefix.trimmed();
    while (name.endsWith(u':'))
        name.chop(1);
    return name;
}

/** The entry whose prefix the text begins with; the first one, no task, if there is none. */
int taskOf(const QString& text, const QComboBox& tasks)
{
    int best = 0;
    for (int i = 1; i < tasks.count(); ++i) {
        const QString prefix = tasks.itemData(i).toString();
        if (text.startsWith(prefix) && prefix.size() > tasks.itemData(best).toString().size())
            best = i;
    }
    return best;
}

} // namespace

InputBar::InputBar(QWidget* parent)
    : QWidget(parent)
    , m_model(new QComboBox)
    , m_source(new QComboBox)
    , m_task(new QComboBox)
    , m_text(new QLineEdit)
    , m_run(new PrimaryButton)
    , m_compare(new QPushButton)
    , m_export(new QPushButton)
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(14, 10, 14, 10);
    row->setSpacing(10);
    m_text->setFont(fieldFont(font()));
    m_text->setMaxLength(most_characters);
    connect(m_text, &QLineEdit::inputRejected, this, &InputBar::cutText);
    m_text->setTextMargins(6, 0, 6, 0);
    m_text->setObjectName(QStringLiteral("sentence"));
    m_sentences = m_text->addAction(QIcon(), QLineEdit::TrailingPosition);
    connect(m_sentences, &QAction::triggered, this, &InputBar::sentencesWanted);
    m_model->setObjectName(QStringLiteral("model"));
    m_export->setObjectName(QStringLiteral("export"));
    m_run->setObjectName(QStringLiteral("run"));
    row->addWidget(m_model);
    m_source->setObjectName(QStringLiteral("sourceLanguage"));
    m_source->hide();
    row->addWidget(m_source);
    m_task->setObjectName(QStringLiteral("task"));
    m_task->hide();
    row->addWidget(m_task);
    row->addWidget(m_text, 1);
    row->addWidget(m_run);
    row->addWidget(m_compare);
    row->addWidget(m_export);
    m_compare->setCheckable(true);
    m_compare->setObjectName(QStringLiteral("compare"));
    const int height = m_text->sizeHint().height() + 6;
    for (QWidget* widget :
        std::initializer_list<QWidget*>{m_model, m_source, m_task, m_text, m_run, m_compare, m_export})
        widget->setMinimumHeight(height);
    connect(m_text, &QLineEdit::returnPressed, this, &InputBar::run);
    connect(m_run, &QPushButton::clicked, this, &InputBar::run);
    connect(m_compare, &QPushButton::clicked, this, &InputBar::comparisonEnded);
    connect(m_model, &QComboBox::activated, this, &InputBar::choose);
    connect(m_source, &QComboBox::activated, this,
        [this](int index) { emit sourceLanguageWanted(m_source->itemData(index).toString()); });
    connect(m_task, &QComboBox::activated, this, &InputBar::chooseTask);
    connect(m_text, &QLineEdit::textChanged, this, &InputBar::showTask);
    m_typing.setSingleShot(true);
    m_typing.setInterval(a_pause);
    connect(m_text, &QLineEdit::textChanged, &m_typing, qOverload<>(&QTimer::start));
    connect(&m_typing, &QTimer::timeout, this, [this] {
        emit typed(m_text->text(), m_choices.empty() ? QString() : m_choices[std::size_t(m_chosen)].language);
    });
    retranslate();
}

void InputBar::setModels(const QString& open, const QStringList& languages, const QStringList& others)
{
    m_choices.clear();
    for (const QString& language : languages.isEmpty() ? QStringList(QString()) : languages)
        m_choices.push_back({open, language, true});
    for (const QString& other : others)
        m_choices.push_back({other, {}, false});
    m_model->clear();
    for (std::size_t i = 0; i < m_choices.size(); ++i) {
        if (i > 0 && m_choices[i - 1].is_open && !m_choices[i].is_open)
            m_model->insertSeparator(m_model->count());
        m_model->addItem(QString(), int(i));
    }
    m_chosen = 0;
    retranslate();
}

void InputBar::setTasks(const QStringList& prefixes)
{
    m_task->clear();
    m_task->addItem(QString());
    for (const QString& prefix : prefixes)
        m_task->addItem(taskName(prefix), prefix);
    m_task->setVisible(!prefixes.isEmpty());
    retranslate();
    showTask();
}

void InputBar::setSourceLanguages(const QStringList& languages, const QString& chosen)
{
    m_source->clear();
    for (const QString& language : languages)
        m_source->addItem(QString(), language);
    m_source->setCurrentIndex(m_source->findData(chosen));
    m_source->setVisible(!languages.isEmpty());
    retranslate();
}

void InputBar::setPairSeparator(const QString& separator)
{
    m_pair_separator = separator;
    retranslate();
}

void InputBar::setRequest(const QString& text, const QString& language)
{
    const bool is_draft = hasDraft();
    if (!is_draft && m_known_text != text)
        m_text->setText(text);
    if (!is_draft || m_text->text().trimmed() == text)
        m_known_text = text;
    m_chosen = 0;
    for (std::size_t i = 0; i < m_choices.size(); ++i)
        if (m_choices[i].is_open && m_choices[i].language == language)
            m_chosen = int(i);
    m_model->setCurrentIndex(m_model->findData(m_chosen));
    if (hasDraft())
        m_typing.start(); // the draft is the newer text, and the model may be another
}

void InputBar::keepDraft(const QString& text)
{
    if (!hasDraft())
        m_text->setText(text);
}

bool InputBar::hasDraft() const
{
    return !m_text->isReadOnly() && m_text->text().trimmed() != m_known_text;
}

void InputBar::setReadOnly(bool is_read_only)
{
    m_text->setReadOnly(is_read_only);
    m_source->setEnabled(!is_read_only);
    m_task->setEnabled(!is_read_only);
    m_run->setEnabled(!is_read_only);
    m_sentences->setVisible(!is_read_only);
    m_compare->setEnabled(!is_read_only);
}

void InputBar::setComparing(bool is_comparing)
{
    m_compare->setMenu(is_comparing ? nullptr : m_compare_menu);
    m_compare->setChecked(is_comparing);
}

void InputBar::setCompareMenu(QMenu* menu)
{
    m_compare_menu = menu;
    m_compare->setMenu(menu);
}

void InputBar::setExportMenu(QMenu* menu)
{
    m_export->setMenu(menu);
}

void InputBar::focusText()
{
    m_text->setFocus();
    m_text->selectAll();
}

void InputBar::markWords(const QStringList& words)
{
    m_marked = words;
    QTextCharFormat underlined;
    underlined.setUnderlineStyle(QTextCharFormat::WaveUnderline);
    underlined.setUnderlineColor(paletteFor(palette()).positive);
    // The one way in which a line of text takes formats.
    QList<QInputMethodEvent::Attribute> marks;
    for (const QString& word : words)
        for (const qsizetype at : placesOf(word, m_text->text()))
            marks.append({QInputMethodEvent::TextFormat, int(at) - m_text->cursorPosition(), int(word.size()),
                underlined});
    QInputMethodEvent event(QString(), marks);
    QCoreApplication::sendEvent(m_text, &event);
}

void InputBar::replaceWord(const QString& from, const QString& to)
{
    QString text = m_text->text();
    const std::vector<qsizetype> places = placesOf(from, text);
    for (auto at = places.rbegin(); at != places.rend(); ++at)
        text.replace(*at, from.size(), to);
    m_text->setText(text);
    m_text->setFocus();
}

void InputBar::insertWord(const QString& word)
{
    m_text->insert(word);
}

bool InputBar::isTextFocused() const
{
    return m_text->hasFocus();
}

void InputBar::run()
{
    m_known_text = m_text->text().trimmed();
    emit runWanted(m_text->text(), m_choices[std::size_t(m_chosen)].language);
}

void InputBar::choose(int index)
{
    const int wanted = m_model->itemData(index).toInt();
    const Choice& choice = m_choices[std::size_t(wanted)];
    if (choice.is_open) {
        m_chosen = wanted;
        return run();
    }
    m_model->setCurrentIndex(m_model->findData(m_chosen)); // until the other model is open
    emit modelWanted(choice.model);
}

void InputBar::chooseTask(int index)
{
    const int current = taskOf(m_text->text(), *m_task);
    QString text = m_text->text().mid(m_task->itemData(current).toString().size());
    m_text->setText(m_task->itemData(index).toString() + text);
    if (!text.trimmed().isEmpty())
        run();
}

void InputBar::showTask()
{
    m_task->setCurrentIndex(taskOf(m_text->text(), *m_task));
}

/** Lines of text below each other, in the ink of the theme. */
void InputBar::paintSentencesIcon()
{
    constexpr int size = 64, line = 7;
    QPixmap icon(size, size);
    icon.fill(Qt::transparent);
    QPainter painter(&icon);
    const Palette& colours = paletteFor(palette());
    for (int i = 0; i < 4; ++i)
        painter.fillRect(
            QRect(8, 9 + i * 13, i == 3 ? 30 : 48, line), i == 0 ? colours.selected : colours.faint_ink);
    m_sentences->setIcon(QIcon(icon));
}

void InputBar::retranslate()
{
    paintSentencesIcon();
    m_sentences->setToolTip(tr("Sentences worth trying, and the words that the model knows"));
    if (m_task->count() > 0)
        m_task->setItemText(0, tr("No task"));
    m_task->setAccessibleName(tr("Task"));
    for (int i = 0; i < m_source->count(); ++i)
        m_source->setItemText(i, tr("Text: %1").arg(languageName(m_source->itemData(i).toString())));
    m_source->setAccessibleName(tr("Language of the text"));
    for (std::size_t i = 0; i < m_choices.size(); ++i) {
        const auto& [model, language, is_open] = m_choices[i];
        const QString title = modelTitle(model);
        m_model->setItemText(m_model->findData(int(i)),
            language.isEmpty() ? title : QStringLiteral("%1 → %2").arg(title, languageName(language)));
    }
    m_model->setAccessibleName(tr("Model and language to write"));
    const bool reads_pairs = !m_pair_separator.isEmpty();
    m_text->setPlaceholderText(reads_pairs
            ? tr("Type a sentence, or two with %1 between them").arg(m_pair_separator)
            : tr("Type a sentence"));
    m_text->setToolTip(reads_pairs
            ? tr("Two sentences are read as a pair with %1 between them, without spaces around it.")
                  .arg(QStringLiteral("<b>%1</b>").arg(m_pair_separator.toHtmlEscaped()))
            : QString());
    m_text->setAccessibleName(tr("Sentence"));
    m_run->setText(tr("Run ⏎"));
    m_compare->setText(tr("Compare"));
    m_export->setText(tr("Export"));
}

void InputBar::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    else if (event->type() == QEvent::FontChange)
        m_text->setFont(fieldFont(font()));
    else if (event->type() == QEvent::PaletteChange && m_sentences)
        paintSentencesIcon();
}

} // namespace glassformer
