"""`foi-tracker check` reads one letter or a folder of them, and says by its status what it found."""

from __future__ import annotations

import csv
import json
import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from foi_tracker.cli import main
from tests.factories import files
from tests.intake.documents import made

FAULTY = """Dear Ms Example

3 March 2026

Thank you for your request of 3 February 2026 under the Freedom of Information Act 2000.

We hold what you asked for and refuse to give it under section 31 of the Act.

Yours sincerely
"""
SOUND = """Dear Ms Example

3 March 2026

Thank you for your request, which we received on 3 February 2026, under the Freedom of Information Act 2000.

We do not hold this. We searched the register of ducks, where it would be.

If you are unhappy with this answer you can ask for an internal review within 40 working days by writing to
foi@council.example.org. If you remain unhappy you have the right to complain to the Information Commissioner
under section 50 of the Act: Information Commissioner’s Office, Wycliffe House, Water Lane, Wilmslow, Cheshire
SK9 5AF, 0303 123 1113, ico.org.uk/make-a-complaint.

Yours sincerely
"""


@pytest.fixture
def letters(tmp_path: Path) -> Path:
    """A folder as an office keeps it: letters of all kinds, and things that are none."""
    folder = tmp_path / "sent"
    (folder / "2026").mkdir(parents=True)
    (folder / "faulty.txt").write_text(FAULTY, encoding="utf-8")
    (folder / "2026" / "sound.eml").write_bytes(made.mail(SOUND))
    (folder / "2026" / "word.docx").write_bytes(made.word())
    (folder / "scan.pdf").write_bytes(files.pdf())
    (folder / "~$word.docx").write_bytes(b"a program's own")
    (folder / ".hidden").write_bytes(b"a program's own")
    return folder


def check(*arguments: str | Path, stdin: bytes | str = "") -> Result:
    return CliRunner().invoke(main, ["check", *map(str, arguments)], input=stdin)


def test_one_letter_gives_its_facts_and_findings_as_json(letters: Path) -> None:
    result = check(letters / "faulty.txt")
    found = json.loads(result.stdout)
    assert {"kind", "dates", "grounds", "questions", "findings"} <= set(found)
    assert found["kind"] == "refusal"
    assert all({"level", "code", "provision", "message", "where"} == set(each) for each in found["findings"])
    assert "review_missing" in {each["code"] for each in found["findings"] if each["level"] == "must"}
    assert result.exit_code == 1


def test_a_letter_in_which_nothing_must_be_mended_ends_with_nought(letters: Path) -> None:
    result = check(letters / "2026" / "sound.eml")
    found = json.loads(result.stdout)
    assert [each for each in found["findings"] if each["level"] == "must"] == []
    assert found["dates"]["issued"] == "2026-03-03"
    assert result.exit_code == 0


def test_what_came_with_an_email_and_was_not_read_is_told_and_ends_with_2(letters: Path) -> None:
    (letters / "annex.eml").write_bytes(made.mail(SOUND, attached={"annex.pdf": files.pdf()}))
    result = check(letters / "annex.eml")
    told = json.loads(result.stdout)["unread"]
    assert told[0].startswith("annex.pdf was not read. The PDF holds pictures")
    assert f"annex.eml: {told[0]}" in result.stderr
    assert result.exit_code == 2


def test_a_malformed_email_stops_none_of_the_others(letters: Path) -> None:
    broken = b"From: a@[\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary*=idna''x%ff\n\nDear"
    (letters / "broken.eml").write_bytes(broken)
    result = check(letters)
    assert "broken.eml: The file is damaged or not whole." in result.stderr
    assert "3 letters read" in result.stdout


def test_what_is_typed_goes_before_what_the_letter_says(letters: Path, tmp_path: Path) -> None:
    request = tmp_path / "request.txt"
    request.write_text("1. How many ducks?\n2. How many geese?\n")
    options = ("--received", "2/2/2026", "--issued", "2026-05-29", "--request", request, "--regime", "EIR")
    found = json.loads(check(letters / "faulty.txt", *options).stdout)
    assert (found["dates"]["received"], found["dates"]["issued"]) == ("2026-02-02", "2026-05-29")
    assert "late" in {each["code"] for each in found["findings"]}


def test_standard_input_is_read_for_a_dash() -> None:
    assert json.loads(check("-", stdin=FAULTY.encode()).stdout)["kind"] == "refusal"


