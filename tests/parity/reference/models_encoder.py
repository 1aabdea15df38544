"""The encoder-only models: config.json as the published checkpoints write it, with small numbers."""
import forms_bpe
import forms_sentencepiece as spm
from model_folder import Model, position_ids, without


def bert(t, **changes):
    return {
        "architectures": ["BertForMaskedLM"], "attention_probs_dropout_prob": 0.1, "gradient_checkpointing": False,
        "hidden_act": "gelu", "hidden_dropout_prob": 0.1, "hidden_size": 24, "initializer_range": 0.02,
        "intermediate_size": 40, "layer_norm_eps": 1e-12, "max_position_embeddings": 40, "model_type": "bert",
        "num_attention_heads": 3, "num_hidden_layers": 2, "pad_token_id": 0, "position_embedding_type": "absolute",
        "transformers_version": "4.6.0.dev0", "type_vocab_size": 2, "use_cache": True, "vocab_size": t.size(),
        **changes}


def minilm(t):
    return bert(t, architectures=["BertModel"], hidden_size=16, num_attention_heads=4, num_hidden_layers=3,
                transformers_version="4.8.2")


def roberta(t):
    config = bert(t, architectures=["RobertaForMaskedLM"], bos_token_id=0, eos_token_id=2, hidden_size=16,
                  layer_norm_eps=1e-05, max_position_embeddings=34, model_type="roberta", num_attention_heads=2,
                  pad_token_id=1, type_vocab_size=1)
    for absent in ("gradient_checkpointing", "position_embedding_type", "transformers_version", "use_cache"):
        del config[absent]
    return config


def ernie(t):
    return bert(t, architectures=["ErnieForMaskedLM"], enable_recompute=False, layer_norm_eps=1e-05,
                model_type="ernie", num_attention_heads=2, hidden_size=16, task_type_vocab_size=3,
                torch_dtype="float32", type_vocab_size=4, use_task_id=True)


def distilbert(t):
    return {
        "activation": "gelu", "architectures": ["DistilBertForMaskedLM"], "attention_dropout": 0.1, "dim": 24,
        "dropout": 0.1, "hidden_dim": 40, "initializer_range": 0.02, "max_position_embeddings": 40,
        "model_type": "distilbert", "n_heads": 2, "n_layers": 2, "pad_token_id": 0, "qa_dropout": 0.1,
        "seq_classif_dropout": 0.2, "sinusoidal_pos_embds": False, "tie_weights_": True,
        "transformers_version": "4.10.0.dev0", "vocab_size": t.size()}


def albert(t, **changes):
    return {
        "architectures": ["AlbertForMaskedLM"], "attention_probs_dropout_prob": 0, "bos_token_id": t.id("[CLS]"),
        "classifier_dropout_prob": 0.1, "down_scale_factor": 1, "embedding_size": 10,
        "eos_token_id": t.id("[SEP]"), "gap_size": 0, "hidden_act": "gelu_new", "hidden_dropout_prob": 0,
        "hidden_size": 24, "initializer_range": 0.02, "inner_group_num": 1, "intermediate_size": 48,
        "layer_norm_eps": 1e-12, "max_position_embeddings": 40, "model_type": "albert", "net_structure_type": 0,
        "num_attention_heads": 3, "num_hidden_groups": 1, "num_hidden_layers": 3, "num_memory_blocks": 0,
        "pad_token_id": 0, "type_vocab_size": 2, "vocab_size": t.size(), **changes}


def old_norm_name(name):
    """The TensorFlow names that the published bert-base files still have."""
    return name.replace("LayerNorm.weight", "LayerNorm.gamma").replace("LayerNorm.bias", "LayerNorm.beta")


def pretraining_parts(config, values):
    """What the published bert-base files hold besides the masked-word head: pooler and next-sentence head."""
    layer = "bert.encoder.layer.0.attention.self."
    return {"bert.pooler.dense.weight": values[layer + "query.weight"],
            "bert.pooler.dense.bias": values[layer + "query.bias"],
            "cls.seq_relationship.weight": values[layer + "key.weight"][:2],
            "cls.seq_relationship.bias": values[layer + "key.bias"][:2]}


def stored_output(bias):
    """extra: the tied output matrix and its bias, as many files have them a second time."""
    def extra(config, values):
        table = next(value for name, value in values.items() if name.endswith("word_embeddings.weight"))
        head = bias.rpartition(".")[0]
        return {f"{head}.decoder.weight": table, f"{head}.decoder.bias": values[bias]}
    return extra


MODELS = [
    Model("bert", "family_bert", forms_bpe.bert, bert, ("vocab.txt",), stored_name=old_norm_name,
          extra=pretraining_parts),
    Model("bert-explicit-head", "family_bert", forms_bpe.bert, lambda t: bert(t, hidden_size=16,
          num_attention_heads=2, hidden_act="relu", layer_norm_eps=0.01), ("tokenizer.json", "vocab.txt"),
          extra=stored_output("cls.predictions.bias")),
    Model("bert-bfloat16", "family_bert", forms_bpe.bert, lambda t: bert(t, hidden_size=16, num_attention_heads=4,
          torch_dtype="bfloat16"), ("tokenizer.json",), dtype="BF16"),
    Model("minilm", "family_bert", forms_bpe.bert, minilm, ("tokenizer.json",), stored_name=without("bert."),
          extra=position_ids("embeddings.position_ids")),
    Model("distilbert", "family_bert", forms_bpe.bert, distilbert, ("tokenizer.json", "vocab.txt")),
    Model("roberta", "family_bert", forms_bpe.roberta, roberta, ("vocab.json",),
          extra=stored_output("lm_head.bias")),
    Model("ernie", "family_bert", forms_bpe.bert, ernie, ("vocab.txt",)),
    Model("albert", "family_albert", spm.albert, albert),
    Model("albert-groups", "family_albert", spm.albert,
          lambda t: albert(t, hidden_size=16, num_attention_heads=2, num_hidden_groups=2, num_hidden_layers=4,
                           layer_norm_eps=0.01)),
]
