"""A paper as one HTML file: no script, nothing from outside, made for screens, readers and print.

It follows WCAG 2.2 AA: language and direction, one h1, headings in order, tables with a caption
and scoped headers, contrast as on the paper; what the browser may load is nothing (a policy in the
file says so).
"""

from collections.abc import Iterable, Iterator
from html import escape

from careteam.exports.summary_parts import Cell, Part
from careteam.exports.told import (
    CALL,
    PEOPLE,
    QUESTIONS,
    ROOM_LINES,
    Told,
    cleaned,
    kept_in_order,
)

_POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:"
_STYLE = """
:root { color-scheme: light; }
body { margin: 0 auto; padding: 24px; max-width: 60rem; color: #14212B; background: #fff;
  font: 15px/1.45 Inter, system-ui, "Segoe UI", "Noto Sans", sans-serif; overflow-wrap: anywhere; }
body.large { font-size: 17px; }
.top { display: flex; gap: 24px; justify-content: space-between; align-items: flex-end; }
.top .made { white-space: pre; }
.quiet, dt, .aside { color: #4A5A68; }
.top p, .who p, .end p { margin: 0; white-space: pre-line; }
img { display: block; max-height: 56px; max-width: 220px; }
h1 { font-size: 1.5rem; margin: 0; }
h2 { color: #0B5F83; font-size: 1rem; margin: 22px 0 6px; padding-bottom: 4px;
  border-bottom: 1px solid #D9E0E7; break-after: avoid; }
h2 .aside { font-weight: normal; }
.who { border: 1px solid #D9E0E7; border-inline-start: 4px solid #0B5F83; border-radius: 4px;
  padding: 10px 14px; margin-top: 12px; }
.who .name { font-size: 1.15rem; font-weight: bold; }
dl { display: flex; flex-wrap: wrap; gap: 2px 20px; margin: 6px 0 0; }
dl div { display: flex; gap: 6px; }
dd { margin: 0; }
.state, .alert { border-radius: 4px; padding: 6px 10px; margin: 8px 0 0; font-weight: 600; }
.state { background: #EEF1F4; color: #4A5A68; }
.alert { background: #FDF3E1; color: #8A5200; }
table { border-collapse: collapse; width: 100%; font-size: .93rem; }
caption { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
th, td { text-align: start; vertical-align: top; padding: 4px 8px; border-bottom: 1px solid #E9EDF1;
  font-weight: normal; white-space: pre-line; min-width: 6.5em; }
thead th { color: #4A5A68; font-weight: 600; border-bottom-color: #D9E0E7; }
b { font-weight: 600; }
.bad { color: #A8241B; }
.call { background: #FDECEA; border-radius: 8px; padding: 12px 16px; margin-top: 14px; }
.call h2 { border: 0; margin: 0; padding: 0; }
.call p { margin: 4px 0 0; }
.call .number { font-size: 1.35rem; font-weight: bold; }
.room { height: 30px; border-bottom: 1px solid #D9E0E7; }
@media (max-width: 40rem) { th, td { min-width: 4em; padding: 4px; } .top { display: block; } }
.end { margin-top: 22px; padding-top: 8px; border-top: 1px solid #D9E0E7; font-size: .8rem; }
@media print {
  @page { margin: 15mm; }
  body { padding: 0; max-width: none; font-size: 10pt; }
  body.large { font-size: 12pt; }
  .call, .alert, .state { print-color-adjust: exact; }
  section { break-inside: auto; }
  thead { display: table-header-group; }
  tr { break-inside: avoid; }
}
""".strip()


_ROOM = '<div class="room" aria-hidden="true"></div>'
"""A line to write on."""
_ISOLATE, _END = "\u2066", "\u2069"
"""Around what runs from left to right within a line that does not (UAX #9)."""


def html_of(told: Told) -> bytes:
    """The whole file in UTF-8; the same parts give the same bytes."""
    told = kept_in_order(cleaned(told), _ISOLATE, _END)
    return "\n".join(_lines(told)).encode("utf-8", "replace") + b"\n"


