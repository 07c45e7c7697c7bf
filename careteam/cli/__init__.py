"""What is typed: the command line for administrators, scripts and machines without a display."""

from careteam.cli.request import WindowRequest


def run(words: list[str]) -> int | WindowRequest:
    """Do what the words ask; gives the exit code, or what only the window can do.

    0 done, 1 something was refused or not found, 2 bad use or the database cannot be opened.
    """
    from os import fsencode

    from careteam.cli.messages import BadUse, Code, sentence_of
    from careteam.cli.output import complain, speak_utf8
    from careteam.cli.parser import asked_of
    from careteam.domain.errors import CareteamError, Locked, Unavailable

    speak_utf8()
    try:
        asked = asked_of([fsencode(word).decode("utf-8", "replace") for word in words])
        return asked() if callable(asked) else asked
    except CareteamError as error:
        complain(sentence_of(error))
        is_use = isinstance(error, BadUse | Locked | Unavailable)
        return Code.BAD_USE if is_use else Code.REFUSED
