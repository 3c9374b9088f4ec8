"""Measures charts from the diagram interchange of a BPMN file, whoever drew it, and lays the same charts out by Graphviz.

Written apart from the product's own scorer, so that the two check each other. All ways run along the axes.
"""

import subprocess
import time
import xml.etree.ElementTree as ElementTree
from dataclasses import dataclass, field
from itertools import combinations
from pathlib import Path

MODEL = "{http://www.omg.org/spec/BPMN/20100524/MODEL}"
DIAGRAM = "{http://www.omg.org/spec/BPMN/20100524/DI}"
BOUNDS = "{http://www.omg.org/spec/DD/20100524/DC}"
WAYPOINT = "{http://www.omg.org/spec/DD/20100524/DI}"
POINTS_PER_INCH = 72

Box = tuple[float, float, float, float]  # left, top, right, bottom
Way = list[tuple[float, float]]


@dataclass
class Chart:
    """Nodes with their boxes and lanes, edges with their ends and ways, boxes of labels by what they belong to."""

    nodes: dict[str, Box] = field(default_factory=dict)
    lanes: dict[str, str] = field(default_factory=dict)
    ends: dict[str, tuple[str, str]] = field(default_factory=dict)
    ways: dict[str, Way] = field(default_factory=dict)
    labels: dict[str, Box] = field(default_factory=dict)


def read(path: Path) -> Chart:
    root = ElementTree.parse(path).getroot()
    chart, boxes = Chart(), {}
    for shape in root.iter(DIAGRAM + "BPMNShape"):
        boxes[shape.get("bpmnElement")] = box(shape)
        read_label(shape, chart)
    for edge in root.iter(DIAGRAM + "BPMNEdge"):
        points = [(float(point.get("x")), float(point.get("y"))) for point in edge.findall(WAYPOINT + "waypoint")]
        chart.ways[edge.get("bpmnElement")] = simple(points)
        read_label(edge, chart)
    for lane in root.iter(MODEL + "lane"):
        for reference in lane.findall(MODEL + "flowNodeRef"):
            name = (reference.text or "").strip()
            chart.lanes[name] = lane.get("id")
            chart.nodes[name] = boxes[name]
    for flow in root.iter(MODEL + "sequenceFlow"):
        chart.ends[flow.get("id")] = flow.get("sourceRef"), flow.get("targetRef")
    chart.ways = {name: way for name, way in chart.ways.items() if name in chart.ends}
    chart.labels = {name: own for name, own in chart.labels.items() if name in chart.ends or name in chart.nodes}
    return chart


def box(element: ElementTree.Element) -> Box:
    bounds = element.find(BOUNDS + "Bounds")
    x, y, width, height = (float(bounds.get(name)) for name in ("x", "y", "width", "height"))
    return x, y, x + width, y + height


def read_label(element: ElementTree.Element, chart: Chart) -> None:
    label = element.find(DIAGRAM + "BPMNLabel")
    if label is not None and label.find(BOUNDS + "Bounds") is not None:
        chart.labels[element.get("bpmnElement")] = box(label)


def simple(points: Way) -> Way:
    """Without points on the way between their neighbours."""
    way: Way = []
    for point in points:
        if way and way[-1] == point:
            continue
        while len(way) > 1 and (way[-2][0] == way[-1][0] == point[0] or way[-2][1] == way[-1][1] == point[1]):
            way.pop()
        way.append(point)
    return way


def stretches(way: Way) -> list[Box]:
    return [(min(a, c), min(b, d), max(a, c), max(b, d)) for (a, b), (c, d) in zip(way, way[1:])]


def overlap(a: Box, b: Box, margin: float = 0) -> bool:
    """Whether two boxes share more than `margin`; a stretch of a way is a box without breadth."""
    return a[0] < b[2] - margin and b[0] < a[2] - margin and a[1] < b[3] - margin and b[1] < a[3] - margin


def shrunk(a: Box, by: float) -> Box:
    return a[0] + by, a[1] + by, a[2] - by, a[3] - by


def gates(chart: Chart) -> dict[str, float]:
    """What must not happen; all 0 in a legal picture."""
    parts = {name: stretches(way) for name, way in chart.ways.items()}
    found = {
        "overlaps": sum(overlap(a, b, 1) for a, b in combinations(chart.nodes.values(), 2)),
        "unrouted": sum(len(chart.ways.get(name, [])) < 2 for name in chart.ends),
        "through": sum(
            any(overlap(part, shrunk(own, 2)) for part in parts[name])
            for name in parts for node, own in chart.nodes.items() if node not in chart.ends[name]),
        "intrusions": intrusions(chart), "labels": label_conflicts(chart, parts), "shared": 0, "touches": 0,
    }
    for first, second in combinations(parts, 2):
        if set(chart.ends[first]) & set(chart.ends[second]):
            continue
        found["shared"] += sum(shared(a, b) for a in parts[first] for b in parts[second])
        found["touches"] += touches(chart.ways[first], parts[second]) + touches(chart.ways[second], parts[first])
    return found


