"""The one style sheet of the desk, built from the tokens, for the parts Qt itself draws."""

from collections.abc import Callable

from ui.look import tokens as t
from ui.look.tokens import Tokens

Px = Callable[[float], int]


def stylesheet(tokens: Tokens, px: Px) -> str:
    """The style sheet for these colours; `px` grows a design size with the text."""
    return "\n".join(
        (
            _labels(tokens, px),
            _surfaces(tokens),
            _inputs(tokens, px),
            _checks(tokens, px),
            _lists(tokens, px),
            _scroll_bars(tokens),
            _menus(tokens, px),
        )
    )


def _labels(tokens: Tokens, px: Px) -> str:
    def look(name: str, size: int, weight: int, color: str, height: int) -> str:
        return (
            f'QLabel[look="{name}"] {{ font-size: {px(size)}px; font-weight: {weight};'
            f" color: {color}; min-height: {px(height)}px; }}"
        )

    return "\n".join(
        (
            "QLabel { background: transparent; }",
            look("body", t.TEXT, t.REGULAR, tokens.ink, 19),
            look("quiet", t.TEXT, t.REGULAR, tokens.ink_2, 19),
            look("strong", t.TEXT, t.SEMIBOLD, tokens.ink, 19),
            look("sub", t.TEXT_SMALL, t.REGULAR, tokens.ink_3, 17),
            look("label", t.TEXT_LABEL, t.SEMIBOLD, tokens.ink_2, 16),
            look("error", t.TEXT_SMALL, t.MEDIUM, tokens.bad, 17),
            look("fact", t.TEXT_LABEL, t.REGULAR, tokens.ink_3, 18),
            look("phase", t.TEXT_SMALL, t.SEMIBOLD, tokens.ink, 17),
            look("h1", t.TEXT_H1, t.BOLD, tokens.ink, 26),
            look("h2", t.TEXT_H2, t.BOLD, tokens.ink, 20),
            look("h3", 16, t.BOLD, tokens.ink, 23),
            look("name", t.TEXT_NAME, t.BOLD, tokens.ink, 29),
            look("figure", t.TEXT_FIGURE, t.BOLD, tokens.ink, 35),
            look("status", t.TEXT_SMALL, t.REGULAR, tokens.ink_3, 17),
            look("demo", t.TEXT_SMALL, t.SEMIBOLD, tokens.warn, 22),
            f'QLabel[tone="bad"] {{ color: {tokens.bad}; }}',
            f'QLabel[tone="warn"] {{ color: {tokens.warn}; }}',
            f'QLabel[tone="ok"] {{ color: {tokens.ok}; }}',
            f'QLabel[tone="idea"] {{ color: {tokens.idea}; }}',
            f'QLabel[tone="info"] {{ color: {tokens.accent}; }}',
            f'QLabel[tone="mute"] {{ color: {tokens.ink_2}; }}',
            f"QLabel:disabled {{ color: {tokens.ink_3}; }}",
        )
    )


def _surfaces(tokens: Tokens) -> str:
    return f"""
QMainWindow, QDialog {{ background: {tokens.bg}; }}
QFrame[look="card"] {{ background: {tokens.surface}; border: 1px solid {tokens.line};
  border-radius: {t.RADIUS_CARD}px; }}
QFrame[look="surface"] {{ background: {tokens.surface}; border: none; }}
QFrame[look="page"] {{ background: {tokens.bg}; border: none; }}
QLabel[look="demo"] {{ background: {tokens.warn_soft}; padding: 2px 16px; }}
QFrame[look="warn"] {{ background: {tokens.warn_soft}; border: none;
  border-radius: {t.RADIUS_CARD}px; }}
QFrame[look="divider"] {{ background: {tokens.line_soft}; border: none; max-height: 1px;
  min-height: 1px; }}
QScrollArea, QScrollArea > QWidget > QWidget[look="scrolled"] {{ background: transparent;
  border: none; }}
QToolTip {{ background: {tokens.surface}; color: {tokens.ink};
  border: 1px solid {tokens.control}; padding: 4px 6px; }}
QAbstractScrollArea::corner {{ background: transparent; border: none; }}
QSplitter::handle {{ background: {tokens.line}; }}
"""


