#include "app/figures/pages/paper_html.h"

#include "app/figures/pages/paper_handout.h"
#include "app/figures/pictures/paper_map.h"
#include "app/window/look/interface_language.h"
#include "core/model/tensor_name.h"
#include "widgets/look/model_title.h"
#include "widgets/paint/formula_painter.h"
#include "widgets/pictures/trace_content.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <cmath>
#include <utility>

namespace glassformer {
namespace {

constexpr qsizetype most_weights = 1'000'000; ///< bytes of all maps: the file stays below 3 MB

QByteArray resource(const char* name)
{
    QFile file(QStringLiteral(":/figures/") + QString::fromLatin1(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/** Inside of a script element nothing may look like its end. */
QByteArray scriptData(const QJsonObject& object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact).replace("<", "\\u003c");
}

QJsonArray namesOf(const std::vector<AxisLabel>& labels)
{
    QJsonArray names;
    for (const AxisLabel& label : labels)
        names.append(label.text);
    return names;
}

/** Weights of all heads of a stack, a byte each; empty if the run has not all of them. */
QByteArray weightsOf(const Trace& trace, AttentionSite site)
{
    QByteArray bytes;
    for (int layer = 0; layer < layersOf(trace.config, site); ++layer)
        for (int head = 0; head < trace.config.n_heads; ++head) {
            const MatrixSlice map = trace.late
                ? MatrixSlice()
                : headOf(trace, attentionTensor(site, layer, AttentionPart::Weights), head);
            if (map.isEmpty() || bytes.size() > most_weights)
                return {};
            for (const float weight : map.values())
                bytes += char(std::lround(std::clamp(double(weight), 0.0, 1.0) * 255));
        }
    return bytes;
}

std::vector<std::pair<AttentionSite, QString>> sitesOf(const ModelConfig& config)
{
    if (!config.hasCrossAttention())
        return {{firstSiteOf(config), FigureText::tr("Self-attention")}};
    return {{AttentionSite::Encoder, FigureText::tr("Self-attention of the encoder")},
        {AttentionSite::DecoderSelf, FigureText::tr("Masked self-attention of the decoder")},
        {AttentionSite::DecoderCross, FigureText::tr("Cross-attention")}};
}

QJsonObject runOf(const Trace& trace)
{
    QJsonArray sites;
    for (const auto& [site, name] : sitesOf(trace.config)) {
        const QByteArray weights = weightsOf(trace, site);
        if (weights.isEmpty())
            return {};
        sites.append(QJsonObject{{QStringLiteral("name"), name},
            {QStringLiteral("is_self"), site != AttentionSite::DecoderCross},
            {QStringLiteral("queries"), namesOf(rowLabelsOf(trace, site))},
            {QStringLiteral("keys"), namesOf(labelsOf(keysOf(trace, site)))},
            {QStringLiteral("layers"), layersOf(trace.config, site)},
            {QStringLiteral("heads"), trace.config.n_heads},
            {QStringLiteral("weights"), QString::fromLatin1(weights.toBase64())}});
    }
    return {{QStringLiteral("text"), QString::fromStdString(trace.source_text)},
        {QStringLiteral("sites"), sites}};
}

QJsonObject lookOf(const FigureScene& scene)
{
    const std::vector<std::pair<AttentionSite, QString>> sites = sitesOf(scene.trace().config);
    const auto here = std::find_if(
        sites.begin(), sites.end(), [&scene](const auto& entry) { return entry.first == scene.site(); });
    const bool is_there = here != sites.end();
    return {{QStringLiteral("site"), is_there ? int(here - sites.begin()) : 0},
        {QStringLiteral("layer"), is_there ? scene.layer() : 0},
        {QStringLiteral("head"), scene.selection.head},
        {QStringLiteral("query"),
            chosenQuery(scene.selection, scene.trace().config, scene.site()).value_or(0)}};
}

QJsonObject dataOf(const FigureScene& scene)
{
    QJsonArray runs;
    for (const Trace* trace : {scene.run.get(), scene.other ? scene.other->run.get() : nullptr})
        if (const QJsonObject run = trace ? runOf(*trace) : QJsonObject(); !run.isEmpty())
            runs.append(run);
    const QJsonObject words{{QStringLiteral("looks"), FigureText::tr("“%1” looks at: %2")},
        {QStringLiteral("comma"), FigureText::tr(", ", "between the words of a list")},
        {QStringLiteral("layer"), FigureText::tr("Layer %1")},
        {QStringLiteral("head"), FigureText::tr("Head %1")},
        {QStringLiteral("asks"), FigureText::tr("Tokens that look")},
        {QStringLiteral("answers"), FigureText::tr("Tokens that are looked at")}};
    return {{QStringLiteral("runs"), runs}, {QStringLiteral("words"), words},
        {QStringLiteral("look"), lookOf(scene)}};
}

QByteArray escaped(const QString& text)
{
    return text.toHtmlEscaped().toUtf8();
}

/** What the notation of formulas says, in HTML without a font of its own. */
QByteArray formulaText(const QString& formula, const FigureStyle& style)
{
    return formulaHtml(formula, style).toUtf8();
}

/** Names inside of it are its own among those of all pictures of the page. */
QByteArray inlineSvg(const PaperFigure& figure, std::size_t number)
{
    QByteArray svg = paperFigureBytes(figure, "step.svg");
    const QByteArray own = "step" + QByteArray::number(qulonglong(number)) + "-gradient";
    svg.replace("id=\"gradient", "id=\"" + own).replace("url(#gradient", "url(#" + own);
    return svg.mid(std::max<qsizetype>(0, svg.indexOf("<svg")));
}

QByteArray stepSection(const HandoutStep& step, std::size_t number, const FigureStyle& style)
{
    QByteArray section = "<section class=\"step\"><h2>" + escaped(step.title) + "</h2>\n<p>"
        + formulaText(step.reading, style) + "</p>\n<figure>" + inlineSvg(step.figure, number)
        + "</figure>\n";
    if (!step.notice.isEmpty())
        section += "<p class=\"notice\">" + formulaText(step.notice, style) + "</p>\n";
    return section + "</section>\n";
}

QByteArray exploring()
{
    const auto chooser = [](const char* id, const QString& name) {
        return "<label>" + escaped(name) + " <select id=\"" + id + "\"></select></label>\n";
    };
    return "<section id=\"explore\" hidden><h2>" + escaped(FigureText::tr("Where every word looks"))
        + "</h2>\n<div class=\"choosers\">" + chooser("site", FigureText::tr("Attention"))
        + chooser("layer", FigureText::tr("Layer")) + chooser("head", FigureText::tr("Head"))
        + "</div>\n<div id=\"runs\"></div></section>\n<nav class=\"walk\" id=\"walk\" hidden aria-label=\""
        + escaped(FigureText::tr("Steps")) + "\"><button type=\"button\" id=\"previous\">"
        + escaped(FigureText::tr("Previous")) + "</button><select id=\"step\" aria-label=\""
        + escaped(FigureText::tr("Step")) + "\"></select><button type=\"button\" id=\"next\">"
        + escaped(FigureText::tr("Next")) + "</button></nav>\n";
}

QByteArray headOf(const FigureScene& scene, const FigureOrigin& origin, const QByteArray& language)
{
    const Trace& trace = scene.trace();
    const QString title =
        FigureText::tr("A walk through %1").arg(modelTitle(QString::fromStdString(trace.config.name)));
    QByteArray head = "<!DOCTYPE html>\n<html lang=\"" + language
        + "\"><head><meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, "
          "initial-scale=1\">\n"
          "<meta name=\"generator\" content=\""
        + escaped(QString::fromStdString(origin.program)) + "\">\n<meta name=\"glassformer-view\" content=\""
        + escaped(QString::fromStdString(origin.link)) + "\">\n<meta name=\"glassformer-weights\" content=\""
        + escaped(QString::fromStdString(origin.weights_digest)) + "\">\n<title>" + escaped(title)
        + "</title>\n<style>\n" + resource("page.css") + "</style></head>\n<body><header><h1>"
        + escaped(title) + "</h1>\n<p>"
        + escaped(FigureText::tr("Text: “%1”").arg(QString::fromStdString(trace.source_text))) + "</p>\n";
    if (!trace.answer.empty() && trace.config.hasDecoder())
        head += "<p>" + escaped(FigureText::tr("Written: “%1”").arg(QString::fromStdString(trace.answer)))
            + "</p>\n";
    return head + "</header>\n<main>\n" + exploring();
}

/** Step by step. */
class HtmlJob final : public JobOf<QByteArray>
{
public:
    HtmlJob(FigureScene scene, View view, WalkPath path, FigureRequest request)
        : m_steps(handoutScenes(scene, path))
        , m_scene(std::move(scene))
        , m_view(std::move(view))
        , m_request(std::move(request))
    {
    }

    bool advance(const JobWatch& watch) override
    {
        const SpokenLanguage spoken(m_request.language);
        if (m_page.isEmpty())
            m_page = headOf(m_scene, originOf(m_scene, m_view),
                m_request.language == QStringLiteral("zh_CN") ? "zh-CN" : "en");
        if (m_done < m_steps.size()) {
            const HandoutStep step = handoutStep(m_steps[m_done], m_view, m_request);
            m_page += stepSection(step, ++m_done, paperStyle(m_request).style);
            if (watch.progress)
                watch.progress(m_done, m_steps.size() + 1);
            return true;
        }
        publish(m_page + "</main>\n<script type=\"application/json\" id=\"data\">"
            + scriptData(dataOf(m_scene)) + "</script>\n<script>\n" + resource("page.js")
            + "</script>\n</body></html>\n");
        return false;
    }

    Message doing() const override
    {
        return handoutDoing(std::min(m_done + 1, m_steps.size()), m_steps.size());
    }

private:
    std::vector<FigureScene> m_steps;
    FigureScene m_scene;
    View m_view;
    FigureRequest m_request;
    QByteArray m_page; ///< so far
    std::size_t m_done = 0; ///< steps
};

} // namespace

std::unique_ptr<JobOf<QByteArray>> htmlJob(
    const FigureScene& scene, const View& view, WalkPath path, const FigureRequest& request)
{
    return std::make_unique<HtmlJob>(scene, view, path, request);
}

} // namespace glassformer
