#include "app/sentences/sentence_library.h"

#include "core/learn/corpus/lexicon_table.h"

#include <QCoreApplication>

#include <map>

namespace glassformer {
namespace {

struct TopicText
{
    Q_DECLARE_TR_FUNCTIONS(Topic)
};

} // namespace

QString LibrarySentence::look(const QString& language_code) const
{
    return QString::fromStdString(language_code.startsWith(QStringLiteral("zh")) ? look_zh : look_en);
}

std::vector<LibrarySentence> readSentences(const Files& model)
{
    std::vector<LibrarySentence> sentences;
    if (!model.contains(sentences_file))
        return sentences;
    std::map<std::string, std::string> topics;
    for (const std::string_view topic : sentenceTopics())
        topics.emplace(topic, topic);
    for (const LexiconRow& row : readLexiconTable(model, sentences_file))
        sentences.push_back({row.required("language"), row.choice("kind", topics), row.required("sentence"),
            row.required("look_en"), row.required("look_zh")});
    return sentences;
}

const std::vector<std::string_view>& sentenceTopics()
{
    static const std::vector<std::string_view> topics{
        "pronoun", "role", "clause", "agreement", "negation", "order", "adjective", "ambiguity", "simple"};
    return topics;
}

QString topicName(std::string_view topic)
{
    return topic == "pronoun"  ? TopicText::tr("What a pronoun means")
        : topic == "role"      ? TopicText::tr("Who did what")
        : topic == "clause"    ? TopicText::tr("The pronoun comes first")
        : topic == "agreement" ? TopicText::tr("Number and gender")
        : topic == "negation"  ? TopicText::tr("Negation")
        : topic == "order"     ? TopicText::tr("Word order")
        : topic == "adjective" ? TopicText::tr("Adjectives")
        : topic == "ambiguity" ? TopicText::tr("Two readings")
                               : TopicText::tr("Short sentences");
}

} // namespace glassformer
