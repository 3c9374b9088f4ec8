extension Script {
  /// The chart editor: keys, rows, pasting of cell ranges, undo, and the live picture with findings beside the rows. The
  /// server reads the rows; nothing of the chart is worked out here.
  static let chartEditor = """
    (function () {
      const root = document.querySelector("[data-editor]");
      if (!root) return;
      const form = root.querySelector("form"), list = form.querySelector('[data-part="rows"]');
      const template = document.getElementById("step-template");
      let timer = 0, running = null, dirty = false, history = [], place = -1, entry = null;
      const rows = function () { return Array.from(list.children); };
      const fields = function (row) { return Array.from(row.querySelectorAll("input,select")); };
      const field = function (row, name) { return row.querySelector('[name="' + name + '"]'); };
      const rowOf = function (node) { return node && node.closest ? node.closest(".step-row") : null; };

      function quiet(scope) {
        scope.querySelectorAll(".row-buttons button").forEach(function (b) { b.tabIndex = -1; });
      }
      function focusOn(row, name) {
        const target = row && field(row, name || "step-name");
        if (!target) return;
        target.focus();
        if (target.select) target.select();
        row.scrollIntoView({ block: "nearest" });
      }

      function state() {
        return rows().map(function (row) { return fields(row).map(function (f) { return f.value; }); });
      }
      function record() {
        const now = state(), text = JSON.stringify(now);
        if (place >= 0 && history[place].text === text) return;
        history = history.slice(Math.max(0, place - 199), place + 1);
        history.push({ text: text, rows: now });
        place = history.length - 1;
      }
      function restore(step) {
        if (place + step < 0 || place + step >= history.length) return;
        const active = document.activeElement, at = rows().indexOf(rowOf(active)), name = active && active.name;
        place += step;
        list.replaceChildren();
        history[place].rows.forEach(function (values) {
          const row = made();
          fields(row).forEach(function (f, i) { give(f, values[i]); });
          list.append(row);
        });
        focusOn(rows()[Math.min(Math.max(at, 0), rows().length - 1)], name);
        changed();
      }
      function give(f, value) {
        if (f.tagName === "SELECT" && !Array.from(f.options).some(function (o) { return o.value === value; }))
          f.add(new Option("? " + value, value));
        f.value = value;
      }

      function made() {
        const row = template.content.firstElementChild.cloneNode(true);
        quiet(row);
        return row;
      }
      function freeNumber(after) {
        const all = rows().map(function (r) { return field(r, "step-no").value.trim(); });
        const at = rows().indexOf(after);
        if (all.slice(at + 1).every(function (n) { return !n; }))
          return String(Math.max(0, ...all.map(Number).filter(Number.isInteger)) + 1);
        let stem = "0";
        for (let i = at; i >= 0; i--) if (all[i]) { stem = all[i]; break; }
        for (const letter of "abcdefghijklmnopqrstuvwxyz") if (!all.includes(stem + letter)) return stem + letter;
        return "";
      }
      function add(after) {
        const row = made();
        field(row, "step-no").value = freeNumber(after);
        if (after) after.after(row); else list.append(row);
        record(); changed(); focusOn(row);
      }
      function remove(row) {
        const next = row.nextElementSibling || row.previousElementSibling;
        record();
        row.remove();
        if (next) focusOn(next); else add(null);
        record(); changed();
      }
      function move(row, step, name) {
        const other = step < 0 ? row.previousElementSibling : row.nextElementSibling;
        if (!other) return;
        record();
        if (step < 0) other.before(row); else other.after(row);
        record(); changed(); focusOn(row, name);
      }

      function changed() {
        dirty = true;
        clearTimeout(timer);
        timer = setTimeout(function () { ask(null); }, 350);
      }
      async function ask(command, more) {
        clearTimeout(timer);
        if (running) running.abort();
        const mine = running = new AbortController();
        const body = new URLSearchParams(new FormData(form));
        body.set("do", command || "refresh");
        Object.entries(more || {}).forEach(function (pair) { body.set(pair[0], pair[1]); });
        root.classList.add("waiting");
        try {
          const answer = await fetch(root.dataset.editor, {
            method: "POST", body: body, signal: mine.signal, headers: { "Accept": "text/html" }
          });
          const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
          if (answer.ok && fresh.querySelector('[data-part="status"]')) take(fresh); else say(root.dataset.failed);
        } catch (error) {
          if (error.name !== "AbortError") say(root.dataset.failed);
        } finally {
          if (running === mine) root.classList.remove("waiting");
        }
      }
      // What is typed stays in its fields whatever the server says; the next change asks again.
      function say(text) {
        const status = root.querySelector('.chart-live [data-part="status"]');
        if (status && status.textContent !== text) status.textContent = text;
      }
      function take(fresh) {
        const moved = fresh.querySelector('[data-part="rows"]');
        if (moved) {
          record();
          const at = rows().indexOf(rowOf(document.activeElement)), name = (document.activeElement || {}).name;
          list.replaceChildren(...moved.children);
          quiet(list);
          record();
          if (at >= 0) focusOn(rows()[Math.min(at, rows().length - 1)], name);
        } else {
          fresh.querySelectorAll("ul[data-row]").forEach(function (found) {
            const row = rows()[Number(found.dataset.row)];
            if (!row) return;
            const id = field(row, "step-id");
            if (!id.value) id.value = found.dataset.id || "";
            row.querySelector(".row-findings").replaceChildren(...found.childNodes);
            row.classList.toggle("broken-row", row.querySelector(".error") !== null);
          });
        }
        ["status", "picture", "findings"].forEach(function (name) {
          const part = fresh.querySelector('[data-part="' + name + '"]');
          const here = root.querySelector('.chart-live [data-part="' + name + '"]');
          if (!part || !here || (name === "status" && here.textContent === part.textContent)) return;
          here.replaceChildren(...part.childNodes);
        });
        const roles = document.getElementById("chart-roles");
        const known = new Set(rows().map(function (r) { return field(r, "step-role").value.trim(); }));
        Array.from(roles.options).forEach(function (o) { known.add(o.value); });
        known.delete("");
        roles.replaceChildren(...Array.from(known, function (name) { return new Option(name, name); }));
        follow();
      }
      // The step of the row that is being typed, in the picture.
      function follow() {
        const frame = root.querySelector(".chart-live .chart-picture"), row = rowOf(document.activeElement);
        const steps = rows().filter(function (r) {
          return fields(r).some(function (f) { return !/-(no|kind)$/.test(f.name) && f.value.trim(); });
        });
        const shapes = Array.from(frame.querySelectorAll('[role="graphics-symbol"]')), shape = shapes[steps.indexOf(row)];
        shapes.forEach(function (s) { s.classList.toggle("is-here", s === shape); });
        if (!shape) return;
        const there = shape.getBoundingClientRect(), here = frame.getBoundingClientRect();
        if (there.top < here.top || there.bottom > here.bottom)
          frame.scrollTop += (there.top + there.bottom - here.top - here.bottom) / 2;
        if (there.left < here.left || there.right > here.right)
          frame.scrollLeft += (there.left + there.right - here.left - here.right) / 2;
      }

      form.addEventListener("keydown", function (event) {
        const here = event.target, row = rowOf(here), key = event.key;
        if ((event.ctrlKey || event.metaKey) && (key === "z" || key === "y" || key === "Z")) {
          // What is being typed in a field the browser takes back itself.
          if (entry && entry.field === here && entry.value !== here.value && key === "z") return;
          event.preventDefault();
          restore(key === "z" ? -1 : 1);
          return;
        }
        if (!row) return;
        if (key === "Enter" && here.matches("input,select") && !event.isComposing) {
          event.preventDefault(); record(); add(row);
        } else if (event.altKey && (key === "ArrowUp" || key === "ArrowDown")) {
          event.preventDefault(); move(row, key === "ArrowUp" ? -1 : 1, here.name);
        } else if (event.altKey && (key === "ArrowLeft" || key === "ArrowRight")) {
          event.preventDefault();
          const all = fields(row).filter(function (f) { return f.type !== "hidden" && f.offsetParent; });
          const next = all[all.indexOf(here) + (key === "ArrowLeft" ? -1 : 1)];
          if (next) focusOn(row, next.name);
        } else if (event.ctrlKey && key === "Delete") {
          event.preventDefault(); remove(row);
        } else if ((key === "ArrowUp" || key === "ArrowDown") && here.matches("input:not([list])")) {
          const other = key === "ArrowUp" ? row.previousElementSibling : row.nextElementSibling;
          if (other) { event.preventDefault(); focusOn(other, here.name); }
        }
      });
      form.addEventListener("focusin", function (event) {
        entry = { field: event.target, value: event.target.value };
        follow();
      });
      document.addEventListener("chart-size", follow);
      form.addEventListener("input", changed);
      form.addEventListener("change", function (event) {
        record();
        entry = { field: event.target, value: event.target.value };
      });
      form.addEventListener("paste", function (event) {
        const row = rowOf(event.target), text = event.clipboardData ? cellsOf(event.clipboardData) : "";
        if (event.target.name === "paste") {
          event.preventDefault();
          event.target.setRangeText(text, event.target.selectionStart, event.target.selectionEnd, "end");
          return;
        }
        if (!row || !(text.includes("\\t") || text.trim().includes("\\n"))) return;
        event.preventDefault();
        record();
        dirty = true;
        ask("paste", { paste: text, "paste-row": String(rows().indexOf(row)), "paste-column": event.target.name });
      });
      form.addEventListener("click", function (event) {
        const button = event.target.closest("[data-command]");
        if (!button) return;
        event.preventDefault();
        const row = rowOf(button), command = button.dataset.command;
        if (command === "add") add(row || list.lastElementChild);
        else if (command === "delete") remove(row);
        else if (command === "up" || command === "down") move(row, command === "up" ? -1 : 1, "step-name");
        else if (command === "undo" || command === "redo") restore(command === "undo" ? -1 : 1);
        else ask(command);
      });
      form.addEventListener("submit", function () { dirty = false; });
      window.addEventListener("beforeunload", function (event) { if (dirty) event.preventDefault(); });

      form.querySelectorAll('[data-command="undo"],[data-command="redo"]').forEach(function (b) { b.hidden = false; });
      quiet(list);
      if (!list.firstElementChild) add(null); else record();
      dirty = false;
    })();
    """
}
