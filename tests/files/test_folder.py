"""Bytes kept by their SHA-256: for good, once, for one authority alone, and never damaged without a word."""

from __future__ import annotations

import hashlib
import threading
from pathlib import Path

import pytest

from foi_tracker.files.folder import BytesDamaged, Folder

CONTENT = b"%PDF-1.7 the letter"
DIGEST = hashlib.sha256(CONTENT).hexdigest()


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    return Folder(tmp_path / "files")


def _kept(tmp_path: Path) -> list[Path]:
    return [path for path in (tmp_path / "files").rglob("*") if path.is_file()]


def test_what_is_put_is_got_back(folder: Folder) -> None:
    assert folder.put(1, CONTENT) == DIGEST
    assert folder.get(1, DIGEST) == CONTENT


def test_what_is_put_twice_is_kept_once(folder: Folder, tmp_path: Path) -> None:
    assert folder.put(1, CONTENT) == folder.put(1, CONTENT)
    assert len(_kept(tmp_path)) == 1


def test_nothing_of_one_authority_is_got_by_another(folder: Folder) -> None:
    folder.put(1, CONTENT)
    with pytest.raises(FileNotFoundError):
        folder.get(2, DIGEST)


def test_damage_is_said_and_nothing_damaged_is_given(folder: Folder, tmp_path: Path) -> None:
    folder.put(1, CONTENT)
    (path,) = _kept(tmp_path)
    path.write_bytes(CONTENT.replace(b"letter", b"Letter"))
    with pytest.raises(BytesDamaged, match="Restore it from a backup"):
        folder.get(1, DIGEST)


@pytest.mark.parametrize(
    "digest", ["", "../../secret-key", DIGEST.upper(), DIGEST[:-1], f"{DIGEST}\n", "/etc/hosts"]
)
def test_only_a_sha_256_is_a_name(digest: str, folder: Folder, tmp_path: Path) -> None:
    (tmp_path / "secret-key").write_text("secret")
    with pytest.raises(FileNotFoundError):
        folder.get(1, digest)


def test_nothing_half_written_is_left_beside(folder: Folder, tmp_path: Path) -> None:
    folder.put(1, CONTENT)
    assert [path.name for path in _kept(tmp_path)] == [DIGEST]


def test_several_at_once_keep_the_same_bytes(folder: Folder, tmp_path: Path) -> None:
    threads = [threading.Thread(target=folder.put, args=(1, CONTENT * 1000)) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    (path,) = _kept(tmp_path)
    assert folder.get(1, path.name) == CONTENT * 1000
