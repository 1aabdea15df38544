#include "app/figures/dialog/look_page.h"

#include "app/figures/paper_style.h"
#include "app/figures/pictures/paper_map.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QFontComboBox>
#include <QFormLayout>
#include <QSignalBlocker>

#include <algorithm>

namespace glassformer {

LookPage::LookPage(QWidget* parent)
    : FigurePage(parent)
    , m_font(new QFontComboBox)
    , m_theme(makeList("figureTheme"))
    , m_colours(makeList("figureColours"))
{
    m_font->setObjectName(QStringLiteral("figureFont"));
    m_font->setMinimumContentsLength(12);
    m_font->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_font->setEditable(false);
    connect(m_font, &QFontComboBox::currentFontChanged, this, &LookPage::changed);
    m_size = makeNumber(least_font_pt, most_font_pt, 1, QStringLiteral("pt"), "figureFontSize");
    m_size->setToolTip(FigureText::tr("Smaller words in the picture follow it, down to 5 pt."));
    m_theme->addItems({FigureText::tr("Light"), FigureText::tr("Dark")});
    for (const ColourMapEntry& entry : colourMaps())
        m_colours->addItem(colourMapName(entry.kind), int(entry.kind));
    m_transparent = makeCheck(FigureText::tr("T&ransparent ground"), "figureTransparent");
    m_outlines = makeCheck(FigureText::tr("Words as sha&pes"), "figureOutlines");
    m_outlines->setToolTip(
        FigureText::tr("They look alike where the font is missing, but cannot be searched or copied."));
    m_dpi = makeNumber(least_dpi, most_dpi, 0, QStringLiteral("dpi"), "figureDpi");
    auto* form = new QFormLayout(this);
    form->addRow(FigureText::tr("&Font"), m_font);
    form->addRow(FigureText::tr("Font si&ze"), m_size);
    form->addRow(FigureText::tr("T&heme"), m_theme);
    form->addRow(FigureText::tr("&Colours of weights"), m_colours);
    form->addRow(QString(), m_transparent);
    form->addRow(QString(), m_outlines);
    form->addRow(FigureText::tr("PN&G resolution"), m_dpi);
}

void LookPage::showChoices(const FigureRequest& request)
{
    const QSignalBlocker quiet(this);
    m_font->setCurrentFont(paperStyle(request).style.font);
    m_size->setValue(request.font_pt);
    m_theme->setCurrentIndex(request.is_dark ? 1 : 0);
    m_colours->setCurrentIndex(std::max(0, m_colours->findData(int(request.weights_map))));
    m_transparent->setChecked(request.is_transparent);
    m_outlines->setChecked(request.has_outlines);
    m_dpi->setValue(request.dpi);
}

void LookPage::put(FigureRequest& request) const
{
    request.font_family = m_font->currentFont().family();
    request.font_pt = m_size->value();
    request.is_dark = m_theme->currentIndex() == 1;
    request.weights_map = ColourMapKind(m_colours->currentData().toInt());
    request.is_transparent = m_transparent->isChecked();
    request.has_outlines = m_outlines->isChecked();
    request.dpi = m_dpi->value();
}

} // namespace glassformer
