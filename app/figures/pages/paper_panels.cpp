#include "app/figures/pages/paper_panels.h"

#include "app/figures/pictures/paper_map.h"
#include "core/error.h"
#include "widgets/look/line_text.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <memory>

namespace glassformer {
namespace {

constexpr double gap_em = 1.2, head_em = 1.5;

/** Where each lies, in pixels of the style of the whole. */
struct Sheet
{
    PaperStyle paper;
    std::vector<PaperPanel> panels;
    std::vector<QPointF> places; ///< of the pictures
    double width = 0;
    bool has_letters = false;

    double scaleOf(const PaperPanel& panel) const { return panel.picture.paper.unit_mm / paper.unit_mm; }
    QSizeF sizeOf(const PaperPanel& panel) const { return panel.picture.size * scaleOf(panel); }
    QString headOf(std::size_t panel) const;
    bool hasHeads() const;
    void paint(QPainter& painter) const;
};

QString Sheet::headOf(std::size_t panel) const
{
    const QString letter =
        has_letters ? QStringLiteral("(%1)").arg(QChar(u'a' + char16_t(panel % 26))) : QString();
    const QString& title = panels[panel].title;
    return title.isEmpty() || letter.isEmpty() ? letter + title : letter + u' ' + title;
}

bool Sheet::hasHeads() const
{
    return has_letters || std::any_of(panels.begin(), panels.end(), [](const PaperPanel& panel) {
        return !panel.title.isEmpty();
    });
}

void Sheet::paint(QPainter& painter) const
{
    const double em = paper.style.em();
    const QFont font = paper.style.boldFont();
    for (std::size_t i = 0; i < panels.size(); ++i) {
        painter.save();
        painter.translate(places[i]);
        if (hasHeads()) {
            painter.setFont(font);
            painter.setPen(paper.style.palette.ink);
            const double room = sizeOf(panels[i]).width();
            painter.drawText(QRectF(0, -em * head_em, room, em * head_em), Qt::AlignLeft | Qt::AlignVCenter,
                QFontMetricsF(font).elidedText(headOf(i), Qt::ElideMiddle, room));
        }
        painter.scale(scaleOf(panels[i]), scaleOf(panels[i]));
        panels[i].picture.paint(painter);
        painter.restore();
    }
}

void place(Sheet& sheet, PanelOrder order, QSizeF& size)
{
    const double em = sheet.paper.style.em(), head = sheet.hasHeads() ? em * head_em : 0;
    double x = 0, y = 0;
    for (const PaperPanel& panel : sheet.panels) {
        const QSizeF own = sheet.sizeOf(panel);
        sheet.places.push_back({x, y + head});
        size = {std::max(size.width(), x + own.width()), std::max(size.height(), y + head + own.height())};
        if (order == PanelOrder::Beside)
            x += own.width() + em * gap_em;
        else
            y += head + own.height() + em * gap_em;
    }
}

} // namespace

double panelWidth(const FigureRequest& request, int panels)
{
    const PaperStyle paper = paperStyle(request);
    const double gaps = paper.style.em() * gap_em * paper.unit_mm * (panels - 1);
    const double width = (request.width_mm - gaps) / panels;
    if (width < least_width_mm)
        throw Error({Message::tr("%1 pictures beside each other", panels), {},
            Message::tr("a wider figure, or fewer of them"), {}});
    return width;
}

PaperPicture paperPanels(std::vector<PaperPanel> panels, PanelOrder order, const FigureRequest& request)
{
    auto sheet = std::make_shared<Sheet>();
    sheet->paper = paperStyle(request);
    sheet->has_letters = panels.size() > 1;
    sheet->panels = std::move(panels);
    PaperPicture picture;
    picture.paper = sheet->paper;
    place(*sheet, order, picture.size);
    picture.size.setWidth(picture.paper.widthOf(request.width_mm));
    for (std::size_t i = 0; i < sheet->panels.size(); ++i) {
        PaperPicture& own = sheet->panels[i].picture;
        if (i > 0)
            picture.table.push_back({});
        if (sheet->has_letters)
            picture.table.push_back({sheet->headOf(i)});
        picture.table.insert(picture.table.end(), own.table.begin(), own.table.end());
        picture.remarks << own.remarks;
        if (!own.quantity.isEmpty() && !picture.quantity.contains(own.quantity))
            picture.quantity +=
                (picture.quantity.isEmpty() ? QString() : QStringLiteral("; ")) + own.quantity;
    }
    picture.remarks.removeDuplicates();
    picture.paint = [sheet](QPainter& painter) { sheet->paint(painter); };
    return picture;
}

} // namespace glassformer
