"""What the banner says about a patient, in the words of the window."""

from PySide6.QtCore import QCoreApplication

from careteam.domain.dates import day_shown
from careteam.domain.moment import Moment
from careteam.domain.patients import Status
from careteam.domain.phones import shown
from careteam.storage.reads.patient_page import PatientPageRow
from ui.look.banner import BannerText
from ui.look.chips import ChipText
from ui.look.tokens import Tone

DAYS_OF_A_MONTH = 30
MONTHS_FROM_DAY = 100


def banner_text(
    patient: PatientPageRow, moment: Moment, untold: tuple[str, ...] = ()
) -> BannerText:
    """What the banner says about a patient; `untold` are red flags nobody was told of."""
    unknown = QCoreApplication.translate("PatientView", "Not known")
    born = unknown
    if patient.birth is not None:
        born = f"{patient.birth.shown} ({patient.birth.age_shown(moment.today)})"
    speaks = patient.language or unknown
    if patient.needs_interpreter:
        speaks += QCoreApplication.translate("PatientView", " · interpreter")
    facts = (
        (QCoreApplication.translate("PatientView", "Born"), born),
        (QCoreApplication.translate("PatientView", "Sex"), patient.sex),
        (QCoreApplication.translate("PatientView", "MRN"), patient.mrn),
        (QCoreApplication.translate("PatientView", "Speaks"), speaks),
        (
            QCoreApplication.translate("PatientView", "Phone"),
            shown(patient.phone) if patient.phone else unknown,
        ),
    )
    text = QCoreApplication.translate("PatientView", "{flag}: nobody told")
    chips = [ChipText(text.format(flag=flag), Tone.BAD, "!") for flag in untold]
    chips += [ChipText(patient.diagnosis, Tone.INFO)] if patient.diagnosis else []
    chips += [ChipText(alert.text, Tone.WARN, "▲") for alert in patient.alerts]
    given = f"{patient.given} “{patient.preferred}”" if patient.preferred else patient.given
    phase, detail, progress = _phase_words(patient)
    return BannerText(
        family=patient.family.upper() or given,
        given=given if patient.family else "",
        title=patient.title,
        facts=facts,
        chips=tuple(chips),
        phase=phase,
        phase_detail=detail,
        progress=progress,
        ended=_state_words(patient),
    )


def _phase_words(patient: PatientPageRow) -> tuple[str, str, float | None]:
    if not patient.phase or patient.phase_day is None:
        return patient.phase_label, "", None
    if patient.usual_days is None and patient.phase_day > MONTHS_FROM_DAY:
        month = patient.phase_day // DAYS_OF_A_MONTH + 1
        text = QCoreApplication.translate("PatientView", "{phase} · month {month}")
        return text.format(phase=patient.phase_label, month=month), "", None
    text = QCoreApplication.translate("PatientView", "{phase} · day {day}")
    said = text.format(phase=patient.phase_label, day=patient.phase_day)
    if patient.usual_days is None:
        return said, "", None
    of = QCoreApplication.translate("PatientView", "of about {days}")
    return said, of.format(days=patient.usual_days), patient.phase_day / patient.usual_days


def _state_words(patient: PatientPageRow) -> str:
    if patient.status is Status.ACTIVE:
        return ""
    text = {
        Status.DECEASED: QCoreApplication.translate("PatientView", "Died {day}"),
        Status.TRANSFERRED: QCoreApplication.translate(
            "PatientView", "Transferred {day}: {reason}"
        ),
        Status.DECLINED: QCoreApplication.translate(
            "PatientView", "Declined navigation {day}: {reason}"
        ),
        Status.CLOSED: QCoreApplication.translate(
            "PatientView", "Navigation closed {day}: {reason}"
        ),
    }[patient.status]
    day = day_shown(patient.status_on) if patient.status_on else ""
    return text.format(day=day, reason=patient.status_reason)
