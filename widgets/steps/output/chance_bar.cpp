#include "widgets/steps/output/chance_bar.h"

#include "widgets/look/number_text.h"
#include "widgets/look/scaled_font.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSlider>
#include <QSpinBox>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>
#include <limits>

namespace glassformer {
namespace {

constexpr double temperature_step = 0.1;
constexpr int most_temperature = 20; // steps
constexpr int most_words = 50; // behind the last, all
constexpr int least_share = 5; // per cent

} // namespace

ChanceBar::ChanceBar(QWidget* parent)
    : QWidget(parent)
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    m_sliders = new QWidget;
    auto* sliders = new QHBoxLayout(m_sliders);
    sliders->setContentsMargins(0, 0, 0, 0);
    sliders->setSpacing(8);
    m_second_row = new QHBoxLayout;
    column->addWidget(m_sliders);
    column->addLayout(m_second_row);
    m_temperature = addSlider("temperature", 0, most_temperature, m_temperature_text);
    m_top_k = addSlider("topK", 1, most_words + 1, m_top_k_text);
    m_top_p = addSlider("topP", least_share, 100, m_top_p_text);
    sliders->addStretch(1);
    m_seed_text = new QLabel;
    m_seed = new QSpinBox;
    m_seed->setObjectName(QStringLiteral("seed"));
    m_seed->setRange(0, std::numeric_limits<int>::max());
    m_seed->setKeyboardTracking(false); // a run for the whole number, not for each of its digits
    m_seed->setMaximumWidth(letterWidth(*this) * 12);
    m_seed_text->setBuddy(m_seed);
    m_draw = new QPushButton;
    m_draw->setObjectName(QStringLiteral("drawAgain"));
    for (QWidget* widget : std::initializer_list<QWidget*>{m_seed_text, m_seed, m_draw})
        m_second_row->addWidget(widget);
    m_second_row->addStretch(1);
    connect(m_seed, &QSpinBox::valueChanged, this, &ChanceBar::tell);
    connect(m_draw, &QPushButton::clicked, m_seed, &QSpinBox::stepUp);
    refreshTexts();
}

QSlider* ChanceBar::addSlider(const char* name, int least, int most, QLabel*& label)
{
    auto* slider = new QSlider(Qt::Horizontal);
    slider->setObjectName(QString::fromLatin1(name));
    slider->setRange(least, most);
    slider->setPageStep(5);
    slider->setMinimumWidth(40);
    slider->setMaximumWidth(180); // longer ones would say nothing finer
    label = new QLabel;
    label->setObjectName(QString::fromLatin1(name) + QStringLiteral("Text"));
    label->setBuddy(slider);
    auto* row = static_cast<QHBoxLayout*>(m_sliders->layout());
    row->addWidget(label);
    row->addWidget(slider, 1);
    connect(slider, &QSlider::valueChanged, this, [this, slider] {
        refreshTexts();
        if (slider->isSliderDown())
            emit previewed(chosen());
        else
            tell();
    });
    connect(slider, &QSlider::sliderReleased, this, &ChanceBar::tell);
    return slider;
}

void ChanceBar::setOffered(bool is_offered)
{
    m_is_offered = is_offered;
    m_sliders->setVisible(is_offered);
    refreshTexts();
}

void ChanceBar::addWidget(QWidget* widget)
{
    m_second_row->insertWidget(m_second_row->count() - 1, widget);
}

Decoding ChanceBar::chosen() const
{
    Decoding decoding = m_decoding;
    decoding.kind = m_temperature->value() > 0 ? DecodingKind::Sample : DecodingKind::Greedy;
    // What a link or the command line asked for may lie between two steps: it stays until the slider is moved.
    const int step = m_temperature->value();
    if (step > 0 && step != int(std::lround(m_decoding.temperature / temperature_step)))
        decoding.temperature = step * temperature_step;
    if (m_top_k->value() <= most_words)
        decoding.top_k = m_top_k->value();
    else if (decoding.top_k <= most_words)
        decoding.top_k = 0;
    if (m_top_p->value() != int(std::lround(m_decoding.top_p * 100)))
        decoding.top_p = m_top_p->value() / 100.0;
    decoding.seed = std::uint32_t(m_seed->value());
    return decoding;
}

void ChanceBar::tell()
{
    if (const Decoding wanted = chosen(); wanted != m_decoding)
        emit decodingWanted(wanted);
}

void ChanceBar::setDecoding(const Decoding& decoding)
{
    m_decoding = decoding;
    // They are told where they are, nobody moves them; one that is being dragged stays in the hand.
    const auto put = [](QSlider* slider, int value) {
        const QSignalBlocker quiet(slider);
        if (!slider->isSliderDown())
            slider->setValue(value);
    };
    const bool is_drawn = decoding.kind == DecodingKind::Sample;
    put(m_temperature, is_drawn ? std::max(1, int(std::lround(decoding.temperature / temperature_step))) : 0);
    put(m_top_k, decoding.top_k > 0 ? std::min(decoding.top_k, most_words + 1) : most_words + 1);
    put(m_top_p, int(std::lround(decoding.top_p * 100)));
    {
        const QSignalBlocker quiet(m_seed);
        m_seed->setValue(int(std::min<std::uint32_t>(decoding.seed, std::uint32_t(m_seed->maximum()))));
    }
    refreshTexts();
}

void ChanceBar::refreshTexts()
{
    const Decoding now = chosen();
    const bool is_drawn = now.kind == DecodingKind::Sample;
    m_temperature_text->setText(
        is_drawn ? tr("Temperature %1").arg(numberText(now.temperature, 1)) : tr("Likeliest word"));
    m_top_k_text->setText(now.top_k > 0 ? tr("top-k %1").arg(now.top_k) : tr("top-k all"));
    m_top_p_text->setText(tr("top-p %1").arg(numberText(now.top_p, 2)));
    m_seed_text->setText(tr("Seed"));
    m_draw->setText(tr("Draw again"));
    // Without chance they would change nothing.
    for (QWidget* widget : std::initializer_list<QWidget*>{
             m_top_k, m_top_k_text, m_top_p, m_top_p_text, m_seed, m_seed_text, m_draw})
        widget->setVisible(is_drawn && m_is_offered);
    m_temperature->setToolTip(tr(
        "0: always the likeliest word. Above: by chance; the logits are divided by the temperature first."));
    m_top_k->setToolTip(tr("Only the k likeliest words may be drawn."));
    m_top_p->setToolTip(tr("Only the likeliest words that together reach this probability may be drawn."));
    m_seed->setToolTip(tr("The same seed draws the same words. Another one draws anew."));
    m_draw->setToolTip(m_seed->toolTip());
    m_temperature->setAccessibleName(tr("Temperature"));
    m_top_k->setAccessibleName(tr("Words that may be drawn"));
    m_top_p->setAccessibleName(tr("Probability that may be drawn from"));
    m_seed->setAccessibleName(tr("Seed of the chance"));
}

void ChanceBar::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        refreshTexts();
}

} // namespace glassformer
