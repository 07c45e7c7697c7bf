"""What is asked before something leaves, and what was answered."""

from dataclasses import dataclass

from careteam.domain.disclosures import Form, Handed
from careteam.storage.reads.recipients import RecipientRow


@dataclass(frozen=True, slots=True)
class Leaves:
    """What wants to leave: `title` names it; of one patient, or (None) of a list."""

    kind: str
    form: Form
    title: str
    patient_id: int | None = None


@dataclass(frozen=True, slots=True)
class Asked:
    """A question for the sheet: what leaves, the answer to start from, and who may get it."""

    leaves: Leaves
    first: Handed
    offered: tuple[RecipientRow, ...]

    @property
    def may_protect(self) -> bool:
        """Whether a password can be put on it."""
        return self.leaves.form is Form.PDF


@dataclass(frozen=True, slots=True)
class Said:
    """The answer; an empty password leaves the file open to whoever has it."""

    handed: Handed
    password: str = ""
