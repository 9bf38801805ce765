"""Whether the text layer of a page can be believed (文字层质量): lost codes, and characters that nobody writes."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ingest.characters import clean_characters
from ingest.readers.pdf_fonts import UNKNOWN

# The 300 commonest characters of Chinese law. They are 60 to 90 of 100 Han characters in any official text, hardly ever
# under 50; in a layer whose codes are mapped to the wrong characters they are about 5.
_COMMON = frozenset(
    "的人第法条定行民当十和应者以有规理管关国或务政业机一事二保会用部其院不员三门工作设公经对本主在责可合产为处地物出"
    "生证构权制资依施单审四中等位上五照由期发建动提他所级案及家请方安查区监自交进全通府品下内市实件并任水同申收得款时要"
    "组违体议准情日护成予委营报诉六共律外据按告取办程分督大决执服调年代利金计向重织职受立百险七罚开企文使项书社相与境表"
    "电化批未明教被标供个之八质县例活求起费信后于检货害防接场限列学治具九专直解改记备性反过章财元省加负运支车原能给确展划"
    "源正承讼域技意罪育知担持采前刑况息止需量医度道除协集村农裁统指力基万判根入结销税无益范常许商现间复令是环术料高形置从"
)
_HAN = re.compile("[\u3400-\u4dbf\u4e00-\u9fff]")
_LETTER = re.compile(r"\w")
_LOST = re.compile(f"[{UNKNOWN}\x00-\x08\x0e-\x1f\x7f-\x9f\ue000-\uf8ff]")
_MIN_COMMON = 0.3
_MIN_HAN = 0.3
_MAX_LOST = 0.02
_FEW = 40
_MIN_VOWELS = 0.2


def is_garbage(texts: Sequence[str]) -> bool:
    """Whether these words of a page are no text that anyone could have written.

    >>> is_garbage(["栖澜市人民政府应当加强河湖巡护工作的组织领导，将巡护经费列入本级财政预算。"])
    False
    >>> is_garbage(["!\\x22#$%&'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLM"])
    True
    """
    text = "".join(texts)
    visible = re.sub(r"\s", "", text)
    lost = len(_LOST.findall(visible))
    if lost > max(1, len(visible) * _MAX_LOST):
        return True
    plain = clean_characters(text)
    han = _HAN.findall(plain)
    if len(han) >= _FEW:
        return sum(letter in _COMMON for letter in han) < len(han) * _MIN_COMMON
    return len(visible) > _FEW and len(han) < len(visible) * _MIN_HAN and not _is_latin(plain)


def _is_latin(text: str) -> bool:
    """Whether it reads as words or figures of a Latin page: letters among them many vowels, few stray signs."""
    letters = [letter for letter in text.lower() if letter.isascii() and letter.isalpha()]
    words = len(_LETTER.findall(text))
    if words < len(text.replace(" ", "")) * 0.6:
        return False
    return not letters or sum(letter in "aeiou" for letter in letters) >= len(letters) * _MIN_VOWELS
