#include "app/experiments/patch_page.h"

#include "app/experiments/one_line.h"
#include "app/window/lines/message_text.h"
#include "core/experiment/reading/token_alignment.h"
#include "core/trace/look/place.h"
#include "widgets/comparison/patch_content.h"
#include "widgets/comparison/patch_path.h"
#include "widgets/comparison/patch_view.h"
#include "widgets/look/scaled_font.h"
#include "widgets/machine/architecture_map.h"
#include "widgets/pictures/trace_content.h"

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace glassformer {
namespace {

constexpr int per_cent = 100;
constexpr int most_words = 500; ///< that a list can be chosen from
constexpr int table_room = 46; ///< characters that a table needs beside the machine

} // namespace

PatchPage::PatchPage(Comparison& comparison, QWidget* parent)
    : QWidget(parent)
    , m_comparison(comparison)
    , m_patching(comparison)
    , m_trouble(new QLabel)
    , m_sentences(new OneLine)
    , m_machine(new ArchitectureMap)
    , m_view(new PatchView)
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    m_choosers = makeBar();
    column->addWidget(m_choosers);
    column->addWidget(m_sentences);
    m_trouble->setWordWrap(true);
    m_trouble->setTextFormat(Qt::PlainText);
    m_trouble->setObjectName(QStringLiteral("patchTrouble"));
    m_trouble->setAlignment(Qt::AlignCenter);
    auto* row = new QHBoxLayout;
    m_machine->setFixedWidth(m_machine->sizeHint().width());
    row->addWidget(m_machine);
    row->addWidget(m_view, 1);
    row->addWidget(m_trouble, 1);
    column->addLayout(row, 1);
    connect(m_machine, &ArchitectureMap::selectionWanted, this, &PatchPage::chooseInMachine);
    connect(m_view, &PatchView::cellChosen, this, [this](QPoint cell) {
        m_cell = cell;
        refresh();
    });
    connect(m_view, &StepView::uncoverWanted, this, &PatchPage::uncoverWanted);
    connect(&m_patching, &Patching::changed, this, &PatchPage::refresh);
    connect(&m_patching, &Patching::progressed, this,
        [this](double done) { m_bar->setValue(qRound(done * per_cent)); });
    refresh();
}

QWidget* PatchPage::makeBar()
{
    auto* bar = new QWidget;
    auto* row = new QHBoxLayout(bar);
    row->setContentsMargins(0, 0, 0, 0);
    m_what = new QLabel;
    m_asked = new QLabel;
    m_record = new QComboBox;
    m_head = new QComboBox;
    m_stack = new QComboBox;
    m_word = new QComboBox;
    m_record->setObjectName(QStringLiteral("patchRecord"));
    m_head->setObjectName(QStringLiteral("patchHead"));
    m_stack->setObjectName(QStringLiteral("patchStack"));
    m_word->setObjectName(QStringLiteral("patchWord"));
    m_bar = new QProgressBar;
    m_bar->setRange(0, per_cent);
    m_bar->setTextVisible(false);
    m_bar->setFixedSize(letterWidth(*this) * 16, 8);
    m_cancel = new QPushButton;
    m_cancel->setObjectName(QStringLiteral("cancelPatching"));
    for (QWidget* widget :
        std::initializer_list<QWidget*>{m_what, m_record, m_head, m_stack, m_asked, m_word})
        row->addWidget(widget);
    row->addStretch(1);
    row->addWidget(m_bar);
    row->addWidget(m_cancel);
    for (QComboBox* box : {m_record, m_head, m_stack, m_word})
        connect(box, &QComboBox::activated, this, &PatchPage::choose);
    connect(m_cancel, &QPushButton::clicked, this,
        [this] { m_patching.isBusy() ? m_patching.cancel() : m_patching.restart(); });
    return bar;
}

void PatchPage::choose()
{
    m_cell.reset();
    m_patching.choose(
        {AttentionSite(m_stack->currentData().toInt()), PatchedRecord(m_record->currentData().toInt()),
            std::max(0, m_head->currentIndex()), m_word->currentData().toInt()});
}

void PatchPage::refreshChoosers()
{
    const Trace& trace = *left().trace();
    const PatchChoice& choice = m_patching.choice();
    m_what->setText(tr("Carry over"));
    m_asked->setText(tr("and see what becomes of"));
    m_record->clear();
    for (const PatchedRecord record : Patching::recordsOf(trace.config, choice.stack))
        m_record->addItem(patchedName(record), int(record));
    m_record->setCurrentIndex(m_record->findData(int(choice.record)));
    m_record->setAccessibleName(tr("Which vectors are carried over"));
    m_head->clear();
    for (int head = 0; head < trace.config.n_heads; ++head)
        m_head->addItem(tr("Head %1").arg(head + 1));
    m_head->setCurrentIndex(choice.head);
    m_head->setVisible(choice.record == PatchedRecord::Head);
    m_head->setAccessibleName(tr("Of which head"));
    m_stack->clear();
    for (const AttentionSite stack : Patching::stacksOf(trace.config))
        m_stack->addItem(stack == AttentionSite::Encoder ? tr("Encoder") : tr("Decoder"), int(stack));
    m_stack->setCurrentIndex(m_stack->findData(int(choice.stack)));
    m_stack->setVisible(m_stack->count() > 1);
    m_stack->setAccessibleName(tr("Of which stack"));
    m_word->clear();
    for (int position = 0; position < std::min(trace.rows(), most_words); ++position)
        if (const std::optional<AskedWord> asked = askedWord(trace, position))
            //: a word, and its place in the answer
            m_word->addItem(tr("“%1” (%2)").arg(textOf(asked->token)).arg(position + 1), position);
    m_word->setCurrentIndex(m_word->findData(choice.position));
    m_word->setAccessibleName(tr("The word that is asked about"));
}

