// On phones: how much of the page the keyboard covers, so that the tools stay above it.

/** Keeps an element above the keyboard by the property `--keyboard`, in pixels. */
export function keepAboveKeyboard(element: HTMLElement): (() => void) | undefined {
  const seen = window.visualViewport;
  if (!seen) return undefined;
  const follow = (): void => {
    const covered = Math.max(0, window.innerHeight - seen.height - seen.offsetTop);
    element.style.setProperty("--keyboard", `${String(Math.round(covered))}px`);
  };
  follow();
  seen.addEventListener("resize", follow);
  seen.addEventListener("scroll", follow);
  return () => {
    seen.removeEventListener("resize", follow);
    seen.removeEventListener("scroll", follow);
  };
}
