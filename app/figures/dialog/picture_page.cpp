#include "app/figures/dialog/picture_page.h"

#include "app/figures/pictures/paper_map.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QSignalBlocker>

#include <algorithm>
#include <array>

namespace glassformer {
namespace {

constexpr std::array widths_mm{85.0, 130.0, 180.0, slide_width_mm};
constexpr double narrowest_pair_mm = 130; ///< in less two pictures stand below each other
constexpr int slide = 3, own_width = 4;

} // namespace

PicturePage::PicturePage(const FigureScene& scene, QWidget* parent)
    : FigurePage(parent)
    , m_picture(makeList("figurePicture"))
    , m_second(makeList("figureSecond"))
{
    m_second->addItem(FigureText::tr("Nothing"));
    for (const PaperPictureEntry* entry : paperPicturesOf(scene))
        for (QComboBox* list : {m_picture, m_second})
            list->addItem(FigureText::tr(entry->name), QString::fromLatin1(entry->id));
    m_numbers = makeCheck(FigureText::tr("&Numbers in cells that have room"), "figureNumbers");
    m_bar = makeCheck(FigureText::tr("Colour ba&r with its quantity"), "figureBar");
    auto* form = new QFormLayout(this);
    form->addRow(FigureText::tr("&Picture"), m_picture);
    form->addRow(FigureText::tr("&Beside or below it"), m_second);
    form->addRow(FigureText::tr("&Width"), makeWidth());
    form->addRow(QString(), m_numbers);
    form->addRow(QString(), m_bar);
    setFocusProxy(m_picture);
}

/** What journals and slides want, or any other width. */
QWidget* PicturePage::makeWidth()
{
    auto* fields = new QWidget;
    auto* row = new QHBoxLayout(fields);
    row->setContentsMargins(0, 0, 0, 0);
    m_widths = new QComboBox;
    m_widths->setObjectName(QStringLiteral("figureWidths"));
    m_widths->setAccessibleName(FigureText::tr("Usual widths"));
    m_widths->addItems({FigureText::tr("One column"), FigureText::tr("One and a half columns"),
        FigureText::tr("Two columns"), FigureText::tr("Slide 16:9"), FigureText::tr("Own width")});
    m_width = makeNumber(least_width_mm, most_width_mm, 1, FigureText::tr("mm"), "figureWidth");
    m_width->setAccessibleName(FigureText::tr("Width in millimetres"));
    row->addWidget(m_widths, 1);
    row->addWidget(m_width);
    fields->setFocusProxy(m_widths);
    connect(m_widths, &QComboBox::activated, this, [this](int index) {
        const QSignalBlocker quiet(m_width);
        if (index < own_width)
            m_width->setValue(widths_mm[std::size_t(index)]);
        emit changed();
    });
    connect(m_width, &QDoubleSpinBox::valueChanged, this, &PicturePage::nameWidth);
    return fields;
}

void PicturePage::nameWidth()
{
    const auto known = std::find(widths_mm.begin(), widths_mm.begin() + slide, m_width->value());
    m_widths->setCurrentIndex(
        known == widths_mm.begin() + slide ? own_width : int(known - widths_mm.begin()));
}

void PicturePage::showChoices(const FigureRequest& request)
{
    const QSignalBlocker quiet(this);
    const std::vector<std::string> pictures = picturesIn(request.picture);
    m_picture->setCurrentIndex(std::max(0, m_picture->findData(QString::fromStdString(pictures.front()))));
    m_second->setCurrentIndex(
        pictures.size() < 2 ? 0 : std::max(0, m_second->findData(QString::fromStdString(pictures[1]))));
    m_width->setValue(request.width_mm);
    nameWidth();
    if (request.height_mm > 0)
        m_widths->setCurrentIndex(slide);
    m_numbers->setChecked(request.has_numbers);
    m_bar->setChecked(request.has_colour_bar);
}

void PicturePage::put(FigureRequest& request) const
{
    request.width_mm = m_width->value();
    if (m_picture->count() > 0)
        request.picture = m_picture->currentData().toString().toStdString();
    if (m_second->currentIndex() > 0)
        request.picture += (request.width_mm >= narrowest_pair_mm ? '+' : '/')
            + m_second->currentData().toString().toStdString();
    request.height_mm = m_widths->currentIndex() == slide ? slide_height_mm : 0;
    request.has_numbers = m_numbers->isChecked();
    request.has_colour_bar = m_bar->isChecked();
}

} // namespace glassformer
