#!/usr/bin/env python3
"""Times cold builds of kinfolio, Hugo and Eleventy of the same pages, in turn.

    benches/peers.py SCHOOL SCRATCH --kinfolio FILE --hugo FILE --eleventy FILE [--runs N]

kinfolio builds SCHOOL; what stands on its pages then becomes the source of a Hugo
site and of an Eleventy site: the same pages, words and tables, with the same way
from page to page and a small chart drawn by the template. Then kinfolio builds
again with nothing changed, and once more after a line was added to one update of
SCHOOL. SCRATCH is best a folder in memory.
"""
import argparse
import html.parser
import json
import os
import pathlib
import re
import shutil
import statistics
import subprocess
import time

BLOCKS = {"p": "", "h2": "## ", "h3": "### ", "li": "- ", "dt": "- ", "dd": "- ", "summary": "### "}
SILENT = {"svg", "style", "nav", "header", "footer", "head", "table"}

HUGO = """baseURL = "https://example.org/"
disableKinds = ["home", "section", "taxonomy", "term", "rss", "sitemap", "404"]
"""
ELEVENTY = """module.exports = config => ({
  dir: { input: "content", includes: "../layouts", output: "../out-eleventy" },
  templateFormats: ["md"], markdownTemplateEngine: false, htmlTemplateEngine: "njk",
});
"""
PAGE = """<!doctype html>
<html lang="{lang}" dir="{dir}"><head><meta charset="utf-8"><title>{title}</title>
<meta name="viewport" content="width=device-width, initial-scale=1"><style>{style}</style></head>
<body><main><h1>{title}</h1>
{chart}{content}
{rows}</main><nav><ul>{nav}</ul></nav></body></html>
"""
SVG = '<svg class="chart" viewBox="0 0 328 220" role="img"><path d="M34 200H320"/>{marks}</svg>'
MARK = '<circle cx="{x}" cy="{y}" r="4"/>'


class Reader(html.parser.HTMLParser):
    """The words of a finished page as Markdown, its tables as rows."""

    def __init__(self) -> None:
        super().__init__()
        self.lang = self.dir = self.title = ""
        self.lines, self.rows, self.open = [], [], []

    def handle_starttag(self, tag, attributes):
        if tag == "html":
            self.lang, self.dir = dict(attributes)["lang"], dict(attributes)["dir"]
        if tag in BLOCKS:
            self.lines.append(BLOCKS[tag])
        if tag == "tr":
            self.rows.append([])
        if tag in ("th", "td") and self.rows:
            self.rows[-1].append("")
        if tag in SILENT or tag == "h1" or tag == "title":
            self.open.append(tag)

    def handle_endtag(self, tag):
        if self.open and self.open[-1] == tag:
            self.open.pop()

    def handle_data(self, data):
        words = re.sub(r"\s+", " ", data)
        if "table" in self.open:
            if self.rows and self.rows[-1]:
                self.rows[-1][-1] += words
        elif "h1" in self.open:
            self.title += words
        elif not self.open and self.lines:
            self.lines[-1] += words


def convert(made: pathlib.Path, hugo: pathlib.Path, eleventy: pathlib.Path) -> int:
    """Turns finished sites into the sources of both peers; the number of pages."""
    pages = 0
    for site in sorted(path for path in made.iterdir() if not path.name.startswith(".")):
        for language in sorted(path for path in site.iterdir() if path.is_dir() and path.name != "pictures"):
            read = {}
            for path in sorted(language.rglob("index.html")):
                read[path.parent.relative_to(made).as_posix()] = page = Reader()
                page.feed(path.read_text("utf-8"))
            nav = [[f"/{place}/", page.title] for place, page in read.items()]
            for place, page in read.items():
                write(place, page, nav, hugo, eleventy)
                pages += 1
    return pages


def write(place: str, page: Reader, nav: list, hugo: pathlib.Path, eleventy: pathlib.Path) -> None:
    rows = [row for row in page.rows if len(row) > 1]
    numbers = [re.search(r"\d+(\.\d+)?", row[1]) for row in rows]
    points = [float(number[0]) for number in numbers if number]
    facts = {
        "title": page.title, "lang": page.lang, "dir": page.dir, "nav": nav, "rows": rows,
        "points": points, "most": max(points, default=1.0) or 1.0,
    }
    words = "\n\n".join(line for line in page.lines if line.strip(" #-"))
    name = place.replace("/", "_") + ".md"
    # A JSON string or list of strings is one of TOML, too.
    toml = "".join(f"{key} = {json.dumps(value, ensure_ascii=False)}\n" for key, value in facts.items())
    student = place.split("/")[0]
    for folder, front in (
        (hugo, f"+++\nurl = \"/{place}/\"\n{toml}+++\n"),
        (eleventy, "---json\n" + json.dumps({**facts, "layout": "page.njk",
                   "permalink": f"/{place}/index.html"}, ensure_ascii=False) + "\n---\n"),
    ):
        target = folder / "content" / student / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(front + words, "utf-8")


