#include "app/cli/asked.h"
#include "app/cli/program.h"
#include "app/figures/files/figure_origin.h"
#include "app/figures/motion/motion.h"
#include "app/figures/pages/paper_handout.h"
#include "app/figures/pages/paper_html.h"
#include "app/figures/pages/paper_sheet.h"
#include "app/figures/paper_figure.h"
#include "app/figures/program/figure_names.h"
#include "app/figures/program/figure_options.h"
#include "app/figures/program/figure_scene.h"
#include "app/window/lines/message_text.h"
#include "app/window/look/interface_language.h"
#include "core/error.h"
#include "core/file/bytes/byte_file.h"
#include "core/file/bytes/chosen_files.h"
#include "core/tensor/memory.h"

#include <QApplication>

#include <csignal>
#include <iostream>
#include <optional>
#include <utility>

namespace {

using namespace glassformer;

constexpr const char* usage = R"(usage: glassformer-figure [options] -o FILE.svg|pdf|png|csv|tex|webp

Draws one picture of a run for paper, without a display. Its file says which view it shows: glassformer FILE opens it.

  --view LINK|FILE      what is shown, from a link, a file with one, a session, or a figure that was made before
  --model NAME|FOLDER, --text TEXT, --file FILE or -, --to LANGUAGE, --from LANGUAGE, --off HEAD, --change CHANGE,
  --temperature, --top-k, --top-p, --seed, --beam
                        the run, as glassformer-cli has it
  --with TEXT           another text, for pictures of two runs
  --texts FILE          one figure for each line of a file; in the name {n} is its number, {words} its first words
  --sheet 3x4           all texts of --texts as one PDF: pages of 3 columns and 4 rows
  --walk short|full     the whole walk to hand round: a PDF with a page for each step, or one HTML file
                        (with --with, of two sentences) whose words show where they look
  --picture PICTURE     heatmap (default), lines, head-lines, arcs, text, heads, bars, vectors, map, waves, likeness, lens,
                        words, machine; with another text: difference, comparison, patches; several as panels (a), (b):
                        heatmap+lines beside each other, heatmap/lines below
  --motion layers|heads|decoding    an animated WebP: layer by layer, head by head, or word by word as it is written
  --frame MS, --pixels N            how long a frame stands (default: 800 ms), and its width (default: 1200)
  --step STEP           softmax, scores, masked-attention, cross-attention, next-word ... (default: the picture's own)
  --layer N, --head N, --place N    from 1, as the window counts
  --query WORD          the word whose attention is drawn; arcs and text need one
  --width LENGTH        85mm (default), 8.5cm, 3.3in
  --slide               16:9, 254 mm wide, 14pt
  --font FAMILY, --size SIZE        7pt (default), 5pt at least
  --theme light|dark, --colours blue|viridis|cividis|magma|grey, --transparent
  --title TEXT, --caption TEXT (default: made of the run), --no-caption, --row-title TEXT, --column-title TEXT
  --rows LIST, --columns LIST       tokens that are shown: 2-6,9
  --no-special          without tokens that are no words
  --numbers             in cells that have room for them
  --no-colour-bar
  --outlines            words as shapes in SVG and PDF
  --dpi N               of a PNG (default: 600)
  --language en|zh_CN   of the words in the figure
  --json                what was made, for machines

Exit status: 0 all is well, 1 bad input, 2 bad usage.
)";

/** A figure stands for the view that it was made of. */
std::vector<std::string> withViewOfFigure(std::vector<std::string> words)
{
    for (std::size_t i = 0; i + 1 < words.size(); ++i) {
        if (words[i] != "--view" || ViewText::isLink(words[i + 1]) || !isFile(pathFromText(words[i + 1])))
            continue;
        const std::string text = cli::namedFile(words[i + 1]).bytes(largest_figure);
        if (const QByteArray bytes = QByteArray::fromStdString(text); isPictureFile(bytes))
            words[i + 1] = viewOfFigure(bytes, words[i + 1]).link();
    }
    return words;
}

std::vector<QString> linesOf(const std::string& path)
{
    std::vector<QString> lines;
    const std::string text = cli::namedFile(path).bytes(largest_whole_file);
    for (const QString& line : QString::fromStdString(text).split(u'\n'))
        if (!line.trimmed().isEmpty())
            lines.push_back(line.trimmed());
    if (lines.empty())
        throw Error({Message::tr("a file without texts"), path, Message::tr("one text on each line"), {}});
    return lines;
}

Json jsonOf(const PaperFigure& figure, const std::string& file, std::size_t bytes)
{
    std::vector<Json> remarks;
    for (const QString& remark : figure.remarks)
        remarks.emplace_back(remark.toStdString());
    return Json::object({{"file", file}, {"bytes", bytes}, {"width_mm", figure.size_mm.width()},
        {"height_mm", figure.size_mm.height()}, {"title", figure.title.toStdString()},
        {"description", figure.description.toStdString()}, {"quantity", figure.quantity.toStdString()},
        {"link", figure.origin.link}, {"weights", figure.origin.weights_digest},
        {"program", figure.origin.program}, {"remarks", Json::array(std::move(remarks))}});
}

void write(const std::string& path, const QByteArray& bytes)
{
    ChosenFiles file({pathFromText(path)});
    file.write(file.first(), {bytes.constData(), std::size_t(bytes.size())});
}

void tellRemarks(const std::string& what, const PaperFigure& figure)
{
    for (const QString& remark : figure.remarks)
        std::cerr << "glassformer-figure: " << what << ": " << remark.toStdString() << "\n";
}

/** What is asked for: one model, and a view or many texts. */
struct Work
{
    cli::Arguments arguments;
    FigureRequest request;
    std::shared_ptr<const Model> model;
    View view;
    std::vector<QString> texts;

