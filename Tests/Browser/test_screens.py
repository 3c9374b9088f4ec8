"""The README's pictures: Tests/Golden/screens/pano.png and riskler.png.

They are not rewritten at each run. After a change of looks:
Tests/Browser/run PROGRAM --write-screens -k screens
"""

from pathlib import Path

from people import set_up

SCREENS = Path(__file__).resolve().parents[1] / "Golden/screens"
SHOWN = {"pano.png": "/", "riskler.png": "/risks"}
LARGEST = 300_000


def test_screens_of_the_readme(visit, server, request):
    if request.config.getoption("--write-screens"):
        write(visit, server)
    for name in SHOWN:
        picture = (SCREENS / name).read_bytes()
        assert picture.startswith(b"\x89PNG"), name
        assert len(picture) <= LARGEST, f"{name}: {len(picture)} bytes"


def write(visit, server) -> None:
    SCREENS.mkdir(parents=True, exist_ok=True)
    with visit(server) as page:
        set_up(page, server)
        for name, address in SHOWN.items():
            page.goto(address)
            page.screenshot(path=SCREENS / name)
