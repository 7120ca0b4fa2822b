import { render, screen } from "@testing-library/preact";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { ownTexts } from "./own-texts.js";
import { addTexts, chosenLanguage, language, loadTexts, setLanguage, t } from "./texts.js";

const answers: Record<string, () => Response> = {
  "/_m/messages/zh-CN.json": () => new Response(JSON.stringify({ "hello.greeted": "{name}，早上好" })),
  "/_m/messages/en.json": () => new Response(JSON.stringify({ "hello.greeted": "Good morning, {name}" })),
};
const asked = vi.fn((address: string) => Promise.resolve(answers[address]!()));
beforeEach(() => vi.stubGlobal("fetch", asked));
afterEach(() => setLanguage("zh-CN"));

test("has every text of its own in both languages, with the same params", () => {
  const paramsOf = (text: string) => (text.match(/\{\w+\}/g) ?? []).sort();

  for (const [key, text] of Object.entries(ownTexts["zh-CN"]))
    expect([key, paramsOf(ownTexts.en[key as keyof typeof ownTexts.en])]).toEqual([key, paramsOf(text)]);
  expect(Object.keys(ownTexts.en)).toEqual(Object.keys(ownTexts["zh-CN"]));
});

test("fills in params and shows an unknown key as it is", () => {
  addTexts({ "zh-CN": { "x.count": "{count} 件，{missing}" } });

  expect(t("x.count", { count: 3 })).toBe("3 件，{missing}");
  expect(t("x.nothing")).toBe("x.nothing");
});

test("redraws what is on the page in the other language, once its texts are here", async () => {
  await setLanguage("zh-CN");
  const Greeting = () => <p>{t("hello.greeted", { name: "何志远" })}</p>;
  render(<Greeting />);
  expect(screen.getByText("何志远，早上好")).toBeTruthy();

  await setLanguage("en");

  expect(await screen.findByText("Good morning, 何志远")).toBeTruthy();
  expect([document.documentElement.lang, language.value, chosenLanguage()]).toEqual(["en", "en", "en"]);
});

test("asks for a language's texts once, and again after a failure", async () => {
  asked.mockClear();
  const usual = answers["/_m/messages/en.json"]!;
  vi.resetModules();
  const fresh = await import("./texts.js");
  answers["/_m/messages/en.json"] = () => new Response("", { status: 503 });
  await expect(fresh.loadTexts("en")).rejects.toThrow("503");
  answers["/_m/messages/en.json"] = usual;

  await Promise.all([fresh.loadTexts("en"), fresh.loadTexts("en")]);

  expect(asked).toHaveBeenCalledTimes(2);
  await loadTexts("zh-CN");
});

test("asks for one plugin's texts alone on its public pages, and for nothing more once all are here", async () => {
  asked.mockClear();
  vi.resetModules();
  const fresh = await import("./texts.js");
  answers["/_m/messages/zh-CN/hello.json"] = answers["/_m/messages/zh-CN.json"]!;

  await fresh.setLanguage("zh-CN", "hello");
  await fresh.loadTexts("zh-CN");
  await fresh.loadTexts("zh-CN", "other");

  expect(asked.mock.calls.map(([address]) => address)).toEqual(["/_m/messages/zh-CN/hello.json", "/_m/messages/zh-CN.json"]);
});