def test_a_folder_gives_a_table_and_names_what_it_could_not_read(letters: Path) -> None:
    result = check(letters)
    assert "3 letters read; 2 with something that must be mended. 1 file not read." in result.stdout
    assert "review_missing" in result.stdout
    assert result.stdout.count("word.docx") == 1
    assert "scan.pdf: The PDF holds pictures of pages and no text" in result.stderr


def test_something_that_must_be_mended_ends_with_1_whatever_else_was_not_read(letters: Path) -> None:
    scan, sound, faulty = letters / "scan.pdf", letters / "2026" / "sound.eml", letters / "faulty.txt"
    assert check(scan, sound, faulty).exit_code == 1
    assert check(scan, sound).exit_code == 2
    assert check(sound).exit_code == 0


def test_a_file_that_the_machine_does_not_let_us_read_stops_none_of_the_others(letters: Path) -> None:
    (letters / "broken.txt").symlink_to("/proc/self/mem")  # there, and not to be read
    result = check(letters)
    assert "3 letters read" in result.stdout
    assert "2 files not read." in result.stdout
    assert "broken.txt cannot be read: " in result.stderr
    assert "Traceback" not in result.output


def test_a_pipe_is_as_good_as_a_file(letters: Path) -> None:
    code = "from foi_tracker.cli import main; main(['check', '/dev/stdin'])"
    done = subprocess.run(
        [sys.executable, "-c", code], input=FAULTY, capture_output=True, text=True, check=False
    )
    assert json.loads(done.stdout)["kind"] == "refusal"


def test_several_letters_show_how_far_the_reading_has_come(letters: Path) -> None:
    """On a terminal; in a file there would be a hundred half lines."""
    ours, theirs = pty.openpty()
    code = f"from foi_tracker.cli import main; main(['check', {str(letters)!r}])"
    subprocess.run([sys.executable, "-c", code], stdout=subprocess.DEVNULL, stderr=theirs, check=False)
    shown = os.read(ours, 100_000).decode()
    assert "Reading letters" in shown
    assert "4/4" in shown
    assert "Reading letters" not in check(letters).stderr


def test_a_folder_as_json_tells_each_file_apart(letters: Path) -> None:
    found = json.loads(check(letters, "--json").stdout)
    assert [Path(each["file"]).name for each in found] == ["sound.eml", "word.docx", "faulty.txt", "scan.pdf"]
    assert [each.get("kind") for each in found][-1] is None
    assert "scan" in found[-1]["problem"]


def test_one_letter_can_be_a_table_too(letters: Path) -> None:
    assert check(letters / "faulty.txt", "--table").stdout.startswith("1 letter read; 1 with")


def test_the_csv_has_a_row_a_finding_and_one_for_every_other_file(letters: Path, tmp_path: Path) -> None:
    target = tmp_path / "found.csv"
    found = json.loads(check(letters, "--json", "--csv", target).stdout)
    rows = list(csv.DictReader(target.read_text(encoding="utf-8-sig").splitlines()))
    assert list(rows[0]) == [
        "file", "kind", "received", "issued", "due", "level", "code", "provision", "where", "message",
    ]  # fmt: skip
    assert len(rows) == sum(max(1, len(each.get("findings", []))) for each in found)
    assert {Path(row["file"]).name for row in rows} == {"sound.eml", "word.docx", "faulty.txt", "scan.pdf"}
    assert next(row for row in rows if row["kind"] == "not read")["message"].startswith("The PDF holds")


def test_the_dates_of_many_letters_come_from_a_list(letters: Path, tmp_path: Path) -> None:
    dates = tmp_path / "dates.csv"
    dates.write_text(
        "File,Received,Issued\nfaulty.txt,02/02/2026,29 May 2026\nword.docx,,\n", encoding="utf-8-sig"
    )
    found = {
        Path(each["file"]).name: each
        for each in json.loads(check(letters, "--json", "--dates", dates).stdout)
    }
    assert found["faulty.txt"]["dates"]["issued"] == "2026-05-29"
    assert found["sound.eml"]["dates"]["received"] == "2026-02-03"


