#include "app/figures/files/tikz_file.h"
#include "app/figures/files/webp_animation.h"
#include "app/figures/kept_tokens.h"
#include "app/figures/pages/paper_handout.h"
#include "app/figures/pages/paper_sheet.h"
#include "app/figures/paper_figure.h"
#include "app/window/look/interface_language.h"
#include "core/error.h"
#include "core/experiment/effect/asked_word.h"
#include "core/experiment/explanation/embedding_map.h"
#include "core/model/tensor_name.h"
#include "core/trace/model.h"
#include "core/trace/record/tensor_slice.h"
#include "tests/builders/picture_difference.h"

#include <QBuffer>
#include <QImage>
#include <QPainter>
#include <QRegularExpression>
#include <QSvgRenderer>
#include <QXmlStreamReader>
#include <QtTest>

#include <string>

#include <cmath>
#include <map>

using namespace glassformer;

namespace {

const char* const pictures[] = {"heatmap", "lines", "head-lines", "arcs", "text", "heads", "bars", "vectors",
    "difference", "comparison", "patches", "map", "waves", "likeness", "lens", "words", "machine", "stage",
    "heatmap+lines", "heatmap/arcs"};

/** They have no room in a column. */
const QStringList broad{QStringLiteral("heads"), QStringLiteral("comparison"), QStringLiteral("lens"),
    QStringLiteral("stage"), QStringLiteral("heatmap+lines")};

/** A word that the picture of the dog has. */
QString wordOf(const QString& picture)
{
    static const std::map<QString, QString> others{{QStringLiteral("heads"), QStringLiteral("layer")},
        {QStringLiteral("bars"), QStringLiteral("%")}, {QStringLiteral("waves"), QStringLiteral("position")},
        {QStringLiteral("lens"), QStringLiteral("L1")},
        {QStringLiteral("machine"), QStringLiteral("Decoder:")}};
    const auto other = others.find(picture);
    return other == others.end() ? QStringLiteral("slept") : other->second;
}

struct Made
{
    std::shared_ptr<const Trace> trace;
    View view;
};

/** All characters of an XML text, or nothing if it is none. */
QString charactersOf(const QByteArray& xml)
{
    QXmlStreamReader reader(xml);
    QString characters;
    while (!reader.atEnd())
        if (reader.readNext() == QXmlStreamReader::Characters)
            characters += reader.text();
    return reader.hasError() ? QString() : characters;
}

/** Sizes of the texts of a picture in points: font-size times the scale of the group that it stands in. */
std::vector<double> textSizes(const QByteArray& svg, double mm_per_unit)
{
    std::vector<double> sizes;
    double scale = 1;
    QXmlStreamReader reader(svg);
    while (!reader.atEnd()) {
        if (reader.readNext() != QXmlStreamReader::StartElement)
            continue;
        static const QRegularExpression numbers(QStringLiteral("-?[0-9.]+(e-?[0-9]+)?"));
        if (const QString matrix = reader.attributes().value(QStringLiteral("transform")).toString();
            !matrix.isEmpty()) {
            auto found = numbers.globalMatch(matrix);
            const double a = found.next().captured().toDouble(), b = found.next().captured().toDouble();
            scale = std::hypot(a, b);
        }
        if (reader.name() == QStringLiteral("text"))
            sizes.push_back(reader.attributes().value(QStringLiteral("font-size")).toDouble() * scale
                * mm_per_unit * 72 / 25.4);
    }
    return sizes;
}

/** What the streams of a PDF hold, one behind the other; tables of characters are not compressed. */
QByteArray streamsOf(const QByteArray& pdf)
{
    QByteArray all;
    for (qsizetype begin = pdf.indexOf("stream\n"); begin >= 0; begin = pdf.indexOf("stream\n", begin + 1)) {
        const qsizetype end = pdf.indexOf("endstream", begin);
        if (pdf.mid(begin - 3, 3) == "end" || end < 0)
            continue;
        all += pdf.mid(begin + 7, end - begin - 7);
    }
    return all;
}

} // namespace

