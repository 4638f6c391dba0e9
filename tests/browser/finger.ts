// A finger on a touch screen, as the browser gets it from the device.
import type { CDPSession } from "@playwright/test";
import type { Guest } from "./guest.ts";

type Point = { x: number; y: number };

export class Finger {
  private constructor(private readonly device: CDPSession) {}

  static async of(guest: Guest): Promise<Finger> {
    return new Finger(await guest.context.newCDPSession(guest.page));
  }

  async presses(at: Point): Promise<void> {
    await this.device.send("Input.dispatchTouchEvent", { type: "touchStart", touchPoints: [at] });
  }

  async slides(from: Point, to: Point): Promise<void> {
    for (let step = 1; step <= 10; step += 1) {
      const share = step / 10;
      const at = { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share };
      await this.device.send("Input.dispatchTouchEvent", { type: "touchMove", touchPoints: [at] });
    }
  }

  async lifts(): Promise<void> {
    await this.device.send("Input.dispatchTouchEvent", { type: "touchEnd", touchPoints: [] });
  }

  /** A swipe upwards over so many pixels, without resting first. */
  async swipesUp(from: Point, by: number): Promise<void> {
    await this.presses(from);
    await this.slides(from, { x: from.x, y: from.y - by });
    await this.lifts();
  }
}
