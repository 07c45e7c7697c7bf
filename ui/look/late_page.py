"""A page that is made when it is first seen or asked for: it costs nothing until then."""

from collections.abc import Callable
from typing import Generic, TypeVar

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

P = TypeVar("P", bound=QWidget)


class LatePage(QWidget, Generic[P]):
    """Holds the place of a page; `make` makes it, `frame` what stands around it."""

    def __init__(self, make: Callable[[], P], frame: Callable[[P], QWidget] | None = None) -> None:
        super().__init__()
        self._make, self._frame = make, frame
        self._page: P | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)

    @property
    def made(self) -> P | None:
        """The page, if it was made already."""
        return self._page

    def page(self) -> P:
        """The page, made now if nobody asked for it before."""
        if self._page is None:
            self._page = made = self._make()
            self._column.addWidget(made if self._frame is None else self._frame(made))
        return self._page

    @override
    def showEvent(self, event: QShowEvent) -> None:
        self.page()
        super().showEvent(event)
