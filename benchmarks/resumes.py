"""The figures of the résumé reader: lines, bullets, words, time and memory.

Run it with `python benchmarks/resumes.py`. Lines are measured on our own held-out ones; with TPM_BENCH_DATA set to the
folder that holds `resumes/`, also on lines and files of real résumés, which are never trained on.
"""

from __future__ import annotations

import json
import os
import resource
import statistics
import subprocess
import sys
import time
import unicodedata
from collections import Counter
from collections.abc import Callable
from pathlib import Path

from app.config import ROOT
from app.core.resumes.pages import BadFileError
from app.core.resumes.structure import structure_of
from app.intake.reader import Reader
from app.intake.words import unknown_share
from app.usecases import line_model, resumes
from app.usecases.lines import Lines

ONE_PAGE = """Experience
Senior Program Manager, Orbit Networks, Jan 2020 - Present
""" + "\n".join(
    f"- Cut the release cycle of product {number} from {number + 9} days to 2 with four vendors" for number in range(30)
)


def main() -> None:
    folder = os.environ.get("TPM_BENCH_DATA")
    data = Path(folder) / "resumes" if folder else None
    print(line_model.table(line_model.evaluate(data / "labelled_lines.jsonl" if data else None)), end="\n\n")
    if data is not None:
        bullets(data)
        files(data / "files")
    speed(data)


def bullets(data: Path) -> None:
    """How many of the known bullets come back exactly; quotation marks count as one however they are curled."""
    truth = json.loads((data / "bullet_truth.json").read_text(encoding="utf-8"))
    exact = found = total = 0
    intact = words = 0
    with Reader() as reader:
        for name, wanted in truth.items():
            pages = reader.read((data / "files" / name).read_bytes(), name)
            lines = Counter(plain(line.text) for line in structure_of(pages).lines)
            read = "".join(letters(line.text) for line in pages.lines)
            exact += sum(lines[plain(text)] > 0 for text in wanted)
            found += sum(letters(text) in read for text in wanted)
            came_back = Counter(word for line in pages.lines for word in plain(line.text).split())
            for word, times in Counter(word for text in wanted for word in plain(text).split()).items():
                intact += min(times, came_back[word])
                words += times
            total += len(wanted)
    print(f"bullets recovered exactly   aim 0.930   {exact / total:.3f}   ({exact} of {total} in {len(truth)} files)")
    print(f"bullets' letters in order   aim 0.960   {found / total:.3f}")
    print(f"words of bullets intact     aim 0.960   {intact / words:.3f}   ({intact} of {words})")


def letters(text: str) -> str:
    return "".join(filter(str.isalnum, unicodedata.normalize("NFC", text)))


def plain(text: str) -> str:
    return " ".join(text.translate({0x2018: "'", 0x2019: "'", 0x201C: '"', 0x201D: '"'}).split())


def files(folder: Path) -> None:
    """Every file is read or refused with a reason; a word that is in no list is a name, a tool, or two words glued."""
    qualities, refused = [], Counter[str]()
    known = total = 0.0
    with Reader() as reader:
        for path in sorted(folder.iterdir()):
            try:
                pages = reader.read(path.read_bytes(), path.name)
                text = "\n".join(line.text for line in pages.lines)
                count = len(text.split())
                known += count * (1 - unknown_share(text))
                total += count
                qualities.append(pages.quality)
            except BadFileError as error:
                refused[error.code] += 1
    middle = statistics.median(qualities)
    print(f"known words in all files    aim 0.960   {known / total:.3f}")
    print(f"files read {len(qualities)}, reading quality median {middle:.3f}; refused {dict(refused)}")


def speed(data: Path | None) -> None:
    lines = Lines()
    lines.read("Cut costs by 10%")
    texts = [line.text for line in structure_of(resumes.read_text(ONE_PAGE)).lines]
    took = median_time(lambda: [lines.read(text) for text in texts]) / len(texts)
    print(f"one line read               aim  1.0 ms {1000 * took:.2f} ms")
    if data is not None:
        content = (data / "files" / "sb2nov.pdf").read_bytes()
        with Reader() as reader:
            reader.read(content, "warm.pdf")
            at_start = largest_child()
            took = median_time(lambda: resumes.analyze(lines, reader.read(content, "one page.pdf")))
            after = largest_child()
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(f"one-page PDF read, scored   aim  150 ms {1000 * took:.0f} ms, this process {memory:.0f} MB")
        print(
            f"the reading process         aim  150 MB {at_start:.0f} MB after start, {after:.0f} MB after eight files"
        )
        path = str(data / "files" / "sb2nov.pdf")
        command = [sys.executable, "-c", "from app.cli import main; main()", "resume", "analyze", path]
        took = median_time(lambda: subprocess.run(command, check=True, cwd=ROOT, capture_output=True), times=3)
        print(f"the whole command           aim  1.5 s  {took:.2f} s")


def largest_child() -> float:
    """The megabytes that the largest of our processes' processes holds now; 0 where the system does not tell."""
    parents, sizes = {}, {}
    for status in Path("/proc").glob("[0-9]*/status"):
        try:
            told = dict(row.split(":", 1) for row in status.read_text().splitlines() if ":" in row)
        except OSError:
            continue  # it ended while we looked
        parents[int(told["Pid"])] = int(told["PPid"])
        sizes[int(told["Pid"])] = int(told.get("VmRSS", "0 kB").split()[0]) / 1024
    return max((size for pid, size in sizes.items() if _descends(pid, parents)), default=0.0)


def _descends(pid: int, parents: dict[int, int]) -> bool:
    while pid in parents:
        pid = parents[pid]
        if pid == os.getpid():
            return True
    return False


def median_time(action: Callable[[], object], times: int = 7) -> float:
    taken = []
    for _ in range(times):
        start = time.perf_counter()
        action()
        taken.append(time.perf_counter() - start)
    return statistics.median(taken)


if __name__ == "__main__":
    main()
