#include "app/experiments/compare_view.h"

#include "app/models/memory_question.h"
#include "app/models/model_list.h"
#include "app/models/recent_models.h"
#include "app/session/session.h"
#include "app/window/busy_notice.h"
#include "app/window/message_text.h"
#include "widgets/look/model_title.h"
#include "widgets/look/palette.h"
#include "widgets/steps/output/summary_view.h"

#include <QComboBox>
#include <QDir>
#include <QEvent>
#include <QFontInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>

#include <algorithm>

namespace glassformer {
namespace {

QString placeOf(const Files& files)
{
    return QString::fromStdString(files.where());
}

QString nameOf(const Session& session)
{
    return modelTitle(QString::fromStdString(session.model().transformer.config.name));
}

void fill(QComboBox& box, int count, int chosen, const QString& name)
{
    box.clear();
    for (int i = 0; i < count; ++i)
        box.addItem(name.arg(i + 1));
    box.setCurrentIndex(chosen);
}

} // namespace

CompareSide::CompareSide(Session& session, bool offers_models, QWidget* parent)
    : QWidget(parent)
    , m_session(session)
    , m_note(new QLabel)
    , m_view(new SummaryView)
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    QWidget* header = makeHeader(offers_models);
    column->addWidget(header);
    m_note->setWordWrap(true);
    m_note->setTextFormat(Qt::PlainText);
    m_note->hide();
    column->addWidget(m_note);
    column->addWidget(m_view, 1);
    m_view->setTokenOf([this](int id) { return m_session.token(id); });
    connect(m_view, &StepView::selectionWanted, &m_session, &Session::select);
    connect(&m_session, &Session::runChanged, this, [this] {
        m_trouble = {};
        refresh();
    });
    connect(&m_session, &Session::modelChanged, this, &CompareSide::refreshModels);
    connect(&m_session, &Session::selectionChanged, this, &CompareSide::refresh);
    connect(&m_session, &Session::failed, this, [this](const Message& message) {
        m_trouble = message;
        refresh();
    });
    refreshModels();
    refresh();
}

QWidget* CompareSide::makeHeader(bool offers_models)
{
    auto* header = new QWidget;
    auto* row = new QHBoxLayout(header);
    row->setContentsMargins(0, 0, 0, 0);
    m_name = new QLabel;
    m_name->setTextFormat(Qt::PlainText);
    QFont bold = m_name->font();
    bold.setBold(true);
    m_name->setFont(bold);
    m_models = new QComboBox;
    m_layer = new QComboBox;
    m_head = new QComboBox;
    m_models->setVisible(offers_models);
    m_name->setVisible(!offers_models);
    for (QWidget* widget : std::initializer_list<QWidget*>{m_name, m_models})
        row->addWidget(widget);
    row->addStretch(1);
    row->addWidget(m_layer);
    row->addWidget(m_head);
    connect(m_models, &QComboBox::activated, this, [this](int index) {
        const QString folder = m_models->itemData(index).toString();
        m_models->setCurrentIndex(
            m_models->findData(placeOf(*m_session.model().files))); // until the other is open
        if (folder.isEmpty())
            emit otherFolderWanted();
        else
            emit modelWanted(folder);
    });
    const auto choose = [this](int layer, int head) {
        Selection selection = withLayer(m_session.selection(), firstSiteOf(m_session.trace()->config), layer);
        selection.head = head;
        m_session.select(selection);
    };
    for (QComboBox* box : {m_layer, m_head})
        connect(box, &QComboBox::activated, this,
            [this, choose] { choose(m_layer->currentIndex(), m_head->currentIndex()); });
    return header;
}

void CompareSide::refreshModels()
{
    m_models->clear();
    const QString open = placeOf(*m_session.model().files);
    const auto offer = [this](const QString& name, const QString& place) {
        if (m_models->findData(place) < 0)
            m_models->addItem(name, place);
    };
    offer(nameOf(m_session), open);
    for (const BundledModel& model : bundledModels())
        offer(modelTitle(model.name), placeOf(*model.files));
    for (const QString& folder : recentModels())
        offer(QDir(folder).dirName(), folder);
    m_models->insertSeparator(m_models->count());
    m_models->addItem(tr("Open model folder…"), QString());
    m_models->setCurrentIndex(0);
    m_models->setAccessibleName(tr("Model to compare with"));
}

