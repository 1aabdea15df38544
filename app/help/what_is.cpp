#include "app/help/what_is.h"

#include "app/help/glossary.h"
#include "app/window/lines/change_bar.h"
#include "app/window/lines/number_editor.h"
#include "widgets/explanation/explanation_panel.h"
#include "widgets/look/line_text.h"
#include "widgets/machine/architecture_map.h"
#include "widgets/machine/step_bar.h"
#include "widgets/pictures/attention/attention_lines.h"
#include "widgets/pictures/attention/attention_sentence.h"
#include "widgets/pictures/attention/head_gallery.h"
#include "widgets/pictures/attention/heatmap.h"
#include "widgets/pictures/numbers/bar_list.h"
#include "widgets/pictures/numbers/vector_strips.h"
#include "widgets/pictures/numbers/wave_plot.h"
#include "widgets/pictures/words/token_row.h"
#include "widgets/pictures/words/word_map.h"
#include "widgets/steps/step_view.h"

#include <QAbstractButton>
#include <QAbstractSlider>
#include <QAbstractSpinBox>
#include <QComboBox>
#include <QCoreApplication>
#include <QHelpEvent>
#include <QLabel>
#include <QLineEdit>
#include <QToolTip>
#include <QWhatsThis>

#include <map>

namespace glassformer {
namespace {

struct What
{
    Q_DECLARE_TR_FUNCTIONS(WhatIs)
};

/** Of controls, by the names of their objects. */
const std::map<QString, QString (*)()>& controls()
{
    static const std::map<QString, QString (*)()> texts{
        {QStringLiteral("model"),
            [] { return What::tr("Which model reads the sentence, and what language it writes."); }},
        {QStringLiteral("sourceLanguage"),
            [] { return What::tr("The language that the model is told the text is in."); }},
        {QStringLiteral("task"), [] { return What::tr("What the model is asked to do with the text."); }},
        {QStringLiteral("sentence"),
            [] { return What::tr("The sentence that the model reads; Enter runs it."); }},
        {QStringLiteral("places"),
            [] {
                return What::tr(
                    "Views to come back to: a click goes there, F2 renames, dragging changes the order.");
            }},
        {QStringLiteral("placeNote"),
            [] { return What::tr("What you want to say or ask at this place; it is saved with it."); }},
        {QStringLiteral("run"), [] { return What::tr("Has the model read the sentence anew."); }},
        {QStringLiteral("compare"),
            [] { return What::tr("Two runs side by side: another model, or another sentence."); }},
        {QStringLiteral("export"),
            [] { return What::tr("Saves or copies the picture that is on the screen."); }},
        {QStringLiteral("layer"), [] { return What::tr("The layer whose picture is shown."); }},
        {QStringLiteral("head"),
            [] {
                return What::tr("The attention head whose picture is shown; keys [ and ], or its number.");
            }},
        {QStringLiteral("sideTabs"),
            [] {
                return What::tr(
                    "How the chosen number is made, or what the word that is asked about depends on.");
            }},
        {QStringLiteral("nextLayer"), [] { return What::tr("The same step in the next layer."); }},
        {QStringLiteral("walkLayers"), [] { return What::tr("All steps once more, in the next layer."); }},
        {QStringLiteral("mapAggregate"),
            [] {
                return What::tr(
                    "Whose attention the map shows: that of one head, or several taken together.");
            }},
        {QStringLiteral("hideSink"),
            [] {
                return What::tr("Leaves out tokens on which weight only rests, and scales the others up.");
            }},
        {QStringLiteral("writeNext"), [] { return What::tr("Has the model write the next token."); }},
        {QStringLiteral("writeAll"), [] { return What::tr("Has the model write to the end."); }},
        {QStringLiteral("hideWord"),
            [] { return What::tr("Puts a gap in place of a word, for the model to guess."); }},
        {QStringLiteral("attentionPicture"), [] { return What::tr("How attention is drawn."); }},
        {QStringLiteral("headTrait"),
            [] { return What::tr("By what heads are compared: what each of them does on this sentence."); }},
        {QStringLiteral("chance"),
            [] { return What::tr("How the next token is chosen: always the likeliest, or by chance."); }},
        {QStringLiteral("place"),
            [] { return What::tr("Which token is being written: the row of the output that is shown."); }},
        {QStringLiteral("back"), [] { return What::tr("To the step before."); }},
        {QStringLiteral("next"), [] { return What::tr("To the next step."); }},
        {QStringLiteral("swap-word-button"),
            [] {
                return What::tr("Puts another word in place of the one that decides, and runs the sentence.");
            }},
        {QStringLiteral("toggle-head-button"),
            [] { return What::tr("Runs the same sentence without this head, or with it again."); }},
        {QStringLiteral("title"),
            [] {
                return What::tr("What the picture below shows: the step, its layer and head, and the "
                                "question that it answers.");
            }},
        {QStringLiteral("answer"), [] { return What::tr("What the model makes of the sentence."); }},
        {QStringLiteral("need"),
            [] {
                return What::tr(
                    "What becomes of the answer without this head: the model was run once more without it.");
            }},
        {QStringLiteral("note"),
            [] {
                return What::tr("What should be known of this run, or why a wish could not be fulfilled.");
            }},
    };
    return texts;
}

/** Of pictures, by what they are. */
QString pictureText(const QWidget& widget)
{
    if (qobject_cast<const Heatmap*>(&widget))
        return What::tr(
            "A matrix: a colour for every number, with a scale below. Click a cell to see how its number "
            "was made; arrow keys move the choice.");
    if (qobject_cast<const AttentionLines*>(&widget))
        return What::tr(
            "Attention as lines from the token that asks to those that it looks at; the stronger, the "
            "larger the weight.");
    if (qobject_cast<const AttentionSentence*>(&widget))
        return What::tr("Attention over the running text: the darker a word, the more it is looked at.");
    if (qobject_cast<const HeadGallery*>(&widget))
        return What::tr(
            "All heads in small: rows are layers, columns are heads. Click one to open it; Ctrl and "
            "click marks it, to see and switch several.");
    if (qobject_cast<const BarList*>(&widget))
        return What::tr("Words with their numbers as bars, the largest first. Click one to choose it.");
    if (qobject_cast<const TokenRow*>(&widget))
        return What::tr("The tokens of the text in their order. Click one to follow it through the steps.");
    if (qobject_cast<const VectorStrips*>(&widget))
        return What::tr("Vectors below each other: each component is a colour. Click one to follow it.");
    if (qobject_cast<const WordMap*>(&widget))
        return What::tr(
            "The vectors of the vocabulary, seen from where they differ most: near words have similar "
            "vectors.");
    if (qobject_cast<const WavePlot*>(&widget))
        return What::tr("Single dimensions of the positional encoding as waves over the places.");
    if (qobject_cast<const ExplanationPage*>(&widget) || qobject_cast<const ExplanationPanel*>(&widget))
        return What::tr("How the chosen number was made from what came before, with the real values.");
    if (qobject_cast<const StepDots*>(&widget))
        return What::tr("The steps of the walk; the long dot is where one is. Click one to go there.");
    if (qobject_cast<const MapBlock*>(&widget))
        return What::tr(
            "A part of the machine; its picture is shown when it is pressed. At the right, the size of "
            "what it works on.");
    if (qobject_cast<const NumberEditor*>(&widget))
        return What::tr("Puts another number in place of one of the run, and runs it again with that.");
    if (qobject_cast<const ChangeBar*>(&widget))
        return What::tr("What was changed in this run; each change can be taken back.");
    if (qobject_cast<const ArchitectureMap*>(&widget))
        return What::tr(
            "The model as a machine, from the text at the top to the answer at the bottom. Press a part to "
            "see it; the arrows go to the layer above or below.");
    return {};
}

/** A tip that says no more than what already stands on the screen is none. */
QString ownText(const QWidget& widget)
{
    return !widget.whatsThis().isEmpty() ? widget.whatsThis() : widget.toolTip();
}

/** By name, by its own text, by what it is. */
QString knownText(const QWidget& widget)
{
    if (const auto known = controls().find(widget.objectName()); known != controls().end())
        return known->second();
    const QString own = ownText(widget);
    return own.isEmpty() ? pictureText(widget) : own;
}

/** Of a control or the group that it is in: what the whole step is for is no tip. */
QString tipOf(const QWidget& widget)
{
    for (const QWidget* here = &widget; here && !here->isWindow() && !qobject_cast<const StepView*>(here);
         here = here->parentWidget())
        if (const QString known = knownText(*here); !known.isEmpty())
            return known;
    return {};
}

/** Pictures have tips of their cells. */
bool isControl(const QWidget& widget)
{
    return controls().contains(widget.objectName()) || qobject_cast<const QAbstractButton*>(&widget)
        || qobject_cast<const QComboBox*>(&widget) || qobject_cast<const QAbstractSlider*>(&widget)
        || qobject_cast<const QAbstractSpinBox*>(&widget) || qobject_cast<const QLineEdit*>(&widget);
}

} // namespace

QString whatIs(const QWidget& widget)
{
    for (const QWidget* here = &widget; here; here = here->isWindow() ? nullptr : here->parentWidget()) {
        if (const QString known = knownText(*here); !known.isEmpty())
            return known;
        if (qobject_cast<const StepView*>(here))
            return What::tr(
                "Belongs to the picture of this step: it changes what is shown, or has the model go on.");
    }
    return {};
}

bool WhatIs::eventFilter(QObject* watched, QEvent* event)
{
    const QEvent::Type type = event->type();
    if (!watched->isWidgetType()
        || (type != QEvent::QueryWhatsThis && type != QEvent::WhatsThis && type != QEvent::ToolTip))
        return QObject::eventFilter(watched, event);
    auto& widget = *static_cast<QWidget*>(watched);
    if (type == QEvent::ToolTip) {
        // What the text of a label names is explained where one reads it.
        const auto* label = qobject_cast<const QLabel*>(&widget);
        const QString terms = label ? termsIn(label->text()) : QString();
        const QString text = !widget.toolTip().isEmpty() ? QString()
            : !terms.isEmpty()                           ? terms
            : isControl(widget)                          ? tipText(tipOf(widget))
                                                         : QString();
        if (text.isEmpty())
            return false;
        QToolTip::showText(static_cast<QHelpEvent*>(event)->globalPos(), text, &widget);
        return true;
    }
    const QString text = whatIs(widget);
    if (text.isEmpty())
        return false;
    if (type == QEvent::WhatsThis)
        QWhatsThis::showText(static_cast<QHelpEvent*>(event)->globalPos(), text, &widget);
    event->accept();
    return true;
}

} // namespace glassformer
