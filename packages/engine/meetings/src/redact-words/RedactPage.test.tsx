import { cleanup, fireEvent, render, screen, within } from "@testing-library/preact";
import { LocationProvider, Route, Router } from "preact-iso";
import { afterEach, beforeAll, expect, test, vi } from "vitest";
import { answering, loadChinese, signIn } from "../test-pages.js";
import RedactMatterPage from "./RedactMatterPage.js";
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

test("on the page of a matter the words are looked for and taken out there, and what was taken out is listed", async () => {
  const taken: unknown[] = [];
  const server = answering({
    "GET /meetings/matters/a1/redactions": () => ({ redactions: taken }),
    "POST /meetings/matters/a1/word-search": () => ({ found: taken.length === 0 ? [{ kind: "matters", records: 2 }] : [], elsewhere: [] }),
    "POST /meetings/matters/a1/redactions": ({ reason }: { reason: string }) => {
      taken.push({ id: "r1", at: "2026-09-09T07:00:00.000Z", by: "王秀珍", reason, records: 2 });
      return { found: [{ kind: "matters", records: 2 }] };
    },
  });
  vi.stubGlobal("fetch", server.fetch);
  history.replaceState(null, "", "/meetings/matters/a1/redaction");
  render(
    <LocationProvider>
      <Router>{[<Route key="redact" path="/meetings/matters/:id/redaction" component={RedactMatterPage} />]}</Router>
    </LocationProvider>,
  );

  fireEvent.input(await screen.findByRole("textbox", { name: /要删去的字/ }), { target: { value: "19900001234" } });
  fireEvent.input(screen.getByRole("textbox", { name: /为什么删/ }), { target: { value: "本人要求" } });
  fireEvent.click(screen.getByRole("button", { name: "先看看在哪里" }));
  fireEvent.click(await screen.findByRole("button", { name: "删去" }));
  fireEvent.click(within(await screen.findByRole("dialog")).getByRole("button", { name: "删去" }));

  expect((await screen.findByText(/王秀珍，2 处：本人要求/)).tagName).toBe("LI");
  expect(server.asked.find(({ method, address }) => method === "POST" && address.endsWith("/redactions"))?.body).toEqual({
    words: "19900001234",
    reason: "本人要求",
  });
});
