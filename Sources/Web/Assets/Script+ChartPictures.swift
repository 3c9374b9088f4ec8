extension Script {
  /// Cells of a clipboard as text with tabs: from a table of a word processor or a web page with its joined cells and the
  /// paragraphs within a cell, else as the spreadsheet gives them.
  static let cells = """
    function cellsOf(data) {
      const plain = data.getData("text/plain"), html = data.getData("text/html");
      if (!html.toLowerCase().includes("<table")) return plain;
      const table = Array.from(new DOMParser().parseFromString(html, "text/html").querySelectorAll("table"))
        .find(function (t) { return t.rows.length > 1 || (t.rows.length === 1 && t.rows[0].cells.length > 1); });
      if (!table) return plain;
      const grid = [];
      Array.from(table.rows).forEach(function (row, at) {
        grid[at] = grid[at] || [];
        let place = 0;
        Array.from(row.cells).forEach(function (cell) {
          while (grid[at][place] !== undefined) place += 1;
          const value = cellText(cell), down = Math.min(Math.max(cell.rowSpan, 1), table.rows.length - at);
          const across = Math.min(Math.max(cell.colSpan, 1), 50);
          for (let r = 0; r < down; r++) {
            grid[at + r] = grid[at + r] || [];
            for (let c = 0; c < across; c++) grid[at + r][place + c] = c === 0 ? value : "";
          }
          place += across;
        });
      });
      return grid.map(function (row) {
        return Array.from(row, function (value) {
          value = value || "";
          return /[\\t\\n"]/.test(value) ? '"' + value.replace(/"/g, '""') + '"' : value;
        }).join("\\t");
      }).join("\\n") + "\\n";
    }
    function cellText(cell) {
      const copy = cell.cloneNode(true), texts = [];
      copy.querySelectorAll("style,script").forEach(function (node) { node.remove(); });
      const walker = document.createTreeWalker(copy, NodeFilter.SHOW_TEXT);
      while (walker.nextNode()) texts.push(walker.currentNode);
      texts.forEach(function (node) { node.data = node.data.replace(/\\s+/g, " "); });
      copy.querySelectorAll("br").forEach(function (node) { node.replaceWith("\\n"); });
      copy.querySelectorAll("p,div,li").forEach(function (node) { node.append("\\n"); });
      return copy.textContent.split("\\n").map(function (line) { return line.trim(); }).filter(Boolean).join("\\n");
    }
    """

  /// The size in which a chart is shown, whole, as wide as its frame or as it prints; remembered by the browser.
  static let chartSize = """
    document.querySelectorAll("[data-chart-size]").forEach(function (group) {
      const frame = group.parentElement.querySelector(".chart-picture"), key = "guvence-" + group.dataset.chartSize;
      const buttons = Array.from(group.querySelectorAll("button"));
      if (!frame) return;
      function show(size) {
        frame.dataset.size = size;
        buttons.forEach(function (b) { b.setAttribute("aria-pressed", String(b.value === size)); });
        document.dispatchEvent(new Event("chart-size"));
      }
      function choose(size) {
        show(size);
        try { localStorage.setItem(key, size); } catch (error) { /* a browser that keeps nothing */ }
      }
      let kept = null;
      try { kept = localStorage.getItem(key); } catch (error) { /* a browser that keeps nothing */ }
      show(buttons.some(function (b) { return b.value === kept; }) ? kept : "actual");
      group.hidden = false;
      group.addEventListener("click", function (event) {
        const button = event.target.closest("button");
        if (button) choose(button.value);
      });
      document.addEventListener("keydown", function (event) {
        if (!event.altKey || event.code !== "Digit0") return;
        event.preventDefault();
        const at = buttons.findIndex(function (b) { return b.value === frame.dataset.size; });
        choose(buttons[(at + 1) % buttons.length].value);
      });
    });
    """
}
