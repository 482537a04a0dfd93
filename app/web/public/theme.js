// Before the first paint: someone who chose light or dark must not see the other for a moment.
(() => {
  try {
    const chosen = localStorage.getItem("oakroom.theme");
    if (chosen === "light" || chosen === "dark") document.documentElement.dataset.theme = chosen;
  } catch {
    // Without storage the system's choice holds.
  }
})();
