#include "widgets/steps/layer/role_text.h"

#include "widgets/look/number_text.h"

#include <QCoreApplication>

#include <algorithm>
#include <map>

namespace glassformer {
namespace {

/** Where roles of heads are translated. */
struct RoleText
{
    Q_DECLARE_TR_FUNCTIONS(Role)
};

constexpr std::size_t most_told = 3;

const std::map<std::string, const char*>& looks()
{
    static const std::map<std::string, const char*> texts{
        {"itself", QT_TRANSLATE_NOOP("Role", "a token at itself")},
        {"previous token", QT_TRANSLATE_NOOP("Role", "a token at the one before")},
        {"next token", QT_TRANSLATE_NOOP("Role", "a token at the one behind")},
        {"first token", QT_TRANSLATE_NOOP("Role", "a token at the first one")},
        {"last token", QT_TRANSLATE_NOOP("Role", "a token at the last one")},
        {"same token elsewhere", QT_TRANSLATE_NOOP("Role", "a token at the same one elsewhere")},
        {"determiner to noun", QT_TRANSLATE_NOOP("Role", "a determiner at its noun")},
        {"noun to determiner", QT_TRANSLATE_NOOP("Role", "a noun at its determiner")},
        {"adjective to noun", QT_TRANSLATE_NOOP("Role", "an adjective at its noun")},
        {"noun to adjective", QT_TRANSLATE_NOOP("Role", "a noun at its adjective")},
        {"verb to auxiliary", QT_TRANSLATE_NOOP("Role", "a verb at its auxiliary")},
        {"auxiliary to verb", QT_TRANSLATE_NOOP("Role", "an auxiliary at its verb")},
        {"verb to subject", QT_TRANSLATE_NOOP("Role", "a verb at its subject")},
        {"subject to verb", QT_TRANSLATE_NOOP("Role", "a subject at its verb")},
        {"verb to object", QT_TRANSLATE_NOOP("Role", "a verb at its object")},
        {"object to verb", QT_TRANSLATE_NOOP("Role", "an object at its verb")},
        {"pronoun to antecedent", QT_TRANSLATE_NOOP("Role", "a pronoun at its noun")},
    };
    return texts;
}

} // namespace

QString roleText(const RoleScore& role)
{
    const auto known = looks().find(role.role);
    const QString look =
        known == looks().end() ? QString::fromStdString(role.role) : RoleText::tr(known->second);
    return RoleText::tr("%1 (%2 of %3)").arg(look, percentText(role.share), countText(role.n));
}

QString measuredRolesText(const MeasuredRoles& measured, const HeadName& head)
{
    const auto found = std::find_if(measured.heads.begin(), measured.heads.end(),
        [&head](const HeadRoles& each) { return each.head == head; });
    if (found == measured.heads.end() || found->roles.empty())
        return {};
    QStringList told;
    for (const RoleScore& role : found->roles)
        if (told.size() < static_cast<int>(most_told))
            told << roleText(role);
    return RoleText::tr("Measured over %n sentences, most often here looks: %1.", nullptr, measured.sentences)
        .arg(told.join(RoleText::tr("; ")));
}

} // namespace glassformer
