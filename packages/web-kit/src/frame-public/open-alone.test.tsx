import { cleanup, fireEvent, screen } from "@testing-library/preact";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { t } from "@lianxin/web-kit";
import { openAlone } from "./open-alone.js";

const asked: string[] = [];
let comes = true;
beforeEach(() => {
  asked.length = 0;
  comes = true;
  document.body.innerHTML = '<div id="app"><div class="frame-public"><main><h1>扮靓周四</h1></main></div></div>';
  vi.stubGlobal("fetch", (address: string) => {
    asked.push(address);
    const texts = { "hello.words": address.includes("/en/") ? "Good morning" : "早上好" };
    return Promise.resolve(comes ? new Response(JSON.stringify(texts)) : new Response("", { status: 500 }));
  });
});
afterEach(() => {
  cleanup();
  document.body.innerHTML = "";
});
const Page = () => <p>{t("hello.words")}</p>;

test("takes over the heading that stood in the page, with the texts of its plugin alone", async () => {
  await openAlone(Page, "hello");

  expect(screen.getByText("早上好").closest("main")?.id).toBe("main");
  expect(screen.queryByRole("heading")).toBeNull();
  expect(document.querySelectorAll("main")).toHaveLength(1);
  expect(asked).toEqual(["/_m/messages/zh-CN/hello.json"]);
});

test("changes the language in place", async () => {
  await openAlone(Page, "hello");

  fireEvent.click(screen.getByRole("button", { name: "English" }));

  await screen.findByText("Good morning");
  expect(screen.getByText("Skip to the content")).toBeTruthy();
  fireEvent.click(screen.getByRole("button", { name: "中文" }));
  await screen.findByText("早上好");
});

test("says so when its texts did not come, with a way to try again", async () => {
  comes = false;

  await openAlone(Page, "elsewhere");

  expect(screen.getByRole("heading", { name: "这一页没有取到" })).toBeTruthy();
  expect(screen.getByRole("button", { name: "重新打开" })).toBeTruthy();
});
