#include "app/experiments/compare_view.h"

#include "app/experiments/difference_header.h"
#include "app/experiments/patch_page.h"
#include "app/experiments/side_header.h"
#include "app/experiments/side_picture.h"
#include "app/models/memory_question.h"
#include "app/models/recent_models.h"
#include "app/window/lines/busy_notice.h"
#include "core/experiment/attention/attention_aggregate.h"
#include "core/trace/look/place.h"
#include "core/trace/step/step_list.h"
#include "widgets/comparison/difference_view.h"
#include "widgets/explanation/explanation_panel.h"
#include "widgets/look/flow_layout.h"
#include "widgets/look/model_title.h"
#include "widgets/look/palette.h"
#include "widgets/look/scaled_font.h"
#include "widgets/steps/step_entry.h"

#include <QComboBox>
#include <QEvent>
#include <QFontInfo>
#include <QGridLayout>
#include <QLabel>
#include <QPushButton>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <initializer_list>

namespace glassformer {
namespace {

constexpr int column_gap = 12;
constexpr int inspector_width = 280;

void fill(QComboBox& box, int count, int chosen, const QString& name)
{
    box.clear();
    for (int i = 0; i < count; ++i)
        box.addItem(name.arg(i + 1));
    box.setCurrentIndex(chosen);
}

} // namespace

CompareView::CompareView(Session& session, ComparedWith with, QWidget* parent)
    : QWidget(parent)
    , m_comparison(session, with)
{
    auto* splitter = new QSplitter;
    splitter->setHandleWidth(1);
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(makePages());
    m_inspector = makeInspector();
    splitter->addWidget(m_inspector);
    splitter->setStretchFactor(0, 1);
    splitter->setSizes({4 * inspector_width, inspector_width});
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(splitter, 1);
    Session& other = m_comparison.session(Side::Right);
    new BusyNotice(*m_right, *m_right_header, other);
    askForMemory(other, this);
    connect(m_right_header, &SideHeader::otherFolderWanted, this, [this] {
        askForModelFolder(this, [this](const QString& folder) { m_comparison.openOnRight(folder); });
    });
    connect(&m_comparison, &Comparison::changed, this, &CompareView::refresh);
    connect(m_patch, &PatchPage::changed, this, &CompareView::refreshInspector);
    connect(m_patch, &PatchPage::uncoverWanted, this, &CompareView::uncoverWanted);
    connect(m_patch, &PatchPage::runsWanted, this, [this] { setPatching(false); });
    retranslate();
    refresh();
}

CompareView::~CompareView()
{
    // Pictures still draw from the session that is about to go.
    for (QWidget* child : findChildren<QWidget*>(QString(), Qt::FindDirectChildrenOnly))
        delete child;
}

/** The step, and choosers of layer, head and of what is compared with. */
QWidget* CompareView::makeBar()
{
    auto* bar = new QWidget;
    m_top = new QBoxLayout(QBoxLayout::LeftToRight, bar);
    m_top->setContentsMargins(0, 0, 0, 0);
    auto* title = new QHBoxLayout;
    auto* choosers = new QWidget;
    auto* flow = new FlowLayout(choosers);
    flow->setContentsMargins(0, 0, 0, 0);
    flow->setSpacing(6);
    m_step = new QLabel;
    m_step->setTextFormat(Qt::PlainText);
    m_step->setObjectName(QStringLiteral("comparedStep"));
    m_number = new QLabel;
    m_number->setObjectName(QStringLiteral("comparedStepNumber"));
    m_number->setForegroundRole(QPalette::PlaceholderText);
    m_number->hide();
    scaleTitle();
    m_layer = new QComboBox;
    m_head = new QComboBox;
    m_with = new QComboBox;
    m_with->setObjectName(QStringLiteral("comparedWith"));
    m_patching = new QPushButton;
    m_patching->setCheckable(true);
    m_patching->setObjectName(QStringLiteral("patching"));
    title->addWidget(m_step, 1);
    title->addWidget(m_number, 0, Qt::AlignTop);
    m_top->addLayout(title);
    m_top->addWidget(choosers, 1);
    for (QWidget* widget : std::initializer_list<QWidget*>{m_layer, m_head, m_patching, m_with})
        flow->addWidget(widget);
    connect(m_patching, &QPushButton::clicked, this, &CompareView::setPatching);
    connect(m_layer, &QComboBox::activated, this,
        [this](int layer) { m_comparison.session(Side::Left).chooseLayer(layer); });
    connect(m_head, &QComboBox::activated, this,
        [this](int head) { m_comparison.session(Side::Left).chooseHead(head); });
    connect(m_with, &QComboBox::activated, this, [this](int index) {
        const auto with = ComparedWith(m_with->itemData(index).toInt());
        if (with != m_comparison.with())
            emit otherWanted(with);
    });
    return bar;
}

QWidget* CompareView::makePages()
{
    auto* page = new QWidget;
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(16, 10, 16, 10);
    column->addWidget(makeBar());
    m_pages = new QStackedWidget;
    m_pages->addWidget(makePictures());
    m_patch = new PatchPage(m_comparison);
    m_pages->addWidget(m_patch);
    column->addWidget(m_pages, 1);
    return page;
}

QWidget* CompareView::makePictures()
{
    auto* page = new QWidget;
    auto* grid = m_pictures = new QGridLayout(page);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(column_gap);
    grid->setVerticalSpacing(6);
    m_left_header = new SideHeader(m_comparison, Side::Left);
    m_right_header = new SideHeader(m_comparison, Side::Right);
    m_difference_header = new DifferenceHeader(m_comparison);
    m_left = new SidePicture(m_comparison, Side::Left);
    m_right = new SidePicture(m_comparison, Side::Right);
    m_difference = new DifferenceView;
    m_difference->setTokenOf([this](int id) { return m_comparison.session(Side::Left).token(id); });
    m_remark = new QLabel;
    m_remark->setWordWrap(true);
    m_remark->setTextFormat(Qt::PlainText);
    m_remark->setObjectName(QStringLiteral("differenceRemark"));
    grid->addWidget(m_left_header, 0, 0, Qt::AlignTop);
    grid->addWidget(m_right_header, 0, 1, Qt::AlignTop);
    grid->addWidget(m_difference_header, 0, 2);
    grid->addWidget(m_left, 1, 0);
    grid->addWidget(m_right, 1, 1);
    grid->addWidget(m_difference, 1, 2);
    grid->addWidget(m_remark, 2, 0, 1, 3);
    grid->setRowStretch(1, 1);
    for (int side = 0; side < 3; ++side)
        grid->setColumnStretch(side, 1);
    m_difference->setObjectName(QStringLiteral("difference"));
    connect(m_difference, &StepView::selectionWanted, this,
        [this](const Selection& selection) { m_comparison.choose(Side::Left, selection); });
    return page;
}

QWidget* CompareView::makeInspector()
{
    auto* page = new QWidget;
    page->setAutoFillBackground(true);
    page->setBackgroundRole(QPalette::Base);
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(0, 10, 0, 0);
    m_explain = new QWidget;
    auto* row = new QHBoxLayout(m_explain);
    row->setContentsMargins(16, 0, 16, 0);
    m_explain_left = new QPushButton;
    m_explain_right = new QPushButton;
    for (QPushButton* button : {m_explain_left, m_explain_right}) {
        button->setCheckable(true);
        row->addWidget(button);
        const Side side = button == m_explain_left ? Side::Left : Side::Right;
        connect(button, &QPushButton::clicked, this, [this, side] {
            m_comparison.setActive(side);
            refreshInspector(); // a button that was down stays down
        });
    }
    m_explain_left->setObjectName(QStringLiteral("explainLeft"));
    m_explain_right->setObjectName(QStringLiteral("explainRight"));
    row->addStretch(1);
    column->addWidget(m_explain);
    m_panel = new ExplanationPanel;
    column->addWidget(m_panel, 1);
    m_toggle_head = new QPushButton;
    m_toggle_head->setObjectName(QStringLiteral("toggleComparedHead"));
    m_apply = new QPushButton;
    m_apply->setObjectName(QStringLiteral("applyPatch"));
    for (QPushButton* button : {m_toggle_head, m_apply})
        m_panel->actions()->addWidget(button, 0, Qt::AlignLeft);
    connect(m_apply, &QPushButton::clicked, this, [this] {
        m_patch->apply();
        emit walkWanted();
    });
    connect(m_toggle_head, &QPushButton::clicked, this, [this] {
        Session& session = m_comparison.session(m_comparison.active());
        session.toggleHead(session.head());
    });
    return page;
}

void CompareView::setPatching(bool is_patching)
{
    const bool can_patch = is_patching && m_comparison.with() == ComparedWith::Sentence;
    m_pages->setCurrentIndex(can_patch ? 1 : 0);
    m_patch->setWanted(can_patch);
    refresh();
    emit patchingChanged();
}

bool CompareView::isPatching() const
{
    return m_pages->currentWidget() == m_patch;
}

const Patching* CompareView::patching() const
{
    return isPatching() ? &m_patch->patching() : nullptr;
}

void CompareView::focusText()
{
    m_right_header->focusText();
}

StepView* CompareView::viewOf(Side side) const
{
    return (side == Side::Left ? m_left : m_right)->currentView();
}

void CompareView::refreshChoosers()
{
    const Session& session = m_comparison.session(Side::Left);
    const Selection& selection = session.selection();
    const ModelConfig& config = session.trace()->config;
    const AttentionSite site = session.site();
    const bool in_layer = showsLayer(selection.step, config);
    m_step->setText(isPatching() ? tr("Activation patching: vectors carried from right to left")
                                 : entryOf(selection.step).title(config));
    m_layer->setVisible(in_layer && !isPatching());
    m_head->setVisible(in_layer && showsOneHead(*session.trace(), selection) && !isPatching());
    m_patching->setVisible(m_comparison.with() == ComparedWith::Sentence);
    m_patching->setChecked(isPatching());
    fill(*m_layer, layersOf(config, site), selection.layerOf(site), tr("Layer %1"));
    fill(*m_head, config.n_heads, selection.head, tr("Head %1"));
    m_layer->setAccessibleName(tr("Layer"));
    m_head->setAccessibleName(tr("Head"));
}

void CompareView::refreshInspector()
{
    const Side active = m_comparison.active();
    const Session& session = m_comparison.session(active);
    m_explain->setVisible(!isPatching());
    m_apply->setVisible(isPatching() && m_patch->canApply());
    if (isPatching()) {
        m_toggle_head->hide();
        return m_panel->setContent(m_patch->explanation());
    }
    m_explain_left->setChecked(active == Side::Left);
    m_explain_right->setChecked(active == Side::Right);
    m_panel->setContent(explanationOf(session.context()));
    m_toggle_head->setVisible(
        showsOneHead(*session.trace(), session.selection()) && session.canToggle(session.head()));
    m_toggle_head->setText(
        session.isOff(session.head()) ? tr("Switch this head on") : tr("Switch this head off"));
}

void CompareView::refresh()
{
    refreshChoosers();
    refreshInspector();
    if (!isPatching()) {
        const Session& other = m_comparison.session(Side::Right);
        const Session& session = m_comparison.session(Side::Left);
        m_difference->setOther({other.trace(), other.selection(), m_comparison.isOneModel()});
        m_difference->showRun(session.trace(), session.selection());
        m_remark->setText(m_difference->remark());
    }
    refreshPresented();
}

void CompareView::retranslate()
{
    m_with->clear();
    m_with->addItem(tr("With another sentence"), int(ComparedWith::Sentence));
    m_with->addItem(tr("With another model"), int(ComparedWith::Model));
    m_with->setCurrentIndex(m_with->findData(int(m_comparison.with())));
    m_with->setAccessibleName(tr("What is compared with"));
    m_explain_left->setText(tr("Explain left"));
    m_explain_right->setText(tr("Explain right"));
    m_patching->setText(tr("Carry vectors over"));
    m_patching->setToolTip(tr(
        "Activation patching: which single vector of the right run makes the left one answer as the right?"));
    m_apply->setText(tr("Make it a change of the run"));
    m_apply->setToolTip(tr("The left run goes on with this vector; its steps can then be walked."));
}

void CompareView::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange && m_step)
        scaleTitle();
    if (event->type() != QEvent::LanguageChange)
        return;
    retranslate();
    refresh();
}

} // namespace glassformer
