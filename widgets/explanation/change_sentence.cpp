#include "widgets/explanation/change_sentence.h"

#include "core/model/changes/change_text.h"
#include "widgets/paint/formula_painter.h"

namespace glassformer {
namespace {

QString stackText(AttentionSite site)
{
    return site == AttentionSite::Encoder ? ExplanationContent::tr("of the encoder")
                                          : ExplanationContent::tr("of the decoder");
}

/** "in layer 3 of the encoder", "in every layer of the decoder" */
QString layerText(const RecordPlace& place)
{
    return place.layer == every ? ExplanationContent::tr("in every layer %1").arg(stackText(place.site))
                                : ExplanationContent::tr("in layer %1 %2")
                                      .arg(QString::number(place.layer + 1), stackText(place.site));
}

QString headText(int head)
{
    return head == every ? ExplanationContent::tr("every head")
                         : ExplanationContent::tr("head %1").arg(head + 1);
}

bool isZero(const Change& change)
{
    return change.kind == ChangeKind::Set && change.values.size() == 1 && change.values.front() == 0
        && change.row == every && change.column == every;
}

QString cutSentence(const Change& change, const RecordPlace& place)
{
    const auto number = [](int index) { return QString::number(index + 1); };
    if (change.row == every && change.column == every)
        return ExplanationContent::tr("No token may look at any token (%1, %2).")
            .arg(headText(change.head), layerText(place));
    if (change.row == every)
        return ExplanationContent::tr("No token may look at token %1 (%2, %3).")
            .arg(number(change.column), headText(change.head), layerText(place));
    if (change.column == every)
        return ExplanationContent::tr("Token %1 may not look at any token (%2, %3).")
            .arg(number(change.row), headText(change.head), layerText(place));
    return ExplanationContent::tr("Token %1 may not look at token %2 (%3, %4).")
        .arg(number(change.row), number(change.column), headText(change.head), layerText(place));
}

/** What the kind of change says; empty where only its text says it. */
QString kindSentence(const Change& change, const RecordPlace& place)
{
    const bool is_places = place.kind == RecordPlace::Kind::Places;
    if (change.kind == ChangeKind::Cut)
        return cutSentence(change, place);
    if (change.kind == ChangeKind::Lifted)
        return ExplanationContent::tr("The mask is lifted %1: tokens see tokens that come later.")
            .arg(layerText(place));
    if (is_places)
        return change.kind == ChangeKind::Off
            ? ExplanationContent::tr("The tokens %1 have no positions.").arg(stackText(place.site))
            : ExplanationContent::tr("The tokens %1 have other positions than their own.")
                  .arg(stackText(place.site));
    if (change.kind == ChangeKind::Off)
        return ExplanationContent::tr("The layer passes its input on unchanged (%1).").arg(layerText(place));
    if (change.kind == ChangeKind::Mean)
        return ExplanationContent::tr("Rows are replaced by their mean in the unchanged run.");
    const bool is_attention = place.kind == RecordPlace::Kind::Attention;
    if (isZero(change) && is_attention && place.attention_part == AttentionPart::Mixed)
        return ExplanationContent::tr("The head is off: %1 %2 passes on zeros.")
            .arg(headText(change.head), layerText(place));
    if (isZero(change) && is_attention && place.attention_part == AttentionPart::Output)
        return ExplanationContent::tr("Attention is off %1.").arg(layerText(place));
    if (isZero(change) && place.kind == RecordPlace::Kind::Layer
        && place.layer_part == LayerPart::FeedForwardOutput)
        return ExplanationContent::tr("The feed-forward network is off %1.").arg(layerText(place));
    return ExplanationContent::tr("Numbers are set from outside.");
}

} // namespace

QString changeSentence(const Change& change)
{
    const RecordPlace place = recordPlace(change.tensor).value_or(RecordPlace{});
    constexpr qsizetype longest = 120;
    QString text = QString::fromStdString(changeText(change));
    if (text.size() > longest) // a row has hundreds of numbers
        text = text.left(longest) + QStringLiteral(" …");
    return kindSentence(change, place) + QStringLiteral("\n{f:%1}").arg(formulaEscaped(text));
}

void tellChanges(ExplanationContent& content, const Changes& changes)
{
    if (changes.empty())
        return;
    ExplanationSection section;
    section.heading = ExplanationContent::tr("Changed in this run");
    for (const Change& change : changes)
        section.text += (section.text.isEmpty() ? QString() : QStringLiteral("\n")) + changeSentence(change);
    content.sections.insert(content.sections.begin(), std::move(section));
}

} // namespace glassformer
