"""`careteam export summary --all` and `--filter`: papers of many patients into a folder."""

import sys
from argparse import Namespace

from careteam.cli.exporting import STREAM, handed, spelled_out
from careteam.cli.messages import BATCH_WANTS_A_FOLDER, NO_SUCH_BATCH_FILTER
from careteam.cli.opening import open_clinic
from careteam.cli.output import print_json
from careteam.cli.paper import paper_of
from careteam.domain.disclosures import Form
from careteam.domain.kinds import KINDS, PaperWish
from careteam.storage.reads.patient_filter import PatientFilter, Standing

FILTERS = ("standing", "navigator", "phase", "subtype", "language", "alert", "text")


def write_many(args: Namespace, wish: PaperWish, password: str) -> int:
    """Write the papers with a line for each that stayed out; 1 when one did, else 0."""
    from careteam.outgoing.papers_batch import Batch, patients_asked, write_batch

    form = Form(args.format)
    if args.out == STREAM or args.out.is_file():
        raise BATCH_WANTS_A_FOLDER.error()
    with open_clinic(args) as clinic:
        since = clinic.day(args.since, "--since") if args.since else None
        wish = PaperWish(wish.kind, wish.sections, since, wish.language, wish.shape)
        asked = _filter(args.filter, clinic.moment.by)
        context = {"moment": clinic.moment, "rules": clinic.rules}
        patients = patients_asked(clinic.store, asked, **context)
        paper = paper_of(clinic, args.paper, KINDS[wish.kind].setting("paper"))
        batch = Batch(patients, wish, form, handed(args), args.out, paper, password)
        told: dict[int, tuple[str, ...]] = {}

        def warn(number: int, spelled: tuple[str, ...]) -> None:
            told[number] = spelled
            for sentence in spelled_out(spelled):
                print(f"{number:05d}: {sentence}", file=sys.stderr)

        done = write_batch(clinic.store, batch, **context, report=_tell, warn=warn)
    if args.json:
        print_json(
            {
                "made": done.made,
                "left_out": done.left_out,
                "report": str(done.report),
                "spelled_out": {f"{number:05d}": list(found) for number, found in told.items()},
            }
        )
    else:
        print(f"Wrote {done.made} files; {done.left_out} left out; {done.report}")
    return 1 if done.left_out else 0


def _tell(done: int, total: int) -> bool:
    if done and done % 100 == 0:
        sys.stderr.write(f"{done} of {total}\n")
    return True


def _filter(typed: list[str], worker: int | None) -> PatientFilter:
    chosen: dict[str, str] = {}
    for entry in typed:
        key, sign, value = entry.partition("=")
        if key not in FILTERS or not sign:
            raise NO_SUCH_BATCH_FILTER.error(typed=entry[:60], near=", ".join(FILTERS))
        chosen[key] = value
    standing = chosen.get("standing", Standing.ACTIVE.value)
    if standing not in list(Standing) or chosen.get("navigator", "me") != "me":
        raise NO_SUCH_BATCH_FILTER.error(typed="; ".join(typed)[:60], near=", ".join(FILTERS))
    return PatientFilter(
        navigator_id=worker if "navigator" in chosen else None,
        standing=Standing(standing),
        typed=chosen.get("text", ""),
        phase=chosen.get("phase", ""),
        subtype=chosen.get("subtype", ""),
        language=chosen.get("language", ""),
        alert=chosen.get("alert", ""),
    )