def test_a_list_names_files_by_their_path_in_the_folder_as_any_office_saves_it(
    letters: Path, tmp_path: Path
) -> None:
    (letters / "sound.eml").write_bytes(made.mail(SOUND))
    dates = tmp_path / "dates.csv"
    dates.write_bytes("file,received\r\n2026\\sound.eml,02/02/2026\r\n,\r\n".encode("cp1252"))
    found = {each["file"]: each for each in json.loads(check(letters, "--json", "--dates", dates).stdout)}
    assert found[str(letters / "2026" / "sound.eml")]["dates"]["received"] == "2026-02-02"
    assert found[str(letters / "sound.eml")]["dates"]["received"] == "2026-02-03"


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("fualty.txt,2026-02-03,", "has dates of what is not checked: fualty.txt."),
        ("faulty.txt,2026-02-03,2026-01-03", "line 2: the letter cannot leave before the request comes."),
        (",2026-02-03,", "line 2: there is no name of a file."),
    ],
)
def test_a_line_of_the_list_that_would_do_nothing_is_told(
    line: str, why: str, letters: Path, tmp_path: Path
) -> None:
    dates = tmp_path / "dates.csv"
    dates.write_text(f"file,received,issued\n{line}\n", encoding="utf-8")
    result = check(letters, "--dates", dates)
    assert result.exit_code == 2
    assert why in result.stderr


@pytest.mark.parametrize(
    ("arguments", "why"),
    [
        (["no-such-file.txt"], "There is no file or folder no-such-file.txt."),
        (["{faulty}", "--received", "31/2/2026"], "--received: “31/2/2026” is not a date."),
        (["{faulty}", "--received", "yesterday"], "is not a date."),
        (["{faulty}", "--received", "2026-03-03", "--issued", "2026-02-03"], "cannot leave before"),
        (["{folder}", "--issued", "2026-02-03"], "are of one letter"),
        (["{faulty}", "--request", "{scan}"], "it is a scan"),
        (["{faulty}", "--request", "no-such-file.txt"], "no-such-file.txt cannot be read: No such file"),
        (["{folder}", "--dates", "{faulty}"], "needs a first line with the columns"),
        (["{faulty}", "--csv", "/no-such-folder/found.csv"], "cannot be written"),
        (["{faulty}", "--regime", "GDPR"], "GDPR"),
        (["{empty}"], "There is no file in the folder"),
        ([], "Missing argument"),
    ],
)  # fmt: skip
def test_bad_input_is_told_in_plain_words(letters: Path, arguments: list[str], why: str) -> None:
    (letters / "empty").mkdir()
    places = {"faulty": letters / "faulty.txt", "folder": letters, "scan": letters / "scan.pdf"}
    result = check(*(each.format(**places, empty=letters / "empty") for each in arguments))
    assert result.exit_code == 2
    assert why in result.stderr
    assert "Traceback" not in result.output
    assert result.stdout == ""


def test_a_file_listed_twice_is_refused_however_its_path_is_written(letters: Path, tmp_path: Path) -> None:
    dates = tmp_path / "dates.csv"
    dates.write_text("file,issued\n2026/word.docx,2026-09-05\n\n2026\\word.docx,2026-11-20\n")
    result = check(letters, "--dates", dates)
    assert (result.exit_code, result.stdout) == (2, "")
    assert "line 4: 2026\\word.docx stands in line 2 already." in result.stderr
    assert "give more of their paths" in result.stderr


def test_one_name_of_several_files_gives_its_dates_to_none_of_them(letters: Path, tmp_path: Path) -> None:
    (letters / "2025").mkdir()
    (letters / "2025" / "faulty.txt").write_text(FAULTY)
    dates = tmp_path / "dates.csv"
    dates.write_text("file,issued\nfaulty.txt,2026-11-20\n")
    result = check(letters, "--dates", dates)
    assert (result.exit_code, result.stdout) == (2, "")
    assert "faulty.txt is the name of 2 files: " in result.stderr
    assert "Give more of the path, in a line for each." in result.stderr
    dates.write_text("file,issued\nsent/faulty.txt,2026-09-07\n2025/faulty.txt,2026-11-20\n")
    found = {each["file"]: each for each in json.loads(check(letters, "--json", "--dates", dates).stdout)}
    assert found[str(letters / "faulty.txt")]["dates"]["issued"] == "2026-09-07"
    assert found[str(letters / "2025" / "faulty.txt")]["dates"]["issued"] == "2026-11-20"


def test_a_file_named_twice_is_one_letter(letters: Path, tmp_path: Path) -> None:
    dates = tmp_path / "dates.csv"
    dates.write_text("file,issued\nfaulty.txt,2026-05-29\n")
    result = check(letters, letters / "faulty.txt", "--table", "--dates", dates)
    assert "3 letters read" in result.stdout


