/// The script of the pages. Every page works without it; it makes them comfortable.
enum Script {
  /// All parts in order.
  static let parts = [search, rows, score, wording, job, votes, cells, chartSize, chartEditor, focus]

  /// `/` moves to the search box unless something is being typed.
  static let search = """
    "use strict";
    document.addEventListener("keydown", function (event) {
      if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.target.closest("input,textarea,select,[contenteditable]")) return;
      const box = document.getElementById("search");
      if (box) { event.preventDefault(); box.focus(); box.select(); }
    });
    """

  /// Up and down move between the rows of a list.
  static let rows = """
    document.addEventListener("keydown", function (event) {
      if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
      const here = event.target;
      const table = document.querySelector("table[data-keys]");
      if (!table || here.closest("input,textarea,select,summary")) return;
      const links = Array.from(table.querySelectorAll("tbody th a"));
      const row = here.closest("tbody tr");
      let index = row ? links.findIndex(function (link) { return row.contains(link); }) : -1;
      if (index < 0 && here !== document.body) return;
      index += event.key === "ArrowDown" ? 1 : -1;
      if (index < 0 || index >= links.length) return;
      event.preventDefault();
      links[index].focus();
      links[index].scrollIntoView({ block: "nearest" });
    });
    """

  /// The score of what is being entered, beside the form, before it is saved.
  static let score = """
    document.querySelectorAll("form[data-preview]").forEach(function (form) {
      const live = document.getElementById(form.dataset.live);
      const button = form.querySelector("[data-preview-button]");
      if (!live) return;
      if (button) button.hidden = true;
      let timer = 0, running = null;
      async function refresh() {
        if (running) running.abort();
        running = new AbortController();
        live.classList.add("waiting");
        try {
          const answer = await fetch(form.dataset.preview, {
            method: "POST", body: new URLSearchParams(new FormData(form)), signal: running.signal,
            headers: { "Accept": "text/html" }
          });
          if (!answer.ok) return;
          const parsed = new DOMParser().parseFromString(await answer.text(), "text/html");
          const open = Array.from(live.querySelectorAll("details")).map(function (d) { return d.open; });
          live.replaceChildren.apply(live, Array.from(parsed.body.childNodes));
          live.querySelectorAll("details").forEach(function (d, i) { if (open[i]) d.open = true; });
        } catch (error) {
          if (error.name !== "AbortError" && button) button.hidden = false;
        } finally {
          live.classList.remove("waiting");
        }
      }
      form.addEventListener("change", refresh);
      form.addEventListener("input", function (event) {
        if (event.target.type === "radio") return;
        clearTimeout(timer);
        timer = setTimeout(refresh, 400);
      });
    });
    """

  /// What the checks find in the statement while it is being written, next to its field.
  static let wording = """
    document.querySelectorAll("[data-check]").forEach(function (part) {
      const form = part.closest("form");
      const read = ["statement", "cause", "event", "consequence", "unitObjective", "kind"];
      let timer = 0, running = null;
      async function refresh() {
        if (running) running.abort();
        running = new AbortController();
        try {
          const answer = await fetch(part.dataset.check, {
            method: "POST", body: new URLSearchParams(new FormData(form)), signal: running.signal,
            headers: { "Accept": "text/html" }
          });
          if (!answer.ok) return;
          const parsed = new DOMParser().parseFromString(await answer.text(), "text/html");
          part.replaceChildren.apply(part, Array.from(parsed.body.childNodes));
        } catch (error) { /* the page says it again after saving */ }
      }
      if (form) form.addEventListener("input", function (event) {
        if (!read.includes(event.target.name)) return;
        clearTimeout(timer);
        timer = setTimeout(refresh, 500);
      });
    });
    """

  /// Progress of a job: asks again until the page it leads to is ready.
  static let job = """
    (function () {
      const job = document.querySelector("[data-job]");
      if (!job) return;
      setTimeout(async function ask() {
        try {
          const answer = await fetch(job.dataset.job, { headers: { "Accept": "text/html" } });
          if (answer.redirected) { location.replace(answer.url); return; }
          const parsed = new DOMParser().parseFromString(await answer.text(), "text/html");
          const next = parsed.querySelector("[data-job]");
          if (!next) { location.reload(); return; }
          job.replaceChildren.apply(job, Array.from(next.childNodes));
        } catch (error) { /* asked again below */ }
        setTimeout(ask, 700);
      }, 700);
    })();
    """

  /// After an error the summary is read first; a closed menu gives the focus back.
  static let focus = """
    (function () {
      const errors = document.getElementById("errors");
      if (errors) errors.focus();
      document.addEventListener("click", function (event) {
        document.querySelectorAll("details.account[open]").forEach(function (menu) {
          if (!menu.contains(event.target)) menu.open = false;
        });
      });
      document.addEventListener("keydown", function (event) {
        if (event.key !== "Escape") return;
        const menu = document.querySelector("details.account[open]");
        if (menu) { menu.open = false; menu.querySelector("summary").focus(); }
        if (location.hash === "#rooms") location.hash = "#content";
      });
    })();
    """
}

/// The icon of the browser's tab.
enum Icon {
  static let svg = """
    <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="6" fill="#0B5CAD"/>\
    <path d="M8 17l6 6 11-14" fill="none" stroke="#fff" stroke-width="4" stroke-linecap="round" stroke-linejoin="round"/></svg>
    """
}