void PatchPage::refreshProgress()
{
    const std::optional<PatchTable>& table = m_patching.table();
    const bool is_busy = m_patching.isBusy();
    m_bar->setVisible(is_busy);
    m_bar->setAccessibleName(tr("Progress"));
    if (is_busy && table && table->trials > 0)
        m_bar->setValue(per_cent * table->tried / table->trials);
    m_cancel->setVisible(is_busy || m_patching.isCancelled());
    m_cancel->setText(is_busy ? tr("Cancel") : tr("Begin again"));
}

void PatchPage::refreshTrouble()
{
    m_trouble->setText(sentenceText(m_patching.trouble()));
    m_trouble->setVisible(!m_trouble->text().isEmpty());
    m_view->setVisible(m_trouble->text().isEmpty()); // there is no table: the reason has its place
}

void PatchPage::refresh()
{
    refreshChoosers();
    refreshProgress();
    refreshTrouble();
    const auto textOn = [this](Side side) {
        return QString::fromStdString(m_comparison.session(side).request().text);
    };
    //: the sentence on the right, the sentence on the left
    m_sentences->setWhole(tr("From: %1   Into: %2").arg(textOn(Side::Right), textOn(Side::Left)));
    m_view->setTable(m_patching.table(), m_cell);
    refreshPresented();
    refreshMachine();
    emit changed();
}

void PatchPage::setPresented(const std::optional<Presented>& presented)
{
    m_presented = presented;
    refreshPresented();
}

/** What becomes of the word is the question that a class is asked. */
void PatchPage::refreshPresented()
{
    m_choosers->setVisible(!m_presented || m_presented->shows_choosers);
    m_view->setPresented(m_presented.has_value());
    m_view->setCovered(m_presented && m_presented->covered.answer ? tr("R shows it") : QString());
    placeMachine();
}

/** The layer of the chosen cell, and the path through the strongest ones. */
void PatchPage::refreshMachine()
{
    const std::optional<PatchTable>& table = m_patching.table();
    const AttentionSite stack = m_patching.choice().stack;
    Selection look = left().selection();
    if (table && m_cell)
        look = withLayer(look, stack, std::max(0, m_cell->y() - (hasInput(*table) ? 1 : 0)));
    m_machine->showRun(left().trace(), look);
    m_machine->setPath(table && table->other
            ? std::optional(patchPath(*table, m_patching.choice().record, left().trace()->config))
            : std::nullopt);
}

/** A layer is a row of the table; a step is a page of its own. */
void PatchPage::chooseInMachine(const Selection& wanted)
{
    if (wanted.step != left().selection().step) {
        m_comparison.choose(Side::Left, wanted);
        return emit runsWanted();
    }
    const std::optional<PatchTable>& table = m_patching.table();
    if (!table || !table->other)
        return;
    const int row = wanted.layerOf(m_patching.choice().stack) + (hasInput(*table) ? 1 : 0);
    const std::vector<int> strongest = table->strongest();
    if (row >= int(strongest.size()) || strongest[std::size_t(row)] == no_counterpart)
        return;
    m_cell = QPoint(strongest[std::size_t(row)], row);
    refresh();
}

void PatchPage::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    placeMachine();
}

/** Beside the table where there is room; a class sees the table alone. */
void PatchPage::placeMachine()
{
    m_machine->setVisible(!m_presented && width() - m_machine->width() >= table_room * letterWidth(*this));
}

ExplanationContent PatchPage::explanation() const
{
    const std::optional<PatchTable>& table = m_patching.table();
    if (table && table->other)
        return patchExplanation(
            *table, m_patching.choice().record, m_cell, [this](int id) { return left().token(id); });
    return saidContent(tr("Activation patching"),
        tr("One vector at a time of the run on the right takes the place of the same one in the run on the "
           "left; all else is computed from there. So one sees where the difference is, layer by layer."));
}

bool PatchPage::canApply() const
{
    const std::optional<PatchTable>& table = m_patching.table();
    return table && table->other && m_cell && m_cell->y() < int(table->cells.size())
        && m_cell->x() < int(table->tokens.size())
        && table->cells[std::size_t(m_cell->y())][std::size_t(m_cell->x())];
}

void PatchPage::apply()
{
    if (!canApply())
        return;
    const Change change = m_patching.table()->change(std::size_t(m_cell->y()), std::size_t(m_cell->x()));
    m_patching.setWanted(false);
    m_comparison.session(Side::Left).addChange(change);
}

void PatchPage::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        refresh();
}

} // namespace glassformer
