import { cleanup, render, screen } from "@testing-library/preact";
import { LocationProvider, Route, Router } from "preact-iso";
import { afterEach, beforeAll, expect, test, vi } from "vitest";
import { answering, loadChinese, signIn } from "../test-pages.js";
import PlanPage from "./PlanPage.js";

beforeAll(loadChinese);
afterEach(cleanup);

const spot = (day: string) => ({ startsAt: `2026-09-${day}T07:00:00.000Z`, endsAt: `2026-09-${day}T08:00:00.000Z`, venueId: null });
const entry = (meetingId: string, day: string) => ({
  ...{ meetingId, title: `议事会${meetingId}`, state: "draft", present: 3, members: 3, need: 2, postBy: null, broken: [], place: spot(day), was: null },
});
const plan = {
  ...{ id: "p1", kind: "month", state: "ready", fromOn: "2026-09-07", untilOn: "2026-09-18", appliedAt: null, total: 2, isWorking: false },
  ...{ share: 1, placed: 2, done: 0, skipped: 0, halted: null, error: null, venues: [], entries: [entry("a", "08"), entry("b", "09")], fixed: [] },
};

async function open(more: object): Promise<void> {
  await signIn("meetings.convene");
  vi.stubGlobal("fetch", answering({ "GET /meetings/plans/p1": { ...plan, ...more } }).fetch);
  history.replaceState(null, "", "/meetings/plans/p1");
  render(
    <LocationProvider>
      <Router>{[<Route key="plan" path="/meetings/plans/:planId" component={PlanPage} />]}</Router>
    </LocationProvider>,
  );
  await screen.findByRole("button", { name: /个会/ });
}

test("a plan whose use ended half way says how many have their time, and offers to be used again", async () => {
  await open({ halted: 1 });

  expect(screen.getByText("上次用到一半停了：1 个会已经定了时间，1 个还没有。可以再用一次，定过的不会再动。")).toBeTruthy();
});

test("a plan that nobody has used yet says nothing of it", async () => {
  await open({});

  expect(screen.queryByText(/用到一半停了/)).toBe(null);
});
