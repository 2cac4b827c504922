#!/usr/bin/env python3
"""Times kinfolio on a school folder, and other generators on the same pages, in turn.

    benches/measure.py SCHOOL SCRATCH --kinfolio FILE [--hugo FILE] [--zola FILE]
                       [--eleventy FILE] [--runs N]

SCHOOL is copied and stays as it is. Each run times kinfolio cold, with nothing changed,
after one edit, on the next day, and with one new student. What stands on the pages of a
cold build becomes the source of a site for each of the others: the same pages, words and
tables, with the same way from page to page and a small chart drawn by the template. They
keep nothing between runs, so they are timed cold. SCRATCH is best a folder in memory.
"""
import argparse
import datetime
import html.parser
import json
import multiprocessing
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
  dir: { input: "content", includes: "../layouts", output: "../out-Eleventy" },
  templateFormats: ["md"], markdownTemplateEngine: false, htmlTemplateEngine: "njk",
});
"""
ZOLA = """base_url = "https://example.org"
compile_sass = false
generate_sitemap = false
generate_robots_txt = false
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


def convert(made: pathlib.Path, peers: dict) -> None:
    """Turns finished sites into the sources of the other generators."""
    for site in sorted(path for path in made.iterdir() if not path.name.startswith(".")):
        for language in sorted(path for path in site.iterdir() if path.is_dir() and path.name != "pictures"):
            read = {}
            for path in sorted(language.rglob("index.html")):
                read[path.parent.relative_to(made).as_posix()] = page = Reader()
                page.feed(path.read_text("utf-8"))
            nav = [[f"/{place}/", page.title] for place, page in read.items()]
            for place, page in read.items():
                write(place, page, nav, peers)
    style = re.search(r"<style>(.*?)</style>", next(made.rglob("index.html")).read_text("utf-8"), re.S)[1]
    for name, folder in peers.items():
        layout(name, folder, style)


def write(place: str, page: Reader, nav: list, peers: dict) -> None:
    rows = [row for row in page.rows if len(row) > 1]
    numbers = [re.search(r"\d+(\.\d+)?", row[1]) for row in rows]
    points = [float(number[0]) for number in numbers if number]
    facts = {
        "lang": page.lang, "dir": page.dir, "nav": nav, "rows": rows,
        "points": points, "most": max(points, default=1.0) or 1.0,
    }
    words = "\n\n".join(line for line in page.lines if line.strip(" #-"))
    # A JSON string or list of strings is one of TOML, too.
    title = f"title = {json.dumps(page.title, ensure_ascii=False)}\n"
    toml = "".join(f"{key} = {json.dumps(value, ensure_ascii=False)}\n" for key, value in facts.items())
    fronts = {
        "Hugo": f'+++\nurl = "/{place}/"\n{title}{toml}+++\n',
        "Zola": f'+++\npath = "{place}"\n{title}[extra]\n{toml}+++\n',
        "Eleventy": "---json\n" + json.dumps({"title": page.title, **facts, "layout": "page.njk",
                    "permalink": f"/{place}/index.html"}, ensure_ascii=False) + "\n---\n",
    }
    for name, folder in peers.items():
        target = folder / "content" / place.split("/")[0] / (place.replace("/", "_") + ".md")
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(fronts[name] + words, "utf-8")


