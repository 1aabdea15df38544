#include "core/text/files/token_settings_file.h"

#include "core/text/pipeline/tokenizer_steps_json.h"

#include <algorithm>
#include <string_view>
#include <unordered_map>

namespace glassformer {
namespace {

bool isNull(const JsonField& field)
{
    return field.json().isNull();
}

/** A token that stands as an object with its flags, or as its text alone. */
AddedToken readToken(const JsonField& field, bool is_special)
{
    AddedToken token;
    token.id = -1;
    token.special = is_special;
    if (field.json().kind() != Json::Kind::Object) {
        token.content = field.text();
        // The gap takes the space before it, as the word does that it stands for.
        token.lstrip = token.content == "<mask>";
        token.normalized = !is_special;
    } else {
        token.content = field["content"].text();
        token.special = is_special || flagOr(field, "special", false);
        token.single_word = flagOr(field, "single_word", false);
        token.lstrip = flagOr(field, "lstrip", false);
        token.rstrip = flagOr(field, "rstrip", false);
        token.normalized = flagOr(field, "normalized", !token.special);
    }
    if (token.content.size() > max_added_token_bytes)
        field.refuse(Message::tr("a text of at most %1 bytes", max_added_token_bytes),
            Message::tr("%1 bytes", token.content.size()));
    return token;
}

/** The key of added_tokens_decoder as an id. */
int idOfKey(const JsonField& field, const std::string& key)
{
    const bool is_number = !key.empty() && key.size() < 9
        && std::all_of(key.begin(), key.end(), [](char c) { return c >= '0' && c <= '9'; });
    if (!is_number)
        field.refuse(Message::tr("the id of a token as its key"), Message::tr("the key \"%1\"", key));
    return std::stoi(key);
}

class Reader
{
public:
    TokenSettings read(const TokenSettingsFiles& files)
    {
        if (const auto listed = files.config.find("added_tokens_decoder"); listed && !isNull(*listed))
            addNumbered(*listed);
        for (const JsonField& file : {files.config, files.special}) {
            addRoles(file);
            for (const char* key : {"additional_special_tokens", "extra_special_tokens"})
                if (const auto list = file.find(key); list && !isNull(*list))
                    addSpecial(*list);
        }
        for (const JsonMember& member : files.added.members()) {
            AddedToken token;
            token.content = member.key;
            token.id = static_cast<int>(files.added[member.key].integer(0, max_vocabulary_size - 1));
            token.normalized = true;
            add(std::move(token));
        }
        return std::move(m_settings);
    }

private:
    /** What is known of the same token stays; whether it is special, and its id, may be told later. */
    void add(AddedToken token)
    {
        if (token.content.empty())
            return;
        const auto [place, is_new] = m_places.emplace(token.content, m_settings.tokens.size());
        if (is_new) {
            m_settings.tokens.push_back(std::move(token));
            return;
        }
        AddedToken& known = m_settings.tokens[place->second];
        known.special = known.special || token.special;
        if (known.id < 0)
            known.id = token.id;
    }

    void addNumbered(const JsonField& listed)
    {
        for (const JsonMember& member : listed.members()) {
            const JsonField field = listed[member.key];
            AddedToken token = readToken(field, false);
            token.id = idOfKey(field, member.key);
            add(std::move(token));
        }
    }

    void addRoles(const JsonField& file)
    {
        constexpr std::string_view ending = "_token";
        for (const JsonMember& member : file.members()) {
            const std::string_view key = member.key;
            const bool is_flag = key == "add_bos_token" || key == "add_eos_token";
            const bool is_role =
                key.size() > ending.size() && key.substr(key.size() - ending.size()) == ending;
            const JsonField field = file[key];
            if (!is_role || is_flag || isNull(field))
                continue;
            AddedToken token = readToken(field, true);
            // An empty name is none.
            if (!token.content.empty() && m_settings.names.emplace(member.key, token.content).second)
                add(std::move(token));
        }
    }

    /** A list, or an object with a token for each of its names. */
    void addSpecial(const JsonField& list)
    {
        if (list.json().kind() == Json::Kind::Object) {
            for (const JsonMember& member : list.members())
                add(readToken(list[member.key], true));
            return;
        }
        for (std::size_t i = 0; i < list.size(); ++i)
            add(readToken(list.at(i), true));
    }

    TokenSettings m_settings;
    std::unordered_map<std::string, std::size_t> m_places; ///< of the tokens by their contents
};

} // namespace

TokenSettings readTokenSettings(const TokenSettingsFiles& files)
{
    return Reader().read(files);
}

} // namespace glassformer
