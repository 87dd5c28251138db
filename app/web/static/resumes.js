// A line tried in other words is marked as one types; without scripts, the whole text can be read again below.
(() => {
  "use strict";
  const carry = document.getElementById("carry");
  if (!carry) return;

  // A button that keeps something is sent once, however often it is pressed.
  let sent;
  carry.addEventListener("submit", (event) => {
    if (event.submitter && event.submitter === sent) event.preventDefault();
    sent = event.submitter;
    setTimeout(() => { sent = undefined; }, 2000);
  });

  // What was typed and not yet read would be gone with the page: leaving asks first, sending does not.
  let sending = false;
  document.addEventListener("submit", () => {
    sending = true;
    setTimeout(() => { sending = false; }, 2000);
  });
  window.addEventListener("beforeunload", (event) => {
    const typed = [...document.querySelectorAll("#corrected, [data-try]")].some((area) => area.value !== area.defaultValue);
    if (typed && !sending) event.preventDefault();
  });

  for (const area of document.querySelectorAll("[data-try]")) {
    const target = area.closest(".edit").querySelector(".tried");
    let waiting, running;
    const refresh = async () => {
      if (running) running.abort();
      running = new AbortController();
      const body = new FormData();
      body.set("csrf_token", carry.elements.namedItem("csrf_token").value);
      body.set("text", carry.elements.namedItem("text").value);
      body.set("line", area.dataset.line);
      body.set("anew", area.value);
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
