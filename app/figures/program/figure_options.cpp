#include "app/figures/program/figure_options.h"

#include "app/cli/asked.h"
#include "app/figures/kept_tokens.h"
#include "app/figures/pictures/paper_map.h"
#include "app/figures/program/figure_names.h"
#include "core/error.h"
#include "widgets/pictures/trace_content.h"

#include <algorithm>

namespace glassformer {
namespace {

double length(const cli::Arguments& arguments, const std::string& name, const char* unit, double otherwise)
{
    if (!arguments.has(name))
        return otherwise;
    const std::string text = arguments.required(name);
    const std::optional<double> found = lengthFrom(QString::fromStdString(text), QString::fromLatin1(unit));
    if (!found)
        throw cli::UsageError(name + " needs a length such as 85" + unit + ", not \"" + text + "\"");
    return *found;
}

std::optional<QString> given(const cli::Arguments& arguments, const std::string& name)
{
    return arguments.has(name) ? std::optional(QString::fromStdString(arguments.required(name)))
                               : std::nullopt;
}

ColourMapKind coloursOf(const std::string& id)
{
    std::string known;
    for (const ColourMapEntry& entry : colourMaps()) {
        if (id == entry.id)
            return entry.kind;
        known += (known.empty() ? "" : ", ") + std::string(entry.id);
    }
    throw cli::UsageError("--colours is one of " + known + ", not \"" + id + "\"");
}

/** Counted from 1; nothing if it isn't named. */
std::optional<int> numbered(const cli::Arguments& arguments, const std::string& name, int count)
{
    if (!arguments.has(name))
        return std::nullopt;
    return int(arguments.whole(name, 1, std::max(1, count), 1)) - 1;
}

int wordIn(const std::vector<Token>& tokens, const std::string& word)
{
    std::string known;
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        const std::string text = textOf(tokens[i]).trimmed().toStdString();
        if (text == word)
            return int(i);
        known += (known.empty() ? "“" : ", “") + text + "”";
    }
    throw Error({Message::tr("no word “%1” in the text", word), {}, Message::tr("one of: %1", known), {}});
}

} // namespace

cli::Arguments figureArguments(const std::vector<std::string>& words)
{
    return cli::Arguments(words,
        cli::runOptions({"--step", "--picture", "--layer", "--head", "--place", "--query", "--width",
            "--font", "--size", "--theme", "--colours", "--title", "--caption", "--row-title",
            "--column-title", "--dpi", "--language", "--texts", "--with", "--sheet", "--walk", "--rows",
            "--columns", "--motion", "--frame", "--pixels", "-o"}),
        {"--numbers", "--no-caption", "--no-colour-bar", "--no-special", "--slide", "--outlines",
            "--transparent", "--json"});
}

FigureRequest figureRequest(const cli::Arguments& arguments)
{
    FigureRequest request;
    request.picture = arguments.value("--picture", request.picture);
    request.width_mm = length(arguments, "--width", "mm", request.width_mm);
    request.font_family = given(arguments, "--font").value_or(QString());
    request.font_pt = length(arguments, "--size", "pt", request.font_pt);
    const std::string theme = arguments.value("--theme", "light");
    if (theme != "light" && theme != "dark")
        throw cli::UsageError("--theme is light or dark, not \"" + theme + "\"");
    request.is_dark = theme == "dark";
    if (arguments.has("--colours"))
        request.weights_map = coloursOf(arguments.required("--colours"));
    if (arguments.has("--title"))
        request.title = given(arguments, "--title");
    request.caption = arguments.has("--no-caption") ? QString() : given(arguments, "--caption");
    request.row_title = given(arguments, "--row-title");
    request.column_title = given(arguments, "--column-title");
    if (arguments.has("--slide")) {
        request.width_mm = slide_width_mm;
        request.height_mm = slide_height_mm;
        request.font_pt = length(arguments, "--size", "pt", 14);
    }
    request.hides_special = arguments.has("--no-special");
    request.has_numbers = arguments.has("--numbers");
    request.has_colour_bar = !arguments.has("--no-colour-bar");
    request.is_transparent = arguments.has("--transparent");
    request.has_outlines = arguments.has("--outlines");
    request.dpi = arguments.number("--dpi", least_dpi, most_dpi, request.dpi);
    checkFigureRequest(request);
    return request;
}