void CompareSide::refreshChoosers()
{
    const ModelConfig& config = m_session.trace()->config;
    const AttentionSite site = firstSiteOf(config);
    fill(*m_layer, layersOf(config, site), m_session.selection().layerOf(site), tr("Layer %1"));
    fill(*m_head, config.n_heads, m_session.selection().head, tr("Head %1"));
    m_layer->setAccessibleName(tr("Layer"));
    m_head->setAccessibleName(tr("Head"));
}

void CompareSide::refresh()
{
    m_name->setText(nameOf(m_session));
    m_note->setText(messageText(m_trouble));
    m_note->setVisible(!m_trouble.empty());
    refreshChoosers();
    m_view->showRun(m_session.trace(), m_session.selection());
}

QString CompareSide::modelName() const
{
    return nameOf(m_session);
}

QString CompareSide::text() const
{
    return QString::fromStdString(m_session.request().text);
}

void CompareSide::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        refreshModels();
        refresh();
    }
}

CompareView::CompareView(Session& session, QWidget* parent)
    : QWidget(parent)
    , m_session(session)
    , m_other(session.twin())
    , m_left(new CompareSide(session, false, this))
    , m_right(new CompareSide(*m_other, true, this))
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(16, 12, 16, 12);
    row->setSpacing(16);
    row->addWidget(m_left, 1);
    row->addWidget(m_right, 1);
    new BusyNotice(*m_right, *m_right->layout()->itemAt(0)->widget(), *m_other);
    askForMemory(*m_other, this);
    connect(&m_session, &Session::runChanged, this, &CompareView::followText);
    connect(m_right, &CompareSide::modelWanted, this, &CompareView::openOther);
    connect(m_right, &CompareSide::otherFolderWanted, this,
        [this] { askForModelFolder(this, [this](const QString& folder) { openOther(folder); }); });
    openAnother();
}

CompareView::~CompareView()
{
    // The side still draws from the session that is about to go.
    delete m_right;
}

/** Something to compare with, to begin with: another model that came with the program. */
void CompareView::openAnother()
{
    for (const BundledModel& model : bundledModels())
        if (!isSameModel(*model.files, *m_session.model().files))
            return m_other->openModel(model.files);
}

void CompareView::openOther(const QString& place)
{
    std::vector<FilesPointer> known{m_other->model().files};
    for (const BundledModel& model : bundledModels())
        known.push_back(model.files);
    const auto found = std::find_if(
        known.begin(), known.end(), [&place](const FilesPointer& files) { return placeOf(*files) == place; });
    m_other->openModel(found == known.end() ? folderFiles(place) : *found);
}

Figure CompareView::figure() const
{
    constexpr int gap = 16;
    const QSize left = m_left->view()->figureSize(), right = m_right->view()->figureSize();
    const int title = fontMetrics().height() + gap;
    const QSize size(left.width() + gap + right.width(), title + std::max(left.height(), right.height()));
    return {size, [this, size, left, right, title](QPainter& painter, const QRectF& target) {
                const double scale = std::min(target.width() / size.width(), target.height() / size.height());
                painter.save();
                painter.translate(target.topLeft());
                painter.scale(scale, scale);
                const auto paint = [&](CompareSide& side, const QRectF& area) {
                    QFont bold = font();
                    bold.setBold(true);
                    bold.setPixelSize(QFontInfo(font()).pixelSize());
                    painter.setFont(bold);
                    painter.setPen(lightPalette().ink);
                    painter.drawText(QRectF(area.topLeft(), QSizeF(area.width(), title)),
                        Qt::AlignLeft | Qt::AlignVCenter, side.modelName());
                    side.view()->paintFigure(painter, area.adjusted(0, title, 0, 0));
                };
                paint(*m_left, QRectF(0, 0, left.width(), title + left.height()));
                paint(*m_right, QRectF(left.width() + gap, 0, right.width(), title + right.height()));
                painter.restore();
            }};
}

/** The same sentence on both sides; the other model goes on writing its own language. */
void CompareView::followText()
{
    const QString text = QString::fromStdString(m_session.request().text);
    if (text != QString::fromStdString(m_other->request().text))
        m_other->runText(text, QString::fromStdString(m_other->request().target_language));
}

} // namespace glassformer
