"""A suspicion report from an anonymous visitor to an officer's answer and back, and nothing of it anywhere else."""

import os
import re

from playwright.sync_api import expect

from people import PASSWORD, expect_title, look
from server import Server

PASSPHRASE = "denizde yedi ışıklı gemi"
REPORT, QUESTION, REPLY, RESULT = "İŞARETLİ ihbar metni", "Hangi depodan söz ediyorsunuz?", "Kuzey deposu", "Teftişe iletildi"
LINK = re.compile(r"/password/[0-9a-f]+")


def open_register(server: Server) -> str:
    """Sets the register up with one officer; returns the officer's password link."""
    said = server.command("user", "add", "gorevli", "--name", "Ela Görevli", "--role", "kurul")
    reading, writing = os.pipe()
    os.write(writing, f"{PASSPHRASE}\n{PASSPHRASE}\n".encode())
    os.close(writing)
    done = server.command("concern", "keys", "--officer", "gorevli", "--passphrase-fd", str(reading), pass_fds=(reading,))
    os.close(reading)
    assert done.returncode == 0, done.stderr
    return LINK.search(said.stdout).group()


def test_from_an_anonymous_report_to_the_answer_and_back(visit, server):
    link = open_register(server)
    with visit(server) as reporter:
        reporter.goto("/session")
        reporter.get_by_role("link", name="Şüphe bildirimi").click()
        look(reporter, "ihbar")
        reporter.get_by_role("button", name="Bildir", exact=True).click()
        expect(reporter.get_by_role("alert")).to_contain_text("Ne olduğunu yazın")
        reporter.get_by_label("Konu").fill("Depo")
        reporter.get_by_label("Ne oldu").fill(REPORT)
        reporter.get_by_role("button", name="Bildir", exact=True).click()
        expect_title(reporter, "Bildiriminiz alındı")
        look(reporter, "ihbar-kodu")
        code = reporter.locator("#receipt").inner_text()

        with visit(server) as officer:
            enter(officer, link)
            read_and_ask(officer)
            follow(reporter, code)
            expect(reporter.get_by_role("main")).to_contain_text(QUESTION)
            expect(reporter.get_by_role("main")).not_to_contain_text("Ela Görevli")
            reporter.get_by_label("Yanıtınız").fill(REPLY)
            reporter.get_by_role("button", name="Yanıtla").click()
            expect(reporter.get_by_role("main")).to_contain_text(REPLY)
            look(reporter, "ihbar-yazisma")
            close(officer)
        follow(reporter, code)
        expect(reporter.get_by_role("main")).to_contain_text("Sonuçlandı")
        expect(reporter.get_by_role("main")).to_contain_text(RESULT)
    assert_hidden(server, code)


def enter(page, link: str) -> None:
    page.goto(link)
    for field in page.locator("input[type=password]").all():
        field.fill(PASSWORD)
    page.get_by_role("main").get_by_role("button").first.click()
    expect_title(page, "Pano")


def read_and_ask(page) -> None:
    page.get_by_role("link", name="Gizli bildirimler").click()
    look(page, "gizli-kayit-kilitli")
    page.get_by_label("Parola tümcesi").fill(PASSPHRASE)
    page.get_by_role("button", name="Aç", exact=True).click()
    look(page, "gizli-bildirimler")
    page.get_by_role("link", name="Görevliler ve anahtar").click()
    expect(page.get_by_role("main")).to_contain_text("Ela Görevli (gorevli)")
    look(page, "gizli-gorevliler")
    page.get_by_label("Kullanıcı adı").fill("gorevli")
    page.get_by_label("Parola tümcesi", exact=True).fill(PASSPHRASE)
    page.get_by_role("button", name="Görevlilikten çıkar").click()
    expect(page.get_by_role("alert")).to_contain_text("Son görevli çıkarılamaz")
    page.goto("/concerns")
    page.get_by_role("rowheader").get_by_role("link").click()
    expect(page.get_by_role("main")).to_contain_text(REPORT)
    page.get_by_label("İleti", exact=True).fill(QUESTION)
    page.get_by_role("button", name="İleti yaz").click()
    expect(page.get_by_role("main")).to_contain_text(QUESTION)
    look(page, "gizli-bildirim")


def follow(page, code: str) -> None:
    page.goto("/ihbar/follow")
    page.get_by_label("Takip kodu").fill(code.lower())
    page.get_by_role("button", name="Göster").click()


def close(page) -> None:
    page.reload()
    expect(page.get_by_role("main")).to_contain_text(REPLY)
    page.get_by_label("Durum", exact=True).select_option("closed")
    page.get_by_label("Açıklama ya da sonuç").fill(RESULT)
    page.get_by_role("button", name="Durumu değiştir").click()
    expect(page.get_by_role("main")).to_contain_text(RESULT)
    page.goto("/concerns/log")
    look(page, "erisim-kaydi")
    expect(page.get_by_role("main")).to_contain_text("Bildirim açıldı")
    expect(page.get_by_role("main")).not_to_contain_text("Depo")


def assert_hidden(server: Server, code: str) -> None:
    """The plain text is in no file beside the database, its log included."""
    marks = [text.encode() for text in (REPORT, QUESTION, REPLY, RESULT, code, code.replace("-", ""), PASSPHRASE)]
    for path in server.database.parent.iterdir():
        if path.is_file():
            content = path.read_bytes()
            assert not [mark for mark in marks if mark in content], path
