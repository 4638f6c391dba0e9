// What stands at the foot of pages, in English.

export const footEn = {
  about:
    "Write, choose and organise together, during the workshop and after. Free software, no account, no tracking: your data stays with whoever hosts you.",
  language: "Language",
  theme: "Display",
  themeAuto: "Like the device",
  themeLight: "Light",
  themeDark: "Dark",
};
