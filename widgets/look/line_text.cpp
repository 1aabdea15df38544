#include "widgets/look/line_text.h"

#include "widgets/look/root_sign.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QTextBoundaryFinder>

namespace glassformer {
namespace {

struct LineText
{
    Q_DECLARE_TR_FUNCTIONS(LineText)
};

} // namespace

QString breakableText(const QString& text, int longest)
{
    constexpr QChar zero_width_space(0x200b);
    QString result;
    QTextBoundaryFinder characters(QTextBoundaryFinder::Grapheme, text);
    int in_word = 0;
    for (qsizetype from = 0, to; (to = characters.toNextBoundary()) != -1; from = to) {
        in_word = text[from].isSpace() ? 0 : in_word + 1;
        if (in_word > longest) {
            result += zero_width_space;
            in_word = 1;
        }
        result += QStringView(text).mid(from, to - from);
    }
    return result;
}

QString shortenedText(const QString& text, int most, bool keeps_end)
{
    if (text.size() <= most)
        return text;
    QTextBoundaryFinder characters(QTextBoundaryFinder::Grapheme, text);
    characters.setPosition(keeps_end ? text.size() - most : most);
    const qsizetype cut = characters.isAtBoundary() ? characters.position()
        : keeps_end                                 ? characters.toNextBoundary()
                                                    : characters.toPreviousBoundary();
    return keeps_end ? u'…' + text.mid(cut) : text.left(cut) + u'…';
}

QString literalLabel(QString text)
{
    return text.replace(u'&', QStringLiteral("&&"));
}

QString sentencesText(const QStringList& sentences)
{
    QString text;
    for (const QString& sentence : sentences) {
        const bool needs_space =
            !text.isEmpty() && !sentence.isEmpty() && !QStringLiteral("。：；，？！）").contains(text.back());
        text += (needs_space ? QStringLiteral(" ") : QString()) + sentence;
    }
    return text;
}

QString namedText(const QString& name, const QString& value)
{
    //: a name and what it is: "head 3: 0.72"
    return LineText::tr("%1: %2").arg(name, value);
}

QString withSubscripts(const QString& text)
{
    static const QRegularExpression name(QStringLiteral("\\b([A-Za-z])_([A-Za-z]+)\\b"));
    return text.toHtmlEscaped().replace(name, QStringLiteral("\\1<sub>\\2</sub>")).replace(u'√', rootSign());
}

QString tipText(const QString& text)
{
    return QStringLiteral("<qt><span style='white-space:pre-wrap'>%1</span></qt>")
        .arg(breakableText(text).toHtmlEscaped().replace(u'\n', QStringLiteral("<br/>")));
}

} // namespace glassformer
