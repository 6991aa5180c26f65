// Reloads the page after the next build. Stops when the server is gone, pauses while nobody looks.
"use strict";
(function () {
  const { mark: mine, farewell: parting } = document.currentScript.dataset;
  const language = document.currentScript.lang;
  const second = 1000;
  let failures = 0;

  function farewell() {
    const words = document.createElement("p");
    words.className = "serve_banner";
    words.setAttribute("role", "status");
    words.lang = language;
    words.textContent = parting;
    document.body.prepend(words);
  }

  async function ask() {
    if (!document.hidden) {
      try {
        const answer = await fetch("/_state", { cache: "no-store" });
        const state = await answer.json();
        failures = 0;
        if (state.mark !== mine) {
          location.reload();
          return;
        }
      } catch {
        failures += 1;
      }
    }
    if (failures < 3) {
      setTimeout(ask, second * (failures + 1));
    } else {
      farewell();
    }
  }

  setTimeout(ask, second);
})();
