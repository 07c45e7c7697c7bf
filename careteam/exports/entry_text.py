"""An entry of the timeline as text that pastes well into an electronic record."""

from careteam.exports.summary_text import wrapped

_ARROWS = str.maketrans({"→": "->", "←": "<-", "↔": "<->", "✓": "", "✕": "", "↻": "", "▲": "!"})


def pasted(text: str) -> str:
    """The text in lines of at most 72 characters, in the signs of a keyboard; its own line ends
    are kept, and it ends with one.
    """
    plain = "\n".join(line.strip() for line in text.translate(_ARROWS).split("\n"))
    return "\n".join(line.rstrip() for line in wrapped(plain)) + "\n"
