#pragma once

#include "widgets/steps/step_view.h"

namespace glassformer {

class MapRow;

/** Query, key and value vectors of all tokens for one head, each in its colour. */
class QueryKeyValueView : public StepView
{
    Q_OBJECT

public:
    explicit QueryKeyValueView(QWidget* parent = nullptr);

protected:
    void refresh() override;

private:
    QString afterwards() const;

    MapRow* m_maps = nullptr;
};

} // namespace glassformer
