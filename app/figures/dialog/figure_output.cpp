#include "app/figures/dialog/figure_output.h"

#include "core/error.h"
#include "core/experiment/attention/attention_aggregate.h"
#include "core/file/bytes/chosen_files.h"
#include "core/trace/look/attention_look_text.h"

#include <QClipboard>
#include <QFileInfo>
#include <QGuiApplication>
#include <QImage>
#include <QMimeData>
#include <QRegularExpression>

#include <memory>

namespace glassformer {
namespace {

constexpr double copied_dpi = 300; ///< programs that take the image show it on a screen

QString placeName(const FigureScene& scene)
{
    const ModelConfig& config = scene.trace().config;
    const bool is_encoder = scene.site() == AttentionSite::Encoder && config.hasDecoder();
    const QString stack = !config.hasCrossAttention() ? QStringLiteral("layer")
        : is_encoder                                  ? QStringLiteral("encoder")
                                                      : QStringLiteral("decoder");
    const QString layer = QStringLiteral("-%1%2").arg(stack).arg(scene.layer() + 1);
    if (showsOneHead(scene.trace(), scene.selection))
        return layer + QStringLiteral("-head%1").arg(scene.selection.head + 1);
    return layer + u'-' + QString::fromStdString(mapName(scene.selection.attention));
}

} // namespace

QString figureFileName(const FigureScene& scene, const View& view, const FigureRequest& request)
{
    static const QRegularExpression no_letter(QStringLiteral("[^\\p{L}\\p{N}._-]+"));
    QString model = QFileInfo(QString::fromStdString(view.model.name)).fileName();
    if (model.isEmpty())
        model = QString::fromStdString(scene.trace().config.name);
    QString name = model.isEmpty() ? QStringLiteral("figure") : model;
    const PaperPictureEntry& picture = paperPicture(picturesIn(request.picture).front());
    if (!picture.is_subject) {
        if (showsHead(scene.selection.step))
            name += placeName(scene);
        const std::string_view step = stepId(scene.selection.step);
        name += u'-' + QString::fromUtf8(step.data(), qsizetype(step.size()));
    }
    if (request.picture != "heatmap" && request.picture != "bars")
        name += u'-' + QString::fromStdString(request.picture);
    return name.replace(no_letter, QStringLiteral("-"));
}

Message writeFigure(const PaperFigure& figure, const QString& path)
{
    try {
        return writeBytes(paperFigureBytes(figure, path.toStdString()), path);
    } catch (const Error& error) {
        return error.message();
    }
}

Message writeBytes(const QByteArray& bytes, const QString& path)
{
    try {
        ChosenFiles file({path.toStdU16String()});
        file.write(file.first(), {bytes.constData(), std::size_t(bytes.size())});
        return {};
    } catch (const Error& error) {
        return error.message();
    }
}

void copyFigure(const PaperFigure& figure)
{
    auto data = std::make_unique<QMimeData>();
    data->setData(QStringLiteral("image/svg+xml"), paperFigureBytes(figure, "figure.svg"));
    data->setData(QStringLiteral("application/pdf"), paperFigureBytes(figure, "figure.pdf"));
    PaperFigure image = figure;
    image.dpi = std::min(figure.dpi, copied_dpi);
    data->setImageData(QImage::fromData(paperFigureBytes(image, "figure.png")));
    QGuiApplication::clipboard()->setMimeData(data.release());
}

} // namespace glassformer
