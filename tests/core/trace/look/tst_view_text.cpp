#include "core/error.h"
#include "core/model/tensor_name.h"
#include "core/text/characters/aligned_text.h"
#include "core/trace/look/view_text.h"
#include "core/trace/step/step_list.h"

#include <QtTest>

#include <array>
#include <functional>
#include <random>

using namespace glassformer;

namespace {

/** A view with any value in any field: texts of any characters, numbers over their whole range. */
class RandomView
{
public:
    explicit RandomView(std::uint32_t seed)
        : m_random(seed)
    {
    }

    View view()
    {
        View view;
        view.model = {text(), below(2) ? std::string() : digest()};
        view.request.text = text();
        view.request.target_language = text();
        view.request.source_language = text();
        view.request.decoding = decoding();
        for (int i = below(4); i > 0; --i)
            view.request.forced_target.push_back(index());
        for (int i = below(4); i > 0; --i)
            view.request.changes.push_back(change());
        view.selection = selection();
        if (below(2))
            view.compared = compared();
        return view;
    }

private:
    ComparedView compared()
    {
        ComparedView view{
            below(2) ? ComparedWith::Sentence : ComparedWith::Model, text(), text(), {}, below(2) == 0};
        for (int i = below(4); i > 0; --i)
            view.changes.push_back(change());
        return view;
    }

    int below(int bound) { return static_cast<int>(m_random() % static_cast<unsigned>(bound)); }
    /** Small or large. */
    int index() { return below(2) ? below(20) : static_cast<int>(m_random() >> 1); }
    double number(double least, double most)
    {
        return least + (most - least) * (static_cast<double>(m_random()) / 4294967295.0);
    }

    std::string text()
    {
        std::string result;
        for (int i = below(30); i > 0; --i) {
            const int plane = below(4);
            const char32_t code = plane < 2 ? 1 + below(127)
                : plane == 2                ? 0x80 + below(0xD700)
                                            : 0xE000 + below(0x102000);
            appendUtf8(result, code);
        }
        return result;
    }

    std::string digest()
    {
        std::string result;
        for (int i = 0; i < 32; ++i)
            result += "0123456789abcdef"[below(16)];
        return result;
    }

    Decoding decoding()
    {
        Decoding decoding;
        decoding.kind =
            std::array{DecodingKind::Greedy, DecodingKind::Sample, DecodingKind::Beam}[std::size_t(below(3))];
        decoding.temperature = number(0.01, 3);
        decoding.top_k = index();
        decoding.top_p = number(0.0001, 1);
        decoding.seed = m_random();
        decoding.beam_size = 1 + below(64);
        decoding.length_penalty = number(-3, 3);
        decoding.max_new_tokens = 1 + below(4000);
        return decoding;
    }

    AttentionSite site()
    {
        const std::array sites{
            AttentionSite::Encoder, AttentionSite::DecoderSelf, AttentionSite::DecoderCross};
        return sites[std::size_t(below(3))];
    }

    Change change()
    {
        switch (below(6)) {
        case 0:
            return headOff({site(), below(100), below(100)});
        case 1:
            return edgeCut(site(), below(100), below(100), below(1000), below(1000));
        case 2:
            return layerOff(below(2) ? AttentionSite::Encoder : AttentionSite::DecoderSelf, below(100));
        case 3:
            return maskLifted(below(100));
        case 4: {
            Change row;
            row.tensor = encoder_input_tensor;
            row.row = below(1000);
            for (int i = 1 + below(5); i > 0; --i)
                row.values.push_back(static_cast<float>(number(-1e3, 1e3)));
            return row;
        }
        default:
            return feedForwardOff(AttentionSite::Encoder, below(100));
        }
    }

    Selection selection()
    {
        Selection selection;
        selection.step = static_cast<StepKind>(below(int(StepKind::Answer) + 1));
        for (int* place : {&selection.encoder_layer, &selection.decoder_layer, &selection.head,
                 &selection.position, &selection.token, &selection.dimension})
            *place = index();
        for (std::optional<int>* cell : {&selection.query, &selection.key, &selection.word})
            if (below(2))
                *cell = index();
        selection.attention.aggregate = allMapAggregates()[std::size_t(below(7))].value;
        selection.attention.picture = allAttentionPictures()[std::size_t(below(4))].value;
        selection.attention.hides_sink = below(2) == 1;
        selection.attention.merges_words = below(2) == 1;
        selection.attention.sorts_heads = below(2) == 1;
        for (int rows = below(4); rows > 0; --rows)
            selection.attention.summed.push_back(below(9));
        for (int heads = below(4); heads > 0; --heads) // each another one
            selection.attention.marked.push_back({AttentionSite(below(3)), heads, below(16)});
        if (below(2))
            selection.attention.trait = namedHeadTraits()[std::size_t(below(10))].value;
        return selection;
    }

    std::mt19937 m_random;
};

QString messageOf(const std::function<void()>& act)
{
    try {
        act();
    } catch (const Error& error) {
        return QString::fromUtf8(error.what());
    }
    return {};
}

} // namespace

class TestViewText : public QObject
{
    Q_OBJECT

private slots:
    void everyFieldComesBackAsItWas()
    {
        for (std::uint32_t seed = 0; seed < 500; ++seed) {
            const View view = RandomView(seed).view();
            const ViewText text = ViewText::of(view);
            const std::string link = text.link();
            QVERIFY2(ViewText::fromLink(link).over({}) == view, link.c_str());
            for (const int indent : {0, 2})
                QVERIFY2(ViewText::fromJson(text.json(indent), "view.json").over({}) == view, link.c_str());
        }
    }

