"""A database lies on a disk of this machine, in no synchronised folder, and is nobody else's."""

import os
from pathlib import Path

import pytest

from careteam.domain.backups import Why
from careteam.domain.errors import Unavailable
from careteam.domain.moment import Moment
from careteam.storage import places
from careteam.storage.copies import folder_of
from careteam.storage.engine import Key
from careteam.storage.places import (
    Mount,
    check_place,
    is_unc,
    kind_of,
    mounts_here,
    mounts_of,
    synced_by,
)
from careteam.storage.restoring import put_back, rehearse
from careteam.storage.store import Store
from tests.conftest import ADMIN, NOW, PASSPHRASE

TABLE = r"""
/dev/sda1 / ext4 rw 0 0
//server/clinic /srv/clinic cifs rw 0 0
server:/home /home nfs4 rw 0 0
/dev/sdb1 /home/joan ext4 rw 0 0
joan@server: /mnt/with\040blank fuse.sshfs rw 0 0
/dev/sdc1 /media/stick vfat rw 0 0
tmpfs /srv/clinic/here tmpfs rw 0 0
drvfs /mnt/c 9p rw 0 0
"""
MOUNTS = mounts_of(TABLE)


@pytest.mark.parametrize(
    ("folder", "kind"),
    [
        ("/srv", ""),
        ("/srv/clinic", "cifs"),
        ("/srv/clinic/deep/down", "cifs"),
        ("/srv/clinical", ""),
        ("/srv/clinic/here", "tmpfs"),
        ("/home/ada", "nfs4"),
        ("/home/joan/data", "ext4"),
        ("/mnt/with blank/x", "fuse.sshfs"),
        ("/mnt/c/Users", "9p"),
    ],
)
def test_the_nearest_mount_tells_the_kind(folder: str, kind: str) -> None:
    assert kind_of(folder, MOUNTS) == kind


def test_of_two_mounts_at_one_place_the_later_counts() -> None:
    mounts = (Mount("/data", "nfs"), Mount("/data", "ext4"))
    assert kind_of("/data/x", mounts) == "ext4"


def test_what_a_machine_runs_from_is_its_own() -> None:
    assert kind_of("/home/joan", (Mount("/", "9p"),)) == ""


@pytest.mark.skipif(not places.MOUNTS.exists(), reason="this system has no table of mounts")
def test_this_machine_tells_its_file_systems() -> None:
    assert Mount("/proc", "proc") in mounts_here()


@pytest.mark.parametrize(
    ("path", "is_share"),
    [
        (r"\\server\clinic\careteam.db", True),
        ("//server/clinic/careteam.db", True),
        (r"\\?\UNC\server\clinic\careteam.db", True),
        (r"\\?\C:\data\careteam.db", False),
        (r"C:\data\careteam.db", False),
        ("/home/joan/careteam.db", False),
    ],
)
def test_a_path_to_another_machine_is_known_by_its_beginning(path: str, is_share: bool) -> None:
    assert is_unc(path) is is_share


@pytest.mark.parametrize(
    ("parts", "program"),
    [
        (("C:\\", "Users", "joan", "OneDrive - City Hospital", "Documents"), "OneDrive"),
        (("/", "home", "joan", "Dropbox"), "Dropbox"),
        (("/", "home", "joan", "Dropbox (Personal)", "x"), "Dropbox"),
        (("G:\\", "My Drive"), "Google Drive"),
        (("/", "Users", "joan", "Library", "Mobile Documents"), "iCloud"),
        (("/", "Users", "joan", "Library", "CloudStorage", "x"), "a cloud service"),
        (("/", "home", "joan", "Nextcloud", "clinic"), "Nextcloud"),
        (("/", "home", "joan", "notes on dropboxes"), ""),
        (("/", "home", "joan", "careteam"), ""),
    ],
)
def test_a_synchronised_folder_is_known_by_its_name(parts: tuple[str, ...], program: str) -> None:
    assert synced_by(parts) == program


