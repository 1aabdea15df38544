"""A checkpoint of the GPT-2, Llama or Qwen3 family (config.json, model.safetensors) in plain PyTorch, in the type of its
weights: token ids behind remembered keys and values to the logits of the last one."""
import json
import mmap
import struct

import torch
from torch import nn
from torch.nn import functional as F

TYPES = {"F32": torch.float32, "F16": torch.float16, "BF16": torch.bfloat16}


def read_tensors(folder):
    with open(folder + "/model.safetensors", "rb") as file:
        size = struct.unpack("<Q", file.read(8))[0]
        table = json.loads(file.read(size))
        memory = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_COPY)
    tensors = {}
    for name, entry in table.items():
        begin, end = entry["data_offsets"]
        kind = TYPES[entry["dtype"]]
        count = (end - begin) // kind.itemsize if hasattr(kind, "itemsize") else \
            (end - begin) // torch.empty(0, dtype=kind).element_size()
        tensors[name] = torch.frombuffer(memory, dtype=kind, offset=8 + size + begin, count=count) \
            .view(entry["shape"]).clone()
    return tensors


class RmsNorm(nn.Module):
    def __init__(self, weight, epsilon):
        super().__init__()
        self.weight, self.epsilon = nn.Parameter(weight, False), epsilon

    def forward(self, x):
        y = x.float()
        return (y * torch.rsqrt(y.pow(2).mean(-1, keepdim=True) + self.epsilon)).to(x.dtype) * self.weight


def linear(weight, bias=None):
    module = nn.Linear(1, 1, bias is not None)
    module.weight = nn.Parameter(weight, False)
    if bias is not None:
        module.bias = nn.Parameter(bias, False)
    return module


def layer_norm(weight, bias, epsilon):
    module = nn.LayerNorm(weight.shape, epsilon)
    module.weight, module.bias = nn.Parameter(weight, False), nn.Parameter(bias, False)
    return module


class Layer(nn.Module):
    """One layer of either family; parts that a family lacks are None."""

    def __init__(self, config, take, begin):
        super().__init__()
        if config["model_type"] == "gpt2":
            self.heads = self.shared = config["n_head"]
            epsilon = config["layer_norm_epsilon"]
            self.norms = nn.ModuleList(
                layer_norm(take(f"{begin}ln_{i}.weight"), take(f"{begin}ln_{i}.bias"), epsilon) for i in (1, 2))

            def turned(name):
                return linear(take(f"{begin}{name}.weight").t().contiguous(), take(f"{begin}{name}.bias"))
            self.joint, self.out = turned("attn.c_attn"), turned("attn.c_proj")
            self.rise, self.fall = turned("mlp.c_fc"), turned("mlp.c_proj")
            self.gate = self.head_norms = None
            return
        self.heads, self.shared = config["num_attention_heads"], config["num_key_value_heads"]
        epsilon = config["rms_norm_eps"]
        self.norms = nn.ModuleList(RmsNorm(take(f"{begin}{name}.weight"), epsilon)
                                   for name in ("input_layernorm", "post_attention_layernorm"))
        self.joint = linear(torch.cat([take(f"{begin}self_attn.{part}_proj.weight") for part in "qkv"]))
        self.out = linear(take(begin + "self_attn.o_proj.weight"))
        self.gate = linear(take(begin + "mlp.gate_proj.weight"))
        self.rise, self.fall = linear(take(begin + "mlp.up_proj.weight")), linear(take(begin + "mlp.down_proj.weight"))
        self.head_norms = nn.ModuleList(RmsNorm(take(f"{begin}self_attn.{part}_norm.weight"), epsilon)
                                        for part in "qk") if config["model_type"] == "qwen3" else None

    def attend(self, x, turns, hidden, past_key, past_value):
        count = x.shape[0]
        joint = self.joint(x)
        width = joint.shape[1] // (self.heads + 2 * self.shared)
        q, k, v = joint.split([self.heads * width, self.shared * width, self.shared * width], -1)
        q = q.view(count, self.heads, width).transpose(0, 1)
        k, v = (part.view(count, self.shared, width).transpose(0, 1) for part in (k, v))
        if self.head_norms is not None:
            q, k = self.head_norms[0](q), self.head_norms[1](k)
        if turns is not None:
            q, k = (part * turns[0] + torch.cat((-part[..., width // 2:], part[..., :width // 2]), -1) * turns[1]
                    for part in (q, k))
        key, value = torch.cat((past_key, k), 1), torch.cat((past_value, v), 1)
        all_key, all_value = key, value
        if self.shared < self.heads:
            all_key, all_value = (part[:, None].expand(-1, self.heads // self.shared, -1, -1)
                                  .reshape(self.heads, -1, width) for part in (key, value))
        scores = (q @ all_key.transpose(1, 2)) * width ** -0.5
        weights = F.softmax(scores.masked_fill(hidden, -float("inf")), -1)
        return self.out((weights @ all_value).transpose(0, 1).reshape(count, -1)), key, value

    def forward(self, x, turns, hidden, past_key, past_value):
        attended, key, value = self.attend(self.norms[0](x), turns, hidden, past_key, past_value)
        x = x + attended
        y = self.norms[1](x)
        risen = F.gelu(self.rise(y), approximate="tanh") if self.gate is None else F.silu(self.gate(y)) * self.rise(y)
        return x + self.fall(risen), key, value


class CheckpointModel(nn.Module):
    def __init__(self, folder):
        super().__init__()
        config = json.load(open(folder + "/config.json"))
        tensors = read_tensors(folder)
        take = tensors.pop
        is_gpt = config["model_type"] == "gpt2"
        self.vocabulary = config["vocab_size"]
        words = take("wte.weight" if is_gpt else "model.embed_tokens.weight")
        self.words = nn.Embedding.from_pretrained(words)
        count = config["n_layer" if is_gpt else "num_hidden_layers"]
        self.layers = nn.ModuleList(
            Layer(config, take, f"h.{i}." if is_gpt else f"model.layers.{i}.") for i in range(count))
        if is_gpt:
            self.places = nn.Parameter(take("wpe.weight"), False)
            self.norm = layer_norm(take("ln_f.weight"), take("ln_f.bias"), config["layer_norm_epsilon"])
        else:
            self.places = None
            self.norm = RmsNorm(take("model.norm.weight"), config["rms_norm_eps"])
            width = config["head_dim"]
            self.frequencies = config["rope_theta"] ** (-torch.arange(0, width, 2).float() / width)
        self.head = linear(words if is_gpt or config["tie_word_embeddings"] else take("lm_head.weight"))
        self.past = (count, self.layers[0].shared, 0, config["n_embd"] // config["n_head"] if is_gpt else width)

    def nothing(self):
        """Keys and values before the first token."""
        return torch.zeros(self.past, dtype=self.words.weight.dtype)

    def forward(self, ids, past_key, past_value):
        before = past_key.shape[2]
        places = torch.arange(ids.shape[0]) + before
        x = self.words(ids)
        turns = None
        if self.places is not None:
            x = x + self.places[places]
        else:
            angles = places[:, None] * torch.cat((self.frequencies, self.frequencies))[None]
            turns = angles.cos().to(x.dtype), angles.sin().to(x.dtype)
        hidden = torch.arange(ids.shape[0] + before)[None] > places[:, None]
        keys, values = [], []
        for i, layer in enumerate(self.layers):
            x, key, value = layer(x, turns, hidden, past_key[i], past_value[i])
            keys.append(key)
            values.append(value)
        return self.head(self.norm(x[-1:])), torch.stack(keys), torch.stack(values)
