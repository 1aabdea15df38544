#pragma once

#include <QObject>

#include <cstddef>
#include <memory>
#include <optional>
#include <vector>

namespace glassformer {

struct KeptPlace;

using KeptPlaces = std::vector<KeptPlace>;
/** A list that never changes: the present one, and those before it that can be come back to. */
using SharedPlaces = std::shared_ptr<const KeptPlaces>;

/** The places to come back to, in their order, and the one that was gone to last. */
class PlaceBook : public QObject
{
    Q_OBJECT

public:
    explicit PlaceBook(QObject* parent = nullptr);

    const KeptPlaces& list() const { return *m_list; }
    const SharedPlaces& shared() const { return m_list; }
    std::size_t size() const;
    /** Nothing before the first was gone to. */
    std::optional<std::size_t> current() const { return m_current; }

    bool canAdd() const;
    /** Behind the current one, which it becomes; canAdd(). */
    void add(KeptPlace place);
    /** Blanks around a name go, and an empty one changes nothing. index < size(), as in what follows. */
    void rename(std::size_t index, const QString& name);
    void setNote(std::size_t index, const QString& note);
    void move(std::size_t from, std::size_t to);
    void remove(std::size_t index);
    void setCurrent(std::optional<std::size_t> index);
    /** Another list altogether. */
    void setList(SharedPlaces list, std::optional<std::size_t> current);

    /** Whether the last change was of a note, which is typed letter by letter. */
    bool isNoting() const { return m_is_noting; }

signals:
    void changed(); ///< the list, or which is current

private:
    void take(KeptPlaces list, std::optional<std::size_t> current, bool is_noting = false);

    SharedPlaces m_list;
    std::optional<std::size_t> m_current;
    bool m_is_noting = false;
};

} // namespace glassformer
