import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, expect, test, vi } from "vitest";

const script = readFileSync(join(import.meta.dirname, "../public/boot.js"), "utf8");
const page = document.documentElement.dataset;
/** Runs the script as the browser does before the first paint. */
const open = (address: string) => {
  history.replaceState(null, "", address);
  new Function(script)();
};
beforeEach(() => {
  localStorage.clear();
  for (const name of Object.keys(page)) delete page[name];
  vi.stubGlobal("matchMedia", () => ({ matches: false }));
});

test("puts the remembered display on the page", () => {
  localStorage.setItem("lx.display", JSON.stringify({ mode: "elder", size: "2", contrast: "more", density: "compact", theme: "dark" }));

  open("/");

  expect({ ...page }).toEqual({ mode: "elder", elderSize: "2", contrast: "more", density: "compact", theme: "dark" });
});

test("turns a link with ?elder into the remembered choice and takes it out of the address", () => {
  open("/hello?elder&page=2#x");

  expect([page.mode, JSON.parse(localStorage.getItem("lx.display")!), location.pathname + location.search + location.hash]).toEqual([
    "elder",
    { mode: "elder" },
    "/hello?page=2#x",
  ]);
});

test("follows a system that asks for more contrast", () => {
  vi.stubGlobal("matchMedia", (query: string) => ({ matches: query === "(prefers-contrast: more)" }));

  open("/");

  expect({ ...page }).toEqual({ contrast: "more" });
});

test("opens all the same when what was remembered cannot be read", () => {
  localStorage.setItem("lx.display", "{broken");

  open("/");

  expect({ ...page }).toEqual({});
});
