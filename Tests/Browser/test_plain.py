"""Everything must work in a browser whose JavaScript is switched off."""

import chapters
from chapters import REGISTER
from people import set_up, sign_in, sign_out
from register_file import write_form


def test_story_without_javascript(visit, empty_server, tmp_path):
    register = write_form(tmp_path / "birimler.xlsx", REGISTER)
    with visit(empty_server, scripted=False) as page:
        set_up(page, empty_server)
        sign_out(page)
        sign_in(page)
        chapters.import_register(page, register)
        chapters.import_again_changes_nothing(page, register)
        chapters.assess_by_button(page)
        chapters.export_register(page, REGISTER, word=chapters.FIRST.risk)
        chapters.read_report(page)
        sign_out(page)