def intrusions(chart: Chart) -> int:
    count = 0
    for lane in set(chart.lanes.values()):
        own = [chart.nodes[name] for name, other in chart.lanes.items() if other == lane]
        top, bottom = min(box[1] for box in own), max(box[3] for box in own)
        others = (chart.nodes[name] for name, other in chart.lanes.items() if other != lane)
        count += sum(top < (box[1] + box[3]) / 2 < bottom for box in others)
    return count


def label_conflicts(chart: Chart, parts: dict[str, list[Box]]) -> int:
    count = sum(overlap(a, b, 1) for a, b in combinations(chart.labels.values(), 2))
    for name, label in chart.labels.items():
        count += sum(overlap(label, own, 1) for node, own in chart.nodes.items() if node != name)
        inner = shrunk(label, 1)
        count += sum(any(overlap(part, inner) for part in parts[edge]) for edge in parts if edge != name)
    return count


def shared(a: Box, b: Box) -> float:
    """How long two stretches run on the same line, where more than a pixel."""
    for along, across in ((0, 1), (1, 0)):
        if a[across] == a[across + 2] == b[across] == b[across + 2]:
            length = min(a[along + 2], b[along + 2]) - max(a[along], b[along])
            return length if length > 1 else 0
    return 0


def touches(way: Way, parts: list[Box]) -> int:
    """Corners of a way that lie on another."""
    return sum(any(a - 1 <= x <= c + 1 and b - 1 <= y <= d + 1 for a, b, c, d in parts) for x, y in way[1:-1])


def quality(chart: Chart) -> dict[str, float]:
    parts = [stretches(way) for way in chart.ways.values()]
    points = [point for way in chart.ways.values() for point in way]
    points += [corner for a, b, c, d in chart.nodes.values() for corner in ((a, b), (c, d))]
    (left, right), (top, bottom) = ((min(axis), max(axis)) for axis in zip(*points))
    return {
        "nodes": len(chart.nodes), "edges": len(chart.ways), "area": (right - left) * (bottom - top),
        "bends": sum(max(0, len(way) - 2) for way in chart.ways.values()),
        "straight": sum(len(way) == 2 for way in chart.ways.values()),
        "length": sum(c - a + d - b for way in parts for a, b, c, d in way),
        "crossings": sum(crosses(a, b) for first, second in combinations(parts, 2) for a in first for b in second),
    }


def crosses(a: Box, b: Box) -> bool:
    """Whether two stretches cross in their inside."""
    if a[1] == a[3] and b[0] == b[2]:
        a, b = b, a
    return a[0] == a[2] and b[1] == b[3] and b[0] < a[0] < b[2] and a[1] < b[1] < a[3]


def by_graphviz(chart: Chart) -> tuple[Chart, float] | None:
    """The same nodes in the same sizes laid out by `dot`, lanes as clusters, and how long that took in ms.

    `None` where dot gives up: its right-angled router ends some charts with an assertion.
    """
    lines = ["digraph { rankdir=LR nodesep=0.55 ranksep=0.8 splines=ortho node [shape=box fixedsize=true label=\"\"]"]
    for number, lane in enumerate(dict.fromkeys(chart.lanes.values())):
        own = [name for name, other in chart.lanes.items() if other == lane]
        lines.append(f"subgraph cluster_{number} {{ margin=14")
        for name in own:
            left, top, right, bottom = chart.nodes[name]
            width, height = (right - left) / POINTS_PER_INCH, (bottom - top) / POINTS_PER_INCH
            lines.append(f'"{name}" [width={width:.4f} height={height:.4f}]')
        lines.append("}")
    lines += [f'"{source}" -> "{target}"' for source, target in chart.ends.values()]
    start = time.perf_counter()
    done = subprocess.run(["dot", "-Tplain"], input="\n".join([*lines, "}"]), capture_output=True, text=True)
    taken = (time.perf_counter() - start) * 1000
    return (read_plain(done.stdout, chart), taken) if done.returncode == 0 else None


def read_plain(text: str, chart: Chart) -> Chart:
    found = Chart(lanes=chart.lanes, ends=chart.ends)
    waiting = {name: list(ends) for name, ends in chart.ends.items()}
    for line in text.replace("\\\n", "").splitlines():
        words = line.replace('"', "").split(" ")
        if words[0] == "node":
            x, y, width, height = (float(word) * POINTS_PER_INCH for word in words[2:6])
            found.nodes[words[1]] = x - width / 2, -y - height / 2, x + width / 2, -y + height / 2
        elif words[0] == "edge":
            numbers = [float(word) * POINTS_PER_INCH for word in words[4:4 + 2 * int(words[3])]]
            points = [(round(x, 1), round(-y, 1)) for x, y in zip(numbers[::2], numbers[1::2])]
            name = next(name for name, ends in waiting.items() if ends == words[1:3])
            del waiting[name]
            found.ways[name] = simple(points)
    return found
