#include "core/text/pipeline/token_settings.h"

#include <algorithm>
#include <initializer_list>
#include <set>

namespace glassformer {

void addTokens(std::vector<AddedToken>& added, const std::vector<AddedToken>& tokens, Vocabulary& vocabulary,
    const std::string& where)
{
    std::set<std::string> contents;
    for (const AddedToken& token : added)
        contents.insert(token.content);
    std::vector<AddedToken> unnumbered;
    for (AddedToken token : tokens) {
        if (!contents.insert(token.content).second)
            continue;
        token.id = vocabulary.idOf(token.content).value_or(token.id);
        if (token.id < 0) {
            unnumbered.push_back(std::move(token));
            continue;
        }
        vocabulary.addBeside(token.content, token.id, where);
        added.push_back(std::move(token));
    }
    for (AddedToken& token : unnumbered) {
        token.id = vocabulary.size();
        vocabulary.addBeside(token.content, token.id, where);
        added.push_back(std::move(token));
    }
}

SpecialTokens specialTokensOf(const Vocabulary& vocabulary, const SpecialTokenNames& names)
{
    const auto idOf = [&](const char* role, std::initializer_list<const char*> usual) {
        if (const auto name = names.find(role); name != names.end())
            return vocabulary.idOf(name->second).value_or(-1);
        for (const char* name : usual) {
            if (const std::optional<int> id = vocabulary.idOf(name))
                return *id;
        }
        return -1;
    };
    SpecialTokens special;
    special.padding = idOf("pad_token", {"<pad>", "[PAD]"});
    special.start = idOf("bos_token", {"<s>", "<|begin_of_text|>", "<|endoftext|>"});
    special.end = idOf("eos_token", {"</s>", "<|end_of_text|>", "<|endoftext|>"});
    special.unknown = idOf("unk_token", {"<unk>", "[UNK]"});
    special.mask = idOf("mask_token", {"<mask>", "[MASK]"});
    special.classifier = idOf("cls_token", {"[CLS]"});
    special.separator = idOf("sep_token", {"[SEP]"});
    return special;
}

} // namespace glassformer
