"""The decoder-only models: config.json as the published checkpoints write it, with small numbers."""
import numpy as np

import forms_bpe
import forms_sentencepiece as spm
from model_folder import Model, without


def gpt2(t, **changes):
    return {
        "activation_function": "gelu_new", "architectures": ["GPT2LMHeadModel"], "attn_pdrop": 0.1,
        "bos_token_id": t.id("<|endoftext|>"), "embd_pdrop": 0.1, "eos_token_id": t.id("<|endoftext|>"),
        "initializer_range": 0.02, "layer_norm_epsilon": 1e-05, "model_type": "gpt2", "n_ctx": 32, "n_embd": 16,
        "n_head": 2, "n_layer": 2, "n_positions": 32, "resid_pdrop": 0.1, "summary_activation": None,
        "summary_first_dropout": 0.1, "summary_proj_to_labels": True, "summary_type": "cls_index",
        "summary_use_proj": True, "task_specific_params": {"text-generation": {"do_sample": True, "max_length": 50}},
        "vocab_size": t.size(), **changes}


def openai_gpt(t):
    return {
        "afn": "gelu", "architectures": ["OpenAIGPTLMHeadModel"], "attn_pdrop": 0.1, "embd_pdrop": 0.1,
        "initializer_range": 0.02, "layer_norm_epsilon": 1e-05, "model_type": "openai-gpt", "n_ctx": 32,
        "n_embd": 24, "n_head": 3, "n_layer": 2, "n_positions": 32, "n_special": 0, "predict_special_tokens": True,
        "resid_pdrop": 0.1, "summary_activation": None, "summary_first_dropout": 0.1,
        "summary_proj_to_labels": True, "summary_type": "cls_index", "summary_use_proj": True,
        "task_specific_params": {"text-generation": {"do_sample": True, "max_length": 50}},
        "vocab_size": t.size()}


def llama(t, **changes):
    return {
        "architectures": ["LlamaForCausalLM"], "attention_bias": False, "attention_dropout": 0.0, "bos_token_id": 1,
        "eos_token_id": 2, "hidden_act": "silu", "hidden_size": 16, "initializer_range": 0.02,
        "intermediate_size": 40, "max_position_embeddings": 48, "mlp_bias": False, "model_type": "llama",
        "num_attention_heads": 4, "num_hidden_layers": 2, "num_key_value_heads": 4, "pretraining_tp": 1,
        "rms_norm_eps": 1e-05, "rope_scaling": None, "rope_theta": 10000.0, "tie_word_embeddings": False,
        "torch_dtype": "float32", "transformers_version": "4.46.0", "use_cache": True, "vocab_size": t.size(),
        **changes}


def llama3(t):
    # An original context of 96 positions puts the three frequencies of a head of 6 into the three cases: a wave
    # turns 15.3, 1.37 and 0.12 times in it, against "high" 4 and "low" 1.
    return llama(
        t, bos_token_id=t.id("<|begin_of_text|>"), eos_token_id=[t.id("<|end_of_text|>"), t.id("<|eot_id|>")],
        hidden_size=24, head_dim=6, num_key_value_heads=2, max_position_embeddings=384, rope_theta=1400.0,
        rope_scaling={"factor": 4.0, "high_freq_factor": 4.0, "low_freq_factor": 1.0,
                      "original_max_position_embeddings": 96, "rope_type": "llama3"})


def smollm(t):
    """Tied, and written by version 5: rope_parameters, dtype."""
    config = llama(t, bos_token_id=0, eos_token_id=0, head_dim=8, num_attention_heads=2, num_key_value_heads=1,
                   num_hidden_layers=3, tie_word_embeddings=True, pad_token_id=None, dtype="float32",
                   rope_parameters={"rope_theta": 10000.0, "rope_type": "default"}, transformers_version="5.0.0")
    for old in ("rope_scaling", "rope_theta", "torch_dtype"):
        del config[old]
    return config


def mistral(t):
    config = llama(t, architectures=["MistralForCausalLM"], model_type="mistral", num_key_value_heads=2,
                   num_hidden_layers=3, sliding_window=4, head_dim=4)
    for absent in ("attention_bias", "mlp_bias", "pretraining_tp", "rope_scaling"):
        del config[absent]
    return config


