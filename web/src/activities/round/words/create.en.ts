// What is said where a round is made, in English.
import type { CreateWords } from "../../kind";

export const createEn: CreateWords = {
  button: "New round",
  title: "Round title",
  example: "for instance Today’s weather",
  create: "Create the round",
  templates: {
    weather: "A weather report, from sunny to storm",
    faces: "Faces, from very well to badly",
    roti: "Was it worth the time? From 1 to 5 (ROTI)",
    "own-words": "Your own words",
  },
};
