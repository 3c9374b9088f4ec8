extension Script {
  /// A page that others change: asks every few seconds whether there is something new. What is being chosen, and the
  /// focus, stay where they are; the state is announced.
  static let votes = """
    (function () {
      const root = document.querySelector("[data-poll]");
      if (!root) return;
      const status = root.querySelector("[data-poll-status]");
      const notice = root.querySelector("[data-poll-notice]");
      root.addEventListener("input", function (event) {
        const part = event.target.closest("[data-part]");
        if (part) part.dataset.dirty = "1";
      });
      function say(text) { if (status && status.textContent !== text) status.textContent = text; }
      function isBusy(part) { return part.dataset.dirty === "1" || part.contains(document.activeElement); }
      function take(fresh) {
        const line = fresh.querySelector("[data-poll-status]");
        if (line) say(line.textContent);
        let all = true;
        root.querySelectorAll("[data-part]").forEach(function (part) {
          const next = fresh.querySelector('[data-part="' + part.dataset.part + '"]');
          if (!next || next.dataset.key === part.dataset.key) return;
          if (isBusy(part)) { all = false; return; }
          part.replaceChildren.apply(part, Array.from(next.childNodes));
          part.dataset.key = next.dataset.key;
        });
        if (notice) notice.hidden = all;
        if (all) root.dataset.stamp = fresh.dataset.stamp;
      }
      setTimeout(async function ask() {
        try {
          if (!document.hidden) {
            const answer = await fetch(root.dataset.poll + "?stamp=" + encodeURIComponent(root.dataset.stamp),
              { headers: { "Accept": "text/html" } });
            if (answer.redirected || (answer.status >= 400 && answer.status < 500)) { notice.hidden = false; return; }
            if (answer.status === 200) {
              const parsed = new DOMParser().parseFromString(await answer.text(), "text/html");
              const fresh = parsed.querySelector("[data-poll]");
              if (fresh) take(fresh);
            }
          }
        } catch (error) { say(root.dataset.offline); }
        setTimeout(ask, 3000);
      }, 3000);
    })();
    """
}