def layouts(hugo: pathlib.Path, eleventy: pathlib.Path, style: str) -> None:
    """The same page in the language of each peer."""
    (hugo / "hugo.toml").write_text(HUGO)
    (hugo / "layouts" / "_default").mkdir(parents=True)
    (hugo / "layouts" / "_default" / "single.html").write_text(PAGE.format(
        lang="{{ .Params.lang }}", dir="{{ .Params.dir }}", title="{{ .Title }}",
        style=style, content="{{ .Content }}",
        chart="{{ with .Params.points }}" + SVG.format(
            marks="{{ range $i, $p := . }}" + MARK.format(
                x="{{ add 34 (mul 20 $i) }}",
                y='{{ printf "%.1f" (sub 200.0 (div (mul 190.0 $p) $.Params.most)) }}') + "{{ end }}")
        + "{{ end }}",
        rows="{{ with .Params.rows }}<table>{{ range . }}<tr>{{ range . }}<td>{{ . }}</td>{{ end }}</tr>"
             "{{ end }}</table>{{ end }}",
        nav='{{ range .Params.nav }}<li><a href="{{ index . 0 }}"{{ if eq (index . 0) $.RelPermalink }}'
            ' aria-current="page"{{ end }}>{{ index . 1 }}</a></li>{{ end }}'))
    (eleventy / "eleventy.config.js").write_text(ELEVENTY)
    (eleventy / "layouts").mkdir(parents=True)
    (eleventy / "layouts" / "page.njk").write_text(PAGE.format(
        lang="{{ lang }}", dir="{{ dir }}", title="{{ title }}",
        style="{% raw %}" + style + "{% endraw %}", content="{{ content | safe }}",
        chart="{% if points.length %}" + SVG.format(
            marks="{% for p in points %}" + MARK.format(
                x="{{ 34 + 20 * loop.index0 }}", y="{{ (200 - 190 * p / most) | round(1) }}")
            + "{% endfor %}") + "{% endif %}",
        rows="{% if rows.length %}<table>{% for row in rows %}<tr>{% for cell in row %}<td>{{ cell }}</td>"
             "{% endfor %}</tr>{% endfor %}</table>{% endif %}",
        nav='{% for item in nav %}<li><a href="{{ item[0] }}"{% if item[0] == page.url %}'
            ' aria-current="page"{% endif %}>{{ item[1] }}</a></li>{% endfor %}'))


def timed(command: list, folder: pathlib.Path) -> tuple:
    """Seconds on the clock, of the processor, and MiB at the most."""
    start = time.monotonic()
    with open(folder / "log", "ab") as log:
        process = subprocess.Popen(command, cwd=folder, stdout=log, stderr=log)
        _, status, used = os.wait4(process.pid, 0)
    wall = time.monotonic() - start
    if os.waitstatus_to_exitcode(status) not in (0, 1):
        raise SystemExit(f"{command}: see {folder / 'log'}")
    return wall, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024


def edited(school: pathlib.Path, text: str) -> None:
    """Adds words to one update of one student."""
    update = sorted(school.glob("students/*/updates/*.md"))[0]
    update.write_text(update.read_text("utf-8") + text, "utf-8")


def pages_in(folder: pathlib.Path) -> int:
    return sum(1 for _ in folder.rglob("index.html"))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("school", "scratch"):
        parser.add_argument(name, type=lambda path: pathlib.Path(path).resolve())
    for name in ("--kinfolio", "--hugo", "--eleventy"):
        parser.add_argument(name, required=True, type=lambda path: str(pathlib.Path(path).resolve()))
    parser.add_argument("--runs", type=int, default=3)
    given = parser.parse_args()
    scratch, school = given.scratch, given.school
    shutil.rmtree(scratch, ignore_errors=True)
    hugo, eleventy = scratch / "hugo", scratch / "eleventy"
    out, work = scratch / "out-kinfolio", scratch / "work"
    hugo.mkdir(parents=True)
    eleventy.mkdir()

    build = [given.kinfolio, "build", str(school), "--to", str(out), "--work", str(work), "--settle", "0"]
    timed(build, scratch)
    pages = convert(out, hugo, eleventy)
    # A page has only the rules it needs. Those of a first page are about as many as the mean.
    first = next(out.glob("*/*/index.html"))
    style = re.search(r"<style>(.*?)</style>", first.read_text("utf-8"), re.S)[1]
    layouts(hugo, eleventy, style)
    cold = {
        "kinfolio": (build, scratch, [out, work]),
        "Hugo": ([given.hugo, "--quiet", "--destination", str(scratch / "out-hugo")], hugo, [scratch / "out-hugo"]),
        "Eleventy": (["node", given.eleventy, "--quiet"], eleventy, [scratch / "out-eleventy"]),
    }
    found = {name: [] for name in (*cold, "nothing changed", "one save")}
    for run in range(given.runs):
        for name, (command, folder, made) in cold.items():
            for place in made:
                shutil.rmtree(place, ignore_errors=True)
            found[name].append(timed(command, folder))
            if run == 0 and name != "kinfolio" and pages_in(made[0]) != pages:
                raise SystemExit(f"{name}: {pages_in(made[0])} pages, not {pages}")
            if name == "kinfolio":
                found["nothing changed"].append(timed(build, scratch))
                edited(school, f"\n\nAnd once more, {run}.\n")
                found["one save"].append(timed(build, scratch))
    report(found, pages)


def report(found: dict, pages: int) -> None:
    print(f"{pages} pages in languages of families, {len(found['Hugo'])} runs, medians (smallest–largest)\n")
    print("| | wall s | CPU s | peak MiB | wall, kinfolio = 1 | CPU, kinfolio = 1 |\n|---|---|---|---|---|---|")
    own = found["kinfolio"]
    for name, runs in found.items():
        cells = []
        for index, digits in ((0, 2), (1, 2), (2, 0)):
            values = [run[index] for run in runs]
            cells.append(f"{statistics.median(values):.{digits}f} ({min(values):.{digits}f}–{max(values):.{digits}f})")
        for index in (0, 1):
            ratios = [run[index] / base[index] for run, base in zip(runs, own)]
            cells.append(f"{statistics.median(ratios):.3g} ({min(ratios):.3g}–{max(ratios):.3g})")
        print(f"| {name} | {' | '.join(cells)} |")


main()
