#include "app/places/place_acts.h"

#include "app/experiments/pages.h"
#include "app/places/place_book.h"
#include "app/session/session.h"
#include "app/window/lines/note_line.h"
#include "app/window/lines/passing_notice.h"
#include "app/window/user_action.h"
#include "app/window/view_link.h"
#include "core/error.h"
#include "core/experiment/attention/attention_aggregate.h"
#include "core/trace/look/place.h"
#include "core/trace/look/session_file.h"
#include "core/trace/step/step_list.h"
#include "widgets/steps/step_entry.h"

#include <QCoreApplication>

#include <optional>

namespace glassformer {
namespace {

struct PlaceText
{
    Q_DECLARE_TR_FUNCTIONS(PlaceActs)
};

QString layerOf(const StepContext& context)
{
    const bool has_two_stacks = context.config().hasCrossAttention();
    const QString layer = !has_two_stacks ? PlaceText::tr("layer %1")
        : siteOf(context.selection.step, context.config()) == AttentionSite::Encoder
        ? PlaceText::tr("encoder layer %1")
        : PlaceText::tr("decoder layer %1");
    return layer.arg(context.layer() + 1);
}

/** "Softmax · encoder layer 2, head 1". */
QString nameOf(const StepContext& context)
{
    const StepKind kind = context.selection.step;
    const QString title = entryOf(kind).title(context.config());
    if (showsHead(kind) && !showsOneHead(context.trace, context.selection))
        return QStringLiteral("%1 · %2, %3").arg(title, layerOf(context), headTitle(context));
    if (showsHead(kind))
        return PlaceText::tr("%1 · %2, head %3")
            .arg(title, layerOf(context), QString::number(context.selection.head + 1));
    return showsLayer(kind, context.config()) ? QStringLiteral("%1 · %2").arg(title, layerOf(context))
                                              : title;
}

std::optional<std::size_t> nextPlace(const PlaceBook& places, int by)
{
    if (places.size() == 0)
        return std::nullopt;
    if (!places.current())
        return by > 0 ? 0 : places.size() - 1;
    const auto next = std::ptrdiff_t(*places.current()) + by;
    if (next < 0 || next >= std::ptrdiff_t(places.size()))
        return std::nullopt;
    return std::size_t(next);
}

} // namespace

bool canAddPlace(const WindowParts& parts)
{
    return !parts.session.isRecorded() && parts.places.canAdd();
}

void addPlace(const WindowParts& parts)
{
    if (!canAddPlace(parts))
        return;
    const QString name = nameOf(parts.session.context());
    View view = shownView(parts.session);
    view.compared = parts.pages.compared();
    parts.places.add({name.toStdString(), {}, ViewText::of(view)});
    tellInPassing(parts, PlaceText::tr("Place %1 added: %2").arg(*parts.places.current() + 1).arg(name));
}

void goToPlace(const WindowParts& parts, std::size_t index)
{
    parts.places.setCurrent(index);
    parts.note.tell({});
    try {
        openView(parts.session, parts.places.list()[index].view);
    } catch (const Error& error) {
        parts.note.tell(error.message());
    }
}

bool canStepPlace(const WindowParts& parts, int by)
{
    return nextPlace(parts.places, by).has_value();
}

void stepPlace(const WindowParts& parts, int by)
{
    if (const auto next = nextPlace(parts.places, by))
        goToPlace(parts, *next);
}

} // namespace glassformer
