#include "app/input_bar.h"

#include "widgets/primary_button.h"

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QMenu>

#include <algorithm>

namespace glassformer {
namespace {

QString languageName(const QString& code)
{
    return code == QStringLiteral("en") ? InputBar::tr("English")
        : code == QStringLiteral("fr")  ? InputBar::tr("French")
        : code == QStringLiteral("zh")  ? InputBar::tr("Chinese")
                                        : code;
}

} // namespace

InputBar::InputBar(QWidget* parent)
    : QWidget(parent)
    , m_model(new QComboBox)
    , m_text(new QLineEdit)
    , m_run(new PrimaryButton)
    , m_export(new QPushButton)
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(14, 10, 14, 10);
    row->setSpacing(10);
    QFont larger = m_text->font();
    larger.setPointSizeF(larger.pointSizeF() * 1.15);
    m_text->setFont(larger);
    m_text->setMaxLength(2000);
    m_text->setTextMargins(6, 0, 6, 0);
    m_run->setObjectName(QStringLiteral("run"));
    row->addWidget(m_model);
    row->addWidget(m_text, 1);
    row->addWidget(m_run);
    row->addWidget(m_export);
    const int height = m_text->sizeHint().height() + 6;
    for (QWidget* widget : std::initializer_list<QWidget*>{m_model, m_text, m_run, m_export})
        widget->setMinimumHeight(height);
    connect(m_text, &QLineEdit::returnPressed, this, &InputBar::run);
    connect(m_run, &QPushButton::clicked, this, &InputBar::run);
    connect(m_model, &QComboBox::activated, this, &InputBar::run);
    retranslate();
}

void InputBar::setModel(const QString& name, const QStringList& languages)
{
    m_model_name = name;
    m_model->clear();
    for (const QString& language : languages)
        m_model->addItem(QString(), language);
    retranslate();
}

void InputBar::setRequest(const QString& text, const QString& language)
{
    if (m_text->text().trimmed() != text)
        m_text->setText(text);
    m_model->setCurrentIndex(std::max(0, m_model->findData(language)));
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

void InputBar::run()
{
    emit runWanted(m_text->text(), m_model->currentData().toString());
}

void InputBar::retranslate()
{
    const QString name = m_model_name == QStringLiteral("translator") ? tr("Translator") : m_model_name;
    for (int i = 0; i < m_model->count(); ++i)
        m_model->setItemText(
            i, QStringLiteral("%1 → %2").arg(name, languageName(m_model->itemData(i).toString())));
    m_model->setAccessibleName(tr("Model and language to write"));
    m_text->setPlaceholderText(tr("A sentence in English or Chinese"));
    m_text->setAccessibleName(tr("Sentence"));
    m_run->setText(tr("Run ⏎"));
    m_export->setText(tr("Export"));
}

void InputBar::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace glassformer
