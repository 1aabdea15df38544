#include "app/window/lines/head_effect_text.h"

#include "widgets/look/line_text.h"
#include "widgets/look/probability_text.h"
#include "widgets/pictures/trace_content.h"

#include <QCoreApplication>

namespace glassformer {
namespace {

QString wordOf(const Token& token)
{
    return breakableText(textOf(token).trimmed());
}

/** What comes of the probability of the word that was asked about: of the only word of the sentence. */
QString changeOfOnlyWord(const HeadEffect& effect)
{
    const ProbabilityTexts texts = probabilityTexts(effect.before, effect.after);
    if (texts.areSame())
        return QCoreApplication::translate("HeadEffect", "its probability stays at %1.")
            .arg(probabilityText(effect.before));
    return (effect.after < effect.before
            ? QCoreApplication::translate("HeadEffect", "its probability falls from %1 to %2.")
            : QCoreApplication::translate("HeadEffect", "its probability rises from %1 to %2."))
        .arg(texts.before, texts.after);
}

/** The same where the sentence names another word too. */
QString changeOfWord(const HeadEffect& effect, const QString& word)
{
    const ProbabilityTexts texts = probabilityTexts(effect.before, effect.after);
    if (texts.areSame())
        return QCoreApplication::translate("HeadEffect", "the probability of “%1” stays at %2.")
            .arg(word, probabilityText(effect.before));
    return (effect.after < effect.before
            ? QCoreApplication::translate("HeadEffect", "the probability of “%1” falls from %2 to %3.")
            : QCoreApplication::translate("HeadEffect", "the probability of “%1” rises from %2 to %3."))
        .arg(word, texts.before, texts.after);
}

} // namespace

QString headEffectText(const HeadEffect& effect)
{
    const QString word = wordOf(effect.asked.token);
    if (!effect.wasLikeliest()) // the model would not have written it anyway
        return sentencesText(
            {QCoreApplication::translate("HeadEffect", "Without this head, “%1” here:").arg(word),
                changeOfOnlyWord(effect)});
    if (effect.isLikeliest())
        return sentencesText(
            {QCoreApplication::translate("HeadEffect", "Without this head, “%1” stays:").arg(word),
                changeOfOnlyWord(effect)});
    return sentencesText(
        {QCoreApplication::translate("HeadEffect", "Without this head, “%2” takes the place of “%1”:")
                .arg(word, wordOf(effect.likeliest_after)),
            changeOfWord(effect, word)});
}

} // namespace glassformer
