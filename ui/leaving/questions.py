"""What is asked before something leaves, and what was answered."""

from dataclasses import dataclass

from careteam.domain.disclosures import Form, Handed
from careteam.storage.reads.recipients import RecipientRow


@dataclass(frozen=True, slots=True)
class Leaves:
    """What wants to leave: `title` names it; of one patient, or (None) of a list.

    With more than one of `forms` the sheet lets choose; `form` is the one it starts with.
    """

    kind: str
    form: Form
    title: str
    patient_id: int | None = None
    forms: tuple[Form, ...] = ()


@dataclass(frozen=True, slots=True)
class Asked:
    """A question for the sheet: what leaves, the answer to start from, and who may get it."""

    leaves: Leaves
    first: Handed
    offered: tuple[RecipientRow, ...]

    @property
    def may_protect(self) -> bool:
        """Whether a password can be put on it."""
        return Form.PDF in (self.leaves.form, *self.leaves.forms)


@dataclass(frozen=True, slots=True)
class Said:
    """The answer; an empty password leaves the file open to whoever has it.

    `form` is the one that was chosen, None where there was nothing to choose.
    """

    handed: Handed
    password: str = ""
    form: Form | None = None
