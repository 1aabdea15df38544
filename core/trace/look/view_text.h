#pragma once

#include "core/file/json/json.h"
#include "core/trace/look/view.h"

#include <string>
#include <string_view>
#include <vector>

namespace glassformer {

/**
 * A view as text: a JSON object, or a link of one line with the same fields.
 *
 *     {"model": "translator", "text": "It was tired.", "to": "fr", "step": "softmax", "encoder_layer": 3, "query": null}
 *     glassformer:?model=translator&text=It%20was%20tired.&to=fr&step=softmax&encoder_layer=3&query=
 *
 * Fields: model, digest; text, to and from (languages), decoding ("greedy", "sample", "beam"), temperature, top_k, top_p, seed,
 * beam_size, length_penalty, max_new_tokens, forced (ids of tokens), changes (change_text.h); step (stepId()),
 * encoder_layer, decoder_layer, head, position, token, query, key, dimension, and how maps are looked at: map, sink, words,
 * heads_by, heads_order, picture (attention_look_text.h), summed (further rows), marked (heads: encoder.0.head.2). All count from 0. query and key may be null.
 * Of a comparison also: compared ("sentence", "model"), compared_text, compared_model, compared_changes, compared_page
 * ("runs", "patch").
 *
 * In a link texts are UTF-8, all but letters, digits and "-._~:/@" as %XX; lists are separated by commas (%2C is one
 * within an entry) and null is nothing at all. "+" is a plus.
 *
 * A field that is left out says nothing: over() leaves there what was. So start options are such a text too.
 */
class ViewText
{
public:
    ViewText() = default;

    /** All fields. */
    static ViewText of(const View& view);
    /** All but those of the selection. */
    static ViewText ofRequest(const View& view);
    /** @throws Error naming the field that is unknown, stands twice, or has no value that it can have. */
    static ViewText fromLink(std::string_view link);
    static ViewText fromJson(std::string_view json, const std::string& where);
    /** A link, or what such a file holds: JSON or a link. */
    static ViewText fromLinkOrJson(std::string_view text, const std::string& where);
    /** Whether a text is a link rather than the name of a file. */
    static bool isLink(std::string_view text);

    const std::vector<JsonMember>& fields() const { return m_fields; }
    bool has(std::string_view field) const;
    /** Says a field, in place of what was said. */
    void set(const std::string& field, Json value);
    void remove(std::string_view field);

    /** What is said, and of `before` what isn't. @throws Error as fromJson(). */
    View over(View before) const;

    std::string link() const;
    /** indent: as jsonText(). */
    std::string json(int indent = 0) const;

private:
    std::vector<JsonMember> m_fields;
    std::string m_where = "glassformer:";
};

} // namespace glassformer
