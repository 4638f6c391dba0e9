// The pad alone on the screen: the browser's full screen where it has one, and in any case without what is around the pad.

export class FullScreen {
  isOn = $state(false);
  /** Whether the browser shows nothing else: then it leaves by itself, and tells. */
  #isNative = false;

  toggle(): void {
    if (this.isOn) this.close();
    else void this.#open();
  }

  /** Leaves; says whether there was something to leave. */
  close(): boolean {
    const wasOn = this.isOn;
    this.isOn = false;
    delete document.documentElement.dataset["full"];
    document.removeEventListener("fullscreenchange", this.#changed);
    if (this.#isNative && document.fullscreenElement) void document.exitFullscreen();
    this.#isNative = false;
    return wasOn;
  }

  async #open(): Promise<void> {
    this.isOn = true;
    document.documentElement.dataset["full"] = "";
    document.addEventListener("fullscreenchange", this.#changed);
    try {
      await document.documentElement.requestFullscreen();
      this.#isNative = true;
    } catch {
      // An iPhone has none, and others may refuse: the pad has the window then.
    }
    this.#closeIfLeft();
  }

  /** It may have been left before the browser was there. */
  #closeIfLeft(): void {
    if (!this.isOn) this.close();
  }

  readonly #changed = (): void => {
    if (!document.fullscreenElement) this.close();
  };
}
