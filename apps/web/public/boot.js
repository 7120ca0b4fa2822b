// Puts the chosen display on the page before the first paint; an external file, so that the policy needs no unsafe-inline.
(function () {
  var page = document.documentElement;
  var chosen = {};
  try {
    chosen = JSON.parse(localStorage.getItem("lx.display") || "{}");
  } catch (error) {
    chosen = {};
  }
  var query = new URLSearchParams(location.search);
  if (query.has("elder")) {
    chosen.mode = "elder";
    // Taken out of the address, so that going back to the standard one outlives a reload.
    query.delete("elder");
    history.replaceState(null, "", location.pathname + (String(query) ? "?" + query : "") + location.hash);
    try {
      localStorage.setItem("lx.display", JSON.stringify(chosen));
    } catch (error) {
      // A forbidden storage loses the memory of the choice only.
    }
  }
  if (chosen.mode) page.dataset.mode = chosen.mode;
  if (chosen.size) page.dataset.elderSize = chosen.size;
  if (chosen.theme) page.dataset.theme = chosen.theme;
  if (chosen.density) page.dataset.density = chosen.density;
  if (chosen.contrast || (window.matchMedia && matchMedia("(prefers-contrast: more)").matches)) page.dataset.contrast = "more";
})();
