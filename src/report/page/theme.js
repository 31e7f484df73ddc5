// Dark and light: as the system has it until the reader chooses. Colours live in base.css alone;
// charts ask for them by name.

const kThemeListeners = [];
let kTheme = "light";

function colour(name) {
  return getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();
}

function faded(name, alpha) {
  const hex = colour(name).replace("#", "");
  const parts = [0, 2, 4].map((at) => parseInt(hex.slice(at, at + 2), 16));
  return `rgba(${parts.join(", ")}, ${alpha})`;
}

// What the reader chose last, here or in another report; null where the browser keeps nothing.
function keptTheme() {
  try {
    const kept = localStorage.getItem("pressmill-theme");
    return kept === "dark" || kept === "light" ? kept : null;
  } catch {
    return null;
  }
}

function keepTheme(theme) {
  try {
    localStorage.setItem("pressmill-theme", theme);
  } catch {
    // Chosen for this time only.
  }
}

function setTheme(theme) {
  kTheme = theme;
  document.documentElement.dataset.theme = theme;
  const button = document.getElementById("theme");
  button.textContent = theme === "dark" ? "Light theme" : "Dark theme";
  for (const listener of kThemeListeners) listener();
}

function onTheme(listener) {
  kThemeListeners.push(listener);
}

function startTheme() {
  const dark = window.matchMedia("(prefers-color-scheme: dark)");
  let chosen = keptTheme() !== null;
  setTheme(keptTheme() || (dark.matches ? "dark" : "light"));
  dark.addEventListener("change", () => {
    if (!chosen) setTheme(dark.matches ? "dark" : "light");
  });
  document.getElementById("theme").addEventListener("click", () => {
    chosen = true;
    setTheme(kTheme === "dark" ? "light" : "dark");
    keepTheme(kTheme);
  });
  // Paper is white, and nobody opens there what is closed.
  let before = null;
  let opened = [];
  window.addEventListener("beforeprint", () => {
    before = kTheme;
    if (before !== "light") setTheme("light");
    opened = [...document.querySelectorAll("details.rest:not([open])")];
    for (const one of opened) one.open = true;
  });
  window.addEventListener("afterprint", () => {
    if (before && before !== kTheme) setTheme(before);
    for (const one of opened) one.open = false;
  });
}
