#include "app/evidence/layers_chapter.h"

#include "app/evidence/evidence_text.h"
#include "app/session/session.h"
#include "widgets/look/line_text.h"
#include "widgets/look/probability_text.h"
#include "widgets/pictures/words/word_grid.h"

#include <QLabel>
#include <QScrollArea>
#include <QScrollBar>
#include <QVBoxLayout>

namespace glassformer {

LayersChapter::LayersChapter(Gathering& gathering)
    : Chapter(gathering.layers(), QStringLiteral("layers"))
    , m_gathering(gathering)
    , m_scroll(new QScrollArea)
    , m_grid(new WordGrid)
{
    m_grid->setObjectName(QStringLiteral("lens"));
    m_scroll->setWidget(m_grid);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->viewport()->setAutoFillBackground(false);
    m_grid->setAutoFillBackground(false);
    body()->addWidget(m_scroll);
    m_remark = addRemark();
    connect(m_grid, &WordGrid::cellChosen, this, &LayersChapter::choose);
}

QString LayersChapter::title() const
{
    return tr("What each layer would say");
}

QString LayersChapter::lead() const
{
    return tr(
        "The likeliest word of each place, if the layers above did not exist: the last norm and the output "
        "matrix applied to each layer's output (logit lens, nostalgebraist 2020).");
}

void LayersChapter::showFound()
{
    const auto lens = m_gathering.evidence().layers;
    m_scroll->setVisible(lens != nullptr);
    m_remark->setVisible(lens != nullptr);
    if (!lens)
        return;
    showGrid(*lens);
    m_scroll->setFixedHeight(m_grid->minimumSizeHint().height()
        + (m_grid->minimumSizeHint().width() > m_scroll->width()
                ? m_scroll->horizontalScrollBar()->sizeHint().height()
                : 0));
    m_remark->setText(
        sentencesText({lens->applies_norm ? QString() : tr("This model has no norm behind its last layer."),
            tr("Bold: the word that was written. The matrix was trained for the last layer only: lower ones "
               "may know more "
               "than it can read.")}));
}

void LayersChapter::showGrid(const LogitLens& lens)
{
    const Session& session = m_gathering.session();
    const Trace& trace = *session.trace();
    const auto wordOf = [&session](int id) { return textOf(session.token(id)).trimmed(); };
    WordGridContent content;
    for (const Token& token : trace.config.hasDecoder() ? trace.target : trace.source)
        content.rows.push_back(textOf(token).trimmed());
    content.columns.push_back(tr("input"));
    for (std::size_t layer = 1; layer < lens.tensors.size(); ++layer)
        //: a layer in few characters: layer 2
        content.columns.push_back(tr("L%1").arg(layer));
    for (std::size_t height = 0; height < lens.cells.size(); ++height) {
        std::vector<WordCell> cells;
        for (const LensCell& cell : lens.cells[height]) {
            const LensWord& best = cell.likeliest.front();
            QStringList tip;
            for (const LensWord& word : cell.likeliest)
                tip << wordOf(word.id) + u' ' + probabilityText(word.probability);
            tip << tr("“%1”: rank %2, p %3")
                       .arg(wordOf(cell.asked.id))
                       .arg(cell.rank + 1)
                       .arg(probabilityText(cell.asked.probability));
            cells.push_back({wordOf(best.id), best.probability, cell.rank == 0, tip.join(u'\n')});
        }
        content.cells.push_back(std::move(cells));
    }
    const AttentionSite site =
        trace.config.hasDecoder() ? AttentionSite::DecoderSelf : AttentionSite::Encoder;
    content.row = session.selection().position;
    content.column = session.selection().layerOf(site) + 1;
    m_grid->setAccessibleName(title());
    m_grid->setContent(std::move(content));
}

/** To what the layer puts out at that place; below the first, to what enters it. */
void LayersChapter::choose(int row, int column)
{
    const Session& session = m_gathering.session();
    const Trace& trace = *session.trace();
    const AttentionSite site =
        trace.config.hasDecoder() ? AttentionSite::DecoderSelf : AttentionSite::Encoder;
    Selection wanted = session.selection();
    if (column == 0) {
        wanted.step = nearestStep(
            isSecondStack(trace.config, site) ? StepKind::DecoderInput : StepKind::EncoderInput, trace);
    } else {
        ModelPart part;
        part.kind = PartKind::Layer;
        part.site = site;
        part.layer = column - 1;
        wanted = placeOf(part, wanted, trace);
    }
    emit selectionWanted(withToken(wanted, trace.config, site, row, std::nullopt));
}

} // namespace glassformer
