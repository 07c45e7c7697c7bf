"""Whatever is wrong with a file gets one clear sentence, and the other files still go in."""

import codecs
import json
import os
from pathlib import Path

import pytest

from careteam.domain.incoming import Incoming, Severity
from careteam.imports import Cancelled
from careteam.imports.fhir import files
from careteam.imports.fhir.reader import read_files
from tests.imports.catalogue import default_catalogue
from tests.imports.resources import ZONE, only, patient, read, saved, sentences, visit, written

REFUSED = {
    "empty": (b"", "bad.json is empty."),
    "blank": (b" \n\t ", "bad.json is empty."),
    "only a mark": (codecs.BOM_UTF8, "bad.json is empty."),
    "words": (b"hello", "bad.json is not JSON: line 1, column 1 cannot be read."),
    "a comma": (b'{"a": 1,}', "bad.json is not JSON: line 1, column 9 cannot be read."),
    "truncated": (
        b'{"resourceType": "Patient", "id": "a',
        "bad.json stops in the middle: it was not copied or sent whole.",
    ),
    "cut between values": (
        b'{"resourceType": "Bundle", "entry": [',
        "bad.json stops in the middle: it was not copied or sent whole.",
    ),
    "not FHIR": (b'{"name": "x"}', "bad.json is JSON, but there is no FHIR resource in it."),
    "a number": (b"7", "bad.json is JSON, but there is no FHIR resource in it."),
    "null": (b"null", "bad.json is JSON, but there is no FHIR resource in it."),
    "an empty array": (b"[]", "bad.json is JSON, but there is no FHIR resource in it."),
    "nested objects": (b'{"a":' * 100_000, "bad.json is nested too deeply to be a record."),
    "nested arrays": (b"[" * 200_000, "bad.json is nested too deeply to be a record."),
    "a huge number": (
        b'{"resourceType": "Patient", "n": ' + b"9" * 5000 + b"}",
        "bad.json holds a number that is too long to be read.",
    ),
    "Windows letters": (
        '{"resourceType": "Patient",\n "id": "José"}'.encode("cp1252"),
        (
            "bad.json is not UTF-8: the first unreadable letter is in line 2. "
            "Ask the sender to save it as UTF-8."
        ),
    ),
    "PDF": (b"%PDF-1.7\n...", "bad.json is a PDF document."),
    "XML": (
        b'<?xml version="1.0"?><Bundle xmlns="http://hl7.org/fhir"/>',
        "bad.json is XML: ask the sender for FHIR R4 as JSON.",
    ),
    "HL7 v2": (
        b"MSH|^~\\&|SENDER|",
        "bad.json is an HL7 version 2 message: ask the sender for FHIR R4 as JSON.",
    ),
    "ZIP": (
        b"PK\x03\x04....",
        "bad.json is a ZIP archive or an Office document: unpack it, or ask for the JSON files.",
    ),
    "gzip": (b"\x1f\x8b\x08\x00", "bad.json is a compressed file: unpack it first."),
    "DICOM": (b"\0" * 128 + b"DICM", "bad.json is a DICOM picture."),
    "zeros": (b"\0" * 64, "bad.json is empty."),
}


