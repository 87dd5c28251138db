// Makes pages nicer; every page works without it.
(() => {
  "use strict";
  const focusFirst = document.querySelector("[data-focus]");
  if (focusFirst) focusFirst.focus();

  // A link that is shown once is selected as a whole, and copied with one press.
  document.querySelectorAll("[data-whole]").forEach((field) => field.addEventListener("focus", () => field.select()));
  document.querySelectorAll("[data-copy]").forEach((button) => {
    button.hidden = !navigator.clipboard; // browsers let only safe addresses copy
    button.addEventListener("click", async () => {
      const field = document.getElementById(button.dataset.copy);
      field.select(); // where copying is refused, the keys for it do
      await navigator.clipboard.writeText(field.value);
      button.textContent = "Copied";
      document.querySelector("[data-copied]").textContent = "The link is copied.";
    });
  });

  // Escape closes the phone's menu and that of the account, and leads back to what opened them.
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    document.querySelectorAll("[data-menu][open]").forEach((menu) => {
      menu.open = false;
      menu.querySelector("summary").focus();
    });
    if (location.hash === "#menu") {
      location.hash = "#main";
      document.querySelector(".masthead__open").focus();
    }
  });

  // What takes longer than a second says that it is under way, until the next page is there.
  let working;
  const sayWorking = (form, button) => {
    working = setTimeout(() => {
      const said = document.createElement("p");
      said.className = "working";
      said.setAttribute("role", "status");
      said.append("Working …", document.createElement("progress"));
      const row = button?.closest("p, .buttons");
      if (row) row.after(said);
      else form.append(said);
    }, 1000);
  };

  // A form is sent once, however often the button is pressed.
  document.addEventListener("submit", (event) => {
    if (event.target.matches("[data-once]")) {
      if (event.target.dataset.sent) event.preventDefault();
      else sayWorking(event.target, event.submitter);
      event.target.dataset.sent = "yes";
      setTimeout(() => delete event.target.dataset.sent, 4000);
    }
  });

  // Coming back with the browser's button must not find a form that was locked when it was sent.
  window.addEventListener("pageshow", () => {
    clearTimeout(working);
    document.querySelectorAll(".working").forEach((said) => said.remove());
    document.querySelectorAll("[data-sent]").forEach((form) => delete form.dataset.sent);
  });
})();
