"""Workflow charts as a browser draws and prints them: words inside their shapes in whatever font there is, nothing cut.

Sizes are computed from the widths of DejaVu Sans before anything is drawn; here a browser measures the outcome.
"""

import re
import subprocess

import pytest


CODES = ["SAT-01", "MAL-01", "RUH-01", "YAZ-02"]
# What the drawing asks for, and the narrower face of machines that lack it.
FONTS = ["DejaVu Sans", "Liberation Sans"]
FORMS = ["steps", "lanes", "tags", "card"]
MEASURE = """family => {
  const picture = document.querySelector('svg'), found = [];
  picture.setAttribute('font-family', family);
  const box = one => one.getBoundingClientRect();
  const inside = (a, b) => a.left >= b.left - .5 && a.right <= b.right + .5 && a.top >= b.top - .5 && a.bottom <= b.bottom + .5;
  const meet = (a, b, by) => a.left < b.right - by && b.left < a.right - by && a.top < b.bottom - by && b.top < a.bottom - by;
  const holds = (b, a) => b.left < (a.left + a.right) / 2 && (a.left + a.right) / 2 < b.right
    && b.top < (a.top + a.bottom) / 2 && (a.top + a.bottom) / 2 < b.bottom;
  const step = one => one.closest('[role="graphics-symbol"]');
  const shapes = [...picture.querySelectorAll('[role="graphics-symbol"] :is(rect, path, polygon)')]
    .map(one => ({step: step(one), box: box(one)})).filter(one => one.box.width > 20 && one.box.height > 10);
  const lanes = [...picture.querySelectorAll('[aria-hidden] > rect')].map(box);
  const ways = [...picture.querySelectorAll('[aria-hidden] > polyline')].flatMap(one => {
    const points = [...one.points].map(point => point.matrixTransform(one.getScreenCTM()));
    return points.slice(1).map((b, at) => ({left: Math.min(points[at].x, b.x), right: Math.max(points[at].x, b.x),
      top: Math.min(points[at].y, b.y), bottom: Math.max(points[at].y, b.y)}));
  });
  const words = [...picture.querySelectorAll('text')].filter(one => one.textContent.trim())
    .map(one => ({text: one.textContent, step: step(one), lane: one.closest('[transform*="translate"][font-weight]'), box: box(one)}));
  for (const word of words) {
    if (!inside(word.box, box(picture))) found.push(`outside the picture: ${word.text}`);
    if (word.lane && !lanes.some(lane => inside(word.box, lane))) found.push(`outside its lane: ${word.text}`);
    const homes = shapes.filter(one => one.step && one.step === word.step && holds(one.box, word.box));
    if (homes.some(one => !inside(word.box, one.box))) found.push(`wider than its shape: ${word.text}`);
    if (shapes.some(one => one.step !== word.step && meet(one.box, word.box, 2))) found.push(`over another step: ${word.text}`);
    // Heights of text boxes hold room above and below the letters.
    const letters = {left: word.box.left + 1, right: word.box.right - 1, top: word.box.top + 3, bottom: word.box.bottom - 3};
    if (!homes.length && ways.some(way => meet(way, letters, 0))) found.push(`an arrow through: ${word.text}`);
  }
  words.forEach((a, at) => words.slice(at + 1).forEach(b => {
    if (meet({left: a.box.left + 1, right: a.box.right - 1, top: a.box.top + 2, bottom: a.box.bottom - 2}, b.box, 2))
      found.push(`words meet: ${a.text} | ${b.text}`);
  }));
  return {words: words.length, found};
}"""
OVERFULL = """() => [...document.querySelectorAll('.form-body')].filter(one => one.scrollHeight > one.clientHeight + 1
  || one.scrollWidth > one.clientWidth + 1).length"""
WIDE = """() => [...document.querySelectorAll('main table')]
  .filter(one => one.getBoundingClientRect().right > document.documentElement.clientWidth + 1)
  .map(one => one.closest('[aria-label]')?.getAttribute('aria-label') ?? one.caption?.textContent)"""
# A4 lying with the margins of the page of tables, A4 standing with those of all pages.
LYING, STANDING = 1031, 687


def export(program, folder, *options: str) -> dict[str, bytes]:
    words = [word for code in CODES for word in ("--code", code)]
    subprocess.run(
        [program, "process", "export", "--catalogue", *words, "--format", "svg", "--out", folder, *options], check=True,
        capture_output=True, timeout=120)
    return {path.stem: path.read_bytes() for path in folder.glob("*.svg")}


@pytest.fixture(scope="module")
def pictures(program, tmp_path_factory):
    return export(program, tmp_path_factory.mktemp("across")), export(
        program, tmp_path_factory.mktemp("down"), "--vertical")


@pytest.mark.parametrize("family", FONTS)
def test_words_stay_inside_their_shapes(pictures, browser, family):
    page = browser.new_page(viewport={"width": 2600, "height": 2000})
    for files in pictures:
        assert sorted(files) == sorted(CODES)
        for code, file in files.items():
            page.set_content("<body style='margin:0'>" + file.decode().split("?>", 1)[1])
            outcome = page.evaluate(MEASURE, family)
            assert outcome["words"] > 40
            assert not outcome["found"], f"{code}: {outcome['found']}"
    page.close()


def test_measure_finds_words_that_are_too_wide(pictures, browser):
    page = browser.new_page(viewport={"width": 2600, "height": 2000})
    page.set_content("<body style='margin:0'>" + pictures[0]["SAT-01"].decode().split("?>", 1)[1])
    assert page.evaluate(MEASURE, "DejaVu Sans Mono")["found"]
    page.close()


def test_another_process_draws_the_same_bytes(pictures, program, tmp_path):
    """Every run of the program hashes with another seed."""
    assert export(program, tmp_path) == pictures[0]


def sheets(page) -> int:
    """Pages of the PDF the browser prints."""
    return len(re.findall(rb"/Type\s*/Page\b(?!s)", page.pdf(prefer_css_page_size=True)))


@pytest.mark.parametrize("code", ["MAL-01", "YAZ-02"])
@pytest.mark.parametrize("form", FORMS)
def test_form_prints_sheet_by_sheet(visit, server, session, code, form):
    with visit(server, state=session) as page:
        page.goto(f"/processes/{code}/papers?form={form}&number=1")
        expected = page.locator(".form-sheet").count()
        page.emulate_media(media="print")
        assert page.evaluate(OVERFULL) == 0
        assert sheets(page) == expected


@pytest.mark.parametrize("paper", ["a4", "a3"])
def test_chart_prints_page_by_page(visit, server, session, paper):
    """The pictures come first, each on a page; the steps follow."""
    with visit(server, state=session) as page:
        page.goto(f"/processes/SAT-01/chart?paper={paper}")
        pictures = page.locator(".chart-sheet").count()
        assert pictures > 1
        page.evaluate("document.querySelectorAll('.paper-break, .paper-break ~ *').forEach(one => one.remove())")
        assert sheets(page) == pictures


@pytest.mark.parametrize("address, width", [
    ("/processes/SAT-01/papers", LYING), ("/processes/SAT-01/papers?form=procedure", STANDING),
    ("/processes/SAT-01/chart?paper=a4", STANDING),
])
def test_tables_fit_the_paper(visit, server, session, address, width):
    with visit(server, state=session) as page:
        page.goto(address)
        page.emulate_media(media="print")
        page.set_viewport_size({"width": width, "height": 900})
        assert page.evaluate(WIDE) == []
