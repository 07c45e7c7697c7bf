"""A paper for a patient in parts, in their language, for every form but the PDF."""

from dataclasses import replace
from datetime import date

from careteam.domain.patient_summary import PatientSummary
from careteam.exports.patient_parts import draft_band, heading, letterhead_lines, patient_parts
from careteam.exports.patient_words import words_of
from careteam.exports.told import Told


def patient_told(paper: PatientSummary) -> Told:
    """The parts in their order; the draft band stands where urgent things stand."""
    words = words_of(paper)
    day = words.long_day(date.fromisoformat(paper.made_on_iso))
    who = tuple(entry for entry in (paper.name, f"MRN {paper.mrn}" if paper.mrn else "") if entry)
    return Told(
        heading(paper, words),
        paper.clinic,
        (day,),
        paper.made_on_iso,
        paper.digest,
        alerts=draft_band(words),
        parts=tuple(
            replace(part, text=part.text.replace("\n", " ")) for part in patient_parts(paper, words)
        ),
        running=who,
        address=letterhead_lines(paper, words),
        logo=paper.letterhead.logo,
        confidential="",
        page="{page} / {pages}",
        is_large=True,
        language=words.tag,
        is_right_to_left=words.is_right_to_left,
    )
