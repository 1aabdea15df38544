#include "app/figures/dialog/tokens_page.h"

#include "app/figures/pictures/paper_map.h"
#include "core/error.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QSignalBlocker>
#include <QVBoxLayout>

namespace glassformer {
namespace {

/** Nothing where all are. */
std::optional<std::vector<int>> checkedOf(const QListWidget& list)
{
    std::vector<int> checked;
    for (int i = 0; i < list.count(); ++i)
        if (list.item(i)->checkState() == Qt::Checked)
            checked.push_back(i);
    return int(checked.size()) == list.count() ? std::nullopt : std::optional(checked);
}

std::vector<QString> namesOf(const std::vector<AxisLabel>& labels)
{
    std::vector<QString> names;
    for (const AxisLabel& label : labels)
        names.push_back(label.text);
    return names;
}

void checkAll(QListWidget& list, Qt::CheckState state)
{
    const QSignalBlocker quiet(&list);
    for (int i = 0; i < list.count(); ++i)
        list.item(i)->setCheckState(state);
}

/** Nothing at a step without a map, and where the run hasn't its numbers. */
std::optional<HeatmapContent> mapThatIsThere(const FigureScene& scene)
{
    try {
        return showsMap(scene.selection.step) ? std::optional(mapOfWords(scene)) : std::nullopt;
    } catch (const Error&) {
        return std::nullopt;
    }
}

} // namespace

TokensPage::TokensPage(const FigureScene& scene, QWidget* parent)
    : FigurePage(parent)
    , m_no_special(makeCheck(FigureText::tr("Leave &special tokens out"), "figureNoSpecial"))
{
    auto* column = new QVBoxLayout(this);
    column->addWidget(m_no_special);
    const std::optional<HeatmapContent> found = mapThatIsThere(scene);
    if (!found)
        return;
    const HeatmapContent& map = *found;
    auto* row = new QHBoxLayout;
    column->addLayout(row, 1);
    const bool is_cross = scene.site() == AttentionSite::DecoderCross;
    m_rows = makeTokens(namesOf(map.row_labels), FigureText::tr("Tokens"), "figureRows");
    m_columns = is_cross
        ? makeTokens(namesOf(map.column_labels), FigureText::tr("Tokens that are looked at"), "figureColumns")
        : m_rows;
    row->addLayout(
        makeSide(m_rows, is_cross ? FigureText::tr("Tokens that look") : FigureText::tr("Tokens")), 1);
    if (is_cross)
        row->addLayout(makeSide(m_columns, FigureText::tr("Tokens that are looked at")), 1);
}

QBoxLayout* TokensPage::makeSide(QListWidget* list, const QString& title)
{
    auto* side = new QVBoxLayout;
    auto* label = new QLabel(title);
    label->setBuddy(list);
    side->addWidget(label);
    side->addWidget(list, 1);
    auto* buttons = new QHBoxLayout;
    side->addLayout(buttons);
    const auto add = [&](const QString& text, Qt::CheckState state) {
        auto* button = new QPushButton(text);
        button->setAutoDefault(false);
        connect(button, &QPushButton::clicked, this, [this, list, state] {
            checkAll(*list, state);
            emit changed();
        });
        buttons->addWidget(button);
    };
    add(FigureText::tr("All"), Qt::Checked);
    add(FigureText::tr("None"), Qt::Unchecked);
    return side;
}

QListWidget* TokensPage::makeTokens(const std::vector<QString>& names, const QString& title, const char* name)
{
    auto* list = new QListWidget;
    list->setObjectName(QString::fromLatin1(name));
    list->setAccessibleName(title);
    list->setUniformItemSizes(true);
    for (const QString& text : names) {
        auto* item = new QListWidgetItem(text, list);
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
        item->setCheckState(Qt::Checked);
    }
    connect(list, &QListWidget::itemChanged, this, &TokensPage::changed);
    return list;
}

void TokensPage::showChoices(const FigureRequest& request)
{
    const QSignalBlocker quiet(this);
    m_no_special->setChecked(request.hides_special);
}

void TokensPage::put(FigureRequest& request) const
{
    request.hides_special = m_no_special->isChecked();
    if (!hasTokens())
        return;
    request.rows = checkedOf(*m_rows);
    request.columns = checkedOf(*m_columns);
}

} // namespace glassformer
