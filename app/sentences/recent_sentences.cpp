#include "app/sentences/recent_sentences.h"

#include "app/window/look/settings.h"

namespace glassformer {
namespace {

constexpr qsizetype most_recent = 20, longest_kept = 500;

} // namespace

QStringList recentSentences()
{
    return settings().value(setting::recent_sentences).toStringList();
}

void rememberSentence(const QString& text)
{
    const QString sentence = text.trimmed();
    if (sentence.isEmpty() || sentence.size() > longest_kept)
        return;
    QStringList recent = recentSentences();
    recent.removeAll(sentence);
    recent.prepend(sentence);
    settings().setValue(setting::recent_sentences, recent.mid(0, most_recent));
}

} // namespace glassformer
