"""`override` for what the first page loads: Python 3.11 has it only in a large library."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from typing_extensions import override as override
else:

    def override(method):
        """Mark a method that takes the place of Qt's; nothing happens at run time."""
        return method
