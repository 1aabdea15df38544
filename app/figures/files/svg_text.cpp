#include "app/figures/files/svg_text.h"

namespace glassformer {

QByteArray wellFormedSvg(const QByteArray& svg)
{
    static const QByteArray noncharacter = QByteArrayLiteral("\xEF\xBF");
    QByteArray result;
    result.reserve(svg.size());
    for (qsizetype i = 0; i < svg.size(); ++i) {
        const auto byte = static_cast<unsigned char>(svg[i]);
        const bool is_space = byte == '\t' || byte == '\n' || byte == '\r';
        if (byte < 0x20 && !is_space)
            result += QByteArrayLiteral("\xE2\x90") + char(0x80 + byte); // U+2400 and following
        else if (byte >= 0xBE && result.endsWith(noncharacter))
            result += char(0xBD); // U+FFFE and U+FFFF become U+FFFD
        else
            result += svg[i];
    }
    return result;
}

QByteArray withFallbackFonts(const QByteArray& svg)
{
    const QByteArray name = QByteArrayLiteral("font-family=\"");
    const QByteArray more =
        QByteArrayLiteral(", 'Noto Sans', 'DejaVu Sans', Arial, 'Noto Sans CJK SC', 'Microsoft YaHei', "
                          "'PingFang SC', 'WenQuanYi Micro Hei', sans-serif");
    QByteArray result;
    qsizetype done = 0;
    for (qsizetype found = svg.indexOf(name); found >= 0; found = svg.indexOf(name, done)) {
        const qsizetype begin = found + name.size();
        const qsizetype end = svg.indexOf('"', begin);
        if (end < 0)
            break;
        QByteArray family = svg.mid(begin, end - begin);
        if (!family.startsWith('\''))
            family = '\'' + family + '\'';
        result += svg.mid(done, begin - done) + family + more;
        done = end;
    }
    return result + svg.mid(done);
}

} // namespace glassformer
