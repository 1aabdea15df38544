#include "widgets/steps/step_view_list.h"

#include "widgets/steps/input/embedding_view.h"
#include "widgets/steps/input/position_view.h"
#include "widgets/steps/input/sentence_view.h"
#include "widgets/steps/input/sum_view.h"
#include "widgets/steps/input/target_tokens_view.h"
#include "widgets/steps/input/tokens_view.h"
#include "widgets/steps/layer/attention_view.h"
#include "widgets/steps/layer/feed_forward_view.h"
#include "widgets/steps/layer/heads_joined_view.h"
#include "widgets/steps/layer/query_key_value_view.h"
#include "widgets/steps/layer/stream_view.h"
#include "widgets/steps/layer/weighted_sum_view.h"
#include "widgets/steps/output/answer_view.h"
#include "widgets/steps/output/logits_view.h"
#include "widgets/steps/output/next_word_view.h"

namespace glassformer {

StepView* makeStepView(StepKind kind, QWidget* parent)
{
    switch (kind) {
    case StepKind::Sentence:
        return new SentenceView(parent);
    case StepKind::Tokens:
        return new TokensView(parent);
    case StepKind::Embedding:
        return new EmbeddingView(parent);
    case StepKind::Position:
        return new PositionView(parent);
    case StepKind::EncoderInput:
        return new SumView(parent);
    case StepKind::QueryKeyValue:
        return new QueryKeyValueView(parent);
    case StepKind::Scores:
        return new AttentionView(AttentionPart::Scores, parent);
    case StepKind::Softmax:
        return new AttentionView(AttentionPart::Weights, parent);
    case StepKind::WeightedSum:
        return new WeightedSumView(parent);
    case StepKind::HeadsJoined:
        return new HeadsJoinedView(parent);
    case StepKind::AttentionResidual:
        return new SumView(parent);
    case StepKind::FeedForward:
        return new FeedForwardView(parent);
    case StepKind::LayerOutput:
        return new SumView(parent);
    case StepKind::EncoderOutput:
        return new StreamView(parent);
    case StepKind::TargetTokens:
        return new TargetTokensView(parent);
    case StepKind::DecoderInput:
        return new SumView(parent);
    case StepKind::MaskedScores:
        return new AttentionView(AttentionPart::Masked, parent);
    case StepKind::MaskedAttention:
        return new AttentionView(AttentionPart::Weights, parent);
    case StepKind::CrossAttention:
        return new AttentionView(AttentionPart::Weights, parent);
    case StepKind::DecoderFeedForward:
        return new FeedForwardView(parent);
    case StepKind::DecoderOutput:
        return new StreamView(parent);
    case StepKind::Logits:
        return new LogitsView(parent);
    case StepKind::NextWord:
        return new NextWordView(parent);
    case StepKind::Answer:
        return new AnswerView(parent);
    }
    return nullptr;
}

} // namespace glassformer
