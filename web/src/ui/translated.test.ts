// @vitest-environment happy-dom
import { beforeEach, expect, test } from "vitest";
import { watchTranslations } from "./translated";

let page: HTMLElement;

beforeEach(() => {
  page = document.createElement("main");
  document.body.replaceChildren(page);
  watchTranslations(page);
});

const settles = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

function textIn(parent: Element, words: string): Text {
  const text = document.createTextNode(words);
  parent.append(text);
  return text;
}

function translation(html: string): Element {
  const place = document.createElement("template");
  place.innerHTML = html;
  const [font] = place.content.children;
  if (!font) throw new Error("there is no element in it");
  return font;
}

/** As Chrome's translator does. */
async function translates(text: Text): Promise<void> {
  text.replaceWith(translation(`<font><font>${text.data.toUpperCase()}</font></font>`));
  await settles();
}

test("a text that is written in again shows what it says", async () => {
  const text = textIn(page, "il vous reste 5");
  await translates(text);
  expect(page.textContent).toBe("IL VOUS RESTE 5");
  text.data = "il vous reste 4";
  await settles();
  expect(page.textContent).toBe("il vous reste 4");
  await translates(text);
  text.data = "il vous reste 3";
  await settles();
  expect(page.textContent).toBe("il vous reste 3");
});

test("a text that leaves takes its translation with it", async () => {
  const text = textIn(page, "hors ligne");
  await translates(text);
  text.remove();
  await settles();
  expect(page.childNodes).toHaveLength(0);
});

test("a text that moves says what it said", async () => {
  const list = document.createElement("p");
  page.append(list);
  const text = textIn(page, "Une carte");
  await translates(text);
  list.append(text);
  await settles();
  expect(page.innerHTML).toBe("<p>Une carte</p>");
});

test("a translation put in before the text is taken out is known too, and taken back as well", async () => {
  const text = textIn(page, "enregistré");
  const font = translation("<font>saved</font>");
  text.before(font);
  text.remove();
  await settles();
  font.replaceWith(text);
  await settles();
  expect(page.innerHTML).toBe("enregistré");
});

test("what the page takes out by itself stays out, and an editor is left alone", async () => {
  const text = textIn(page, "fini");
  text.remove();
  await settles();
  expect(page.textContent).toBe("");
  const editor = document.createElement("div");
  editor.setAttribute("contenteditable", "true");
  page.append(editor);
  const line = textIn(editor, "mot");
  await translates(line);
  expect(line.isConnected).toBe(false);
});