/** Pictures for paper: in millimetres and points, whatever a screen looks like. */
class TestPaperFigure : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        m_model = std::make_shared<const Model>(Model::load(GLASSFORMER_RESOURCES "/models/translator"));
        m_dog = made("The dog slept because it was tired.", "fr");
    }

    void everyPictureIsText_data() { eachPicture(); }
    void everyPictureIsText()
    {
        QFETCH(QString, picture);
        const QByteArray svg = bytes(m_dog, request(picture), "a.svg");
        QVERIFY2(svg.contains(broad.contains(picture) ? "width=\"180mm\"" : "width=\"85mm\""),
            svg.left(300).constData());
        QVERIFY(!svg.contains("<image"));
        const QString words = charactersOf(svg);
        QVERIFY2(words.contains(wordOf(picture)), qPrintable(words));
        QVERIFY(svg.contains("<title>Translator") && svg.contains("<desc>Translator"));
        QVERIFY(svg.contains("Noto Sans CJK SC"));
    }

    /** QSvgRenderer reads the file, and knows nothing of the painters. */
    void everySvgShowsWhatThePainterDraws_data() { eachPicture(); }
    void everySvgShowsWhatThePainterDraws()
    {
        QFETCH(QString, picture);
        FigureRequest wanted = request(picture);
        wanted.dpi = 200;
        const QImage drawn =
            QImage::fromData(bytes(m_dog, wanted, "a.png")).convertToFormat(QImage::Format_RGB32);
        const auto rendered = [&](const Made& what) {
            QImage image(drawn.size(), QImage::Format_RGB32);
            image.fill(Qt::white);
            QSvgRenderer renderer(bytes(what, wanted, "a.svg"));
            QPainter painter(&image);
            renderer.render(&painter);
            return image;
        };
        const double same = difference(drawn, rendered(m_dog));
        QVERIFY2(same < 0.03, qPrintable(QString::number(same)));
        Made other = made("We ate the old soup, which was cold.", "fr");
        other.view.selection.query = 3;
        QVERIFY(difference(drawn, rendered(other)) > same);
    }

    void aPdfHasItsFontsInsideAndNoPixels_data() { eachPicture(); }
    void aPdfHasItsFontsInsideAndNoPixels()
    {
        QFETCH(QString, picture);
        const QByteArray pdf = bytes(m_dog, request(picture), "a.pdf");
        QVERIFY(pdf.startsWith("%PDF-") && pdf.endsWith("%%EOF\n"));
        QVERIFY(pdf.contains("/FontFile"));
        QVERIFY(!pdf.contains("/Subtype /Image"));
        QVERIFY(!pdf.contains("CreationDate"));
    }

    void chineseIsTextToo()
    {
        Made written = made("The dog slept because it was tired.", "zh");
        written.view.selection.step = StepKind::MaskedAttention;
        const QChar first = QString::fromStdString(written.trace->answer).at(0);
        QVERIFY(first.script() == QChar::Script_Han);
        FigureRequest wanted = request(QStringLiteral("heatmap"));
        wanted.caption = QString();
        QVERIFY(charactersOf(bytes(written, wanted, "a.svg")).contains(first));
        const QByteArray streams = streamsOf(bytes(written, wanted, "a.pdf"));
        const QByteArray code = QByteArray::number(first.unicode(), 16).rightJustified(4, '0');
        QVERIFY(streams.contains("begincmap"));
        QVERIFY2(streams.toLower().contains('<' + code + '>'), code.constData());
    }

    void everyFileSaysWhichViewItShows_data()
    {
        QTest::addColumn<QString>("name");
        for (const char* name : {"a.svg", "a.pdf", "a.png", "a.tex"})
            QTest::newRow(name) << QString::fromLatin1(name);
    }
    void everyFileSaysWhichViewItShows()
    {
        QFETCH(QString, name);
        Made hostile = made("The \"dog\" (it) slept\\ & <ate> 100%.", "fr");
        hostile.view.selection.query = 2;
        const FigureRequest wanted = request(QStringLiteral("lines"));
        const QByteArray first = bytes(hostile, wanted, name.toStdString());
        QVERIFY(isPictureFile(first));
        const auto origin = figureOrigin(first);
        QVERIFY(origin);
        QCOMPARE(origin->link, ViewText::of(hostile.view).link());
        QCOMPARE(origin->weights_digest, hostile.trace->weights_digest);
        QCOMPARE(origin->program, std::string("Glassformer"));
        // What is opened again is the same, to the byte.
        const View again = viewOfFigure(first, "a figure").over({});
        QVERIFY(again == hostile.view);
        const Made run_again{std::make_shared<const Trace>(runLean(m_model, again.request)), again};
        QCOMPARE(bytes(run_again, wanted, name.toStdString()), first);
    }

    void anAnimationSaysItTooWhateverItsWordsHold()
    {
        const FigureOrigin origin{"glassformer:?text=a%26b", "0123", "Glassformer <1> & more"};
        WebpAnimation animation({8, 4}, {QStringLiteral("<a> & \x01"), QStringLiteral("“it”"), origin});
        QImage image(8, 4, QImage::Format_RGB32);
        for (const QColor colour : {Qt::red, Qt::blue, Qt::green}) {
            image.fill(colour);
            animation.add(image, 100);
        }
        const QByteArray whole = animation.finish();
        QVERIFY(isPictureFile(whole));
        QVERIFY(figureOrigin(whole) == origin);
        for (qsizetype i = 0; i < whole.size(); ++i) { // no bytes lead astray
            const std::optional<FigureOrigin> of_part = figureOrigin(whole.left(i));
            QVERIFY(!of_part || of_part == origin);
            QByteArray damaged = whole;
            damaged[i] = char(damaged[i] ^ 0xFF);
            figureOrigin(damaged);
        }
        QVERIFY_EXCEPTION_THROWN(WebpAnimation({0, 4}, {}), Error);
        QVERIFY_EXCEPTION_THROWN(WebpAnimation({20'000, 4}, {}), Error);
    }

    void aPictureOfSomethingElseSaysNoView()
    {
        QImage image(2, 2, QImage::Format_RGB32);
        image.fill(Qt::red);
        QByteArray png;
        QBuffer buffer(&png);
        QVERIFY(buffer.open(QIODevice::WriteOnly) && image.save(&buffer, "png"));
        for (const QByteArray& bytes :
            {png, QByteArray("<svg xmlns=\"http://www.w3.org/2000/svg\"/>"), QByteArray("%PDF-1.4\n%%EOF\n"),
                QByteArray("RIFF\xff\xff\xff\xffWEBPVP8X"), QByteArray("%PDF-1.4 /GlassformerView ("),
                QByteArray(
                    "<svg xmlns=\"http://www.w3.org/2000/svg\"><view xmlns=\"urn:glassformer:figure\">")}) {
            QVERIFY(isPictureFile(bytes));
            QVERIFY_EXCEPTION_THROWN(viewOfFigure(bytes, "x"), Error);
        }
        QVERIFY(!isPictureFile("glassformer:?text=a"));
    }

    void theTableHasTheNumbersOfTheRun()
    {
        const QList<QByteArray> lines = bytes(m_dog, request(QStringLiteral("heatmap")), "a.csv").split('\n');
        const MatrixSlice weights =
            headOf(*m_dog.trace, attentionTensor(AttentionSite::Encoder, 1, AttentionPart::Weights), 2);
        QCOMPARE(lines.size(), weights.rows + 2); // names before, nothing behind
        for (int row = 0; row < weights.rows; ++row) {
            const QList<QByteArray> cells = lines[row + 1].trimmed().split(',');
            QCOMPARE(cells.size(), weights.columns + 1);
            for (int column = 0; column < weights.columns; ++column)
                QCOMPARE(cells[column + 1].toFloat(),
                    weights.values()[std::size_t(row * weights.columns + column)]);
        }
    }

    void whatHasNoNumbersSaysSo()
    {
        QVERIFY_EXCEPTION_THROWN(bytes(m_dog, request(QStringLiteral("stage")), "a.csv"), Error);
        for (const char* picture : pictures)
            if (QString::fromLatin1(picture) != "stage")
                QVERIFY2(
                    bytes(m_dog, request(QString::fromLatin1(picture)), "a.csv").count('\n') > 1, picture);
    }

    void noTextIsSmallerThanFivePoints_data()
    {
        QTest::addColumn<QString>("picture");
        QTest::addColumn<double>("width");
        for (const char* picture : pictures)
            for (const double width : {60.0, 180.0})
                if (!broad.contains(QLatin1String(picture)) || width > 100)
                    QTest::newRow((std::string(picture) + ' ' + std::to_string(int(width)) + " mm").c_str())
                        << QString::fromLatin1(picture) << width;
    }
    void noTextIsSmallerThanFivePoints()
    {
        QFETCH(QString, picture);
        QFETCH(double, width);
        QString text = QStringLiteral("The dog slept because it was tired");
        for (int i = 0; i < 4; ++i)
            text += QStringLiteral(" and the cat slept because it was old");
        Made what = made((text + u'.').toStdString(), "fr");
        what.view.selection.query = 5;
        FigureRequest wanted = request(picture);
        wanted.width_mm = width;
        wanted.has_numbers = true;
        const PaperFigure figure = figureOf(what, wanted);
        const std::vector<double> sizes = textSizes(paperFigureBytes(figure, "a.svg"), figure.unit_mm);
        QVERIFY(sizes.size() > 5);
        const double smallest = *std::min_element(sizes.begin(), sizes.end());
        QVERIFY2(smallest >= 4.97, qPrintable(QString::number(smallest)));
        QVERIFY(smallest < 7.5);
    }

    void tokensMayHoldWhatXmlForbids()
    {
        const Made what = made("A \x01 <&> \x1b[31m dog.", "fr");
        QVERIFY(!charactersOf(bytes(what, request(QStringLiteral("heatmap")), "a.svg")).isEmpty());
    }

    void onlyTokensThatAreAskedForAreDrawn()
    {
        FigureRequest wanted = request(QStringLiteral("heatmap"));
        const qsizetype all = qsizetype(figureOf(m_dog, wanted).table.size()) - 1;
        wanted.hides_special = true;
        const PaperFigure words = figureOf(m_dog, wanted);
        QVERIFY(qsizetype(words.table.size()) - 1 < all);
        QVERIFY(!words.table.front().contains(QStringLiteral("<2fr>")));
        wanted.hides_special = false;
        wanted.rows = tokensFrom("2-3", int(all));
        wanted.columns = tokensFrom("3, 1", int(all));
        const PaperFigure few = figureOf(m_dog, wanted),
                          whole = figureOf(m_dog, request(QStringLiteral("heatmap")));
        QCOMPARE(few.table.size(), std::size_t(3));
        QCOMPARE(few.table[1], (QStringList{whole.table[2][0], whole.table[2][1], whole.table[2][3]}));
        QVERIFY(few.description.contains(QStringLiteral("A part of the tokens")));
        for (const char* list : {"", "0", "3-2", "99", "1-2-3", "a"})
            QVERIFY_EXCEPTION_THROWN(tokensFrom(list, int(all)), Error);
        for (const char* picture : {"lines", "arcs", "text", "heads", "head-lines"}) {
            wanted.picture = picture;
            wanted.rows = wanted.columns = tokensFrom("2-7", int(all));
            QVERIFY(figureOf(m_dog, wanted).size_mm.height() > 5);
        }
    }

    void aSlideHasItsShapeWhateverThePicture()
    {
        for (const char* picture : {"heatmap", "bars", "waves"}) {
            FigureRequest wanted = request(QString::fromLatin1(picture));
            wanted.width_mm = slide_width_mm;
            wanted.height_mm = slide_height_mm;
            wanted.font_pt = 12;
            wanted.caption = QString();
            const QSizeF size = figureOf(m_dog, wanted).size_mm;
            QVERIFY2(std::abs(size.width() / size.height() - 16.0 / 9) < 0.01, picture);
        }
    }

    void wordsCanBeShapes()
    {
        FigureRequest wanted = request(QStringLiteral("lines"));
        wanted.dpi = 150;
        const QImage text = QImage::fromData(bytes(m_dog, wanted, "a.png"));
        wanted.has_outlines = true;
        const QByteArray svg = bytes(m_dog, wanted, "a.svg"), pdf = bytes(m_dog, wanted, "a.pdf");
        QVERIFY(!svg.contains("<text"));
        QVERIFY(!pdf.contains("/FontFile"));
        QImage image(text.size(), QImage::Format_RGB32);
        image.fill(Qt::white);
        QPainter painter(&image);
        QSvgRenderer(svg).render(&painter);
        QVERIFY(difference(image, text.convertToFormat(QImage::Format_RGB32)) < 0.03);
    }

    void latexHasTheWordsAndNoCharacterThatBreaksIt()
    {
        const QByteArray tex = bytes(
            made("The 100% dog_cat & {x} #1 \\ ^~$ slept.", "fr"), request(QStringLiteral("lines")), "a.tex");
        QVERIFY(tex.contains("\\begin{tikzpicture}") && tex.contains("\\end{tikzpicture}"));
        QVERIFY(tex.contains("slept"));
        const qsizetype begin = tex.indexOf("\\begin{tikzpicture}");
        for (const QByteArray& line : tex.mid(begin).split('\n'))
            for (qsizetype i = 0; i < line.size(); ++i)
                if (line[i] == '&' || line[i] == '#' || line[i] == '_')
                    QVERIFY2(i > 0 && line[i - 1] == '\\', line.constData());
        QCOMPARE(latexText(QStringLiteral("a_b → {1}%")), QStringLiteral("a\\_b $\\rightarrow$ \\{1\\}\\%"));
    }

    void figuresStandOnPagesInRowsAndColumns()
    {
        FigureRequest wanted = request(QStringLiteral("heatmap"));
        const SheetGrid grid{2, 2};
        wanted.width_mm = sheetCell(grid).width();
        wanted.height_mm = sheetCell(grid).height();
        wanted.caption = QString();
        const std::vector<PaperFigure> five(5, figureOf(m_dog, wanted));
        const QByteArray pdf = sheetBytes(five, grid, QStringLiteral("five"));
        QCOMPARE(pdf.count("/Type /Page\n"), 2);
        QVERIFY(figureOrigin(pdf));
        QVERIFY_EXCEPTION_THROWN(sheetBytes(five, {2, 9}, QString()), Error);
    }

    void aHandoutHasAPageForEachStepInTheLanguageThatIsAskedFor()
    {
        const InterfaceLanguage language;
        const QByteArray pdf = finish(
            *handoutJob(scene(m_dog), m_dog.view, WalkPath::Short, request(QStringLiteral("heatmap"))));
        QCOMPARE(pdf.count("/Type /Page\n"),
            qsizetype(stepsOf(*m_dog.trace, WalkPath::Short, StepKind::Softmax).size()) + 1);
    }

    void titlesAndCaptionsAreThoseThatAreAskedFor()
    {
        FigureRequest wanted = request(QStringLiteral("heatmap"));
        wanted.title = QStringLiteral("My <title>");
        wanted.caption = QStringLiteral("My caption");
        wanted.row_title = QStringLiteral("from here");
        wanted.column_title = QStringLiteral("to there");
        const QString words = charactersOf(bytes(m_dog, wanted, "a.svg"));
        for (const char* text : {"My <title>", "My caption", "from here", "to there", "attention weight"})
            QVERIFY2(words.contains(QString::fromLatin1(text)), text);
        QVERIFY(!words.contains(QStringLiteral("looks at")));
        QVERIFY(madeCaption(scene(m_dog), m_dog.view, wanted)
                    .contains(QStringLiteral("encoder layer 2, head 3. Text: “The dog slept")));
    }

    void whatCannotBeIsToldByName_data()
    {
        QTest::addColumn<QString>("picture");
        QTest::addColumn<double>("width");
        QTest::addColumn<double>("font");
        QTest::addColumn<QString>("said");
        QTest::newRow("unknown") << "pie" << 85.0 << 7.0 << "heatmap, lines, head-lines";
        QTest::newRow("narrow") << "heatmap" << 2.0 << 7.0 << "20 mm to 1000 mm";
        QTest::newRow("no number") << "heatmap" << std::nan("") << 7.0 << "20 mm";
        QTest::newRow("small") << "heatmap" << 85.0 << 4.0 << "5 pt to 72 pt";
        QTest::newRow("elsewhere") << "bars" << 85.0 << 7.0 << "softmax";
    }
    void whatCannotBeIsToldByName()
    {
        QFETCH(QString, picture);
        QFETCH(double, width);
        QFETCH(double, font);
        QFETCH(QString, said);
        FigureRequest wanted;
        wanted.picture = picture.toStdString();
        wanted.width_mm = width;
        wanted.font_pt = font;
        try {
            figureOf(m_dog, wanted, false);
            QFAIL("it was drawn");
        } catch (const Error& error) {
            QVERIFY2(QString::fromUtf8(error.what()).contains(said), error.what());
        }
    }

private:
    static void eachPicture()
    {
        QTest::addColumn<QString>("picture");
        for (const char* picture : pictures)
            QTest::newRow(picture) << QString::fromLatin1(picture);
    }

    static FigureRequest request(const QString& picture)
    {
        FigureRequest wanted;
        wanted.picture = picture.toStdString();
        if (broad.contains(picture))
            wanted.width_mm = 180;
        return wanted;
    }

    Made made(const std::string& text, const std::string& language) const
    {
        Made result;
        result.view.model = {"translator", m_model->weights_digest};
        result.view.request.text = text;
        result.view.request.target_language = language;
        result.view.selection.step = StepKind::Softmax;
        result.view.selection.encoder_layer = 1;
        result.view.selection.head = 2;
        result.view.selection.query = 5;
        result.trace = std::make_shared<const Trace>(runLean(m_model, result.view.request));
        return result;
    }

    /** With all that can be found out beside the run. */
    FigureScene scene(const Made& what) const
    {
        FigureScene scene{what.trace, what.view.selection};
        scene.token_of = [this](int id) { return m_model->tokenizer.token(id); };
        const Made other = made("The dog slept because it was old.", "fr");
        scene.other = {other.trace, what.view.selection};
        if (const auto known = m_found.find(what.trace.get()); known != m_found.end()) {
            scene.found = known->second.second;
            return scene;
        }
        const WordQuestion question{m_model, what.trace, *firstAskedWord(*what.trace)};
        scene.found.lens = std::make_shared<const LogitLens>(finish(*logitLensJob({m_model, what.trace})));
        scene.found.attribution = std::make_shared<const Attribution>(finish(*attributionJob(question, {})));
        scene.found.measured.plane =
            std::make_shared<const PrincipalPlane>(finish(*embeddingMapJob(m_model)));
        PatchTask task;
        task.other = other.view.request;
        task.aligns = true;
        scene.found.patches = std::make_shared<const PatchTable>(finish(*patchTableJob(question, task)));
        m_found[what.trace.get()] = {what.trace, scene.found};
        return scene;
    }

    /** At the picture's own step, where it isn't one of the other. */
    PaperFigure figureOf(Made what, const FigureRequest& wanted, bool goes_to_step = true) const
    {
        const PaperPictureEntry& picture = paperPicture(picturesIn(wanted.picture).front());
        if (goes_to_step && !picture.belongsTo(what.view.selection.step))
            what.view.selection.step = picture.step;
        return makePaperFigure(scene(what), what.view, wanted);
    }

    QByteArray bytes(const Made& what, const FigureRequest& wanted, const std::string& name) const
    {
        return paperFigureBytes(figureOf(what, wanted), name);
    }

    mutable std::map<const Trace*, std::pair<std::shared_ptr<const Trace>, FoundBeside>> m_found;
    std::shared_ptr<const Model> m_model;
    Made m_dog;
};

QTEST_MAIN(TestPaperFigure)
#include "tst_paper_figure.moc"
