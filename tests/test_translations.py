"""Every word on screen can be translated, and what is claimed to be translated is whole."""

import ast
import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QTranslator

from tests import translations

SOURCES = sorted(translations.FOLDER.glob("*.ts"))
COMPILED = sorted(translations.FOLDER.glob("*.qm"))


@pytest.fixture(scope="module")
def fresh(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("i18n")
    for source in SOURCES:
        shutil.copy(source, folder)
    translations.update(folder)
    return folder


@pytest.mark.parametrize("language", translations.LANGUAGES)
def test_the_words_in_the_code_are_the_words_in_the_translation_source(
    fresh: Path, language: str
) -> None:
    name = f"careteam_{language}.ts"
    committed = (translations.FOLDER / name).read_text("utf-8")
    assert (fresh / name).read_text("utf-8") == committed, "run: python3 run.py translate"


def test_english_speaks_its_plurals() -> None:
    assert translations.FOLDER / "careteam_en.qm" in COMPILED


@pytest.mark.parametrize("compiled", COMPILED, ids=lambda path: path.name)
def test_a_language_that_is_offered_has_nothing_unfinished(compiled: Path) -> None:
    assert translations.unfinished(compiled.with_suffix(".ts")) == []


@pytest.mark.parametrize("compiled", COMPILED, ids=lambda path: path.name)
def test_the_compiled_language_is_made_from_its_source(compiled: Path, tmp_path: Path) -> None:
    again = tmp_path / compiled.name
    translations.compile_to(again, compiled.with_suffix(".ts"))
    assert again.read_bytes() == compiled.read_bytes(), "run: python3 run.py translate"


def read(code: str) -> list[str]:
    return [translations.as_cpp(*found) for found in translations.translated_calls(ast.parse(code))]


def test_words_are_found_with_their_class_their_plural_and_their_remark() -> None:
    code = """
class Strip:
    def show(self, n):
        self.tr("Bye", "a remark")
        QCoreApplication.translate("Strip", "%n contact(s)", None, len(n))
"""
    assert read(code) == [
        'QCoreApplication::translate("Strip", "Bye", "a remark");',
        'QCoreApplication::translate("Strip", "%n contact(s)", nullptr, n);',
    ]


def test_words_are_found_behind_a_short_name_of_the_speaker() -> None:
    code = """
def words(count):
    say = QCoreApplication.translate
    told = {1: say("Rows", "One"), 2: lambda: say("Rows", "%n row(s)", None, count)}
    return told[1].format(say("Rows", "Two"))

class Page:
    def show(self):
        tr = self.tr
        return tr("Here")

def other(say):
    return say("Not", "ours")
"""
    assert read(code) == [
        'QCoreApplication::translate("Rows", "One", nullptr);',
        'QCoreApplication::translate("Rows", "%n row(s)", nullptr, n);',
        'QCoreApplication::translate("Rows", "Two", nullptr);',
        'QCoreApplication::translate("Page", "Here", nullptr);',
    ]


@pytest.mark.parametrize(
    "code",
    [
        'map(QCoreApplication.translate, ("A", "B"))',
        'say = partial(QCoreApplication.translate, "Rows")',
        "self.say = QCoreApplication.translate",
        "def f(self):\n    return self.tr",
        "if x:\n    pass\nsay: object = QCoreApplication.translate",
        "class A:\n    words = [QT_TRANSLATE_NOOP]",
    ],
)
def test_a_speaker_that_goes_where_nobody_can_follow_is_refused(code: str) -> None:
    with pytest.raises(ValueError, match="call it, or give it a name"):
        read(code)


@pytest.mark.parametrize("text", ['f"Hello {name}"', '"Hello " + name', '"Hello {}".format(name)'])
def test_words_put_together_before_translating_are_refused(text: str) -> None:
    with pytest.raises(ValueError, match="write the text out"):
        read(f"class A:\n    def f(self):\n        self.tr({text})\n")


def test_one_and_many_are_told_apart_in_english(
    qapp: QCoreApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    words = tmp_path / "words.py"
    words.write_text('QCoreApplication.translate("Rows", "%n row(s) of words", None, n)\n')
    monkeypatch.setattr(translations, "source_files", lambda: [words])
    translations.update(tmp_path)
    translations.compile_to(tmp_path / "careteam_en.qm", tmp_path / "careteam_en.ts")
    translator = QTranslator()
    assert translator.load(str(tmp_path / "careteam_en.qm"))
    qapp.installTranslator(translator)
    try:
        shown = [
            QCoreApplication.translate("Rows", "%n row(s) of words", None, n) for n in (0, 1, 2)
        ]
    finally:
        qapp.removeTranslator(translator)
    assert shown == ["0 rows of words", "1 row of words", "2 rows of words"]
