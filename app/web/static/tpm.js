// Makes pages nicer; every page works without it.
(() => {
  "use strict";
  const focusFirst = document.querySelector("[data-focus]");
  if (focusFirst) focusFirst.focus();

  // A form is sent once, however often the button is pressed.
  document.addEventListener("submit", (event) => {
    if (event.target.matches("[data-once]")) {
      if (event.target.dataset.sent) event.preventDefault();
      event.target.dataset.sent = "yes";
      setTimeout(() => delete event.target.dataset.sent, 4000);
    }
  });

  // Coming back with the browser's button must not find a form that was locked when it was sent.
  window.addEventListener("pageshow", () => {
    document.querySelectorAll("[data-sent]").forEach((form) => delete form.dataset.sent);
  });
})();
