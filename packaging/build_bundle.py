"""Build the one-folder bundle ``dist/filmoteka`` with PyInstaller and see that it works.

    python packaging/build_bundle.py [--no-smoke-test] [--pictures ADDRESS]

Takes minutes and gigabytes; both folders, ``build`` and ``dist``, may be deleted at any time. The bundle runs
on machines with a C library as new as this one's; libvlc is the system's own.
"""

from __future__ import annotations

import argparse
import shutil
import subprocess
import sys
import time
from pathlib import Path

from desktop_files import install_desktop_files
from licences import ROOT

DIST, WORK = ROOT / "dist", ROOT / "build"
SPEC = ROOT / "packaging" / "filmoteka.spec"
BUNDLE = DIST / "filmoteka"
_TEXTS = ("LICENSE", "THIRD_PARTY_NOTICES.md")
_MIB = 1024**2


def build() -> None:
    """Run PyInstaller. Raises CalledProcessError where it fails."""
    command = [sys.executable, "-m", "PyInstaller", "--noconfirm", "--log-level", "WARN"]
    places = ["--distpath", str(DIST), "--workpath", str(WORK), str(SPEC)]
    subprocess.run([*command, *places], cwd=ROOT, check=True)


def complete(pictures: str | None) -> None:
    """Add licence, notices and what a desktop shows."""
    for name in _TEXTS:
        shutil.copyfile(ROOT / name, BUNDLE / name)
    install_desktop_files(BUNDLE, pictures)


def size_mib(folder: Path) -> float:
    """Return the size of a folder's files; what links point to counts once."""
    return sum(path.lstat().st_size for path in folder.rglob("*") if not path.is_dir()) / _MIB


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--no-smoke-test", action="store_true", help="build only")
    parser.add_argument("--pictures", metavar="ADDRESS", help="where the checkout's pictures are published")
    options = parser.parse_args()
    begin = time.perf_counter()
    build()
    complete(options.pictures)
    print(f"{BUNDLE}: {size_mib(BUNDLE):.0f} MiB in {time.perf_counter() - begin:.0f} s", flush=True)
    if options.no_smoke_test:
        return 0
    check = [sys.executable, str(ROOT / "packaging" / "smoke_test.py"), str(BUNDLE / "filmoteka"), "--window"]
    return subprocess.run(check, check=False).returncode


if __name__ == "__main__":
    raise SystemExit(main())
