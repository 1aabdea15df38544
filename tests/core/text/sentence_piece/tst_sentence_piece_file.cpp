#include "core/error.h"
#include "core/text/sentence_piece/charsmap.h"
#include "core/text/sentence_piece/sentence_piece_file.h"

#include <QTest>

#include <cstring>
#include <limits>

using namespace glassformer;

namespace {

std::string varint(std::uint64_t value)
{
    std::string bytes;
    for (; value >= 0x80; value >>= 7)
        bytes += static_cast<char>(value | 0x80);
    return bytes + static_cast<char>(value);
}

std::string message(int field, const std::string& bytes)
{
    return varint(static_cast<std::uint64_t>(field) << 3 | 2) + varint(bytes.size()) + bytes;
}

std::string number(int field, std::uint64_t value)
{
    return varint(static_cast<std::uint64_t>(field) << 3) + varint(value);
}

std::string piece(const std::string& text, float score, int kind)
{
    char bits[4];
    std::memcpy(bits, &score, 4);
    return message(
        1, message(1, text) + '\x15' + std::string(bits, 4) + number(3, static_cast<unsigned>(kind)));
}

const std::string unknown = piece("<unk>", 0, 2);
const std::string byte_fallback = message(2, number(35, 1));

void refuse(const char* name, const std::string& bytes, const char* says)
{
    QTest::newRow(name) << QByteArray(bytes.data(), static_cast<qsizetype>(bytes.size())) << says;
}

QString complaint(const std::string& bytes)
{
    try {
        readSentencePieceFile(bytes, "x.model");
    } catch (const Error& error) {
        return QString::fromUtf8(error.what());
    }
    return {};
}

} // namespace

class TestSentencePieceFile : public QObject
{
    Q_OBJECT

private slots:
    void readsASmallModel()
    {
        const SentencePieceFile file =
            readSentencePieceFile(unknown + piece("</s>", 0, 3) + piece("a", -1.5f, 1)
                    + message(2, number(3, 2) + number(43, ~std::uint64_t{0})) + message(3, number(3, 0)),
                "x.model");
        QCOMPARE(file.pieces.size(), std::size_t{3});
        QCOMPARE(file.pieces[2].score, -1.5f);
        QVERIFY(file.algorithm == SentencePieceAlgorithm::Bpe);
        QVERIFY(file.end_id == 1 && !file.start_id && file.unknown_id == 0);
        QVERIFY(!file.normalizer.add_dummy_prefix && file.normalizer.escape_whitespaces);
    }

    void refuses_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("says");
        refuse("nothing", "", "no pieces");
        refuse("no unknown", piece("a", 0, 1), "no unknown piece");
        refuse("two unknown", unknown + piece("<u>", 0, 2), "second unknown");
        refuse("empty", unknown + piece("", 0, 1), "empty piece");
        refuse("double", unknown + piece("a", 0, 1) + piece("a", 0, 4), "second piece");
        refuse("zero byte", unknown + piece(std::string("a\0b", 3), 0, 1), "zero byte");
        refuse("100 KB", unknown + piece(std::string(100'000, 'a'), 0, 1), "100000 bytes");
        refuse("4 MB", unknown + piece(std::string(4'000'000, 'a'), 0, 1), "4000000 bytes");
        refuse("no UTF-8", unknown + piece("\xC3", 0, 1), "not UTF-8");
        refuse("NaN", unknown + piece("a", std::numeric_limits<float>::quiet_NaN(), 1), "finite");
        refuse("infinite", unknown + piece("a", std::numeric_limits<float>::infinity(), 1), "finite");
        refuse("type 7", unknown + piece("a", 0, 7), "piece type 7");
        refuse("model type 9", unknown + message(2, number(3, 9)), "model type 9");
        for (const char* text : {"<0x-1>", "<0xZZ>", "<0x100>", "<0xe4>"})
            refuse(text, unknown + byte_fallback + piece(text, 0, 6), text);
        refuse("byte without fallback", unknown + piece("<0x41>", 0, 6), "without byte_fallback");
        refuse("1 of 256 bytes", unknown + byte_fallback + piece("<0x41>", 0, 6), "1 byte pieces");
        refuse("cut", unknown.substr(0, unknown.size() - 1), "bytes left");
        refuse("length over all", "\x0A\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\x01", "bytes left");
        refuse("varint of 11 bytes", "\x18\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\x01", "64 bits");
        refuse("varint too long", std::string("\x18\x81\x00", 3), "more bytes than it needs");
        refuse("field 0", std::string("\x00\x01", 2), "field number 0");
        refuse("group", "\x0B", "wire type 3");
        refuse("wrong type", "\x08\x01", "a text or message");
    }

    void refuses()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, says);
        const QString said = complaint(bytes.toStdString());
        QVERIFY2(said.contains(says) && said.contains("x.model"), qPrintable(said));
    }

    void refusesBrokenCharsmaps()
    {
        for (const std::string& bytes : {std::string("a"), std::string("abc"), std::string("\4\0\0\0", 4),
                 std::string("\xFF\xFF\xFF\xFF\0\0\0\0\0", 9), std::string("\4\0\0\0\0\0\0\0x", 9),
                 std::string("\3\0\0\0\0\0\0\0\0", 9), std::string("\4\0\0\0\0\0\0\0\xC3\0", 10)}) {
            QVERIFY_EXCEPTION_THROWN(Charsmap::fromBytes(bytes, "x"), Error);
        }
    }

    /** Every unit and value points somewhere random, mostly outside: searches stay inside and end. */
    void survivesHostileTries()
    {
        std::uint32_t state = 1;
        for (int round = 0; round < 200; ++round) {
            std::string bytes("\0\4\0\0", 4);
            for (int i = 0; i < 1024; ++i) {
                state = state * 1664525 + 1013904223;
                bytes += static_cast<char>(state >> 24);
            }
            const Charsmap charsmap = Charsmap::fromBytes(bytes + std::string("abc\0", 4), "x");
            for (int byte = 1; byte < 256; ++byte) {
                const std::string text(20, static_cast<char>(byte));
                if (const auto match = charsmap.longestMatch(text))
                    QVERIFY(match->size <= text.size() && match->replacement.size() <= 3);
            }
        }
    }
};

QTEST_GUILESS_MAIN(TestSentencePieceFile)
#include "tst_sentence_piece_file.moc"
