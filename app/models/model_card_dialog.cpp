#include "app/models/model_card_dialog.h"

#include "app/models/model_facts.h"
#include "app/models/model_list.h"
#include "core/error.h"
#include "widgets/look/model_title.h"
#include "widgets/look/number_text.h"
#include "widgets/pictures/numbers/bar_list.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QLocale>
#include <QScrollArea>
#include <QTabWidget>
#include <QTextBrowser>
#include <QVBoxLayout>

namespace glassformer {
namespace {

constexpr std::uint64_t longest_readme = 1u << 20;

QLabel* textLabel(const QString& html)
{
    auto* label = new QLabel(html);
    label->setTextFormat(Qt::RichText);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    label->setWordWrap(true);
    return label;
}

QWidget* page(std::initializer_list<QWidget*> parts)
{
    auto* inside = new QWidget;
    auto* column = new QVBoxLayout(inside);
    column->setContentsMargins(14, 14, 14, 14);
    column->setSpacing(12);
    for (QWidget* part : parts)
        column->addWidget(part);
    column->addStretch(1);
    auto* scroll = new QScrollArea;
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setWidget(inside);
    return scroll;
}

BarList* partBars(const ModelConfig& config)
{
    std::vector<Bar> bars;
    for (const PartSize& part : partSizes(config)) {
        const QString count = QLocale().toString(part.parameters);
        bars.push_back({part.name, QStringLiteral("%1 · %2").arg(count, percentText(part.share)), part.share,
            false, false, false});
    }
    auto* list = new BarList;
    list->setBars(std::move(bars));
    list->setFocusPolicy(Qt::NoFocus);
    list->setAttribute(Qt::WA_TransparentForMouseEvents);
    list->setFixedHeight(list->sizeHint().height());
    list->setAccessibleName(ModelCardDialog::tr("Parameters by part"));
    return list;
}

/** What the model's README says, in that language if there is one; empty if it has none that can be read. */
QString readmeOf(const Files& files, const QString& language)
{
    for (const std::string& name : {"README." + language.toStdString() + ".md", std::string("README.md")}) {
        try {
            if (const std::optional<std::string> text = files.find(name, longest_readme))
                return QString::fromStdString(*text);
        } catch (const Error&) {
            continue;
        }
    }
    return {};
}

} // namespace

ModelCardDialog::ModelCardDialog(const Model& model, const QString& language, QWidget* parent)
    : QDialog(parent)
{
    const ModelConfig& config = model.transformer.config;
    const QString title = modelTitle(QString::fromStdString(config.name));
    setWindowTitle(tr("Model: %1").arg(title));
    setAttribute(Qt::WA_DeleteOnClose);
    auto* tabs = new QTabWidget;
    tabs->addTab(
        page({textLabel(QStringLiteral("<h3>%1</h3>").arg(title.toHtmlEscaped()) + modelFacts(model)),
            textLabel(QStringLiteral("<b>%1</b>").arg(tr("Parameters by part"))), partBars(config)}),
        tr("What it is"));
    tabs->addTab(page({textLabel(modelFiles(model))}), tr("Files"));
    const QString readme = readmeOf(*model.files, language);
    if (!readme.isEmpty()) {
        auto* text = new QTextBrowser;
        text->setFrameShape(QFrame::NoFrame);
        text->document()->setDocumentMargin(14);
        text->setMarkdown(readme);
        text->setOpenExternalLinks(true);
        tabs->addTab(text, tr("What its makers say"));
    }
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* column = new QVBoxLayout(this);
    column->addWidget(tabs, 1);
    column->addWidget(buttons);
    resize(640, 620);
}

} // namespace glassformer
