#include "app/figures/program/figure_names.h"

#include "core/error.h"

#include <QRegularExpression>

#include <map>

namespace glassformer {
namespace {

constexpr int most_words = 6;
constexpr qsizetype longest_words = 40;

QString firstWords(const QString& text)
{
    static const QRegularExpression no_word(QStringLiteral("[^\\p{L}\\p{N}]+"));
    const QStringList words = text.toLower().split(no_word, Qt::SkipEmptyParts);
    return words.mid(0, most_words).join(u'-').left(longest_words);
}

} // namespace

std::optional<double> lengthFrom(const QString& text, const QString& unit)
{
    static const std::map<QString, double> millimetres{{QStringLiteral("mm"), 1}, {QStringLiteral("cm"), 10},
        {QStringLiteral("in"), 25.4}, {QStringLiteral("pt"), 25.4 / 72}};
    const QString trimmed = text.trimmed();
    bool is_number = false;
    if (const double bare = trimmed.toDouble(&is_number); is_number)
        return bare;
    const auto known = millimetres.find(trimmed.right(2));
    const double number = trimmed.chopped(qMin<qsizetype>(2, trimmed.size())).trimmed().toDouble(&is_number);
    if (known == millimetres.end() || !is_number)
        return std::nullopt;
    return known->first == unit ? number : number * known->second / millimetres.at(unit);
}

std::vector<QString> figureNames(const QString& pattern, const std::vector<QString>& texts)
{
    const qsizetype digits = QString::number(texts.size()).size();
    std::vector<QString> names;
    std::map<QString, std::size_t> known;
    for (std::size_t i = 0; i < texts.size(); ++i) {
        QString name = pattern;
        name.replace(QStringLiteral("{n}"), QString::number(i + 1).rightJustified(digits, u'0'));
        name.replace(QStringLiteral("{words}"), firstWords(texts[i]));
        const auto [other, is_new] = known.emplace(name, i);
        if (!is_new)
            throw Error(
                {Message::tr("the same name for the figures of texts %1 and %2", other->second + 1, i + 1),
                    name.toStdString(), Message::tr("a name for each"),
                    Message::tr(
                        "Write {n} for the number of the text into the name, and {words} for its words.")});
        names.push_back(std::move(name));
    }
    return names;
}

} // namespace glassformer
