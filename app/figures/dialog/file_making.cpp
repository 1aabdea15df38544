#include "app/figures/dialog/file_making.h"

#include "app/figures/dialog/figure_output.h"
#include "app/figures/pictures/paper_map.h"
#include "app/window/lines/message_text.h"

#include <QBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>

#include <chrono>
#include <utility>

namespace glassformer {
namespace {

constexpr std::chrono::milliseconds a_moment{300};
constexpr int per_cent = 100;
constexpr int width_em = 22;

} // namespace

FileMaking::FileMaking(
    std::unique_ptr<JobOf<QByteArray>> job, const QString& path, const QString& title, QWidget* parent)
    : QDialog(parent)
    , m_path(path)
    , m_text(new QLabel(title))
    , m_bar(new QProgressBar)
    , m_lane(nullptr, JobPlace::BetweenEvents)
{
    setObjectName(QStringLiteral("fileMaking"));
    layOut(title);
    m_delay.setSingleShot(true);
    connect(&m_delay, &QTimer::timeout, this, &QDialog::open);
    connect(&m_lane, &JobLane::doing, this,
        [this](const Message& what) { m_text->setText(messageText(what) + QStringLiteral(" …")); });
    connect(&m_lane, &JobLane::progressed, this,
        [this](double done) { m_bar->setValue(qRound(done * per_cent)); });
    connect(&m_lane, &JobLane::failed, this, &FileMaking::fail);
    m_lane.start<QByteArray>(std::move(job), [this](const QByteArray& bytes) { write(bytes); });
    m_delay.start(a_moment);
}

void FileMaking::layOut(const QString& title)
{
    setWindowTitle(title);
    setMinimumWidth(fontMetrics().height() * width_em);
    m_bar->setRange(0, per_cent);
    m_bar->setTextVisible(false);
    m_bar->setAccessibleName(FigureText::tr("Progress"));
    auto* cancel = new QPushButton(FigureText::tr("Cancel (Esc)"));
    cancel->setObjectName(QStringLiteral("fileMakingCancel"));
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(16, 16, 16, 16);
    column->setSpacing(12);
    column->addWidget(m_text);
    column->addWidget(m_bar);
    column->addWidget(cancel, 0, Qt::AlignRight);
}

/** Whether it is all made, has failed, or is not wanted any more. */
void FileMaking::done(int result)
{
    m_delay.stop();
    m_lane.cancel();
    QDialog::done(result);
    deleteLater();
}

void FileMaking::write(const QByteArray& bytes)
{
    if (const Message trouble = writeBytes(bytes, m_path); !trouble.empty())
        return fail(trouble);
    emit written(m_path);
    accept();
}

void FileMaking::fail(const Message& why)
{
    emit failed(why);
    reject();
}

} // namespace glassformer
