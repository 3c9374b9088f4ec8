"""A running `guvence serve` over a database of its own, started and stopped by the tests."""

import re
import signal
import socket
import subprocess
import threading
import time
import urllib.error
import urllib.request
from pathlib import Path

START_SECONDS = 30
STOP_SECONDS = 10
SETUP_LINK = re.compile(r"/setup/[0-9A-Za-z_-]+")


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Server:
    """Starts on construction; `stop()` ends it as Ctrl+C would and expects a clean exit."""

    def __init__(self, program: Path, folder: Path, sample: bool = True):
        self.program = program
        self.database = folder / "guvence.db"
        self.port = free_port()
        self.address = f"http://127.0.0.1:{self.port}"
        self.lines: list[str] = []
        self._init(sample)
        self._start()

    def _init(self, sample: bool) -> None:
        command = [self.program, "init", "--db", self.database] + (["--sample"] if sample else [])
        done = subprocess.run(command, capture_output=True, text=True, timeout=60, stdin=subprocess.DEVNULL)
        assert done.returncode == 0, f"guvence init: {done.returncode}\n{done.stdout}{done.stderr}"
        self.lines += done.stdout.splitlines()

    def _start(self) -> None:
        self.process = subprocess.Popen(
            [self.program, "serve", "--db", self.database, "--port", str(self.port)],
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, stdin=subprocess.DEVNULL, text=True)
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()
        self._wait(self._answers, "the server does not answer")

    def _read(self) -> None:
        for line in self.process.stdout:
            self.lines.append(line.rstrip("\n"))

    def _answers(self) -> bool:
        assert self.process.poll() is None, f"the server ended: {self.process.returncode}\n{self.output}"
        try:
            with urllib.request.urlopen(self.address + "/", timeout=5):
                return True
        except urllib.error.HTTPError:
            return True
        except OSError:
            return False

    @property
    def output(self) -> str:
        return "\n".join(self.lines)

    def setup_path(self) -> str:
        """The path of the one-time link that the first start prints."""
        self._wait(lambda: SETUP_LINK.search(self.output), "the first start printed no set-up link")
        return SETUP_LINK.search(self.output).group()

    def _wait(self, ready, complaint: str) -> None:
        deadline = time.monotonic() + START_SECONDS
        while not ready():
            assert time.monotonic() < deadline, f"{complaint} after {START_SECONDS} s\n{self.output}"
            time.sleep(0.05)

    def command(self, *words: str, pass_fds: tuple[int, ...] = ()) -> subprocess.CompletedProcess:
        """Runs another command of the program against the same database; it inherits the files of `pass_fds`."""
        return subprocess.run(
            [self.program, *words, "--db", self.database],
            capture_output=True, text=True, timeout=60, stdin=subprocess.DEVNULL, pass_fds=pass_fds)

    def stop(self) -> None:
        assert self.process.poll() is None, f"the server ended early: {self.process.returncode}\n{self.output}"
        self.process.send_signal(signal.SIGINT)
        try:
            code = self.process.wait(STOP_SECONDS)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
            raise AssertionError(f"the server did not stop within {STOP_SECONDS} s\n{self.output}")
        assert code in (0, -signal.SIGINT), f"the server ended with {code}\n{self.output}"
