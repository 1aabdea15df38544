#include "app/window/lines/number_editor.h"

#include "app/session/session.h"
#include "widgets/explanation/change_name.h"
#include "widgets/look/number_text.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include <cmath>
#include <limits>

namespace glassformer {
namespace {

constexpr int longest_number = 40;

/** A number as people write it, with any of the signs for minus and for the decimals; nothing if it is none. */
std::optional<float> numberFrom(QString text)
{
    text = text.trimmed();
    text.replace(QChar(0x2212), u'-');
    text.replace(u',', u'.');
    bool is_number = false;
    const double number = text.toDouble(&is_number);
    const bool fits = std::isfinite(number) && std::abs(number) <= std::numeric_limits<float>::max();
    return is_number && fits ? std::optional(float(number)) : std::nullopt;
}

/** Its name in the list of changes, without the number. */
QString nameOf(const NumberPlace& place, const Trace& trace)
{
    const QString name =
        changeName({place.tensor, place.head, place.row, place.column, ChangeKind::Set, {0}}, trace);
    return name.left(name.lastIndexOf(QStringLiteral(" = ")));
}

} // namespace

NumberEditor::NumberEditor(Session& session, QWidget* parent)
    : QWidget(parent)
    , m_session(session)
    , m_label(new QLabel)
    , m_which(new QComboBox)
    , m_field(new QLineEdit)
    , m_set(new QPushButton)
    , m_trouble(new QLabel)
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 12, 0, 0);
    column->setSpacing(4);
    auto* row = new QHBoxLayout;
    row->setSpacing(6);
    row->addWidget(m_field, 1);
    row->addWidget(m_set);
    column->addWidget(m_label);
    column->addWidget(m_which);
    column->addLayout(row);
    column->addWidget(m_trouble);
    for (QLabel* label : {m_label, m_trouble}) {
        label->setWordWrap(true);
        label->setTextFormat(Qt::PlainText);
    }
    m_which->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_field->setMaxLength(longest_number);
    m_field->setObjectName(QStringLiteral("number"));
    m_set->setObjectName(QStringLiteral("setNumber"));
    m_trouble->setObjectName(QStringLiteral("numberTrouble"));
    connect(m_field, &QLineEdit::returnPressed, this, &NumberEditor::set);
    connect(m_field, &QLineEdit::textEdited, m_trouble, &QWidget::hide);
    connect(m_set, &QPushButton::clicked, this, &NumberEditor::set);
    connect(m_which, &QComboBox::activated, this, &NumberEditor::showNumber);
}

const NumberPlace& NumberEditor::chosen() const
{
    const int index = m_which->currentIndex();
    const bool is_one = index >= 0 && std::size_t(index) < m_numbers.size();
    return m_numbers[is_one ? std::size_t(index) : 0];
}

void NumberEditor::refresh()
{
    const std::shared_ptr<const Trace> trace = m_session.trace();
    std::vector<NumberPlace> numbers;
    if (!m_session.isRecorded())
        numbers = numbersAt(m_session.selection(), *trace);
    if (numbers != m_numbers) {
        m_field->clear();
        m_trouble->hide();
        m_which->setCurrentIndex(0);
    }
    m_numbers = std::move(numbers);
    setVisible(canEdit());
    if (!canEdit())
        return;
    const int which = std::max(0, m_which->currentIndex());
    m_which->clear();
    for (const NumberPlace& number : m_numbers)
        m_which->addItem(nameOf(number, *trace));
    m_which->setCurrentIndex(which < m_which->count() ? which : 0);
    m_which->setVisible(m_numbers.size() > 1);
    m_which->setAccessibleName(tr("Which number"));
    m_label->setText(tr("Try another number here"));
    m_set->setText(tr("Set"));
    m_set->setToolTip(tr("The model runs on from here with this number in place of its own."));
    showNumber();
}

void NumberEditor::showNumber()
{
    const std::optional<float> now = numberIn(*m_session.trace(), chosen());
    m_field->setPlaceholderText(now ? numberText(double(*now), 4) : QString());
    m_field->setAccessibleName(tr("Number for: %1").arg(nameOf(chosen(), *m_session.trace())));
}

void NumberEditor::begin()
{
    m_field->setFocus(Qt::ShortcutFocusReason);
    m_field->selectAll();
}

void NumberEditor::set()
{
    if (!canEdit())
        return;
    const std::optional<float> number = numberFrom(m_field->text());
    if (!number) {
        m_trouble->setText(m_field->text().trimmed().isEmpty()
                ? tr("Type a number, such as 1.5 or -0.25.")
                : tr("“%1” is no number: type one such as 1.5 or -0.25.").arg(m_field->text().trimmed()));
        m_trouble->show();
        return begin();
    }
    m_field->clear();
    m_session.setNumber(chosen(), *number);
}

} // namespace glassformer
