// The preview beside the brief follows typing; without it, the preview button does the same.
(() => {
  "use strict";
  const form = document.querySelector("form[data-preview]");
  const target = document.getElementById("preview");
  if (!form || !target) return;
  let waiting, running, unsaved = false;
  const refresh = async () => {
    clearTimeout(waiting);
    if (running) running.abort();
    running = new AbortController();
    try {
      const answer = await fetch(form.dataset.preview, { method: "POST", body: new FormData(form), signal: running.signal });
      if (answer.ok) target.innerHTML = await answer.text();
    } catch (error) {
      if (error.name !== "AbortError") target.setAttribute("data-stale", "yes");
    }
  };
  form.addEventListener("input", () => {
    unsaved = true;
    clearTimeout(waiting);
    waiting = setTimeout(refresh, 300);
  });
  // Enter in a field asks for the preview: it is drawn anew where it stands, and nobody loses their place.
  form.addEventListener("submit", (event) => {
    if (event.submitter?.value !== "preview") {
      unsaved = false;
      return;
    }
    event.preventDefault();
    event.stopPropagation();
    refresh();
    if (event.submitter.tabIndex >= 0) target.scrollIntoView({ block: "nearest" });
  });
  window.addEventListener("beforeunload", (event) => {
    if (unsaved) event.preventDefault();
  });
})();
