import { expect, test } from "vitest";
import { decoded } from "./decode";

test("text is read, however it was written", () => {
  expect(decoded(new TextEncoder().encode("À faire"))).toBe("À faire");
  expect(decoded(new Uint8Array([0xef, 0xbb, 0xbf, 0xc3, 0x80]))).toBe("À");
  expect(decoded(new Uint8Array([0xff, 0xfe, 0xc0, 0x00]))).toBe("À");
  expect(decoded(new Uint8Array([0xfe, 0xff, 0x00, 0xc0]))).toBe("À");
  expect(decoded(new Uint8Array([0xc0, 0x20, 0x66]))).toBe("À f");
  expect(decoded(new Uint8Array())).toBe("");
});
