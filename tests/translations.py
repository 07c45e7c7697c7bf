"""Brings the translation sources up to date with the words in the code and compiles what is whole.

`python3 run.py translate` does it. English needs its own file for plurals alone; a language is
claimed by its compiled file, which exists only while nothing in it is unfinished.

Qt's own reader of Python misses the plurals of `QCoreApplication.translate(context, text, None, n)`
and gives some texts a wrong context, so the calls are read here and handed to it as C++.
"""

import ast
import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from xml.etree import ElementTree as ET

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "resources" / "i18n"
BIN = Path(sys.executable).parent
SUFFIX = ".exe" if sys.platform == "win32" else ""
LANGUAGES = {"en": ["-target-language", "en_US", "-pluralonly"], "es": ["-target-language", "es"]}
SPEAKERS = {"self.tr", "QCoreApplication.translate", "QT_TRANSLATE_NOOP"}


def source_files() -> list[Path]:
    """The files that hold words a person reads, in one order on every machine."""
    return [ROOT / "main.py", *sorted(ROOT.glob("ui/**/*.py"))]


def translated_calls(
    node: ast.AST, context: str = "", short: Mapping[str, str] | None = None
) -> Iterator[tuple[str, ast.Call]]:
    """Each call below a node that shows or marks words for translation, with its class.

    `short` are the names that stand for a speaker where the node is: after
    `say = QCoreApplication.translate` that is `say`. Raises ValueError where a speaker goes
    elsewhere, for nobody could follow it there.
    """
    known = {**(short or {}), **_short_names(node)}
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.Call):
            speaker = ast.unparse(child.func)
            speaker = known.get(speaker, speaker)
            if speaker in SPEAKERS:
                child.func = ast.parse(speaker, mode="eval").body
                yield context, child
                for part in (*child.args, *(keyword.value for keyword in child.keywords)):
                    yield from translated_calls(ast.Expr(part), context, known)
                continue
        is_name = isinstance(child, (ast.Name, ast.Attribute))
        if is_name and ast.unparse(child) in SPEAKERS and not _is_named(node):
            line = getattr(child, "lineno", "?")
            raise ValueError(f"line {line}: call it, or give it a name of its own")
        yield from translated_calls(
            child, child.name if isinstance(child, ast.ClassDef) else context, known
        )


def _is_named(node: ast.AST) -> bool:
    """Whether a node gives a speaker a short name, or takes it in."""
    is_name = isinstance(node, ast.Assign) and all(
        isinstance(target, ast.Name) for target in node.targets
    )
    return is_name or isinstance(node, (ast.Import, ast.ImportFrom))


def _short_names(node: ast.AST) -> dict[str, str]:
    """The short names that the statements of a function or module give to a speaker."""
    if not isinstance(node, (ast.Module, ast.FunctionDef)):
        return {}
    return {
        target.id: ast.unparse(statement.value)
        for statement in node.body
        if isinstance(statement, ast.Assign) and ast.unparse(statement.value) in SPEAKERS
        for target in statement.targets
        if isinstance(target, ast.Name)
    }


def as_cpp(context: str, call: ast.Call) -> str:
    """One call as the C++ line that Qt reads without mistake; empty for words marked elsewhere.

    Raises ValueError when the words are put together in the call, for no translator sees them.
    """
    given = {keyword.arg: keyword.value for keyword in call.keywords}
    words: list[ast.expr] = list(call.args)
    if ast.unparse(call.func) == "self.tr":
        words.insert(0, ast.Constant(context))
    if isinstance(words[1], (ast.Name, ast.Attribute, ast.Subscript)):
        return ""
    texts = [*words[:3], *([given["disambiguation"]] if "disambiguation" in given else [])]
    if not all(isinstance(text, ast.Constant) for text in texts):
        raise ValueError(f"line {call.lineno}: write the text out, then use .format on the result")
    values = [ast.literal_eval(text) for text in texts]
    quoted = ["nullptr" if v is None else json.dumps(v, ensure_ascii=False) for v in values]
    quoted += ["nullptr"] * (3 - len(quoted))
    plural = ["n"] if len(words) > 3 or "n" in given else []
    return f"QCoreApplication::translate({', '.join(quoted + plural)});"


def update(folder: Path) -> None:
    """Writes careteam_*.ts in the folder anew from the code, keeping what was translated."""
    lines = [
        as_cpp(context, call)
        for path in source_files()
        for context, call in translated_calls(ast.parse(path.read_text("utf-8")))
    ]
    with tempfile.TemporaryDirectory() as workplace:
        words = Path(workplace) / "words.cpp"
        words.write_text("void words() {\n" + "\n".join(lines) + "\n}\n", "utf-8")
        for language, options in LANGUAGES.items():
            source = folder / f"careteam_{language}.ts"
            line = [str(BIN / f"pyside6-lupdate{SUFFIX}"), str(words), "-silent", "-no-obsolete"]
            line += ["-locations", "none", "-source-language", "en_US", *options]
            subprocess.run([*line, "-ts", str(source)], check=True)
    spell_plurals(folder / "careteam_en.ts")


def spell_plurals(source: Path) -> None:
    """Fills the English forms of texts: '%n contact(s)' has two, '%n min' the same twice."""
    tree = ET.parse(source)  # noqa: S314 - our own file
    for message in tree.iter("message"):
        text = message.findtext("source", "")
        translation = message.find("translation")
        if translation is None or translation.get("type") != "unfinished":
            continue
        for form, ending in zip(translation.findall("numerusform"), ("", "s"), strict=True):
            form.text = text.replace("(s)", ending)
        del translation.attrib["type"]
    body = ET.tostring(tree.getroot(), encoding="unicode", short_empty_elements=False)
    source.write_text(f'<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n{body}\n', "utf-8")


def unfinished(source: Path) -> list[str]:
    """The texts of a translation source that still wait for a person."""
    tree = ET.parse(source)  # noqa: S314 - our own file
    return [
        message.findtext("source", "")
        for message in tree.iter("message")
        if (translation := message.find("translation")) is not None
        and translation.get("type") == "unfinished"
    ]


def compile_to(target: Path, source: Path) -> None:
    """Compiles a translation source into the file that the window loads."""
    release = [str(BIN / f"pyside6-lrelease{SUFFIX}"), "-silent", str(source), "-qm", str(target)]
    subprocess.run(release, check=True)


def main() -> int:
    """Updates the sources, compiles the languages that are whole, names what is unfinished."""
    FOLDER.mkdir(exist_ok=True)
    update(FOLDER)
    for language in LANGUAGES:
        source = FOLDER / f"careteam_{language}.ts"
        waiting = unfinished(source)
        if not waiting:
            compile_to(source.with_suffix(".qm"), source)
            sys.stdout.write(f"{language}: complete\n")
            continue
        source.with_suffix(".qm").unlink(missing_ok=True)
        sys.stdout.write(f"{language}: {len(waiting)} unfinished, so it is not offered\n")
        if language == "en":
            sys.stdout.write("".join(f"  {text}\n" for text in waiting))
    return 0 if (FOLDER / "careteam_en.qm").exists() else 1


if __name__ == "__main__":
    sys.exit(main())
