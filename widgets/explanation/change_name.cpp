#include "widgets/explanation/change_name.h"

#include "core/model/changes/record_place.h"
#include "core/trace/look/place.h"
#include "widgets/pictures/trace_content.h"

#include <QCoreApplication>

namespace glassformer {
namespace {

struct ChangeName
{
    Q_DECLARE_TR_FUNCTIONS(ChangeName)
};

using Kind = RecordPlace::Kind;

QString stackName(const RecordPlace& place, const ModelConfig& config)
{
    if (!config.hasCrossAttention())
        return {};
    return place.site == AttentionSite::Encoder ? ChangeName::tr("encoder") : ChangeName::tr("decoder");
}

QString layerName(const RecordPlace& place, const ModelConfig& config)
{
    const bool has_two = config.hasCrossAttention();
    const bool is_encoder = place.site == AttentionSite::Encoder;
    if (place.layer == every)
        return !has_two  ? ChangeName::tr("all layers")
            : is_encoder ? ChangeName::tr("all layers of the encoder")
                         : ChangeName::tr("all layers of the decoder");
    return (!has_two     ? ChangeName::tr("layer %1")
            : is_encoder ? ChangeName::tr("encoder layer %1")
                         : ChangeName::tr("decoder layer %1"))
        .arg(place.layer + 1);
}

/** "decoder layer 2, cross-attention, head 3" */
QString whereOf(const Change& change, const RecordPlace& place, const ModelConfig& config)
{
    QStringList parts;
    if (place.kind == Kind::Attention || place.kind == Kind::Layer)
        parts << layerName(place, config);
    if (place.kind == Kind::Attention && place.site == AttentionSite::DecoderCross)
        parts << ChangeName::tr("cross-attention");
    if (change.head != every)
        parts << ChangeName::tr("head %1").arg(change.head + 1);
    return parts.join(QStringLiteral(", "));
}

QString tokenName(const std::vector<Token>& tokens, int index)
{
    if (index == every)
        return ChangeName::tr("all tokens");
    return index < int(tokens.size()) ? textOf(tokens[std::size_t(index)])
                                      : ChangeName::tr("token %1").arg(index + 1);
}

/** The tokens that the rows of a record are. */
const std::vector<Token>& rowsOf(const Change& change, const RecordPlace& place, const Trace& trace)
{
    const bool is_target = QString::fromStdString(change.tensor).startsWith(QStringLiteral("target."))
        || change.tensor == decoder_input_tensor || change.tensor == decoder_output_tensor
        || change.tensor == logits_tensor || change.tensor == output_state_tensor;
    if (place.kind == Kind::Stack)
        return is_target && trace.config.hasCrossAttention() ? trace.target : trace.source;
    const bool is_of_keys = place.kind == Kind::Attention && place.site == AttentionSite::DecoderCross
        && (place.attention_part == AttentionPart::Key || place.attention_part == AttentionPart::Value);
    return is_of_keys ? keysOf(trace, place.site) : queriesOf(trace, place.site);
}

QString attentionRecord(AttentionPart part)
{
    switch (part) {
    case AttentionPart::Query:
    case AttentionPart::ProjectedQuery:
        return ChangeName::tr("query");
    case AttentionPart::Key:
    case AttentionPart::ProjectedKey:
        return ChangeName::tr("key");
    case AttentionPart::Value:
        return ChangeName::tr("value");
    case AttentionPart::Scores:
        return ChangeName::tr("score");
    case AttentionPart::Masked:
        return ChangeName::tr("masked score");
    case AttentionPart::Weights:
    case AttentionPart::Thumbnail:
        return ChangeName::tr("weight");
    case AttentionPart::Mixed:
        return ChangeName::tr("mixed value");
    case AttentionPart::Output:
        return ChangeName::tr("attention's output");
    }
    return {};
}

QString layerRecord(LayerPart part)
{
    switch (part) {
    case LayerPart::AttentionInput:
    case LayerPart::CrossAttentionInput:
    case LayerPart::FeedForwardInput:
        return ChangeName::tr("normed vector");
    case LayerPart::AttentionResidual:
    case LayerPart::CrossAttentionResidual:
        return ChangeName::tr("sum behind attention");
    case LayerPart::FeedForwardGate:
        return ChangeName::tr("gate");
    case LayerPart::FeedForwardHidden:
        return ChangeName::tr("hidden number");
    case LayerPart::FeedForwardOutput:
        return ChangeName::tr("feed-forward output");
    case LayerPart::Output:
        return ChangeName::tr("layer's output");
    }
    return {};
}

QString stackRecord(const std::string& tensor)
{
    if (tensor == source_embedding_tensor || tensor == target_embedding_tensor)
        return ChangeName::tr("embedding");
    if (tensor == source_position_tensor || tensor == target_position_tensor)
        return ChangeName::tr("position vector");
    if (tensor == source_segment_tensor)
        return ChangeName::tr("segment vector");
    if (tensor == logits_tensor)
        return ChangeName::tr("logit");
    return tensor == encoder_input_tensor || tensor == decoder_input_tensor ? ChangeName::tr("input vector")
                                                                            : ChangeName::tr("last vector");
}

QString valueText(const Change& change)
{
    if (change.kind == ChangeKind::Mean)
        return ChangeName::tr("mean");
    if (change.values.size() != 1)
        return ChangeName::tr("other numbers");
    constexpr int digits = 5; // as it was typed
    return QString::number(double(change.values.front()), 'g', digits).replace(u'-', QChar(0x2212));
}

/** "query of it, dimension 3 = 1.5" */
QString numberName(const Change& change, const RecordPlace& place, const Trace& trace)
{
    const std::vector<Token>& rows = rowsOf(change, place, trace);
    const QString record = place.kind == Kind::Attention ? attentionRecord(place.attention_part)
        : place.kind == Kind::Layer                      ? layerRecord(place.layer_part)
                                                         : stackRecord(change.tensor);
    if (place.isMap())
        return ChangeName::tr("%1 %2 → %3 = %4")
            .arg(record, tokenName(rows, change.row), tokenName(keysOf(trace, place.site), change.column),
                valueText(change));
    const QString token = tokenName(rows, change.row);
    return change.column == every || change.tensor == logits_tensor
        ? ChangeName::tr("%1 of %2 = %3").arg(record, token, valueText(change))
        : ChangeName::tr("%1 of %2, dimension %3 = %4")
              .arg(record, token, QString::number(change.column), valueText(change));
}

bool isWholeZero(const Change& change)
{
    return change.kind == ChangeKind::Set && change.values == std::vector<float>{0} && change.row == every
        && change.column == every;
}

QString switchedOff(const Change& change, const RecordPlace& place)
{
    if (change.kind == ChangeKind::Off)
        return ChangeName::tr("Layer off");
    if (!isWholeZero(change))
        return {};
    if (place.kind == Kind::Attention && place.attention_part == AttentionPart::Mixed)
        return change.head == every ? ChangeName::tr("All heads off")
                                    : ChangeName::tr("Head %1 off").arg(change.head + 1);
    if (place.kind == Kind::Attention && place.attention_part == AttentionPart::Output)
        return place.site == AttentionSite::DecoderCross ? ChangeName::tr("Cross-attention off")
                                                         : ChangeName::tr("Attention off");
    const bool is_network = place.kind == Kind::Layer && place.layer_part == LayerPart::FeedForwardOutput;
    return is_network ? ChangeName::tr("Feed-forward off") : QString();
}

QString placesChange(const Change& change, const RecordPlace& place, const ModelConfig& config)
{
    const QString name = change.kind == ChangeKind::Off ? ChangeName::tr("Positions off")
                                                        : ChangeName::tr("Positions shuffled");
    const QString stack = stackName(place, config);
    return stack.isEmpty() ? name : ChangeName::tr("%1 · %2").arg(name, stack);
}

bool isBlank(const Change& change)
{
    return (change.tensor == source_embedding_tensor || change.tensor == target_embedding_tensor)
        && change.kind == ChangeKind::Set && change.values == std::vector<float>{0} && change.row != every
        && change.column == every;
}

} // namespace

QString changeName(const Change& change, const Trace& trace)
{
    const RecordPlace place = recordPlace(change.tensor).value_or(RecordPlace{});
    const ModelConfig& config = trace.config;
    if (place.kind == Kind::Places)
        return placesChange(change, place, config);
    if (change.kind == ChangeKind::Lifted)
        return ChangeName::tr("%1 · %2").arg(ChangeName::tr("Mask lifted"), layerName(place, config));
    if (isBlank(change))
        return ChangeName::tr("“%1” blanked").arg(tokenName(rowsOf(change, place, trace), change.row));
    if (const QString off = switchedOff(change, place); !off.isEmpty())
        return ChangeName::tr("%1 · %2").arg(off, layerName(place, config));
    const QString name = change.kind == ChangeKind::Cut
        ? ChangeName::tr("%1 ↛ %2").arg(tokenName(queriesOf(trace, place.site), change.row),
            tokenName(keysOf(trace, place.site), change.column))
        : numberName(change, place, trace);
    const QString where = whereOf(change, place, config);
    return where.isEmpty() ? name : ChangeName::tr("%1 · %2").arg(name, where);
}

} // namespace glassformer
