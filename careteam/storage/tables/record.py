"""What every Record shares: a table named after its class."""

import re
from typing import Any, ClassVar

from sqlalchemy import Table
from sqlalchemy.orm import declared_attr
from sqlmodel import SQLModel


class Record(SQLModel):
    """A row at rest; `PhaseRoleRecord` rests in the table `phase_role`."""

    __table__: ClassVar[Table]
    __table_args__: ClassVar[Any]

    @declared_attr.directive
    @classmethod
    def __tablename__(cls) -> str:  # pyright: ignore[reportIncompatibleVariableOverride]
        name = cls.__name__.removesuffix("Record")
        return re.sub(r"(?<=[a-z])(?=[A-Z])", "_", name).casefold()