def test_a_synchronised_folder_is_known_by_what_its_program_leaves(tmp_path: Path) -> None:
    (tmp_path / ".stfolder").mkdir()
    with pytest.raises(Unavailable, match="synchronised by Syncthing") as told:
        check_place(tmp_path / "deep" / "careteam.db")
    assert "copies may lie there" in told.value.sentence


def test_a_link_to_a_share_is_a_share(tmp_path: Path) -> None:
    share = tmp_path / "share"
    share.mkdir()
    link = tmp_path / "local"
    link.symlink_to(share)
    mounts = (Mount(str(share), "cifs"),)
    check_place(tmp_path / "careteam.db", mounts)
    with pytest.raises(Unavailable, match="on a network share"):
        check_place(link / "careteam.db", mounts)


def test_no_database_is_made_or_opened_in_a_synchronised_folder(
    store: Store, moment: Moment, empty_database: tuple[Path, Key], tmp_path: Path
) -> None:
    key = empty_database[1]
    synced = tmp_path / "OneDrive - Clinic"
    new = synced / "careteam.db"
    with pytest.raises(Unavailable, match="synchronised by OneDrive"):
        Store.create(new, PASSPHRASE, moment=moment)
    assert not synced.exists()
    made = store.copier().copy(Why.ASKED, NOW)
    copy = folder_of(store.path) / made.name
    store.close()
    synced.mkdir()
    store.path.rename(new)
    with pytest.raises(Unavailable, match="Keep it in another folder"):
        Store.open(new, key, now=NOW, who=ADMIN)
    with pytest.raises(Unavailable, match="synchronised by OneDrive"):
        put_back(copy, new, key, now=NOW)


def test_a_copy_in_a_synchronised_folder_can_be_rehearsed_and_put_back(
    store: Store, empty_database: tuple[Path, Key], tmp_path: Path
) -> None:
    key = empty_database[1]
    made = store.copier().copy(Why.ASKED, NOW)
    store.close()
    there = tmp_path / "Dropbox"
    folder_of(store.path).rename(there)
    assert rehearse(there / made.name, key, now=NOW).patients == 0
    put_back(there / made.name, store.path, key, now=NOW)
    Store.open(store.path, key, now=NOW, who=ADMIN).close()


@pytest.mark.skipif(os.name == "nt", reason="on Windows the rights of the folder hold")
def test_rights_that_others_have_are_taken_away_and_told(
    store: Store, empty_database: tuple[Path, Key]
) -> None:
    made = store.copier().copy(Why.ASKED, NOW)
    store.close()
    copies = folder_of(store.path)
    store.path.chmod(0o644)
    (copies / made.name).chmod(0o660)
    copies.chmod(0o755)
    store.path.parent.chmod(0o755)
    again = Store.open(store.path, empty_database[1], now=NOW, who=ADMIN)
    again.close()
    for path in (store.path, copies / made.name):
        assert path.stat().st_mode & 0o777 == 0o600
    for folder in (copies, store.path.parent):
        assert folder.stat().st_mode & 0o777 == 0o700
    assert "careteam.db" in again.note
    assert again.note.endswith("that is mended.")
    once_more = Store.open(store.path, empty_database[1], now=NOW, who=ADMIN)
    once_more.close()
    assert once_more.note == ""


@pytest.mark.skipif(os.name == "nt", reason="on Windows the rights of the folder hold")
def test_a_folder_in_which_other_things_lie_keeps_its_rights(
    store: Store, empty_database: tuple[Path, Key]
) -> None:
    store.close()
    (store.path.parent / "letters.txt").write_text("not ours")
    store.path.parent.chmod(0o755)
    Store.open(store.path, empty_database[1], now=NOW, who=ADMIN).close()
    assert store.path.parent.stat().st_mode & 0o777 == 0o755