def layout(name: str, folder: pathlib.Path, style: str) -> None:
    """The same page in the language of each generator."""
    if name == "Hugo":
        (folder / "hugo.toml").write_text(HUGO)
        place, page = folder / "layouts" / "_default" / "single.html", PAGE.format(
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
                ' aria-current="page"{{ end }}>{{ index . 1 }}</a></li>{{ end }}')
    else:
        # Tera and Nunjucks differ only in a few names.
        zola = name == "Zola"
        facts, first, second = ("page.extra.", ".0", ".1") if zola else ("", "[0]", "[1]")
        here, text, title = ("page.path", "page.content", "page.title") if zola else ("page.url", "content", "title")
        (folder / ("config.toml" if zola else "eleventy.config.js")).write_text(ZOLA if zola else ELEVENTY)
        place, page = folder / ("templates/page.html" if zola else "layouts/page.njk"), PAGE.format(
            lang=f"{{{{ {facts}lang }}}}", dir=f"{{{{ {facts}dir }}}}", title=f"{{{{ {title} }}}}",
            style="{% raw %}" + style + "{% endraw %}", content=f"{{{{ {text} | safe }}}}",
            chart=f"{{% if {facts}points | length > 0 %}}" + SVG.format(
                marks=f"{{% for p in {facts}points %}}" + MARK.format(
                    x="{{ 34 + 20 * loop.index0 }}",
                    y=f"{{{{ (200 - 190 * p / {facts}most) | round({'precision=' if zola else ''}1) }}}}")
                + "{% endfor %}") + "{% endif %}",
            rows=f"{{% if {facts}rows | length > 0 %}}<table>{{% for row in {facts}rows %}}<tr>"
                 "{% for cell in row %}<td>{{ cell }}</td>{% endfor %}</tr>{% endfor %}</table>{% endif %}",
            nav=f'{{% for item in {facts}nav %}}<li><a href="{{{{ item{first} }}}}"{{% if item{first} == {here} %}}'
                f' aria-current="page"{{% endif %}}>{{{{ item{second} }}}}</a></li>{{% endfor %}}')
        if zola:
            # Zola wants a template for the front page.
            place.parent.mkdir(parents=True)
            (place.parent / "index.html").write_text("")
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_text(page, "utf-8")


def timed(command: list, folder: pathlib.Path) -> tuple:
    """Seconds on the clock, of the processor, MiB at the most, and what was printed."""
    log = folder / "log"
    start = time.monotonic()
    with open(log, "wb") as printed:
        process = subprocess.Popen(command, cwd=folder, stdout=printed, stderr=printed)
        _, status, used = os.wait4(process.pid, 0)
    wall = time.monotonic() - start
    # kinfolio ends with 1 if there is something to tell.
    if os.waitstatus_to_exitcode(status) not in (0, 1):
        raise SystemExit(f"{command}: see {log}")
    return wall, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024, log.read_text("utf-8", "replace")


def made_in(folder: pathlib.Path) -> tuple:
    """Pages and megabytes."""
    files = [path for path in folder.rglob("*") if path.is_file()]
    return sum(path.name == "index.html" for path in files), sum(path.stat().st_size for path in files) / 1e6


def edited(school: pathlib.Path) -> None:
    """Adds a sentence to one update of one student."""
    update = sorted(school.glob("students/*/updates/????-??-??.md"))[0]
    update.write_text(update.read_text("utf-8") + "\n\nAnd once more, with a friend.\n", "utf-8")


def next_day(school: pathlib.Path) -> None:
    def later(found):
        return f"today: {datetime.date.fromisoformat(found[1]) + datetime.timedelta(days=1)}"
    facts = school / "school.yaml"
    facts.write_text(re.sub(r"(?m)^today: *(\S+)", later, facts.read_text("utf-8")), "utf-8")


def new_student(school: pathlib.Path) -> None:
    """A copy of the first student, under a name that nobody has."""
    first = sorted(path for path in (school / "students").iterdir() if path.is_dir())[0]
    call = re.search(r"(?m)^call_name: *(.*)$", (first / "student.yaml").read_text("utf-8"))[1]
    names = re.findall(r": *([^,}]+)", call) or [call]
    for path in sorted(path for path in first.rglob("*") if path.is_file() and path.name != "MESSAGES.txt"):
        place = school / "students" / "new-here" / path.relative_to(first)
        place.parent.mkdir(parents=True, exist_ok=True)
        if path.suffix not in (".md", ".yaml", ".csv"):
            shutil.copy(path, place)
            continue
        text = path.read_text("utf-8")
        for name in names:
            text = text.replace(name, name + name[-1] * 2)
        place.write_text(text, "utf-8")


