#include "widgets/comparison/record_view.h"

#include "widgets/comparison/record_content.h"

#include <QVBoxLayout>

#include <utility>

namespace glassformer {
namespace {

constexpr std::size_t most_records = 3;

} // namespace

RecordView::RecordView(QWidget* parent)
    : StepView(parent)
    , m_maps(new MapRow(most_records, this))
{
    page()->addWidget(m_maps, 1);
    connect(m_maps, &MapRow::cellChosen, this, [this](int row, int column) {
        const std::vector<StepRecord> records = recordsOf(trace(), selection());
        if (!records.empty() && records.front().isMap())
            chooseCell(row, column);
        else
            chooseToken(row, column);
    });
}

void RecordView::refresh()
{
    const std::vector<StepRecord> records = recordsOf(trace(), selection());
    std::vector<NamedMap> maps;
    for (const StepRecord& record : records)
        maps.push_back(recordMap({trace(), selection()}, record, records.size() == 1));
    m_maps->setMaps(std::move(maps));
}

} // namespace glassformer