def qwen2(t, **changes):
    return {
        "architectures": ["Qwen2ForCausalLM"], "attention_dropout": 0.0, "bos_token_id": t.id("<|endoftext|>"),
        "eos_token_id": t.id("<|im_end|>"), "hidden_act": "silu", "hidden_size": 16, "initializer_range": 0.02,
        "intermediate_size": 40, "max_position_embeddings": 48, "max_window_layers": 1, "model_type": "qwen2",
        "num_attention_heads": 4, "num_hidden_layers": 2, "num_key_value_heads": 2, "rms_norm_eps": 1e-06,
        "rope_theta": 1000000.0, "sliding_window": 4, "tie_word_embeddings": True, "torch_dtype": "float32",
        "transformers_version": "4.43.1", "use_cache": True, "use_sliding_window": False,
        "vocab_size": t.size() + 5, **changes}


def qwen3(t):
    config = qwen2(t, architectures=["Qwen3ForCausalLM"], attention_bias=False, head_dim=8, model_type="qwen3",
                   rope_scaling=None, sliding_window=None, max_window_layers=2, tie_word_embeddings=False,
                   transformers_version="4.51.0")
    return config


def causal_buffers(config, values):
    """The masks that the published gpt2 file carries along: not weights."""
    n = config["n_positions"]
    mask = np.tril(np.ones((n, n), dtype=np.float32))[None, None]
    return {f"h.{i}.attn.bias": mask for i in range(config["n_layer"])}


MODELS = [
    Model("gpt2", "family_gpt", forms_bpe.gpt2, gpt2, ("vocab.json",)),
    Model("gpt2-no-prefix", "family_gpt", forms_bpe.gpt2, gpt2, ("tokenizer.json",),
          stored_name=without("transformer."), extra=causal_buffers),
    Model("gpt2-float16", "family_gpt", forms_bpe.gpt2, lambda t: gpt2(t, n_inner=40, torch_dtype="float16"),
          ("tokenizer.json",), dtype="F16"),
    Model("gpt2-explicit-head", "family_gpt", forms_bpe.gpt2, lambda t: gpt2(t, tie_word_embeddings=True,
          layer_norm_epsilon=0.01),
          ("tokenizer.json",), extra=lambda config, values: {"lm_head.weight": values["transformer.wte.weight"]}),
    Model("distilgpt2", "family_gpt", forms_bpe.gpt2,
          lambda t: gpt2(t, _num_labels=1, id2label={"0": "LABEL_0"}, label2id={"LABEL_0": 0}),
          ("tokenizer.json", "vocab.json")),
    Model("openai-gpt", "family_gpt", forms_bpe.openai_gpt, openai_gpt, ("tokenizer.json", "vocab.json")),
    Model("llama", "family_llama", spm.llama, llama),
    Model("llama3", "family_llama", forms_bpe.llama3, llama3, ("tokenizer.json",)),
    Model("llama-bfloat16-sharded", "family_llama", spm.llama_json,
          lambda t: llama(t, num_key_value_heads=2, torch_dtype="bfloat16"), ("tokenizer.json",), dtype="BF16",
          shards=3),
    Model("llama-no-prefix", "family_llama", spm.llama, lambda t: llama(t, tie_word_embeddings=True,
          attention_bias=True, mlp_bias=True, rms_norm_eps=0.01), stored_name=without("model.")),
    Model("smollm", "family_llama", forms_bpe.smollm, smollm, ("tokenizer.json",)),
    Model("tinyllama", "family_llama", spm.llama, lambda t: llama(t, num_key_value_heads=1)),
    Model("mistral", "family_llama", spm.llama_json, mistral, ("tokenizer.json",)),
    Model("qwen2", "family_llama", forms_bpe.qwen, qwen2, ("tokenizer.json",)),
    Model("qwen2-window", "family_llama", forms_bpe.qwen, lambda t: qwen2(t, use_sliding_window=True,
          rms_norm_eps=0.01),
          ("tokenizer.json",)),
    Model("qwen3", "family_llama", forms_bpe.qwen, qwen3, ("vocab.json",)),
]
