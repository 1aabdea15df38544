#include "app/figures/pictures/paper_map.h"
#include "app/figures/pictures/paper_matrix.h"

#include "core/error.h"
#include "core/model/tensor_name.h"
#include "core/trace/record/tensor_slice.h"
#include "widgets/steps/input/position_content.h"

#include <QPainter>

namespace glassformer {
namespace {

MatrixSlice positionsOf(const FigureScene& scene)
{
    MatrixSlice positions = matrixOf(scene.trace(), source_position_tensor);
    if (positions.isEmpty())
        throw Error({Message::tr("a run without an encoding of positions"), {},
            Message::tr("a model that adds one to its tokens"), {}});
    return positions;
}

} // namespace

bool hasPositions(const FigureScene& scene)
{
    return !matrixOf(scene.trace(), source_position_tensor).isEmpty();
}

PaperPicture paperWaves(const FigureScene& scene, const FigureRequest& request)
{
    const MatrixSlice positions = positionsOf(scene);
    WaveContent content{wavesOf(positions, scene.selection.dimension), scene.selection.token,
        request.column_title.value_or(FigureText::tr("position"))};
    PaperPicture picture;
    picture.paper = paperStyle(request);
    picture.quantity = FigureText::tr("component of the encoding");
    picture.table.push_back({FigureText::tr("position")});
    for (const Wave& wave : content.waves)
        picture.table.front() << wave.name;
    for (int position = 0; position < positions.rows; ++position) {
        QStringList line{QString::number(position)};
        for (const Wave& wave : content.waves)
            line << exactText(float(wave.values[std::size_t(position)]));
        picture.table.push_back(std::move(line));
    }
    const FigureStyle& style = picture.paper.style;
    constexpr double pitch = 3.2, axis = 2.4; // in em
    picture.size = {
        picture.paper.widthOf(request.width_mm), style.em() * (pitch * double(content.waves.size()) + axis)};
    picture.paint = [content, style, size = picture.size](
                        QPainter& painter) { paintWaves(painter, QRectF(QPointF(), size), content, style); };
    return picture;
}

PaperPicture paperLikeness(const FigureScene& scene, const FigureRequest& request)
{
    const MatrixSlice positions = positionsOf(scene);
    if (positions.rows > most_compared)
        throw Error({Message::tr("%1 positions", positions.rows), {},
            Message::tr("at most %1, to compare all of them", most_compared), {}});
    const QString place = FigureText::tr("position of");
    return paperMatrix({likenessContent(positions, scene.trace().source), request.row_title.value_or(place),
                           request.column_title.value_or(place), FigureText::tr("cosine of the encodings")},
        request);
}

} // namespace glassformer
