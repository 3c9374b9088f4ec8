"""The whole story: set up, import the unit's register, see every score with its reasons, correct one, print the report.

Told on an administration that has just begun, and again in short on the sample municipality.
"""

import pytest

import chapters
from chapters import BROKEN, REGISTER
from people import expect_title, fill_setup, look, set_up, sign_in, sign_out
from register_file import write_form


@pytest.fixture
def register(tmp_path):
    return write_form(tmp_path / "bilgi-islem-ve-zabita.xlsx", REGISTER)


@pytest.fixture
def broken_register(tmp_path):
    return write_form(tmp_path / "hatali.xlsx", BROKEN)


def test_from_the_first_start_to_the_printed_report(visit, empty_server, register, broken_register, tmp_path):
    with visit(empty_server) as page:
        enter(page, empty_server)
        chapters.broken_file_is_refused(page, broken_register)
        chapters.import_register(page, register)
        chapters.see_every_score(page)
        chapters.see_reasons(page)
        chapters.correct_text_and_judgement(page)
        chapters.see_history_and_journal(page)
        with visit(empty_server) as other:
            sign_in(other)
            chapters.two_editors(page, other)
        chapters.follow_heat_map(page)
        chapters.export_register(page, REGISTER)
        chapters.print_report(page, tmp_path)
        chapters.import_again_changes_nothing(page, register)
        sign_out(page)
        page.goto("/risks")
        expect_title(page, "Oturum aç")


def enter(page, server) -> None:
    """Set-up, out and in again; the link of the set-up works once."""
    link = server.setup_path()
    page.goto(link)
    look(page, "ilk-kurulum")
    set_up(page, server)
    look(page, "pano-bos")
    sign_out(page)
    look(page, "oturum")
    page.goto(link)
    fill_setup(page, "ikinci")
    page.goto("/risks")
    expect_title(page, "Oturum aç")
    sign_in(page)


def test_on_the_sample_municipality(visit, server, register, tmp_path):
    with visit(server) as page:
        set_up(page, server)
        chapters.import_register(page, register)
        chapters.see_reasons(page)
        chapters.correct_text_and_judgement(page)
        chapters.follow_heat_map(page)
        chapters.export_register(page, REGISTER)
        chapters.print_report(page, tmp_path)
        sign_out(page)
