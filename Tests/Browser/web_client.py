"""A browser without eyes: one session over plain HTTP, for tests that ask many addresses quickly."""

import http.client
import io
import re
import zipfile
from dataclasses import dataclass, field
from urllib.parse import urlencode

from people import PASSWORD
from server import Server

BOUNDARY = "----sinir-1453"
TOKEN = re.compile(r'name="csrf" value="([0-9a-f]+)"')


@dataclass
class Answer:
    """What came back; `text` also of what is packed in a workbook."""
    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def text(self) -> str:
        if not self.body.startswith(b"PK"):
            return self.body.decode("utf-8", "replace")
        with zipfile.ZipFile(io.BytesIO(self.body)) as parts:
            return "\n".join(parts.read(name).decode("utf-8", "replace") for name in parts.namelist())

    @property
    def location(self) -> str:
        return self.headers.get("location", "")

    def hidden(self, name: str) -> str:
        """The value of a hidden field of the page."""
        found = re.search(rf'name="{name}" value="([^"]*)"', self.text)
        assert found, f"no hidden field «{name}» in a page of status {self.status}"
        return found.group(1)


@dataclass
class Client:
    """One session; keeps cookies and the token of its forms."""
    server: Server
    cookies: dict[str, str] = field(default_factory=dict)
    token: str = ""

    def get(self, path: str) -> Answer:
        return self.ask("GET", path)

    def post(self, path: str, fields: dict[str, str], token: str | None = None, file: bytes | None = None,
             **headers: str) -> Answer:
        """Posts a form with this session's token, or with another; `""` leaves the token out."""
        token = self.token if token is None else token
        fields = fields | ({"csrf": token} if token else {})
        kind, body = multipart(fields, file) if file else ("application/x-www-form-urlencoded", urlencode(fields).encode())
        return self.ask("POST", path, body, {"Content-Type": kind} | headers)

    def ask(self, method: str, path: str, body: bytes = b"", headers: dict[str, str] | None = None) -> Answer:
        connection = http.client.HTTPConnection("127.0.0.1", self.server.port, timeout=30)
        cookie = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        try:
            connection.request(method, path, body or None, ({"Cookie": cookie} if cookie else {}) | (headers or {}))
            return self._read(connection.getresponse())
        finally:
            connection.close()

    def _read(self, response: http.client.HTTPResponse) -> Answer:
        for value in response.headers.get_all("Set-Cookie") or []:
            name, _, rest = value.partition("=")
            self.cookies[name] = rest.partition(";")[0]
        headers = {name.lower(): value for name, value in response.headers.items()}
        return Answer(response.status, headers, response.read())

    def enter(self, link: str) -> "Client":
        """Follows a one-time link that asks for a password; ends signed in."""
        fields = {"login": "koordinator", "displayName": "Ayşe Işık"} if link.startswith("/setup/") else {}
        self.token = self.get(link).hidden("csrf")
        done = self.post(link, fields | {"password": PASSWORD, "password-again": PASSWORD})
        assert done.status == 303, f"{link}: {done.status}"
        self.token = TOKEN.search(self.get("/about").text).group(1)
        return self


def multipart(fields: dict[str, str], file: bytes) -> tuple[str, bytes]:
    parts = [f'--{BOUNDARY}\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n'.encode()
             for name, value in fields.items()]
    head = f'--{BOUNDARY}\r\nContent-Disposition: form-data; name="file"; filename="birim.csv"\r\n' \
           "Content-Type: text/csv\r\n\r\n"
    body = b"".join(parts) + head.encode() + file + f"\r\n--{BOUNDARY}--\r\n".encode()
    return f"multipart/form-data; boundary={BOUNDARY}", body