def test_the_list_of_dates_among_the_letters_is_no_letter(letters: Path) -> None:
    dates = letters / "dates.csv"
    dates.write_text("file,issued\nfaulty.txt,2026-05-29\n")
    assert "3 letters read; 2 with" in check(letters, "--dates", dates).stdout


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (files.workbook(), "Save the list as CSV."),
        (b"file,issued\nfaulty.txt," + b"x" * 140_000, "Save the list as CSV."),
        (b"file,issued,issued\nfaulty.txt,2026-05-29,", "has the column issued twice."),
    ],
)
def test_a_list_that_is_no_csv_is_told_in_plain_words(
    content: bytes, why: str, letters: Path, tmp_path: Path
) -> None:
    dates = tmp_path / "dates.xlsx"
    dates.write_bytes(content)
    result = check(letters, "--dates", dates)
    assert result.exit_code == 2
    assert isinstance(result.exception, SystemExit)
    assert why in result.stderr


def test_a_table_that_cannot_be_written_is_told_before_anything_is_read(
    letters: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("foi_tracker.cli.check._checked", lambda *_: pytest.fail("a letter was read"))
    for target in (tmp_path / "no-such-folder" / "found.csv", tmp_path):
        result = check(letters, "--csv", target)
        assert (result.exit_code, result.stdout) == (2, "")
        assert f"{target} cannot be written: " in result.stderr


def test_a_disk_that_is_full_at_the_end_leaves_what_was_found_on_the_screen(letters: Path) -> None:
    result = check(letters, "--csv", "/dev/full")
    assert "3 letters read; 2 with something that must be mended." in result.stdout
    assert "/dev/full cannot be written: No space left on device." in result.stderr
    assert result.exit_code == 2


def test_no_letter_and_no_list_is_written_over(letters: Path, tmp_path: Path) -> None:
    dates = tmp_path / "dates.csv"
    dates.write_text("file,issued\nfaulty.txt,2026-05-29\n")
    for target in (letters / "faulty.txt", dates):
        before = target.read_bytes()
        result = check(letters, "--dates", dates, "--csv", target)
        assert result.exit_code == 2
        assert f"{target} is one of the files to read." in result.stderr
        assert target.read_bytes() == before


def test_a_name_that_is_no_utf_8_is_told_with_a_mark_in_its_place(letters: Path, tmp_path: Path) -> None:
    os.rename(letters / "faulty.txt", os.fsencode(letters) + b"/caf\xe9.txt")
    (letters / os.fsdecode(b"broken\xe9.txt")).symlink_to("/proc/self/mem")
    target = tmp_path / "found.csv"
    code = "from foi_tracker.cli import main; main()"
    for how in ("--table", "--json"):
        done = subprocess.run(
            [sys.executable, "-c", code, "check", str(letters), how, "--csv", str(target)],
            capture_output=True,
            check=False,
        )
        assert "caf\ufffd.txt" in done.stdout.decode("utf-8")
        assert "caf\ufffd.txt" in target.read_text(encoding="utf-8-sig")
        assert b"Traceback" not in done.stderr
        assert done.returncode == 1


def test_a_date_in_the_list_that_is_none_is_told_with_its_line(letters: Path, tmp_path: Path) -> None:
    dates = tmp_path / "dates.csv"
    dates.write_text("file,received\nfaulty.txt,2026-02-03\nword.docx,soon\n")
    assert "line 3: “soon” is not a date." in check(letters, "--dates", dates).stderr


def test_a_cell_that_would_run_as_a_formula_is_marked_as_text(tmp_path: Path) -> None:
    letter = tmp_path / "=cmd.txt"
    letter.write_text(FAULTY)
    target = tmp_path / "found.csv"
    subprocess.run(
        [
            sys.executable,
            "-c",
            "from foi_tracker.cli import main; main()",
            "check",
            letter.name,
            "--csv",
            target,
        ],
        cwd=tmp_path,
        check=False,
        capture_output=True,
        env={"PYTHONPATH": str(Path(__file__).parents[2])},
    )
    assert "\r\n'=cmd.txt,refusal" in target.read_bytes().decode("utf-8-sig")


def test_checking_text_loads_neither_the_database_nor_the_web_nor_the_readers_of_other_files(
    letters: Path,
) -> None:
    heavy = "{'flask', 'sqlalchemy', 'config', 'weasyprint', 'pikepdf'}"
    code = (
        "import sys; from foi_tracker.cli import main\n"
        f"try: main(['check', {str(letters / 'faulty.txt')!r}])\n"
        f"except SystemExit: print({heavy} & set(sys.modules), {{'lxml', 'pypdfium2'}} & set(sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.endswith("set() set()\n"), done.stderr
