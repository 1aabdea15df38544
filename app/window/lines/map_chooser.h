#pragma once

#include "app/session/session.h"
#include "core/experiment/attention/shown_map.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QPushButton;

namespace glassformer {

/**
 * What the map of attention shows: one head or an aggregate, with or without the tokens on which weight only rests, of
 * one row or of several that are summed; and which picture stands beside it.
 */
class MapChooser : public QWidget
{
    Q_OBJECT

public:
    explicit MapChooser(Session& session, QWidget* parent = nullptr);

    /** Shows itself only where the step is a map of weights. */
    void refresh();

private:
    void choose(const AttentionLook& look);
    void refreshSink();
    void refreshWords();
    void refreshSum();

    Session& m_session;
    LastShownMap m_map;
    QComboBox* m_aggregate = nullptr;
    QComboBox* m_picture = nullptr;
    QCheckBox* m_sink = nullptr;
    QCheckBox* m_words = nullptr;
    QPushButton* m_sum = nullptr; ///< while rows are summed: to look at one again
};

} // namespace glassformer
