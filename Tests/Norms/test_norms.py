"""The norms themselves must see a planted fault."""

import pytest

from swift_functions import lengths
from traces import PATH, REGISTRY

SWIFT = '''
protocol Shape {
  func area() -> Int
  init(side: Int)
}
struct Square: Shape {
  init(side: Int) { self.init(wide: side) }
  /* func hidden() {
  } */
  func area(
    of text: String = "func { \\(nested("}")) {",
    then: () -> Void = { }
  ) throws -> Int
  where Int: Sendable {
    let page = """
      func inText() {
      """
    return 4 // }
  }
  subscript(index: Int) -> Int {
    index
  }
  deinit { }
}
'''


def test_functions_are_measured_by_their_braces():
    assert list(lengths(SWIFT)) == [("init", 7, 1), ("area", 10, 10), ("subscript", 20, 3), ("deinit", 23, 1)]


@pytest.mark.parametrize("line", ["cd /" + "home/ayse/guvence", 'path = "/' + 'tmp/x.db"', "(/" + "root/kurulum)"])
def test_path_of_one_machine_is_seen(line):
    assert PATH.search(line)


@pytest.mark.parametrize("line", ["/usr/bin/chromium", "https://example.org/home/page", "$HOME/tmp/x", "risks/work/1"])
def test_ordinary_path_passes(line):
    assert not PATH.search(line)


def test_registry_address_is_seen():
    assert REGISTRY.search("pip install --" + "index-url x")
    assert not REGISTRY.search("pip install -r Tests/Browser/requirements.txt")
