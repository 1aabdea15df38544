#include "app/window/head_effect_text.h"

#include "widgets/look/line_text.h"
#include "widgets/pictures/trace_content.h"

#include <QCoreApplication>

namespace glassformer {
namespace {

QString wordOf(const Token& token)
{
    return breakableText(textOf(token).trimmed());
}

/** What comes of the word itself; not of one that the model would not have written anyway. */
QString fate(const HeadEffect& effect)
{
    const QString word = wordOf(effect.asked.token);
    if (!effect.wasLikeliest())
        return QCoreApplication::translate("HeadEffect", "Without this head, “%1” here:").arg(word);
    if (effect.isLikeliest())
        return QCoreApplication::translate("HeadEffect", "Without this head, “%1” stays:").arg(word);
    return QCoreApplication::translate("HeadEffect", "Without this head, “%2” takes the place of “%1”:")
        .arg(word, wordOf(effect.likeliest_after));
}

} // namespace

QString headEffectText(const HeadEffect& effect)
{
    const QString before = QString::number(effect.before, 'f', 2),
                  after = QString::number(effect.after, 'f', 2);
    const QString change = before == after
        ? QCoreApplication::translate("HeadEffect", "its probability stays at %1.").arg(before)
        : effect.after < effect.before
        ? QCoreApplication::translate("HeadEffect", "its probability falls from %1 to %2.").arg(before, after)
        : QCoreApplication::translate("HeadEffect", "its probability rises from %1 to %2.")
              .arg(before, after);
    return QStringLiteral("%1 %2").arg(fate(effect), change);
}

} // namespace glassformer