    /** What is drawn of a text. */
    struct Drawn
    {
        FigureScene scene;
        View view;
        FigureRequest request;
    };

    Drawn drawn(std::size_t text, const FigureRequest& wanted) const
    {
        View of_text = view;
        of_text.request.text = texts[text].toStdString();
        FigureScene scene = makeScene(arguments, model, of_text);
        FigureRequest of_scene = withTokens(arguments, wanted, scene);
        return {std::move(scene), std::move(of_text), std::move(of_scene)};
    }

    PaperFigure figure(std::size_t text, const FigureRequest& wanted) const
    {
        const Drawn what = drawn(text, wanted);
        return makePaperFigure(what.scene, what.view, what.request);
    }
};

/** How far a file is that takes its time. */
JobWatch progressOnTerminal()
{
    JobWatch watch;
    watch.progress = [](std::uint64_t done, std::uint64_t total) {
        std::cerr << "glassformer-figure: " << done << " of " << total << "\n";
    };
    return watch;
}

/** A file for each text, which moves. */
std::vector<Json> makeMotions(const Work& work, const MotionRequest& motion, const QString& pattern)
{
    const std::vector<QString> names = figureNames(pattern, work.texts);
    std::vector<Json> made;
    for (std::size_t i = 0; i < work.texts.size(); ++i) {
        const std::string path = names[i].toStdString();
        const auto [scene, view, request] = work.drawn(i, work.request);
        const QByteArray bytes = finish(*motionJob(scene, view, motion, request), progressOnTerminal());
        write(path, bytes);
        if (!work.arguments.asJson())
            std::cout << path << std::endl;
        const std::vector<MotionFrame> frames = motionFrames(scene, motion.motion, request);
        made.push_back(Json::object({{"file", path}, {"bytes", std::size_t(bytes.size())},
            {"frames", frames.size()}, {"frame_ms", motion.frame_ms}, {"width", motion.width},
            {"link", originOf(scene, view).link}, {"weights", scene.trace().weights_digest}}));
    }
    return made;
}

/** A file for each text. */
std::vector<Json> makeFiles(const Work& work, const QString& pattern)
{
    const std::vector<QString> names = figureNames(pattern, work.texts);
    std::vector<Json> made;
    for (std::size_t i = 0; i < work.texts.size(); ++i) {
        const std::string path = names[i].toStdString();
        const PaperFigure figure = work.figure(i, work.request);
        const QByteArray bytes = paperFigureBytes(figure, path);
        write(path, bytes);
        tellRemarks(path, figure);
        if (!work.arguments.asJson())
            std::cout << path << std::endl;
        made.push_back(jsonOf(figure, path, std::size_t(bytes.size())));
    }
    return made;
}

/** All texts in one file of pages. */
std::vector<Json> makeSheet(const Work& work, const std::string& path)
{
    const SheetGrid grid = sheetGrid(work.arguments.required("--sheet"));
    FigureRequest request = work.request;
    request.width_mm = sheetCell(grid).width();
    request.height_mm = sheetCell(grid).height();
    checkFigureRequest(request);
    std::vector<PaperFigure> figures;
    for (std::size_t i = 0; i < work.texts.size(); ++i) {
        request.title = QStringLiteral("%1. %2").arg(i + 1).arg(work.texts[i]);
        request.caption = QString();
        figures.push_back(work.figure(i, request));
        tellRemarks(work.texts[i].toStdString(), figures.back());
        std::cerr << "glassformer-figure: " << i + 1 << " of " << work.texts.size() << "\n";
    }
    const QByteArray bytes = sheetBytes(figures, grid, figures.front().quantity);
    write(path, bytes);
    if (!work.arguments.asJson())
        std::cout << path << std::endl;
    return {jsonOf(figures.front(), path, std::size_t(bytes.size()))};
}

bool hasEnding(const std::string& path, const char* ending)
{
    return QString::fromStdString(path).endsWith(QLatin1String(ending), Qt::CaseInsensitive);
}

std::vector<Json> makeHandout(Work& work, const std::string& path)
{
    const FigureScene scene = makeScene(work.arguments, work.model, work.view);
    const auto make = hasEnding(path, ".html") ? htmlJob : handoutJob;
    const QByteArray bytes =
        finish(*make(scene, work.view, walkPath(work.arguments), work.request), progressOnTerminal());
    write(path, bytes);
    if (!work.arguments.asJson())
        std::cout << path << std::endl;
    return {Json::object(
        {{"file", path}, {"bytes", std::size_t(bytes.size())}, {"link", ViewText::of(work.view).link()}})};
}

int makeFigures(std::vector<std::string> words)
{
    words = withViewOfFigure(std::move(words));
    std::vector<QString> texts;
    if (const cli::Arguments first = figureArguments(words); first.has("--texts")) {
        texts = linesOf(first.required("--texts"));
        if (first.has("--text") || first.has("--file"))
            throw cli::UsageError("--texts comes in the place of --text and --file");
        words.insert(words.end(), {"--text", texts.front().toStdString()});
    }
    const cli::Arguments arguments = figureArguments(words);
    const std::string name = arguments.required("-o");
    const bool has_pages = arguments.has("--sheet") || arguments.has("--walk");
    const bool is_page_of_web = arguments.has("--walk") && hasEnding(name, ".html");
    if (has_pages && !is_page_of_web && !hasEnding(name, ".pdf"))
        throw cli::UsageError(
            "--sheet and --walk make pages: -o needs a name that ends with .pdf, or for --walk with .html");
    const FigureRequest request = figureRequest(arguments);
    const std::optional<MotionRequest> motion = motionRequest(arguments);
    if (motion.has_value() != hasEnding(name, ".webp") || (motion && has_pages))
        throw cli::UsageError("--motion makes a file that moves: -o needs a name that ends with .webp");
    cli::Asked asked = cli::modelAndView(arguments);
    Work work{arguments, request, std::make_shared<const Model>(std::move(asked.model)), asked.view, texts};
    if (work.texts.empty())
        work.texts.push_back(QString::fromStdString(asked.view.request.text));
    std::vector<Json> made = arguments.has("--walk") ? makeHandout(work, name)
        : arguments.has("--sheet")                   ? makeSheet(work, name)
        : motion ? makeMotions(work, *motion, QString::fromStdString(name))
                 : makeFiles(work, QString::fromStdString(name));
    if (arguments.asJson())
        std::cout << jsonText(Json::object({{"figures", Json::array(std::move(made))}}), 2) << "\n";
    return 0;
}

void chooseLanguage(InterfaceLanguage& language, const std::vector<std::string>& words)
{
    const std::string code = figureArguments(words).value("--language", "en");
    if (!InterfaceLanguage::codes().contains(QString::fromStdString(code)))
        throw cli::UsageError("--language is en or zh_CN, not \"" + code + "\"");
    language.choose(QString::fromStdString(code));
}

} // namespace

