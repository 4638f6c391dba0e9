// Light or dark: as the device, or as chosen here.

export type Theme = "auto" | "light" | "dark";

const KEY = "atelier-theme";

let chosen = $state<Theme>(remembered());

export function theme(): Theme {
  return chosen;
}

export function choose(theme: Theme): void {
  chosen = theme;
  try {
    localStorage.setItem(KEY, theme);
  } catch {
    // A browser that keeps nothing still shows what was chosen until the page closes.
  }
  applyTheme();
}

export function applyTheme(): void {
  const root = document.documentElement;
  if (chosen === "auto") delete root.dataset["theme"];
  else root.dataset["theme"] = chosen;
}

function remembered(): Theme {
  try {
    const kept = localStorage.getItem(KEY);
    return kept === "light" || kept === "dark" ? kept : "auto";
  } catch {
    return "auto";
  }
}
