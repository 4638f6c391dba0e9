// What is said of who may make workshops and structures, in English.

export const creatorsEn = {
  code: "The host’s code",
  codeHint: "The person who hosts this server gives it to you.",
  nobody:
    "On this server, no workshops or organisations are made. To open one, ask the person who hosts it. What exists works as usual.",
};
