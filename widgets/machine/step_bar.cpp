#include "widgets/machine/step_bar.h"

#include "widgets/look/palette.h"
#include "widgets/look/primary_button.h"

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QHelpEvent>
#include <QLabel>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>

namespace glassformer {
namespace {

constexpr double diameter = 9, pill = 26, widest_pitch = 15;

} // namespace

StepDots::StepDots(QWidget* parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    setCursor(Qt::PointingHandCursor);
}

void StepDots::setSteps(const QStringList& titles, int current)
{
    m_titles = titles;
    m_current = current;
    updateGeometry();
    update();
}

double StepDots::pitch() const
{
    const double room = width() - pill - 4;
    return std::clamp(room / std::max<double>(1, double(m_titles.size()) - 1), 4.0, widest_pitch);
}

QRectF StepDots::dot(int index) const
{
    const double length = pitch() * double(m_titles.size() - 1) + pill;
    const double size = std::min(diameter, pitch() - 2);
    double x = (width() - length) / 2 + index * pitch();
    if (index > m_current)
        x += pill - diameter;
    return {x, (height() - size) / 2, index == m_current ? pill - (diameter - size) : size, size};
}

QSize StepDots::sizeHint() const
{
    return {int(double(m_titles.size()) * widest_pitch + pill), 28};
}

QSize StepDots::minimumSizeHint() const
{
    return {int(double(m_titles.size()) * 5 + pill), 28};
}

int StepDots::stepAt(const QPointF& position) const
{
    int nearest = 0;
    double distance = 1e9;
    for (int i = 0; i < m_titles.size(); ++i) {
        const double here = std::abs(dot(i).center().x() - position.x());
        if (here < distance) {
            distance = here;
            nearest = i;
        }
    }
    return nearest;
}

bool StepDots::event(QEvent* event)
{
    if (event->type() == QEvent::ToolTip && !m_titles.isEmpty()) {
        const auto* help = static_cast<QHelpEvent*>(event);
        const int step = stepAt(help->pos());
        QToolTip::showText(help->globalPos(),
            QStringLiteral("%1 · %2").arg(QString::number(step + 1), m_titles[step]), this);
        return true;
    }
    return QWidget::event(event);
}

void StepDots::mousePressEvent(QMouseEvent* event)
{
    if (event->button() == Qt::LeftButton && !m_titles.isEmpty())
        emit stepWanted(stepAt(event->position()));
}

void StepDots::paintEvent(QPaintEvent*)
{
    const Palette& colours = paletteFor(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    for (int i = 0; i < m_titles.size(); ++i) {
        painter.setBrush(i == m_current ? colours.selected
                : i < m_current         ? mixed(colours.card, colours.selected, 0.55)
                                        : mixed(colours.border, colours.faint_ink, 0.25));
        const QRectF at = dot(i);
        painter.drawRoundedRect(at, at.height() / 2, at.height() / 2);
    }
}

StepBar::StepBar(QWidget* parent)
    : QWidget(parent)
    , m_back(new QPushButton)
    , m_next(new PrimaryButton)
    , m_paths(new QComboBox)
    , m_dots(new StepDots)
    , m_text(new QLabel)
{
    m_back->setObjectName(QStringLiteral("back"));
    m_next->setObjectName(QStringLiteral("next"));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(14, 8, 14, 8);
    row->setSpacing(12);
    row->addWidget(m_back);
    m_paths->setObjectName(QStringLiteral("path"));
    m_paths->addItems({QString(), QString()});
    row->addWidget(m_paths);
    row->addStretch(1);
    row->addWidget(m_dots, 4);
    row->addStretch(1);
    row->addWidget(m_text);
    row->addWidget(m_next);
    connect(m_paths, &QComboBox::activated, this,
        [this](int index) { emit pathWanted(index == 0 ? WalkPath::Short : WalkPath::Full); });
    connect(m_back, &QPushButton::clicked, this, [this] { emit stepWanted(m_current - 1); });
    connect(m_next, &QPushButton::clicked, this, [this] { emit stepWanted(m_current + 1); });
    connect(m_dots, &StepDots::stepWanted, this, &StepBar::stepWanted);
}

void StepBar::setSteps(const QStringList& titles, int current)
{
    m_titles = titles;
    m_current = current;
    refresh();
}

void StepBar::setPath(WalkPath path)
{
    m_path = path;
    refresh();
}

void StepBar::refresh()
{
    m_paths->setItemText(0, tr("Short walk"));
    m_paths->setItemText(1, tr("Full walk"));
    m_paths->setCurrentIndex(m_path == WalkPath::Short ? 0 : 1);
    m_paths->setAccessibleName(tr("Path through the steps"));
    m_paths->setToolTip(
        tr("Short: from the sentence to the next word in about a dozen steps. Full: every step."));
    m_back->setText(tr("◀ Back"));
    m_next->setText(tr("Next ▶"));
    m_dots->setSteps(m_titles, m_current);
    m_dots->setAccessibleName(tr("Steps"));
    m_back->setEnabled(m_current > 0 && !m_titles.isEmpty());
    m_next->setEnabled(m_current + 1 < m_titles.size());
    m_text->clear();
    if (m_titles.isEmpty())
        return;
    m_text->setText(
        tr("Step %1 of %2 · %3")
            .arg(QString::number(m_current + 1), QString::number(m_titles.size()), m_titles[m_current]));
}

void StepBar::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        refresh();
}

} // namespace glassformer