    void aLinkIsOneLineOfUrlCharacters()
    {
        const QRegularExpression form(QStringLiteral("^glassformer:\\?[A-Za-z0-9._~:/@%=&,-]*$"));
        for (std::uint32_t seed = 0; seed < 100; ++seed) {
            const QString link = QString::fromStdString(ViewText::of(RandomView(seed).view()).link());
            QVERIFY2(form.match(link).hasMatch(), qPrintable(link));
        }
    }

    void marksThatAreNoHeadsAreRefusedAndThoseOfOtherModelsGo()
    {
        const auto marks = [](const char* text) {
            return ViewText::fromLink(std::string("glassformer:?marked=") + text)
                .over({})
                .selection.attention.marked;
        };
        QCOMPARE(marks("encoder.0.head.2,decoder.1.cross.head.3,encoder.0.head.2"),
            (std::vector<HeadName>{{AttentionSite::Encoder, 0, 2}, {AttentionSite::DecoderCross, 1, 3}}));
        for (const char* bad :
            {"encoder.0", "encoder.-1.head.0", "decoder.x.head.1", "encoder.0.head.99999999999"})
            QVERIFY2(messageOf([&] { marks(bad); }).contains(QStringLiteral("encoder.0.head.2")), bad);
        QVERIFY(
            !messageOf([&] { marks(QByteArray("encoder.0.head.0,").repeated(2000).constData()); }).isEmpty());
    }

    void aLinkCanBeReadAndWrittenByHand()
    {
        const View view =
            ViewText::fromLink("glassformer:?model=translator&text=It%20was%20too%20tired.&to=fr"
                               "&forced=4,7&step=softmax&encoder_layer=3&head=1&query=5&key=")
                .over({});
        QCOMPARE(view.model.name, std::string("translator"));
        QCOMPARE(view.request.text, std::string("It was too tired."));
        QCOMPARE(view.request.target_language, std::string("fr"));
        QCOMPARE(view.request.forced_target, (std::vector<int>{4, 7}));
        QCOMPARE(view.selection.step, StepKind::Softmax);
        QCOMPARE(view.selection.encoder_layer, 3);
        QCOMPARE(view.selection.query, std::optional<int>(5));
        QVERIFY(!view.selection.key);
        ViewText text;
        text.set("text", "a b&c=d,é");
        QCOMPARE(text.link(), std::string("glassformer:?text=a%20b%26c%3Dd%2C%C3%A9"));
    }

    void whatIsNotSaidStaysAsItWas()
    {
        const View before = RandomView(7).view();
        View wanted = before;
        wanted.selection.head = 2;
        wanted.selection.query.reset();
        QVERIFY(ViewText::fromLink("glassformer:?head=2&query=").over(before) == wanted);
        QVERIFY(ViewText::fromJson(R"({"head": 2, "query": null})", "view.json").over(before) == wanted);
        QVERIFY(ViewText::fromLink("glassformer:?").over(before) == before);
    }

    void whatIsWrongIsNamed_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("named");
        const auto row = [](const char* name, const char* text, const char* named) {
            QTest::newRow(name) << QByteArray(text) << QString::fromUtf8(named);
        };
        row("unknown in a link", "glassformer:?text=a&colour=red", "colour");
        row("unknown in JSON", R"({"text": "a", "colour": "red"})", "colour");
        row("twice in a link", "glassformer:?head=1&head=2", "head");
        row("twice in JSON", R"({"head": 1, "head": 2})", "head");
        row("no value", "glassformer:?head", "head");
        row("no number", "glassformer:?head=x", "head");
        row("a fraction", "glassformer:?head=1.5", "head");
        row("a negative place", "glassformer:?dimension=-1", "dimension");
        row("beyond int", "glassformer:?position=2147483648", "position");
        row("temperature 0", "glassformer:?temperature=0", "temperature");
        row("no step", "glassformer:?step=dance", "step");
        row("no aggregate", "glassformer:?map=median", "mean_heads");
        row("no picture", "glassformer:?picture=rainbow", "arcs");
        row("no trait", "glassformer:?heads_by=luck", "same_word");
        row("no word on the sink", "glassformer:?sink=yes", "hidden");
        row("no decoding", R"({"decoding": "luck"})", "decoding");
        row("no digest", "glassformer:?digest=12", "digest");
        row("a broken escape", "glassformer:?text=100%", "text");
        row("no hexadecimal digits", "glassformer:?text=%zz", "text");
        row("no UTF-8", "glassformer:?text=%ff", "text");
        row("a number as text", R"({"text": 5})", "text");
        row("no order of heads", "glassformer:?heads_order=luck", "heads_order");
        row("a summed row that is no number", "glassformer:?summed=1,b", "summed");
        row("forced words that are no numbers", "glassformer:?forced=1,b", "forced");
        row("no change", "glassformer:?changes=dance", "dance");
        row("a list", "[1]", "view.json");
    }
    void whatIsWrongIsNamed()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, named);
        const QString message = messageOf([&] { ViewText::fromLinkOrJson(text.toStdString(), "view.json"); });
        QVERIFY2(message.contains(named), qPrintable(message));
    }
};

QTEST_APPLESS_MAIN(TestViewText)
#include "tst_view_text.moc"
