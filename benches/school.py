#!/usr/bin/env python3
"""Writes a school folder with many copies of the demo's students.

    benches/school.py COPIES FOLDER

Every copy gets names of its own, so that the search for other students' names
has as many names to look for as a real district has.
"""
import pathlib
import shutil
import sys


def main() -> None:
    copies, target = int(sys.argv[1]), pathlib.Path(sys.argv[2])
    demo = pathlib.Path(__file__).parent.parent / "content"
    students = sorted(path for path in (demo / "students").iterdir() if path.is_dir())
    shutil.copytree(demo, target, ignore=shutil.ignore_patterns("students"))
    for number in range(copies):
        student = students[number % len(students)]
        copy = target / "students" / f"{student.name}-{number:05}"
        for path in student.rglob("*"):
            if path.is_file():
                place = copy / path.relative_to(student)
                place.parent.mkdir(parents=True, exist_ok=True)
                if path.suffix == ".jpg":
                    shutil.copy(path, place)
                else:
                    place.write_text(renamed(path.read_text("utf-8"), number), "utf-8")


def renamed(text: str, number: int) -> str:
    """Gives the child of this copy a name that no other copy has."""
    letters = "".join(chr(ord("a") + int(digit)) for digit in f"{number:05}")
    for name in ("Mateo", "Layla", "Khôi", "ليلى"):
        text = text.replace(name, f"{name}{letters}")
    return text


main()
