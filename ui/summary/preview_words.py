"""What a preview warns of, in words: missing letters, words, phones and reviews."""

from PySide6.QtCore import QCoreApplication

from ui.summary.made import PatientNotes, Preview

MOST_LETTERS = 12


def warnings_of(preview: Preview) -> tuple[str, ...]:
    """Sentences in the order of their weight; nothing for a paper that is as it should be."""
    say = QCoreApplication.translate
    patient = preview.patient
    found: list[str] = []
    if preview.missing and patient is not None and len(preview.missing) > MOST_LETTERS:
        words = say(
            "SummaryTab",
            "No font here can draw {language}. Do not hand this out: choose English, copy it as "
            "text, or ask for a font in the folder CARETEAM_FONTS.",
        )
        found.append(words.format(language=patient.language))
    elif preview.missing:
        words = say(
            "SummaryTab", "No font here can draw some letters. They are spelled out: {letters}"
        )
        found.append(words.format(letters=" ".join(preview.missing)))
    return (*found, *(_patient_warnings(patient) if patient is not None else ()))


def grade_words(notes: PatientNotes) -> str:
    """The reading grade; the formula is for English, so it is that of the English words."""
    say = QCoreApplication.translate
    words = say("SummaryTab", "reading grade {grade} (English words)")
    return words.format(grade=f"{max(notes.grade, 0.0):.1f}")


def _patient_warnings(notes: PatientNotes) -> tuple[str, ...]:
    say = QCoreApplication.translate
    found: list[str] = []
    if not notes.has_phone:
        found.append(
            say(
                "SummaryTab",
                "No phone for any hour is set; the paper has a line to write it on.",
            )
        )
    if notes.is_draft:
        words = say(
            "SummaryTab",
            "The translation into {language} is not reviewed; the paper says so.",
        )
        found.append(words.format(language=notes.language))
    if notes.unphrased:
        words = say(
            "SummaryTab", "There are no words in {language} for: {names}. They stay in English."
        )
        if notes.language == "English":
            words = say("SummaryTab", "In the clinic's own words: {names}.")
        found.append(words.format(language=notes.language, names=", ".join(notes.unphrased)))
    return tuple(found)
