#include "app/sentences/recent_sentences.h"

#include "app/window/look/recent_list.h"
#include "app/window/look/settings.h"

namespace glassformer {
namespace {

constexpr qsizetype most_recent = 20, longest_kept = 500;

} // namespace

QStringList recentSentences()
{
    return recentList(setting::recent_sentences);
}

void rememberSentence(const QString& text)
{
    const QString sentence = text.trimmed();
    if (sentence.isEmpty() || sentence.size() > longest_kept)
        return;
    rememberRecent(setting::recent_sentences, sentence, most_recent);
}

} // namespace glassformer
