"""How many years of school a text asks for: the Flesch-Kincaid grade of English words.

Grade = 0.39 words per sentence + 11.8 syllables per word - 15.59 (Kincaid, Fishburne, Rogers and
Chissom, Research Branch Report 8-75, Naval Technical Training, 1975). Syllables are counted by the
groups of vowels of a word, which is near enough for whole papers and not for single words.
"""

import re
from collections.abc import Iterable

_WORD = re.compile(r"[A-Za-z]+(?:['’][A-Za-z]+)?")
_SENTENCES = re.compile(r"[.!?:]+(?:\s|$)|\n")
_VOWELS = re.compile(r"[aeiouy]+")
_ONE_SOUND = re.compile(r"[tscg]i(?=on|an|al|ous|ent)")
"""The i of -tion, -cian, -cial and -tient is not spoken."""
_TWO_SOUNDS = re.compile(r"ia|io|ie(?=t|n)|iu|uou")
"""Two vowels that are spoken one after the other: me-di-a, vi-o-lin, di-et."""
_SILENT_END = re.compile(r"(?<=[^aeiouy])e$|(?<![aeiouysxzcgh])es$|(?<![aeiouytd])ed$")
_SPOKEN_END = re.compile(r"[^aeiouyl]les?$")


def syllables(word: str) -> int:
    """About how many syllables an English word has; at least one."""
    said = word.casefold().replace("’", "'").removesuffix("'s")
    said = _ONE_SOUND.sub("s", said)
    if not _SPOKEN_END.search(said):
        said = _SILENT_END.sub("", said)
    return max(1, len(_VOWELS.findall(said)) + len(_TWO_SOUNDS.findall(said)))


def grade(sentences: Iterable[str]) -> float:
    """The grade of sentences, each ending where its text does; 0.0 for no words at all."""
    words = count = parts = 0
    for text in sentences:
        for sentence in _SENTENCES.split(text):
            found = _WORD.findall(sentence)
            if found:
                count += 1
                words += len(found)
                parts += sum(map(syllables, found))
    if not words:
        return 0.0
    return 0.39 * words / count + 11.8 * parts / words - 15.59
