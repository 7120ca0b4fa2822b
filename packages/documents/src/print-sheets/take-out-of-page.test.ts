import { expect, test } from "vitest";
import { takeOutOfPage } from "./take-out-of-page.js";

test("words are taken out of what a page says, not out of its tags and styles", () => {
  const page = `<style>table { color: red }</style><table class="table"><tr><td title="table">table &lt;3&gt; table</td></tr></table>`;

  expect(takeOutOfPage(page, "table", "〔已删去〕")).toBe(
    `<style>table { color: red }</style><table class="table"><tr><td title="table">〔已删去〕 &lt;3&gt; 〔已删去〕</td></tr></table>`,
  );
});

test("words with signs of markup are found as the page shows them", () => {
  expect(takeOutOfPage("<p>张三 &lt;z@example.org&gt; &amp; 李四</p>", "<z@example.org> &", "…")).toBe("<p>张三 … 李四</p>");
});
