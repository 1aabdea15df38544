#include "app/experiments/side_header.h"

#include "app/experiments/one_line.h"
#include "app/models/model_list.h"
#include "app/models/recent_models.h"
#include "app/window/lines/change_bar.h"
#include "app/window/lines/input_bar.h"
#include "app/window/lines/message_text.h"
#include "widgets/look/line_text.h"
#include "widgets/look/model_title.h"
#include "widgets/look/palette.h"

#include <QApplication>
#include <QComboBox>
#include <QDir>
#include <QEvent>
#include <QLabel>
#include <QLineEdit>
#include <QVBoxLayout>

#include <initializer_list>

namespace glassformer {
namespace {

QString placeOf(const Files& files)
{
    return QString::fromStdString(files.where());
}

} // namespace

SideHeader::SideHeader(Comparison& comparison, Side side, QWidget* parent)
    : QWidget(parent)
    , m_comparison(comparison)
    , m_side(side)
    , m_name(new OneLine)
    , m_answer(new OneLine)
    , m_changes(new ChangeBar(comparison.session(side)))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(3);
    m_line = new QBoxLayout(QBoxLayout::LeftToRight);
    m_line->setSpacing(8);
    m_name->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    m_line->addWidget(m_name);
    addText();
    addModels();
    column->addLayout(m_line);
    column->addWidget(m_answer);
    column->addWidget(m_changes);
    m_answer->setObjectName(QStringLiteral("sideAnswer"));
    m_changes->setObjectName(QStringLiteral("sideChanges"));
    connect(m_changes, &ChangeBar::placeWanted, this,
        [this](const Selection& selection) { m_comparison.choose(m_side, selection); });
    connect(&session(), &Session::runChanged, this, [this] { m_trouble = {}; });
    connect(&session(), &Session::modelChanged, this, &SideHeader::refreshModels);
    connect(&session(), &Session::failed, this, [this](const Message& message) {
        m_trouble = message;
        refresh();
    });
    connect(&m_comparison, &Comparison::changed, this, &SideHeader::refresh);
    refreshModels();
    refresh();
}

bool SideHeader::readsOwnText() const
{
    return m_side == Side::Right && m_comparison.with() == ComparedWith::Sentence;
}

bool SideHeader::hasOwnModel() const
{
    return m_side == Side::Right && m_comparison.with() == ComparedWith::Model;
}

void SideHeader::addText()
{
    m_sentence = new OneLine(this);
    m_text = new QLineEdit(this);
    m_text->setObjectName(QStringLiteral("otherSentence"));
    m_text->setMaxLength(InputBar::most_characters);
    m_text->setVisible(readsOwnText());
    m_sentence->setVisible(!readsOwnText());
    m_whole = new QLabel(this);
    m_whole->setObjectName(QStringLiteral("wholeSentence"));
    m_whole->setTextFormat(Qt::PlainText);
    m_whole->setWordWrap(true);
    m_whole->hide();
    for (QWidget* widget : std::initializer_list<QWidget*>{m_whole, m_sentence, m_text})
        m_line->addWidget(widget, 1);
    // As high as the field on the other side: the pictures below begin at the same height.
    m_sentence->setMinimumHeight(m_text->sizeHint().height());
    connect(m_text, &QLineEdit::returnPressed, this, [this] {
        m_known_text = m_text->text().trimmed();
        m_comparison.readOnRight(m_text->text());
    });
}

void SideHeader::addModels()
{
    m_models = new QComboBox(this);
    m_models->setObjectName(QStringLiteral("otherModel"));
    m_models->setVisible(hasOwnModel());
    m_line->addWidget(m_models);
    connect(m_models, &QComboBox::activated, this, [this](int index) {
        const QString place = m_models->itemData(index).toString();
        m_models->setCurrentIndex(
            m_models->findData(placeOf(*session().model().files))); // until the other is open
        if (place.isEmpty())
            emit otherFolderWanted();
        else
            m_comparison.openOnRight(place);
    });
}

