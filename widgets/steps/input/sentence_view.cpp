#include "widgets/steps/input/sentence_view.h"

#include "widgets/look/language_name.h"
#include "widgets/look/model_title.h"
#include "widgets/look/number_text.h"
#include "widgets/paint/formula_painter.h"
#include "widgets/pictures/caption.h"
#include "widgets/pictures/card.h"

#include <QVBoxLayout>

#include <algorithm>

namespace glassformer {

namespace {

QString layersText(const ModelConfig& config)
{
    return config.hasCrossAttention()
        ? SentenceView::tr("%1 encoder layers · %2 decoder layers")
              .arg(config.encoder_layers)
              .arg(config.decoder_layers)
        : SentenceView::tr("%1 layers").arg(std::max(config.encoder_layers, config.decoder_layers));
}

QString partsText(const Trace& trace)
{
    const ModelConfig& config = trace.config;
    const QStringList parts{layersText(config),
        SentenceView::tr("%1 heads in each layer").arg(config.n_heads),
        trace.recorded.width ? SentenceView::tr("vectors of %1 numbers").arg(config.d_model)
                             : SentenceView::tr("length of vectors not recorded"),
        trace.recorded.vocabulary ? SentenceView::tr("%1 words and pieces").arg(countText(config.vocabulary))
                                  : SentenceView::tr("vocabulary not recorded")};
    return parts.join(QStringLiteral(" · "));
}

} // namespace

SentenceView::SentenceView(QWidget* parent)
    : StepView(parent)
    , m_text_card(addCard(2))
    , m_text(new Caption(Caption::Kind::Large, this))
    , m_model_card(addCard())
    , m_model(new Caption(Caption::Kind::Body, this))
    , m_answer_card(addCard(2))
    , m_answer(new Caption(Caption::Kind::Large, this))
{
    for (const auto& [card, caption] : {std::pair(m_text_card, m_text), std::pair(m_answer_card, m_answer)}) {
        card->body()->addStretch(1);
        card->add(caption);
        card->body()->addStretch(1);
        caption->setAlignment(Qt::AlignHCenter);
    }
    m_model_card->add(m_model);
}

void SentenceView::refresh()
{
    const ModelConfig& config = trace().config;
    m_text_card->setHeading(tr("The sentence"));
    m_text->setText(trace().source_text.empty()
            ? tr("{f:the text was not recorded}")
            : formulaEscaped(QString::fromStdString(trace().source_text)));
    m_model_card->setHeading(formulaEscaped(modelTitle(QString::fromStdString(config.name))));
    m_model->setText(partsText(trace())
        // Of a recorded run nobody knows more than what was recorded.
        + (config.has_output || trace().recorded.is_file
                ? QString()
                : QStringLiteral("\n") + tr("It gives vectors, and no next word.")));
    m_answer_card->setVisible(config.has_output);
    m_answer_card->setHeading(!config.hasDecoder() ? tr("With what the model puts into its gaps")
            : !config.hasEncoder()                 ? tr("How the model goes on")
            : trace().target_language.empty()
            ? tr("What the model writes")
            : tr("What the model writes: %1")
                  .arg(languageName(QString::fromStdString(trace().target_language))));
    m_answer->setText(trace().answer.empty()
            ? trace().recorded.is_file ? tr("{f:the answer was not recorded}") : QStringLiteral("{f:…}")
            : QStringLiteral("{v:%1}").arg(formulaEscaped(QString::fromStdString(trace().answer))));
}

} // namespace glassformer
