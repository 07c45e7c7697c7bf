"""The look: building blocks that draw and listen, and know nothing of patients.

What may be in here: colours, type and spacing; widgets, delegates and models that are told what
to show by frozen values (words, chips, columns) and say what the nurse did by signals.

What may not: anything of `careteam`, a database, a clock that is not told, a rule, a word that
belongs to one page. A block takes its collaborators first (nearly always the `Theme`) and its
parent last, and is whole when constructed.

Start with `theme.Theme`; every block asks it for colours, fonts, icons and sizes.
"""
