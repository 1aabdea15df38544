#include "app/figures/dialog/words_page.h"

#include "app/figures/pictures/paper_map.h"
#include "app/window/look/interface_language.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSignalBlocker>

#include <algorithm>

namespace glassformer {
namespace {

/** Own words, or nothing: then they are made. */
std::optional<QString> ownWords(const QLineEdit& field)
{
    return field.text().isEmpty() ? std::nullopt : std::optional(field.text());
}

} // namespace

WordsPage::WordsPage(const QString& language, QWidget* parent)
    : FigurePage(parent)
    , m_language(makeList("figureLanguage"))
    , m_title(new QLineEdit)
    , m_rows(new QLineEdit)
    , m_columns(new QLineEdit)
    , m_caption(new QPlainTextEdit)
{
    for (const QString& code : InterfaceLanguage::codes())
        m_language->addItem(InterfaceLanguage::ownName(code), code);
    m_language->setCurrentIndex(std::max(0, m_language->findData(language)));
    m_has_title = makeCheck(FigureText::tr("&Title"), "figureHasTitle");
    m_has_caption = makeCheck(FigureText::tr("C&aption"), "figureHasCaption");
    m_title->setObjectName(QStringLiteral("figureTitle"));
    m_title->setAccessibleName(FigureText::tr("Words of the title"));
    m_caption->setObjectName(QStringLiteral("figureCaption"));
    m_caption->setAccessibleName(FigureText::tr("Words of the caption"));
    m_caption->setTabChangesFocus(true);
    m_caption->setFixedHeight(m_caption->fontMetrics().height() * 8);
    m_rows->setObjectName(QStringLiteral("figureRowTitle"));
    m_columns->setObjectName(QStringLiteral("figureColumnTitle"));
    auto* column = new QVBoxLayout(this);
    auto* form = new QFormLayout;
    column->addLayout(form);
    column->addStretch(1);
    form->addRow(FigureText::tr("&Language"), m_language);
    form->addRow(m_has_title, m_title);
    form->addRow(m_has_caption, m_caption);
    form->addRow(FigureText::tr("Title of &rows"), m_rows);
    form->addRow(FigureText::tr("Title of col&umns"), m_columns);
    for (QLineEdit* field : {m_title, m_rows, m_columns}) {
        field->setClearButtonEnabled(true);
        connect(field, &QLineEdit::textEdited, this, &WordsPage::changed);
    }
    connect(m_caption, &QPlainTextEdit::textChanged, this, &WordsPage::rewriteCaption);
}

QString WordsPage::language() const
{
    return m_language->currentData().toString();
}

/** What is written is kept for its language; an empty caption, or the made one, is made again. */
void WordsPage::rewriteCaption()
{
    const QString words = m_caption->toPlainText();
    if (words.isEmpty() || words == m_made_caption)
        m_own_captions.erase(language());
    else
        m_own_captions[language()] = words;
    emit changed();
}

void WordsPage::showChoices(const FigureRequest& request)
{
    const QSignalBlocker quiet(this);
    if (!request.language.isEmpty())
        m_language->setCurrentIndex(std::max(0, m_language->findData(request.language)));
    m_has_title->setChecked(!request.title || !request.title->isEmpty());
    m_has_caption->setChecked(!request.caption || !request.caption->isEmpty());
}

void WordsPage::put(FigureRequest& request) const
{
    request.language = language();
    request.title = m_has_title->isChecked() ? ownWords(*m_title) : std::optional(QString());
    const auto own = m_own_captions.find(language());
    request.caption = !m_has_caption->isChecked() ? std::optional(QString())
        : own == m_own_captions.end()             ? std::nullopt
                                                  : std::optional(own->second);
    request.row_title = ownWords(*m_rows);
    request.column_title = ownWords(*m_columns);
}

void WordsPage::showMade(const MadeWords& made)
{
    m_made_caption = made.caption;
    const auto own = m_own_captions.find(language());
    const QString caption = own == m_own_captions.end() ? made.caption : own->second;
    if (m_caption->toPlainText() != caption) {
        const QSignalBlocker quiet(m_caption);
        m_caption->setPlainText(caption);
    }
    m_title->setPlaceholderText(made.title);
    m_rows->setPlaceholderText(made.row_title);
    m_columns->setPlaceholderText(made.column_title);
    m_title->setEnabled(m_has_title->isChecked());
    m_caption->setEnabled(m_has_caption->isChecked());
    m_rows->setEnabled(!made.row_title.isEmpty());
    m_columns->setEnabled(!made.column_title.isEmpty());
}

} // namespace glassformer