def _inputs(tokens: Tokens, px: Px) -> str:
    controls = "QLineEdit, QPlainTextEdit, QComboBox, QSpinBox, QDateEdit"
    focused = ", ".join(f"{name}:focus" for name in controls.split(", "))
    disabled = ", ".join(f"{name}:disabled" for name in controls.split(", "))
    wrong = ", ".join(f'{name}[wrong="true"]' for name in controls.split(", "))
    inner = px(t.CONTROL_HEIGHT) - 2
    return f"""
{controls} {{ background: {tokens.field}; color: {tokens.ink}; border: 1px solid {tokens.control};
  border-radius: {t.RADIUS}px; padding: 0 7px; selection-background-color: {tokens.accent};
  selection-color: {tokens.accent_ink}; placeholder-text-color: {tokens.ink_3}; }}
QLineEdit, QComboBox, QSpinBox, QDateEdit {{ min-height: {inner}px; }}
QLineEdit[small="true"], QComboBox[small="true"] {{
  min-height: {px(t.CONTROL_HEIGHT_SMALL) - 2}px; }}
QPlainTextEdit {{ padding: 4px 5px; }}
{wrong} {{ border-color: {tokens.bad}; }}
{focused} {{ border: 2px solid {tokens.focus}; padding: 0 6px; }}
QLineEdit:focus, QComboBox:focus, QSpinBox:focus, QDateEdit:focus {{ min-height: {inner - 2}px; }}
QLineEdit[small="true"]:focus, QComboBox[small="true"]:focus {{
  min-height: {px(t.CONTROL_HEIGHT_SMALL) - 4}px; }}
QPlainTextEdit:focus {{ padding: 3px 4px; }}
{disabled} {{ background: {tokens.mute_soft}; color: {tokens.ink_3};
  border-color: {tokens.line}; }}
QLineEdit[look="bare"], QLineEdit[look="bare"]:focus {{ border: none; background: transparent;
  padding: 0; min-height: {px(20)}px; }}
QComboBox {{ padding: 0 9px; }}
QComboBox:focus {{ padding: 0 8px; }}
QComboBox::drop-down {{ border: none; width: {px(26)}px; }}
QComboBox::down-arrow {{ image: none; }}
QComboBox QLineEdit, QComboBox QLineEdit:focus {{ border: none; background: transparent;
  padding: 0; min-height: {px(20)}px; }}
"""


def _checks(tokens: Tokens, px: Px) -> str:
    return f"""
QCheckBox, QRadioButton {{ spacing: 8px; color: {tokens.ink}; background: transparent;
  min-height: {px(24)}px; }}
QCheckBox:disabled, QRadioButton:disabled {{ color: {tokens.ink_3}; }}
"""


def _lists(tokens: Tokens, px: Px) -> str:
    return f"""
QAbstractItemView {{ background: {tokens.surface}; color: {tokens.ink}; border: none;
  outline: none; }}
QTableView[look="table"] {{ background: transparent; border: none; }}
QHeaderView {{ background: transparent; border: none; }}
QHeaderView::section {{ background: {tokens.raised}; color: {tokens.ink_3};
  font-size: {px(t.TEXT_LABEL)}px; font-weight: {t.SEMIBOLD}; padding: 0 12px; border: none;
  border-bottom: 1px solid {tokens.line}; }}
QHeaderView::section:hover {{ color: {tokens.ink}; }}
QHeaderView::section:first {{ border-top-left-radius: {t.RADIUS_CARD - 1}px; }}
QHeaderView::section:last {{ border-top-right-radius: {t.RADIUS_CARD - 1}px; }}
QHeaderView::section:only-one {{ border-top-left-radius: {t.RADIUS_CARD - 1}px;
  border-top-right-radius: {t.RADIUS_CARD - 1}px; }}
QListView[look="popup"] {{ background: {tokens.surface}; border: 1px solid {tokens.control};
  border-radius: {t.RADIUS}px; padding: 0; }}
QListView[look="popup"]::item {{ min-height: {px(28)}px; padding: 0 8px; border-radius: 4px; }}
QListView[look="popup"]::item:selected {{ background: {tokens.accent_soft};
  color: {tokens.ink}; }}
"""


def _scroll_bars(tokens: Tokens) -> str:
    return f"""
QScrollBar:vertical {{ background: transparent; width: 10px; margin: 0; }}
QScrollBar:horizontal {{ background: transparent; height: 10px; margin: 0; }}
QScrollBar::handle {{ background: {tokens.line}; border-radius: 3px; margin: 2px; }}
QScrollBar::handle:vertical {{ min-height: 32px; }}
QScrollBar::handle:horizontal {{ min-width: 32px; }}
QScrollBar::handle:hover {{ background: {tokens.control}; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
"""


def _menus(tokens: Tokens, px: Px) -> str:
    return f"""
QMenu {{ background: {tokens.surface}; color: {tokens.ink}; border: 1px solid {tokens.control};
  border-radius: {t.RADIUS}px; padding: 4px; }}
QMenu::item {{ padding: {px(6)}px 12px; border-radius: 4px; }}
QMenu::item:selected {{ background: {tokens.accent_soft}; color: {tokens.ink}; }}
QMenu::item:disabled {{ color: {tokens.ink_3}; }}
QMenu::separator {{ height: 1px; background: {tokens.line_soft}; margin: 4px 8px; }}
"""
