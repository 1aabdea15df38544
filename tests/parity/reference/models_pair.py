"""The encoder-decoder models: config.json as the published checkpoints write it, with small numbers."""
import forms_bpe
import forms_sentencepiece as spm
from blocks import sinusoids
from model_folder import Model


def bart(t, **changes):
    return {
        "activation_dropout": 0.1, "activation_function": "gelu", "add_bias_logits": False,
        "add_final_layer_norm": False, "architectures": ["BartForConditionalGeneration"], "attention_dropout": 0.1,
        "bos_token_id": 0, "classifier_dropout": 0.0, "d_model": 16, "decoder_attention_heads": 4,
        "decoder_ffn_dim": 32, "decoder_layerdrop": 0.0, "decoder_layers": 2, "decoder_start_token_id": 2,
        "dropout": 0.1, "early_stopping": True, "encoder_attention_heads": 4, "encoder_ffn_dim": 32,
        "encoder_layerdrop": 0.0, "encoder_layers": 2, "eos_token_id": 2, "forced_bos_token_id": 0,
        "forced_eos_token_id": 2, "init_std": 0.02, "is_encoder_decoder": True, "max_position_embeddings": 40,
        "model_type": "bart", "no_repeat_ngram_size": 3, "normalize_before": False, "normalize_embedding": True,
        "num_beams": 4, "num_hidden_layers": 2, "pad_token_id": 1, "scale_embedding": False,
        "torch_dtype": "float32", "transformers_version": "4.12.0.dev0", "use_cache": True,
        "vocab_size": t.size(), **changes}


def mbart(t):
    return bart(t, activation_function="gelu", add_final_layer_norm=True,
                architectures=["MBartForConditionalGeneration"], decoder_start_token_id=t.id("fr_XX"),
                model_type="mbart", normalize_before=True, scale_embedding=True, static_position_embeddings=False)


def marian(t, **changes):
    pad = t.id("<pad>")
    return {
        "_num_labels": 3, "activation_dropout": 0.0, "activation_function": "swish", "add_bias_logits": False,
        "add_final_layer_norm": False, "architectures": ["MarianMTModel"], "attention_dropout": 0.0,
        "bad_words_ids": [[pad]], "bos_token_id": 0, "classif_dropout": 0.0, "d_model": 16,
        "decoder_attention_heads": 4, "decoder_ffn_dim": 40, "decoder_layerdrop": 0.0, "decoder_layers": 2,
        "decoder_start_token_id": pad, "decoder_vocab_size": t.size(), "dropout": 0.1,
        "encoder_attention_heads": 4, "encoder_ffn_dim": 40, "encoder_layerdrop": 0.0, "encoder_layers": 2,
        "eos_token_id": 0, "forced_eos_token_id": 0, "init_std": 0.02, "is_encoder_decoder": True,
        "max_length": 40, "max_position_embeddings": 40, "model_type": "marian", "normalize_before": False,
        "normalize_embedding": False, "num_beams": 4, "num_hidden_layers": 2, "pad_token_id": pad,
        "scale_embedding": True, "share_encoder_decoder_embeddings": True, "static_position_embeddings": True,
        "transformers_version": "4.22.0.dev0", "use_cache": True, "vocab_size": t.size(), **changes}


def t5(t, **changes):
    """The table of words is longer than the tokenizer's list, as in the published models."""
    return {
        "architectures": ["T5ForConditionalGeneration"], "d_ff": 40, "d_kv": 6, "d_model": 16,
        "decoder_start_token_id": 0, "dropout_rate": 0.1, "eos_token_id": 1, "feed_forward_proj": "relu",
        "initializer_factor": 1.0, "is_encoder_decoder": True, "layer_norm_epsilon": 1e-06, "model_type": "t5",
        "n_positions": 40, "num_decoder_layers": 2, "num_heads": 4, "num_layers": 2, "output_past": True,
        "pad_token_id": 0, "relative_attention_max_distance": 12, "relative_attention_num_buckets": 8,
        "tie_word_embeddings": True, "transformers_version": "4.23.1", "use_cache": True,
        "vocab_size": t.size() + 6, **changes}


def flan(t, **changes):
    return t5(t, dense_act_fn="gelu_new", feed_forward_proj="gated-gelu", is_gated_act=True, num_decoder_layers=3,
              tie_word_embeddings=False, **changes)


def mt5(t):
    config = flan(t, architectures=["MT5ForConditionalGeneration"], model_type="mt5", tokenizer_class="T5Tokenizer")
    config["num_decoder_layers"] = 2
    return config


def old_t5_config(t):
    """t5-small as published leaves out what version 1.1 made a choice."""
    config = t5(t)
    for absent in ("feed_forward_proj", "num_decoder_layers", "tie_word_embeddings"):
        del config[absent]
    return config


def copies(config, values):
    """The word table under each of its other names, and Marian's sinusoids, as older files have them."""
    table = values["model.shared.weight"]
    names = ("model.encoder.embed_tokens.weight", "model.decoder.embed_tokens.weight", "lm_head.weight")
    extra = {name: table for name in names}
    if config["model_type"] == "marian":
        positions = sinusoids(config["max_position_embeddings"], config["d_model"]).float().numpy()
        extra |= {f"model.{stack}.embed_positions.weight": positions for stack in ("encoder", "decoder")}
    return extra


def t5_copies(config, values):
    table = values["shared.weight"]
    unused = "decoder.block.0.layer.1.EncDecAttention.relative_attention_bias.weight"
    return {"encoder.embed_tokens.weight": table, "decoder.embed_tokens.weight": table,
            unused: values["decoder.block.0.layer.0.SelfAttention.relative_attention_bias.weight"] + 1}


FRENCH = "La rue était sombre et le chat dormait."

MODELS = [
    Model("marian", "family_bart", spm.marian, marian, extra=copies, decoder_text=FRENCH),
    Model("marian-relu", "family_bart", spm.marian, lambda t: marian(t, activation_function="relu",
          encoder_layers=1), decoder_text=FRENCH),
    Model("bart", "family_bart", forms_bpe.roberta, bart, ("vocab.json",)),
    Model("mbart", "family_bart", spm.mbart, mbart),
    Model("t5", "family_t5", spm.t5, old_t5_config, extra=t5_copies),
    Model("flan-t5", "family_t5", spm.t5_json, lambda t: flan(t, layer_norm_epsilon=0.01), ("tokenizer.json",)),
    Model("mt5", "family_t5", spm.mt5, mt5),
]