@pytest.mark.parametrize(("content", "sentence"), REFUSED.values(), ids=REFUSED.keys())
def test_a_file_that_cannot_be_read_is_refused_with_one_sentence(
    tmp_path: Path, content: bytes, sentence: str
) -> None:
    bad = tmp_path / "bad.json"
    bad.write_bytes(content)
    incoming = read(bad, written(tmp_path, patient(), name="good.json"))
    assert sentences(incoming) == [sentence]
    assert incoming.findings[0].severity is Severity.REFUSED
    assert incoming.refused == ("bad.json",)
    assert incoming.files == ("bad.json", "good.json")
    assert only(incoming).mrn == "7"


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_marks_and_wider_encodings_are_understood(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "wide.json"
    path.write_text(json.dumps(patient(name=[{"family": "Núñez"}]), ensure_ascii=False), encoding)
    assert only(read(path)).family == "Núñez"


def test_a_file_that_is_too_large_is_refused_before_reading(tmp_path: Path) -> None:
    path = tmp_path / "huge.json"
    with path.open("wb") as opened:
        opened.truncate(files.MOST_BYTES + 1024 * 1024)
    incoming = read(path)
    (sentence,) = sentences(incoming)
    assert sentence.startswith("huge.json is too large (201 MB); at most 200 MB are read.")


def test_a_folder_without_files_is_told(tmp_path: Path) -> None:
    folder = tmp_path / "nothing"
    folder.mkdir()
    (folder / "notes.txt").write_text("x")
    incoming = read(folder)
    assert sentences(incoming) == ["nothing holds no file ending in .json or .ndjson."]
    assert incoming.refused == ("nothing",)


def test_a_folder_is_walked_sorted_without_hidden_files(tmp_path: Path) -> None:
    for name in ("b/two.NDJSON", "a.json", "._a.json", "b/.hidden/x.json", "readme.md"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps(patient()))
    assert read(tmp_path).files == ("a.json", "b/two.NDJSON")


def test_a_file_given_twice_is_read_once(tmp_path: Path) -> None:
    path = written(tmp_path, patient())
    assert read(path, tmp_path, path).files == ("file.json",)


def test_files_of_one_name_are_told_apart(tmp_path: Path) -> None:
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        written(tmp_path / name, patient())
    incoming = read(tmp_path / "one" / "file.json", tmp_path / "two" / "file.json")
    assert incoming.files == (
        str(tmp_path / "one" / "file.json"),
        str(tmp_path / "two" / "file.json"),
    )


def test_a_file_that_vanished_is_told(tmp_path: Path) -> None:
    incoming = read(tmp_path / "gone.json", written(tmp_path, patient()))
    assert sentences(incoming) == ["gone.json is not there any more."]
    assert len(incoming.patients) == 1


def test_a_file_that_vanishes_while_reading_is_told(tmp_path: Path) -> None:
    first, second = (
        written(tmp_path, patient(), name="first.json"),
        tmp_path / "second.json",
    )
    second.write_bytes(first.read_bytes())

    def _pull_the_stick(done: int, _total: int) -> bool:
        second.unlink(missing_ok=True)
        return True

    incoming = read_files(
        [tmp_path], catalogue=default_catalogue(), zone=ZONE, progress=_pull_the_stick
    )
    assert sentences(incoming) == ["second.json is not there any more."]
    assert len(incoming.patients) == 1


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="needs a user whom rights bind")
def test_a_file_without_permission_is_told(tmp_path: Path) -> None:
    path = written(tmp_path, patient())
    path.chmod(0)
    assert sentences(read(path)) == ["file.json may not be read by you: ask for permission."]