CHANGES = {"nothing changed": None, "one edit": edited, "the next day": next_day, "one new student": new_student}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("school", "scratch"):
        parser.add_argument(name, type=lambda path: pathlib.Path(path).resolve())
    for name in ("kinfolio", "hugo", "zola", "eleventy"):
        parser.add_argument(f"--{name}", required=name == "kinfolio", type=lambda path: str(pathlib.Path(path).resolve()))
    parser.add_argument("--runs", type=int, default=3)
    given = parser.parse_args()
    scratch, school = given.scratch, given.scratch / "school"
    shutil.rmtree(scratch, ignore_errors=True)
    peers = {name: scratch / name for name in ("Hugo", "Zola", "Eleventy") if getattr(given, name.lower())}
    for folder in (scratch, *peers.values()):
        folder.mkdir(parents=True)
    out, work = scratch / "out-kinfolio", scratch / "work"
    build = [given.kinfolio, "build", str(school), "--to", str(out), "--work", str(work), "--settle", "0"]
    plain = [*build, "--plain"]
    keys = scratch / "keys" / "keyring.json"
    sealed = [*build, "--keys", str(keys)]
    commands = {
        "Hugo": [given.hugo, "--quiet", "--destination", str(scratch / "out-Hugo")],
        "Zola": [given.zola, "build", "--force", "--output-dir", str(scratch / "out-Zola")],
        "Eleventy": ["node", given.eleventy, "--quiet"],
    }
    found, sizes = {}, {}
    for run in range(given.runs):
        # A build leaves messages and a log in the school folder, so each run has a new copy.
        for folder in (school, out, work):
            shutil.rmtree(folder, ignore_errors=True)
        shutil.copytree(given.school, school, ignore=shutil.ignore_patterns(".kinfolio", "MESSAGES.txt"))
        found.setdefault("kinfolio, cold", []).append(timed(plain, scratch))
        if run == 0:
            sizes["kinfolio, cold"] = made_in(out)
            # In a process of its own, as its memory would count as that of the commands.
            reading = multiprocessing.get_context("fork").Process(target=convert, args=(out, peers))
            reading.start()
            reading.join()
            if reading.exitcode:
                raise SystemExit("the pages cannot be read")
        for change, make in CHANGES.items():
            if make:
                make(school)
            found.setdefault(f"kinfolio, {change}", []).append(timed(plain, scratch))
        # The first sealed build stretches each reader's code once.
        if not keys.exists():
            subprocess.run([given.kinfolio, "keys", "init", str(school), "--keys", str(keys)], check=True, stdout=subprocess.DEVNULL)
        for which in ("stretching codes", "codes known"):
            for folder in (out, work, *([keys.with_suffix(".stretched")] if which == "stretching codes" else [])):
                shutil.rmtree(folder) if folder.is_dir() else folder.unlink(missing_ok=True)
            found.setdefault(f"kinfolio, cold, sealed, {which}", []).append(timed(sealed, scratch))
        found.setdefault("kinfolio, sealed, nothing changed", []).append(timed(sealed, scratch))
        for name, folder in peers.items():
            made = scratch / f"out-{name}"
            found.setdefault(f"{name}, cold", []).append(timed(commands[name], folder))
            # Not every package of a generator tells by its exit status that it failed.
            wanted = sum(1 for _ in (folder / "content").rglob("*.md"))
            sizes[f"{name}, cold"] = made_in(made)
            if sizes[f"{name}, cold"][0] < wanted:
                raise SystemExit(f"{name}: not {wanted} pages; see {folder / 'log'}")
            shutil.rmtree(made)
    report(found, sizes)


def report(found: dict, sizes: dict) -> None:
    own = found["kinfolio, cold"]
    print(f"{len(own)} runs, medians (smallest–largest)\n")
    print("| | wall s | CPU s | peak MiB | pages written | MB of output | pages/s | wall, kinfolio = 1 | CPU, kinfolio = 1 |")
    print("|---" * 9 + "|")
    for name, runs in found.items():
        cells = []
        for index, digits in ((0, 2), (1, 2), (2, 0)):
            values = [run[index] for run in runs]
            cells.append(f"{statistics.median(values):.{digits}f} ({min(values):.{digits}f}–{max(values):.{digits}f})")
        if name in sizes:
            pages, size = sizes[name]
            cells += [f"{pages:,}", f"{size:.0f}"]
        else:
            written = re.search(r"([\d,]+) pages? written", runs[0][3])
            pages = int(written[1].replace(",", "")) if written else 0
            cells += [f"{pages:,}", ""]
        cells.append(f"{pages / statistics.median(run[0] for run in runs):,.0f}" if name in sizes else "")
        for index in (0, 1):
            ratios = [run[index] / base[index] for run, base in zip(runs, own)]
            cells.append(f"{statistics.median(ratios):.3g} ({min(ratios):.3g}–{max(ratios):.3g})")
        print(f"| {name} | {' | '.join(cells)} |")


main()
