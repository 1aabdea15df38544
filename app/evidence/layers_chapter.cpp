#include "app/evidence/layers_chapter.h"

#include "app/evidence/evidence_text.h"
#include "app/evidence/lens_content.h"
#include "app/session/session.h"
#include "widgets/look/line_text.h"

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
    const Session& session = m_gathering.session();
    m_grid->setAccessibleName(title());
    m_grid->setContent(lensContent(
        *lens, *session.trace(), session.selection(), [&session](int id) { return session.token(id); }));
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