int main(int argc, char** argv)
{
#ifdef SIGXFSZ
    std::signal(
        SIGXFSZ, SIG_IGN); // a file beyond the allowed size is an error of its writing, told like any other
#endif
    keepFreedMemory();
    const std::vector<std::string> words = cli::programArguments(argc, argv);
    cli::findResourcesBeside(cli::programFile(argc > 0 ? argv[0] : ""));
    cli::writeUtf8();
    for (const std::string& word : words)
        if (word == "--help" || word == "-h") {
            std::cout << usage;
            return 0;
        }
    qputenv("QT_QPA_PLATFORM", "offscreen"); // whatever display there is, figures don't need it
    QCoreApplication::setApplicationName(QStringLiteral("Glassformer"));
    QCoreApplication::setApplicationVersion(QStringLiteral(GLASSFORMER_VERSION));
    qInstallMessageHandler(
        [](QtMsgType, const QMessageLogContext&, const QString&) {}); // of Qt's own matters
    int no_arguments = 1; // Qt would take options of ours for its own
    const QApplication application(no_arguments, argv);
    InterfaceLanguage language;
    try {
        chooseLanguage(language, words);
        return makeFigures(words);
    } catch (const cli::UsageError& error) {
        std::cerr << "glassformer-figure: " << error.what() << "\n";
        return 2;
    } catch (const Error& error) {
        std::cerr << "glassformer-figure: " << messageText(error.message()).toStdString() << "\n";
        return 1;
    } catch (const std::exception& error) {
        std::cerr << "glassformer-figure: " << error.what() << "\n";
        return 1;
    }
}
