"""T5, T5 v1.1 (Flan) and mT5 (Raffel et al. 2020; Shazeer 2020 for the gate; Xue et al. 2021).

RMS norm first, no biases, scores not scaled, a relative bias that layer 0 owns and all layers of its stack use,
none in cross-attention. Where the output is tied, its input is scaled by d_model^-0.5.
"""
from blocks import ACTIVATIONS, attention, causal, linear, relative_bias, rms_norm, split_heads
from weights import ShapeList


def gate(config):
    """(activation, gated?) of feed_forward_proj; "gated-gelu" has always meant the tanh form."""
    name = config.get("feed_forward_proj", "relu")
    return {"gated-gelu": ("gelu_new", True)}.get(name) or (name.replace("gated-", ""), name.startswith("gated-"))


def parts(stack):
    return ["SelfAttention"] + (["EncDecAttention"] if stack == "decoder" else [])


def n_layers(config, stack):
    return config["num_layers"] if stack == "encoder" else config.get("num_decoder_layers", config["num_layers"])


def tied(config):
    return config.get("tie_word_embeddings", True)


def shapes(config):
    d, inner, d_ff, listed = config["d_model"], config["num_heads"] * config["d_kv"], config["d_ff"], ShapeList()
    listed.table("shared.weight", config["vocab_size"], d)
    for stack in ("encoder", "decoder"):
        for i in range(n_layers(config, stack)):
            at = f"{stack}.block.{i}.layer."
            for place, name in enumerate(parts(stack)):
                for projection in ("q", "k", "v"):
                    listed.linear(f"{at}{place}.{name}.{projection}", d, inner, bias=False)
                listed.linear(f"{at}{place}.{name}.o", inner, d, bias=False)
                listed.gain(f"{at}{place}.layer_norm.weight", d)
            if i == 0:
                table = f"{at}0.SelfAttention.relative_attention_bias.weight"
                listed.table(table, config["relative_attention_num_buckets"], config["num_heads"])
            last = f"{at}{len(parts(stack))}."
            for name in ("wi_0", "wi_1") if gate(config)[1] else ("wi",):
                listed.linear(f"{last}DenseReluDense.{name}", d, d_ff, bias=False)
            listed.linear(f"{last}DenseReluDense.wo", d_ff, d, bias=False)
            listed.gain(f"{last}layer_norm.weight", d)
        listed.gain(f"{stack}.final_layer_norm.weight", d)
    if not tied(config):
        listed.linear("lm_head", d, config["vocab_size"], bias=False)
    return listed


def multi_head(x, to, w, n_heads, bias, hidden):
    q = split_heads(linear(x, w, "q"), n_heads)
    k, v = (split_heads(linear(to, w, name), n_heads) for name in ("k", "v"))
    mixed, weights = attention(q, k, v, 1.0, bias, hidden)
    return linear(mixed, w, "o"), weights


def feed_forward(x, w, config):
    name, gated = gate(config)
    activation = ACTIVATIONS[name]
    inner = activation(linear(x, w, "wi_0")) * linear(x, w, "wi_1") if gated else activation(linear(x, w, "wi"))
    return linear(inner, w, "wo")


def stack(config, weights, which, ids, memory, trace):
    w, n, eps, n_heads = weights.at(which), len(ids), config["layer_norm_epsilon"], config["num_heads"]
    x = weights["shared.weight"][ids]
    table = w["block.0.layer.0.SelfAttention.relative_attention_bias.weight"]
    bias = relative_bias(table, n, n, which == "encoder", config["relative_attention_max_distance"])
    hidden = causal(n) if which == "decoder" else None
    for i in range(n_layers(config, which)):
        block, name = w.at(f"block.{i}"), f"{which}.{i}"
        normed = rms_norm(x, block["layer.0.layer_norm.weight"], eps)
        out, weight = multi_head(normed, normed, block.at("layer.0.SelfAttention"), n_heads, bias, hidden)
        x, trace[name + ".self_attention.weights"] = x + out, weight
        if memory is not None:
            normed = rms_norm(x, block["layer.1.layer_norm.weight"], eps)
            out, weight = multi_head(normed, memory, block.at("layer.1.EncDecAttention"), n_heads, None, None)
            x, trace[name + ".cross_attention.weights"] = x + out, weight
        last = block.at(f"layer.{len(parts(which))}")
        x = x + feed_forward(rms_norm(x, last["layer_norm.weight"], eps), last.at("DenseReluDense"), config)
        trace[name + ".output"] = x
    return rms_norm(x, w["final_layer_norm.weight"], eps)


def run(config, weights, inputs, trace):
    memory = stack(config, weights, "encoder", inputs["input_ids"], None, trace)
    x = stack(config, weights, "decoder", inputs["decoder_input_ids"], memory, trace)
    if tied(config):
        trace["logits"] = x * config["d_model"] ** -0.5 @ weights["shared.weight"].T
    else:
        trace["logits"] = linear(x, weights, "lm_head")
