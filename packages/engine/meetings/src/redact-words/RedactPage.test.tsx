import { cleanup, fireEvent, render, screen } from "@testing-library/preact";
import { LocationProvider, Route, Router } from "preact-iso";
import { afterEach, beforeAll, expect, test, vi } from "vitest";
import { answering, loadChinese, signIn } from "../test-pages.js";
import RedactPage from "./RedactPage.js";

beforeAll(async () => {
  loadChinese();
  await signIn("meetings.publish");
});
afterEach(cleanup);

test("where the words stand is shown before they go, with the other meetings that have them on their own pages", async () => {
  const server = answering({
    "GET /meetings/meetings/m1/redactions": { redactions: [] },
    "POST /meetings/meetings/m1/word-search": { found: [{ kind: "minutes", records: 2 }], elsewhere: [{ id: "m2", title: "十月议事会", startsAt: null }] },
    "POST /meetings/meetings/m1/redactions": { found: [{ kind: "minutes", records: 2 }] },
  });
  vi.stubGlobal("fetch", server.fetch);
  history.replaceState(null, "", "/meetings/m1/redaction");
  render(
    <LocationProvider>
      <Router>{[<Route key="redact" path="/meetings/:id/redaction" component={RedactPage} />]}</Router>
    </LocationProvider>,
  );

  fireEvent.input(await screen.findByRole("textbox", { name: /要删去的字/ }), { target: { value: "19900001234" } });
  fireEvent.input(screen.getByRole("textbox", { name: /为什么删/ }), { target: { value: "本人要求" } });
  fireEvent.click(screen.getByRole("button", { name: "先看看在哪里" }));

  expect((await screen.findByText(/纪要 2 处/)).tagName).toBe("LI");
  expect(screen.getByRole("link", { name: "十月议事会" }).getAttribute("href")).toBe("/meetings/m2/redaction");
});
