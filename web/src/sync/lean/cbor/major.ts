// What the first byte of each thing in CBOR says.

/** In its upper three bits. */
export const MAJOR = {
  number: 0,
  negative: 1,
  bytes: 2,
  text: 3,
  list: 4,
  map: 5,
  tag: 6,
  simple: 7,
} as const;

/** In its other bits, of what is simple. */
export const SIMPLE = {
  false: 20,
  true: 21,
  null: 22,
  undefined: 23,
  float16: 25,
  float32: 26,
  float64: 27,
  break: 31,
} as const;
