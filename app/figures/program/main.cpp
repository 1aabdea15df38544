#include "app/cli/asked.h"
#include "app/cli/program.h"
#include "app/figures/figure_origin.h"
#include "app/figures/paper_figure.h"
#include "app/figures/program/figure_names.h"
#include "app/figures/program/figure_options.h"
#include "app/window/lines/message_text.h"
#include "app/window/look/interface_language.h"
#include "core/error.h"
#include "core/file/bytes/byte_file.h"
#include "core/file/bytes/chosen_files.h"

#include <QGuiApplication>

#include <csignal>
#include <iostream>

namespace {

using namespace glassformer;

constexpr const char* usage = R"(usage: glassformer-figure [options] -o FILE.svg|pdf|png|csv

Draws one picture of a run for paper, without a display. Its file says which view it shows: glassformer FILE opens it.

  --view LINK|FILE      what is shown, from a link, a file with one, or a figure that was made before
  --model NAME|FOLDER, --text TEXT, --file FILE or -, --to LANGUAGE, --from LANGUAGE, --off HEAD, --change CHANGE,
  --temperature, --top-k, --top-p, --seed, --beam
                        the run, as glassformer-cli has it
  --texts FILE          one figure for each line of a file; in the name {n} is its number, {words} its first words
  --picture PICTURE     heatmap (default), heads, lines, arcs, text, bars
  --step STEP           softmax, scores, masked-attention, cross-attention, next-word ... (default: the picture's own)
  --layer N, --head N, --place N    from 1, as the window counts
  --query WORD          the word whose attention is drawn; arcs and text need one
  --width LENGTH        85mm (default), 8.5cm, 3.3in
  --font FAMILY, --size SIZE        7pt (default), 5pt at least
  --theme light|dark, --colours blue|viridis|cividis|magma|grey, --transparent
  --title TEXT, --caption TEXT (default: made of the run), --no-caption, --row-title TEXT, --column-title TEXT
  --numbers             in cells that have room for them
  --no-colour-bar
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

/** Draws the view's run into a file, and tells what it made. */
Json makeFigure(const cli::Arguments& arguments, const std::shared_ptr<const Model>& model, View view,
    const FigureRequest& request, const QString& name)
{
    const Trace trace = runLean(model, view.request);
    view.selection = figureSelection(arguments, view.selection, trace);
    const TokenOf token_of = [&model](int id) { return model->tokenizer.token(id); };
    const PaperFigure figure = makePaperFigure({trace, view.selection, token_of}, view, request);
    const std::string path = name.toStdString();
    const QByteArray bytes = paperFigureBytes(figure, path);
    ChosenFiles file({pathFromText(path)});
    file.write(file.first(), {bytes.constData(), std::size_t(bytes.size())});
    for (const QString& remark : figure.remarks)
        std::cerr << "glassformer-figure: " << path << ": " << remark.toStdString() << "\n";
    if (!arguments.asJson())
        std::cout << path << std::endl;
    return jsonOf(figure, path, std::size_t(bytes.size()));
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
    const QString name = QString::fromStdString(arguments.required("-o"));
    const FigureRequest request = figureRequest(arguments);
    cli::Asked asked = cli::modelAndView(arguments);
    const auto model = std::make_shared<const Model>(std::move(asked.model));
    if (texts.empty())
        texts.push_back(QString::fromStdString(asked.view.request.text));
    const std::vector<QString> names = figureNames(name, texts);
    std::vector<Json> made;
    for (std::size_t i = 0; i < texts.size(); ++i) {
        asked.view.request.text = texts[i].toStdString();
        made.push_back(makeFigure(arguments, model, asked.view, request, names[i]));
    }
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
    const QGuiApplication application(no_arguments, argv);
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
