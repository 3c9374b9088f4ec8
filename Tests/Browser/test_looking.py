"""The instruments themselves: the accessibility and width checks must see a planted fault."""

import pytest

from people import assert_accessible, assert_fits

SOUND = """<!doctype html><html lang="tr"><title>Deneme</title>
<main><h1>Deneme</h1><label>Ad <input name="ad"></label></main></html>"""


@pytest.fixture
def blank(browser):
    context = browser.new_context(viewport={"width": 360, "height": 640})
    yield context.new_page()
    context.close()


def test_sound_page_passes(blank):
    blank.set_content(SOUND)
    assert_accessible(blank)
    assert_fits(blank)


@pytest.mark.parametrize("fault, rule", [
    ('<input name="soyad">', "label"),
    ('<img src="data:,">', "image-alt"),
    ('<p style="color:#aaa;background:#fff">soluk</p>', "color-contrast"),
])
def test_planted_fault_is_found(blank, fault, rule):
    blank.set_content(SOUND.replace("</main>", fault + "</main>"))
    with pytest.raises(AssertionError, match=rule):
        assert_accessible(blank)


def test_page_wider_than_a_telephone_is_found(blank):
    blank.set_content(SOUND.replace("</main>", '<div style="width:900px">geniş</div></main>'))
    with pytest.raises(AssertionError, match="wider"):
        assert_fits(blank)
