#include "app/help/glossary_dialog.h"

#include "app/help/glossary.h"
#include "widgets/look/primary_button.h"
#include "widgets/look/scaled_font.h"

#include <QEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QVBoxLayout>

namespace glassformer {

GlossaryDialog::GlossaryDialog(StepKind shown, QWidget* parent)
    : QDialog(parent)
    , m_shown(shown)
    , m_search(new QLineEdit)
    , m_terms(new QListWidget)
    , m_meaning(new QLabel)
    , m_go(new PrimaryButton)
{
    setObjectName(QStringLiteral("glossary"));
    setAttribute(Qt::WA_DeleteOnClose);
    m_search->setClearButtonEnabled(true);
    m_meaning->setWordWrap(true);
    m_meaning->setTextFormat(Qt::PlainText);
    m_meaning->setObjectName(QStringLiteral("meaning"));
    m_meaning->setMinimumHeight(3 * fontMetrics().lineSpacing());
    m_meaning->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    m_go->setObjectName(QStringLiteral("goToStep"));
    auto* column = new QVBoxLayout(this);
    column->addWidget(m_search);
    column->addWidget(m_terms, 1);
    column->addWidget(m_meaning);
    column->addWidget(m_go, 0, Qt::AlignRight);
    resize(letterWidth(*this) * 64, fontMetrics().height() * 28);
    connect(m_search, &QLineEdit::textChanged, this, &GlossaryDialog::fill);
    connect(m_terms, &QListWidget::currentRowChanged, this, &GlossaryDialog::showMeaning);
    const auto go = [this] {
        if (const QListWidgetItem* item = m_terms->currentItem())
            emit stepWanted(glossary()[item->data(Qt::UserRole).toULongLong()].step);
    };
    connect(m_terms, &QListWidget::itemActivated, this, go);
    connect(m_go, &QPushButton::clicked, this, go);
    retranslate();
}

/** Those of the step first; a term is found by its meaning too. */
void GlossaryDialog::fill()
{
    const QString wanted = m_search->text().trimmed();
    const auto terms = glossary();
    m_terms->clear();
    for (const bool is_of_step : {true, false})
        for (std::size_t i = 0; i < terms.size(); ++i) {
            const bool is_wanted = terms[i].term().contains(wanted, Qt::CaseInsensitive)
                || terms[i].meaning().contains(wanted, Qt::CaseInsensitive);
            if ((terms[i].step == m_shown) != is_of_step || !is_wanted)
                continue;
            auto* item = new QListWidgetItem(terms[i].term(), m_terms);
            item->setData(Qt::UserRole, qulonglong(i));
            item->setToolTip(terms[i].meaning());
        }
    m_terms->setCurrentRow(0);
    showMeaning();
}

void GlossaryDialog::showMeaning()
{
    const QListWidgetItem* item = m_terms->currentItem();
    m_go->setEnabled(item != nullptr);
    m_meaning->setText(
        item ? glossary()[item->data(Qt::UserRole).toULongLong()].meaning() : tr("No term has this in it."));
}

void GlossaryDialog::retranslate()
{
    setWindowTitle(tr("Glossary"));
    m_search->setPlaceholderText(tr("Search the terms"));
    m_terms->setAccessibleName(tr("Terms"));
    m_go->setText(tr("Show me"));
    m_go->setToolTip(tr("Goes to the step where this is seen."));
    fill();
}

void GlossaryDialog::changeEvent(QEvent* event)
{
    QDialog::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace glassformer
