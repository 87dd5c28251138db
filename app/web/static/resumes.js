// A line tried in other words is marked as one types; without scripts, the whole text can be read again below.
(() => {
  "use strict";
  const token = document.querySelector('input[name="csrf_token"]');
  for (const area of document.querySelectorAll("[data-try]")) {
    const target = area.parentElement.querySelector(".tried");
    let waiting, running;
    const refresh = async () => {
      if (running) running.abort();
      running = new AbortController();
      const body = new FormData();
      body.set("text", area.value);
      body.set("csrf_token", token.value);
      try {
        const answer = await fetch(area.dataset.try, { method: "POST", body, signal: running.signal });
        target.innerHTML = await answer.text();
        target.removeAttribute("data-stale");
      } catch (error) {
        if (error.name !== "AbortError") target.setAttribute("data-stale", "yes");
      }
    };
    area.addEventListener("input", () => {
      clearTimeout(waiting);
      waiting = setTimeout(refresh, 300);
    });
  }
})();