@pytest.mark.parametrize(
    ("error", "sentence"),
    [
        (PermissionError(13, "Denied"), "file.json may not be read by you: ask for permission."),
        (OSError(5, "Input/output error"), "file.json could not be read: input/output error."),
        (OSError(), "file.json could not be read: the disk did not answer."),
    ],
)
def test_what_the_system_refuses_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: OSError, sentence: str
) -> None:
    path = written(tmp_path, patient())
    default_catalogue()

    def _fail(*_args: object, **_kwargs: object) -> None:
        raise error

    monkeypatch.setattr(Path, "open", _fail)
    assert sentences(read(path)) == [sentence]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_pipe_is_refused_and_does_not_hang(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe.json"
    os.mkfifo(pipe)
    assert sentences(read(pipe)) == ["pipe.json is not a file that can be read."]


def test_a_name_that_no_system_allows_is_refused() -> None:
    assert len(sentences(read(Path("a\0b.json")))) == 1


def test_names_that_stand_twice_are_told_and_the_last_counts(tmp_path: Path) -> None:
    path = tmp_path / "twice.json"
    path.write_text(json.dumps(patient())[:-1] + ', "gender": "male", "gender": "female"}')
    incoming = read(path)
    assert only(incoming).sex == "female"
    assert sentences(incoming) == ["A name stands twice in one object: the last one counts."]


def test_values_that_are_no_numbers_are_told_and_missing(tmp_path: Path) -> None:
    path = tmp_path / "nan.json"
    path.write_text(json.dumps(patient(rank=float("nan"), other=[float("inf"), -float("inf")])))
    incoming = read(path)
    assert only(incoming).mrn == "7"
    assert sentences(incoming) == [
        "NaN or Infinity stands 3 times where a number belongs: read as missing."
    ]


def test_lone_surrogates_and_controls_become_harmless(tmp_path: Path) -> None:
    path = tmp_path / "odd.json"
    tree = json.dumps(patient(name=[{"family": "RE\ud83dYES\u202e", "given": ["A\u0000na\n"]}]))
    path.write_text(tree)
    found = only(read(path))
    assert found.family.encode("utf-8").decode("utf-8") == "RE\ufffdYES"
    assert found.given == "Ana"


def test_a_raw_line_break_in_a_text_is_survived(tmp_path: Path) -> None:
    path = tmp_path / "raw.json"
    path.write_text(json.dumps(patient()).replace("Reyes", "Rey\nes"))
    assert only(read(path)).family == "Rey es"


def test_lines_that_are_not_json_are_left_out_and_told(tmp_path: Path) -> None:
    path = tmp_path / "bulk.ndjson"
    lines = [json.dumps(patient()), "{broken", "", json.dumps(visit()), "also broken"]
    path.write_text("\ufeff" + "\r\n".join(lines))
    incoming = read(path)
    assert len(only(incoming).contacts) == 1
    assert sentences(incoming) == ["2 lines are not JSON: left out."]
    assert incoming.findings[0].place == "line 2"


def test_ndjson_is_known_without_its_ending(tmp_path: Path) -> None:
    path = tmp_path / "bulk.json"
    path.write_text("\n".join(json.dumps(item) for item in (patient(), visit())))
    assert len(only(read(path)).contacts) == 1


def test_a_line_separator_inside_a_text_does_not_break_a_line(tmp_path: Path) -> None:
    path = tmp_path / "bulk.ndjson"
    tree = patient(name=[{"family": "Re\u2028yes"}])
    path.write_text(json.dumps(tree, ensure_ascii=False) + "\n" + json.dumps(visit()))
    assert only(read(path)).family == "Re yes"


@pytest.mark.parametrize("ending", ["json", "ndjson"])
def test_every_wrapping_gives_the_same(tmp_path: Path, ending: str) -> None:
    bundle = {"entry": [{"resource": patient()}, {"resource": visit()}], "resourceType": "Bundle"}
    nested = {"resourceType": "Bundle", "type": "batch", "entry": [{"resource": bundle}]}
    for tree in (bundle, nested, [patient(), visit()], [bundle]):
        incoming = read(saved(tmp_path, tree, f"file.{ending}"))
        assert len(only(incoming).contacts) == 1
        assert not incoming.findings


def test_entries_without_a_resource_are_told(tmp_path: Path) -> None:
    tree = {
        "resourceType": "Bundle",
        "entry": [{"resource": patient()}, {"request": {}}, 7, None, {"resource": {"a": 1}}],
    }
    assert sentences(read(saved(tmp_path, tree))) == ["3 entries hold no resource."]


def test_a_file_with_nothing_to_keep_is_told(tmp_path: Path) -> None:
    incoming = read(written(tmp_path, {"resourceType": "Claim"}, {"resourceType": "Claim"}))
    assert sentences(incoming) == ["file.json is FHIR, but holds nothing that Careteam keeps."]
    assert incoming.left_out == (("Claim", 2),)
    assert not incoming.refused


def test_progress_is_told_and_can_stop_the_run(tmp_path: Path) -> None:
    for name in ("a.json", "b.json"):
        written(tmp_path, patient(), name=name)
    told: list[tuple[int, int]] = []

    def _go_on(done: int, total: int) -> bool:
        told.append((done, total))
        return True

    def _run(progress: object) -> Incoming:
        return read_files(
            [tmp_path],
            catalogue=default_catalogue(),
            zone=ZONE,
            progress=progress,  # pyright: ignore[reportArgumentType]
        )

    assert len(_run(_go_on).patients) == 1
    assert told == [(0, 2), (1, 2), (2, 2)]
    with pytest.raises(Cancelled):
        _run(lambda done, _total: done < 1)


@pytest.mark.parametrize(
    ("resource", "version"),
    [
        ({"resourceType": "Patient", "name": [{"family": ["Reyes"]}]}, "DSTU2"),
        ({"resourceType": "Encounter", "class": "ambulatory"}, "DSTU2"),
        ({"resourceType": "Condition", "patient": {"reference": "Patient/1"}}, "DSTU2"),
        ({"resourceType": "MedicationOrder"}, "DSTU2"),
        ({"resourceType": "Condition", "clinicalStatus": "active"}, "STU3"),
        ({"resourceType": "CareTeam", "context": {"reference": "Encounter/1"}}, "STU3"),
        ({"resourceType": "CarePlan", "context": {"reference": "Encounter/1"}}, "STU3"),
        ({"resourceType": "ReferralRequest"}, "STU3"),
        ({"resourceType": "Encounter", "class": [{"coding": []}]}, "R5"),
        ({"resourceType": "Encounter", "actualPeriod": {}}, "R5"),
        ({"resourceType": "Encounter", "participant": [{"actor": {}}]}, "R5"),
        ({"resourceType": "CareTeam", "participant": [{"coveragePeriod": {}}]}, "R5"),
    ],
)
def test_another_version_is_known_by_its_shape(
    tmp_path: Path, resource: dict[str, object], version: str
) -> None:
    incoming = read(written(tmp_path, resource, patient()))
    assert sentences(incoming) == [
        f"file.json is written in FHIR {version}, not R4: ask the sender for R4."
    ]
    assert not incoming.patients


def test_one_odd_entry_does_not_refuse_an_r4_file(tmp_path: Path) -> None:
    odd = {**visit(), "class": "ambulatory"}
    sound = visit(id="e", reasonCode=[])
    other = visit("2026-04-01T09:00:00Z", id="f", reasonCode=[])
    incoming = read(written(tmp_path, patient(), odd, sound, other))
    assert len(only(incoming).contacts) == 2
    assert sentences(incoming) == ["An entry has the shape of FHIR DSTU2, not R4: left out."]