void SideHeader::focusText()
{
    if (!readsOwnText())
        return;
    m_text->setFocus();
    m_text->selectAll();
}

void SideHeader::refreshModels()
{
    const Model& open = session().model();
    m_models->clear();
    const auto offer = [this](const QString& name, const QString& place) {
        if (m_models->findData(place) < 0)
            m_models->addItem(name, place);
    };
    offer(modelTitle(QString::fromStdString(open.transformer.config.name)), placeOf(*open.files));
    for (const BundledModel& model : bundledModels())
        offer(modelTitle(model.name), placeOf(*model.files));
    for (const QString& folder : recentModels())
        offer(QDir(folder).dirName(), folder);
    m_models->insertSeparator(m_models->count());
    m_models->addItem(tr("Open model folder…"), QString());
    m_models->setCurrentIndex(0);
    m_models->setAccessibleName(tr("Model to compare with"));
}

void SideHeader::refresh()
{
    const bool is_active = m_comparison.active() == m_side;
    const Palette& colours = paletteFor(QApplication::palette());
    QFont bold = font();
    bold.setBold(true);
    m_name->setFont(bold);
    QPalette inks = QApplication::palette();
    inks.setColor(QPalette::WindowText, is_active ? colours.selected : colours.ink);
    m_name->setPalette(inks);
    m_name->setWhole(hasOwnModel() ? tr("Right")
            : m_comparison.with() == ComparedWith::Model
            ? modelTitle(QString::fromStdString(session().model().transformer.config.name))
            : m_side == Side::Left ? tr("Left")
                                   : tr("Right"));
    const QString text = QString::fromStdString(session().request().text);
    const Side other = m_side == Side::Left ? Side::Right : Side::Left;
    const KeptPart differing =
        differingPart(text, QString::fromStdString(m_comparison.session(other).request().text));
    m_sentence->setWhole(text, differing);
    if (text != m_known_text && m_text->text().trimmed() == m_known_text) {
        m_text->setText(text);
        m_text->setCursorPosition(int(differing.from + differing.length)); // the field scrolls there
    }
    m_known_text = text;
    m_text->setAccessibleName(tr("Sentence on the right"));
    m_text->setPlaceholderText(tr("Type a second sentence"));
    const QString answer = QString::fromStdString(session().trace()->answer);
    const QString told = tr("Answer: %1").arg(answer);
    KeptPart news =
        differingPart(answer, QString::fromStdString(m_comparison.session(other).trace()->answer));
    news.lead = told.indexOf(answer);
    news.from += news.lead;
    m_answer->setWhole(
        m_trouble.empty() ? told : sentenceText(m_trouble), m_trouble.empty() ? news : KeptPart());
    m_changes->refresh();
    refreshPresented();
}

void SideHeader::setPresented(const std::optional<Presented>& presented)
{
    m_presented = presented;
    refresh();
}

void SideHeader::refreshPresented()
{
    const bool is_bare = m_presented && !m_presented->shows_choosers;
    const bool names_model = m_comparison.with() == ComparedWith::Model;
    m_line->setDirection(m_presented ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
    // Where the field is there, it shows the word that differs.
    m_whole->setVisible(m_presented && !names_model && (is_bare || !readsOwnText()));
    m_whole->setText(breakableText(QString::fromStdString(session().request().text)));
    m_name->setVisible(!m_presented || names_model);
    m_sentence->setVisible(!readsOwnText() && !m_presented);
    m_text->setVisible(readsOwnText() && !is_bare);
    m_models->setVisible(hasOwnModel() && !is_bare);
    m_answer->setVisible(!m_presented || !m_presented->covered.answer);
}

void SideHeader::mousePressEvent(QMouseEvent* event)
{
    m_comparison.setActive(m_side);
    QWidget::mousePressEvent(event);
}

void SideHeader::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        refreshModels();
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::PaletteChange
        || event->type() == QEvent::FontChange)
        refresh();
}

} // namespace glassformer