def _lines(told: Told) -> Iterator[str]:
    direction = "rtl" if told.is_right_to_left else "ltr"
    yield "<!doctype html>"
    yield f'<html lang="{escape(told.language)}" dir="{direction}">'
    yield '<head><meta charset="utf-8">'
    yield f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield '<meta name="referrer" content="no-referrer">'
    yield '<meta name="robots" content="noindex, nofollow">'
    yield f"<title>{escape(told.title)}</title>"
    yield f"<style>{_STYLE}</style></head>"
    yield '<body class="large">' if told.is_large else "<body>"
    yield from _top(told)
    yield "<main>"
    yield from _who(told)
    for part in told.parts:
        yield from _part(part)
    yield from _paragraphs(told.ends)
    yield "</main>"
    yield '<footer class="end quiet">'
    yield from _paragraphs((" · ".join(told.running), told.confidential))
    if told.digest:
        yield f"<p>Digest (SHA-256) {escape(told.digest)}</p>"
    yield "</footer></body></html>"


def _top(told: Told) -> Iterator[str]:
    yield '<header class="top"><div>'
    if told.logo:
        yield f'<img alt="{escape(told.clinic)}" src="data:image/png;base64,{escape(told.logo)}">'
    clinic = " · ".join(entry for entry in (told.clinic, *told.address) if entry)
    yield f'<p class="quiet">{_in(clinic)}</p>'
    yield f"<h1>{_in(told.heading)}</h1></div>"
    yield f'<p class="quiet made">{"<br>".join(map(_in, told.made))}</p></header>'


def _who(told: Told) -> Iterator[str]:
    if told.name or told.diagnosis or told.facts:
        yield '<div class="who">'
        if told.name:
            yield f'<p class="name">{_in(told.name)}</p>'
        yield from _paragraphs((told.diagnosis,))
        if told.facts:
            pairs = (
                f"<div><dt>{_in(fact.label)}</dt><dd>{_in(fact.value)}</dd></div>"
                for fact in told.facts
            )
            yield f"<dl>{''.join(pairs)}</dl>"
        yield "</div>"
    if told.state:
        yield f'<p class="state">{_in(told.state)}</p>'
    for alert in told.alerts:
        yield f'<p class="alert">▲ {_in(alert)}</p>'
    yield from _saying(told.lead, told.text)


def _part(part: Part) -> Iterator[str]:
    if part.key == CALL:
        yield f'<section class="call"><h2>{_in(part.title)}</h2>'
        yield from _paragraphs((part.lead,))
        if any(map(str.isdigit, part.text)):
            yield f'<p class="number">{_in(part.text)}</p></section>'
        else:
            yield f"<p>{_in(part.text)}</p>{_ROOM}</section>"
        return
    aside = f' <span class="aside">{_in(part.aside)}</span>' if part.aside else ""
    yield f"<section><h2>{_in(part.title)}{aside}</h2>"
    is_below = part.key == PEOPLE
    yield from _saying(part.lead, "" if is_below else part.text)
    if part.columns:
        heads = "".join(f'<th scope="col">{_in(title)}</th>' for title in part.columns)
        yield f"<table><caption>{_in(part.title)}</caption><thead><tr>{heads}</tr></thead><tbody>"
        for row in part.rows:
            first, *rest = row
            cells = "".join(f"<td>{_cell(cell)}</td>" for cell in rest)
            yield f'<tr><th scope="row">{_cell(first)}</th>{cells}</tr>'
        yield "</tbody></table>"
    yield from _paragraphs((part.text,) if is_below else ())
    if part.key == QUESTIONS:
        yield _ROOM * ROOM_LINES
    yield "</section>"


def _saying(lead: str, text: str) -> Iterator[str]:
    if lead or text:
        strong = f"<b>{_in(lead)}</b> " if lead else ""
        yield f"<p>{strong}{_in(text)}</p>"


def _cell(cell: Cell) -> str:
    words = f"<b>{_in(cell.text)}</b>" if cell.is_strong else _in(cell.text)
    if cell.is_bad:
        words = f'<span class="bad">{words}</span>'
    if not cell.aside:
        return words
    return f"{words}{'<br>' if cell.is_below else ' '}{_in(cell.aside)}"


def _paragraphs(texts: Iterable[str]) -> Iterator[str]:
    for text in texts:
        if text:
            yield f"<p>{_in(text)}</p>"


def _in(text: str) -> str:
    """The text as text; what runs the other way keeps to itself."""
    kept = escape(text)
    return kept if text.isascii() else f"<bdi>{kept}</bdi>"