SheetGrid sheetGrid(const std::string& text)
{
    const QStringList parts = QString::fromStdString(text).split(u'x');
    bool has_columns = false, has_rows = false;
    const SheetGrid grid{parts.front().toInt(&has_columns), parts.back().toInt(&has_rows)};
    constexpr int most = 40;
    if (parts.size() != 2 || !has_columns || !has_rows || grid.columns < 1 || grid.rows < 1
        || grid.columns > most || grid.rows > most)
        throw cli::UsageError("--sheet takes columns and rows, such as 3x4, not \"" + text + "\"");
    return grid;
}

WalkPath walkPath(const cli::Arguments& arguments)
{
    const std::string path = arguments.required("--walk");
    if (path != "short" && path != "full")
        throw cli::UsageError("--walk is short or full, not \"" + path + "\"");
    return path == "short" ? WalkPath::Short : WalkPath::Full;
}

std::optional<MotionRequest> motionRequest(const cli::Arguments& arguments)
{
    if (!arguments.has("--motion")) {
        if (arguments.has("--frame") || arguments.has("--pixels"))
            throw cli::UsageError("--frame and --pixels are for --motion");
        return std::nullopt;
    }
    MotionRequest request;
    request.motion = motionFrom(arguments.required("--motion"));
    request.frame_ms = int(arguments.whole("--frame", least_frame_ms, most_frame_ms, request.frame_ms));
    request.width = int(arguments.whole("--pixels", least_motion_pixels, most_motion_pixels, request.width));
    return request;
}

FigureRequest withTokens(const cli::Arguments& arguments, FigureRequest request, const FigureScene& scene)
{
    if (!arguments.has("--rows") && !arguments.has("--columns"))
        return request;
    if (!showsMap(scene.selection.step))
        throw cli::UsageError("--rows and --columns are for pictures of attention");
    const HeatmapContent map = mapOfWords(scene);
    if (arguments.has("--rows"))
        request.rows = tokensFrom(arguments.required("--rows"), map.rows);
    if (arguments.has("--columns"))
        request.columns = tokensFrom(arguments.required("--columns"), map.columns);
    return request;
}

Selection figureSelection(const cli::Arguments& arguments, const Selection& said, const Trace& trace)
{
    const PaperPictureEntry& picture =
        paperPicture(picturesIn(arguments.value("--picture", "heatmap")).front());
    Selection selection = said;
    if (!picture.belongsTo(clampedTo(said, trace).step) && !arguments.has("--step"))
        selection.step = picture.step;
    const bool is_about_writing = arguments.value("--motion", "") == "decoding" && !arguments.has("--step");
    if (is_about_writing && siteOf(selection.step, trace.config) == AttentionSite::Encoder
        && picture.belongsTo(StepKind::CrossAttention))
        selection.step = StepKind::CrossAttention;
    selection = clampedTo(selection, trace);
    if ((arguments.has("--layer") || arguments.has("--head")) && !showsHead(selection.step))
        throw cli::UsageError("--layer and --head are for pictures of attention");
    const AttentionSite site = siteOf(selection.step, trace.config);
    if (const auto layer = numbered(arguments, "--layer", layersOf(trace.config, site)))
        selection = withLayer(selection, site, *layer);
    if (const auto head = numbered(arguments, "--head", trace.config.n_heads))
        selection.head = *head;
    if (const auto place = numbered(arguments, "--place", trace.rows()))
        selection.position = *place;
    if (arguments.has("--query"))
        selection = withCell(selection, trace.config, site,
            wordIn(queriesOf(trace, site), arguments.required("--query")), std::nullopt);
    return selection;
}

} // namespace glassformer
