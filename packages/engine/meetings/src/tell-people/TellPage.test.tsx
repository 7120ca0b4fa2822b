import { cleanup, fireEvent, render, screen } from "@testing-library/preact";
import { LocationProvider, Route, Router } from "preact-iso";
import { afterEach, beforeAll, expect, test, vi } from "vitest";
import { loadChinese, signIn } from "../test-pages.js";
import TellPage from "./TellPage.js";

beforeAll(async () => {
  loadChinese();
  await signIn("meetings.convene", "meetings.see");
});
afterEach(cleanup);

const person = { inviteeId: "i1", name: "何志远", partyName: "居民代表", toldBy: null, toldOn: null, rsvp: "unanswered", hasMail: false, isMailed: false };

function open(whole: string) {
  const asked: boolean[] = [];
  vi.stubGlobal("fetch", (_address: string, init: RequestInit = {}) => {
    const isAsked = new Headers(init.headers).has("x-show");
    asked.push(isAsked);
    return Promise.resolve(new Response(JSON.stringify({ people: [{ ...person, phone: isAsked ? whole : "199****0001" }], told: 0, expected: 1 })));
  });
  history.replaceState(null, "", "/meetings/m1/tell");
  render(
    <LocationProvider>
      <Router>{[<Route key="tell" path="/meetings/:id/tell" component={TellPage} />]}</Router>
    </LocationProvider>,
  );
  return asked;
}

test("numbers are masked until they are asked for, and then a press dials", async () => {
  const asked = open("199 0000 0001");
  await screen.findByText("199****0001");

  fireEvent.click(screen.getByRole("button", { name: "显示电话（会留记录）" }));

  expect((await screen.findByRole("link", { name: "199 0000 0001" })).getAttribute("href")).toBe("tel:19900000001");
  expect(asked).toEqual([false, true]);
});

test("who may not see whole numbers is told whom to ask", async () => {
  open("199****0001");

  fireEvent.click(await screen.findByRole("button", { name: "显示电话（会留记录）" }));

  expect((await screen.findByText(/没有看全号的权限/)).tagName).toBe("P");
  expect(screen.queryByRole("link", { name: /199/ })).toBeNull();
});
