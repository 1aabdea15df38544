#include "app/figures/dialog/motion_page.h"

#include "app/figures/pictures/paper_map.h"

#include <QComboBox>
#include <QDoubleSpinBox>
#include <QFormLayout>
#include <QLabel>
#include <QSignalBlocker>
#include <QSpinBox>

#include <algorithm>

namespace glassformer {
namespace {

constexpr double ms_per_second = 1000;
constexpr int width_step = 100;

} // namespace

MotionPage::MotionPage(QWidget* parent)
    : QWidget(parent)
    , m_motion(new QComboBox)
    , m_seconds(new QDoubleSpinBox)
    , m_width(new QSpinBox)
    , m_about(new QLabel)
{
    const MotionRequest usual;
    m_motion->setObjectName(QStringLiteral("figureMotion"));
    m_seconds->setObjectName(QStringLiteral("figureFrameSeconds"));
    m_seconds->setRange(least_frame_ms / ms_per_second, most_frame_ms / ms_per_second);
    m_seconds->setDecimals(2);
    m_seconds->setSingleStep(0.1);
    m_seconds->setSuffix(u' ' + FigureText::tr("s"));
    m_seconds->setValue(usual.frame_ms / ms_per_second);
    m_width->setObjectName(QStringLiteral("figurePixels"));
    m_width->setRange(least_motion_pixels, most_motion_pixels);
    m_width->setSingleStep(width_step);
    m_width->setSuffix(u' ' + FigureText::tr("pixels"));
    m_width->setValue(usual.width);
    m_about->setWordWrap(true);
    auto* form = new QFormLayout(this);
    form->addRow(FigureText::tr("&Changes"), m_motion);
    form->addRow(FigureText::tr("A &frame stands"), m_seconds);
    form->addRow(FigureText::tr("W&idth"), m_width);
    form->addRow(m_about);
    connect(m_motion, &QComboBox::activated, this, [this] {
        refresh();
        emit changed();
    });
    connect(m_seconds, &QDoubleSpinBox::valueChanged, this, &MotionPage::changed);
    connect(m_width, &QSpinBox::valueChanged, this, &MotionPage::changed);
    offer({});
}

void MotionPage::offer(const std::vector<Motion>& those)
{
    const QVariant chosen = m_motion->currentData();
    m_motion->clear();
    m_motion->addItem(FigureText::tr("Nothing: it stands still"));
    for (const MotionEntry& entry : motions())
        if (std::find(those.begin(), those.end(), entry.motion) != those.end())
            m_motion->addItem(FigureText::tr(entry.name), int(entry.motion));
    m_motion->setCurrentIndex(chosen.isValid() ? std::max(0, m_motion->findData(chosen)) : 0);
    refresh();
}

std::optional<MotionRequest> MotionPage::motion() const
{
    if (!m_motion->currentData().isValid())
        return std::nullopt;
    return MotionRequest{Motion(m_motion->currentData().toInt()), qRound(m_seconds->value() * ms_per_second),
        m_width->value()};
}

void MotionPage::refresh()
{
    const bool moves = m_motion->currentData().isValid();
    m_seconds->setEnabled(moves);
    m_width->setEnabled(moves);
    m_about->setText(m_motion->count() < 2
            ? FigureText::tr("Pictures of one layer, one head or one written word can move.")
            : FigureText::tr("It is saved as an animated WebP, which every browser plays."));
}

} // namespace glassformer
