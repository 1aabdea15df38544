#include "app/figures/dialog/figure_dialog.h"

#include "app/figures/dialog/figure_output.h"
#include "app/figures/dialog/figure_preview.h"
#include "app/figures/dialog/figure_settings.h"
#include "app/figures/dialog/file_making.h"
#include "app/figures/dialog/look_page.h"
#include "app/figures/dialog/motion_page.h"
#include "app/figures/dialog/picture_page.h"
#include "app/figures/dialog/tokens_page.h"
#include "app/figures/dialog/words_page.h"
#include "app/figures/pictures/paper_map.h"
#include "app/window/lines/message_text.h"
#include "app/window/look/interface_language.h"
#include "core/error.h"
#include "widgets/look/palette.h"
#include "widgets/look/primary_button.h"

#include <QComboBox>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QInputDialog>
#include <QLabel>
#include <QShortcut>
#include <QTabWidget>

#include <utility>

namespace glassformer {
namespace {

constexpr int page_width_em = 26;

/** Made words, in the language of the figure. */
WordsPage::MadeWords madeWords(const FigureScene& scene, const View& view, const FigureRequest& request)
{
    const SpokenLanguage spoken(request.language);
    FigureRequest made = request;
    made.row_title.reset();
    made.column_title.reset();
    const bool has_axes = paperPicture(picturesIn(request.picture).front()).has_axes;
    return {madeTitle(scene, view, made), madeCaption(scene, view, made),
        has_axes ? rowTitle(scene, made) : QString(), has_axes ? columnTitle(scene, made) : QString()};
}

/** Forms of files, as a file dialog offers them. */
QStringList stillForms()
{
    return {FigureText::tr("SVG (*.svg)"), FigureText::tr("PDF (*.pdf)"), FigureText::tr("PNG (*.png)"),
        FigureText::tr("LaTeX, for TikZ (*.tex)"), FigureText::tr("Numbers (*.csv)")};
}

} // namespace

FigureDialog::FigureDialog(FigureScene scene, View view, const QString& language, QWidget* parent)
    : QDialog(parent)
    , m_scene(std::move(scene))
    , m_view(std::move(view))
    , m_language(language)
    , m_words(new WordsPage(language))
    , m_tokens(new TokensPage(m_scene))
    , m_motion(new MotionPage)
    , m_preview(new FigurePreview)
    , m_size(new QLabel)
    , m_remarks(new QLabel)
{
    setObjectName(QStringLiteral("figureDialog"));
    setWindowTitle(FigureText::tr("Figure"));
    m_pages = {new PicturePage(m_scene), m_words, m_tokens, new LookPage};
    auto* tabs = new QTabWidget;
    tabs->addTab(m_pages[0], FigureText::tr("Picture"));
    tabs->addTab(m_pages[1], FigureText::tr("Words"));
    tabs->addTab(m_pages[2], FigureText::tr("Tokens"));
    tabs->setTabEnabled(2, m_tokens->hasTokens());
    tabs->addTab(m_pages[3], FigureText::tr("Look"));
    tabs->addTab(m_motion, FigureText::tr("Motion"));
    for (FigurePage* page : m_pages)
        connect(page, &FigurePage::changed, this, &FigureDialog::refresh);
    connect(m_motion, &MotionPage::changed, this, &FigureDialog::refresh);
    connect(&m_next, &QTimer::timeout, this, &FigureDialog::nextFrame);
    m_preview->setAccessibleName(FigureText::tr("How the figure will look"));
    m_size->setObjectName(QStringLiteral("figureSize"));
    m_size->setAlignment(Qt::AlignRight);
    m_remarks->setObjectName(QStringLiteral("figureRemarks"));
    m_remarks->setWordWrap(true);
    m_remarks->setTextFormat(Qt::PlainText);
    auto* left = new QVBoxLayout;
    left->addWidget(makePresets());
    left->addWidget(tabs, 1);
    left->addWidget(m_remarks);
    left->addWidget(makeButtons());
    auto* right = new QVBoxLayout;
    right->addWidget(m_preview, 1);
    right->addWidget(m_size);
    auto* row = new QHBoxLayout(this);
    row->addLayout(left, 0);
    row->addLayout(right, 1);
    tabs->setFixedWidth(fontMetrics().height() * page_width_em);
    auto* copying = new QShortcut(QKeySequence::Copy, this);
    connect(copying, &QShortcut::activated, this, &FigureDialog::copy);
    FigureRequest last = lastFigureRequest();
    last.language = language;
    showChoices(last);
    m_pages.front()->setFocus();
    resize(fontMetrics().height() * 64, fontMetrics().height() * 40);
}

QWidget* FigureDialog::makePresets()
{
    auto* presets = new QWidget;
    auto* row = new QHBoxLayout(presets);
    row->setContentsMargins(0, 0, 0, 0);
    m_presets = new QComboBox;
    m_presets->setObjectName(QStringLiteral("figurePresets"));
    m_presets->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_presets->setAccessibleName(FigureText::tr("Presets"));
    auto* keep = new QPushButton(FigureText::tr("&Keep…"));
    keep->setObjectName(QStringLiteral("figureKeepPreset"));
    keep->setToolTip(FigureText::tr("Keeps this look under a name."));
    m_drop_preset = new QPushButton(FigureText::tr("&Drop"));
    m_drop_preset->setObjectName(QStringLiteral("figureDropPreset"));
    row->addWidget(m_presets, 1);
    for (QPushButton* button : {keep, m_drop_preset}) {
        button->setAutoDefault(false);
        row->addWidget(button);
    }
    offerPresets();
    connect(m_presets, &QComboBox::activated, this, &FigureDialog::takePreset);
    connect(keep, &QPushButton::clicked, this, &FigureDialog::askForName);
    connect(m_drop_preset, &QPushButton::clicked, this, [this] {
        dropFigurePreset(m_presets->currentText());
        offerPresets();
    });
    return presets;
}

void FigureDialog::offerPresets()
{
    m_presets->clear();
    m_presets->addItem(FigureText::tr("Choose a preset"));
    for (const FigurePreset& preset : figurePresets())
        m_presets->addItem(preset.name, preset.is_own);
    m_drop_preset->setEnabled(false);
}

void FigureDialog::takePreset(int index)
{
    m_drop_preset->setEnabled(m_presets->currentData().toBool());
    const std::vector<FigurePreset> presets = figurePresets();
    if (index > 0 && std::size_t(index) <= presets.size())
        showChoices(withLookOf(presets[std::size_t(index) - 1].request, request()));
}

void FigureDialog::askForName()
{
    auto* question = new QInputDialog(this);
    question->setAttribute(Qt::WA_DeleteOnClose);
    question->setWindowTitle(FigureText::tr("Keep this look"));
    question->setLabelText(FigureText::tr("Name of the preset"));
    connect(question, &QInputDialog::textValueSelected, this, [this](const QString& text) {
        const QString name = text.simplified();
        if (name.isEmpty())
            return;
        keepFigurePreset(name, request());
        offerPresets();
        m_presets->setCurrentIndex(m_presets->findText(name));
        m_drop_preset->setEnabled(true);
    });
    question->open();
}

QWidget* FigureDialog::makeButtons()
{
    auto* buttons = new QWidget;
    auto* row = new QHBoxLayout(buttons);
    row->setContentsMargins(0, 0, 0, 0);
    m_save = new PrimaryButton;
    m_save->setText(FigureText::tr("&Save…"));
    m_save->setObjectName(QStringLiteral("figureSave"));
    m_copy = new QPushButton(FigureText::tr("C&opy"));
    m_copy->setObjectName(QStringLiteral("figureCopy"));
    m_copy->setToolTip(FigureText::tr("Puts SVG, PDF and PNG on the clipboard (Ctrl+C)."));
    auto* close = new QPushButton(FigureText::tr("Clos&e"));
    for (QPushButton* button : {m_save, m_copy, close}) {
        button->setMinimumHeight(button->fontMetrics().height() + 14);
        button->setAutoDefault(button == m_save);
        row->addWidget(button);
    }
    m_save->setDefault(true);
    connect(m_save, &QPushButton::clicked, this, &FigureDialog::askForFile);
    connect(m_copy, &QPushButton::clicked, this, &FigureDialog::copy);
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
    return buttons;
}

FigureRequest FigureDialog::request() const
{
    FigureRequest request;
    for (const FigurePage* page : m_pages)
        page->put(request);
    return request;
}

void FigureDialog::showChoices(const FigureRequest& request)
{
    for (FigurePage* page : m_pages)
        page->showChoices(request);
    refresh();
}

void FigureDialog::refresh()
{
    const FigureRequest wanted = request();
    try {
        m_words->showMade(madeWords(m_scene, m_view, wanted));
        chooseFrames(wanted);
        showFrame();
        m_size->setText(sizeText());
        tell(m_preview->figure()->remarks.join(u' '), false);
    } catch (const Error& error) {
        m_next.stop();
        m_preview->setTrouble(sentenceText(error.message()));
        m_size->clear();
        tell({}, false);
    }
    m_save->setEnabled(m_preview->figure().has_value());
    m_copy->setEnabled(m_save->isEnabled());
}

/** One, if it stands still. */
void FigureDialog::chooseFrames(const FigureRequest& wanted)
{
    m_motion->offer(motionsOf(m_scene, wanted));
    const std::optional<MotionRequest> motion = m_motion->motion();
    m_frames = motion ? motionFrames(m_scene, motion->motion, wanted)
                      : std::vector<MotionFrame>{{m_scene.selection, wanted}};
    m_frame = 0;
    motion ? m_next.start(motion->frame_ms) : m_next.stop();
}

void FigureDialog::showFrame()
{
    m_preview->setFigure(frameFigure(m_scene, m_view, m_frames[m_frame]));
}

void FigureDialog::nextFrame()
{
    m_frame = (m_frame + 1) % m_frames.size();
    try {
        showFrame();
    } catch (const Error& error) {
        m_next.stop();
        m_preview->setTrouble(sentenceText(error.message()));
    }
}

QString FigureDialog::sizeText() const
{
    if (const std::optional<MotionRequest> motion = m_motion->motion())
        return FigureText::tr("%1 frames, %2 pixels wide").arg(m_frames.size()).arg(motion->width);
    const QSizeF size = m_preview->figure()->size_mm;
    return FigureText::tr("%1 × %2 mm").arg(size.width(), 0, 'f', 0).arg(size.height(), 0, 'f', 0);
}

void FigureDialog::tell(const QString& text, bool is_trouble)
{
    QPalette colours = palette();
    if (is_trouble)
        colours.setColor(QPalette::WindowText, paletteFor(colours).positive);
    m_remarks->setPalette(colours);
    m_remarks->setText(text);
    m_remarks->setVisible(!text.isEmpty());
}

QString FigureDialog::fileName() const
{
    return figureFileName(m_scene, m_view, request());
}

void FigureDialog::keepChoices() const
{
    keepLastFigureRequest(request());
}

bool FigureDialog::save(const QString& path)
{
    if (!m_preview->figure())
        return false;
    if (const Message trouble = writeFigure(*m_preview->figure(), path); !trouble.empty()) {
        tell(sentenceText(trouble), true);
        return false;
    }
    keepChoices();
    keepFigureFolder(QFileInfo(path).absolutePath());
    emit saved(path);
    return true;
}

void FigureDialog::saveMotion(const QString& path)
{
    const std::optional<MotionRequest> motion = m_motion->motion();
    if (!motion)
        return;
    auto* making =
        new FileMaking(motionJob(m_scene, m_view, *motion, request()), path, FigureText::tr("Motion"), this);
    connect(making, &FileMaking::failed, this, [this](const Message& why) { tell(sentenceText(why), true); });
    connect(making, &FileMaking::written, this, [this](const QString& file) {
        keepChoices();
        keepFigureFolder(QFileInfo(file).absolutePath());
        emit saved(file);
        accept();
    });
}

void FigureDialog::copy()
{
    if (!m_preview->figure())
        return;
    try {
        copyFigure(*m_preview->figure());
        keepChoices();
        tell(FigureText::tr("SVG, PDF and PNG are on the clipboard."), false);
        emit copied();
    } catch (const Error& error) {
        tell(sentenceText(error.message()), true);
    }
}

void FigureDialog::askForFile()
{
    auto* dialog = new QFileDialog(this, FigureText::tr("Save figure"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    const bool moves = m_motion->motion().has_value();
    dialog->setObjectName(QStringLiteral("figureFile"));
    dialog->setNameFilters(moves ? QStringList{FigureText::tr("Animated WebP (*.webp)")} : stillForms());
    dialog->setDefaultSuffix(moves ? QStringLiteral("webp") : QStringLiteral("svg"));
    connect(dialog, &QFileDialog::filterSelected, dialog,
        [dialog](const QString& filter) { dialog->setDefaultSuffix(filter.section(u'.', -1).chopped(1)); });
    if (const QString folder = figureFolder(); !folder.isEmpty())
        dialog->setDirectory(folder);
    dialog->selectFile(fileName());
    connect(dialog, &QFileDialog::fileSelected, this, [this, moves](const QString& path) {
        if (moves)
            saveMotion(path);
        else if (save(path))
            accept();
    });
    dialog->open();
}

} // namespace glassformer
