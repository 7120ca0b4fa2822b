import { afterEach, expect, test, vi } from "vitest";
import { display, setDisplay } from "./display.js";

const page = document.documentElement.dataset;
afterEach(() => {
  vi.restoreAllMocks();
  setDisplay({ theme: undefined, mode: undefined, size: undefined, contrast: undefined, density: undefined });
});

test("puts each choice on the page at once and remembers it on the device", () => {
  setDisplay({ mode: "elder", size: "2" });
  setDisplay({ contrast: "more" });

  expect({ ...page }).toMatchObject({ mode: "elder", elderSize: "2", contrast: "more" });
  expect(JSON.parse(localStorage.getItem("lx.display")!)).toEqual({ mode: "elder", size: "2", contrast: "more" });
});

test("takes a choice back", () => {
  setDisplay({ theme: "dark" });

  setDisplay({ theme: undefined });

  expect([page.theme, display.value]).toEqual([undefined, {}]);
});

test("shows the choice where nothing can be remembered", () => {
  vi.spyOn(Storage.prototype, "setItem").mockImplementation(() => {
    throw new DOMException("full", "QuotaExceededError");
  });

  setDisplay({ density: "compact" });

  expect(page.density).toBe("compact");
});
