// The sentences about pictures, in English.
import type { imagesFr } from "./fr";

export const imagesEn: typeof imagesFr = {
  image: "Image",
  decorative: "Decorative image",
  caption: "Caption",
  describe: (n) => (n > 1 ? "Describe these images" : "Describe the image"),
  redescribe: "Change the description",
  why: "A few words for people who do not see the image, and for when it does not show. Leave it empty if the image only decorates.",
  shows: (n) => (n > 0 ? `What image ${String(n)} shows` : "What the image shows"),
  hint: "for example: the plan of the room, with the entrance on the left",
  keep: "Save",
  sizes: { small: "Small", medium: "Medium", full: "Full width" },
  enlarge: "Enlarge",
  remove: "Remove the image",
  sending: "Sending the image…",
  waiting: "The image is kept on this device. It leaves when the network is back.",
  again: "Try again",
  cancel: "Cancel",
  missing: "This image has not arrived yet, or was deleted.",
  notHere: "This image is not on this device. It shows when the network is back.",
  empty: "This file is empty.",
  svg: "A pad shows no SVG drawings. Save this one as a PNG and try again.",
  tooLarge: "This image is too large: at most 12 MB. Make it smaller and try again.",
  heic: "This browser cannot read HEIC or AVIF photos. Save it as a JPEG, or take a screenshot of it. On an iPhone: Settings, Camera, Formats, “Most Compatible”.",
  unknown: "This file is no image that a pad can show. Take a PNG, JPEG, WebP or GIF image.",
};
