import { cleanup, fireEvent, render, screen, waitFor, within } from "@testing-library/preact";
import { LocationProvider } from "preact-iso";
import { afterEach, beforeAll, expect, test, vi } from "vitest";
import type { Draft } from "../api.js";
import { answering, loadChinese } from "../test-pages.js";
import { TimeStep } from "./TimeStep.js";

beforeAll(loadChinese);
afterEach(cleanup);

const draft = { id: "m1", title: "莲心议事会", members: 21, need: 14, items: [{ title: "挡土墙" }], venueName: null } as unknown as Draft;
const aSlot = (startsAt: string, endsAt: string, present: number) => ({
  ...{
    startsAt,
    endsAt,
    venueId: "v1",
    venueName: "二楼议事厅",
    venueSeats: 40,
    otherVenueIds: [],
    present,
    members: 21,
    need: 14,
    postBy: "2026-09-05",
    absent: [],
  },
  reasons: [
    { holds: true, text: `能到 ${present} 人，比法定多 ${present - 14} 人` },
    { holds: false, text: "3 人来不了：周兰（上班）" },
  ],
  costs: [
    { level: "medium", text: "有表决权的人来不了", cost: 3 },
    { level: "soft", text: "场地空座", cost: 18 },
  ],
});
const hours = [
  { day: "2026-09-07", time: "15:00", count: 19, state: "late" },
  { day: "2026-09-08", time: "15:00", count: 12, state: "few" },
  { day: "2026-09-09", time: "15:00", count: 18, state: "open" },
];
const found = {
  need: 14,
  members: 21,
  slots: [aSlot("2026-09-09T07:00:00.000Z", "2026-09-09T08:30:00.000Z", 18), aSlot("2026-09-10T11:30:00.000Z", "2026-09-10T13:00:00.000Z", 17)],
  hours,
  blocking: [],
  relax: [],
  unloadedYears: [],
};

function open(slots: object) {
  const server = answering({
    "POST /meetings/meetings/m1/slots": slots,
    "PUT /meetings/meetings/m1/slot": { startsAt: "", endsAt: "", venueName: "", postBy: null, isLate: false },
  });
  vi.stubGlobal("fetch", server.fetch);
  history.replaceState(null, "", "/meetings/m1/prepare?step=time");
  render(
    <LocationProvider>
      <TimeStep draft={draft} reload={async () => {}} />
    </LocationProvider>,
  );
  return server;
}

test("the best slot is chosen first, with its reasons, a tick for each seat and a line at the quorum", async () => {
  open(found);

  const first = (await screen.findAllByRole("radio"))[0]!;

  const card = first.closest("li")!;
  expect((first as HTMLInputElement).checked).toBe(true);
  expect(card.textContent).toContain("9月9日（周三） 15:00–16:30");
  expect(card.textContent).toContain("最合适");
  expect([
    card.querySelectorAll(".convene-ticks i").length,
    card.querySelectorAll('.convene-ticks i[data-filled="true"]').length,
    card.querySelectorAll('.convene-ticks i[data-line="true"]').length,
  ]).toEqual([21, 18, 1]);
  expect(within(card).getByRole("table").textContent).toContain("有表决权的人来不了人3");
});

test("another slot is kept with its time and room when it is chosen", async () => {
  const server = open(found);

  fireEvent.click((await screen.findAllByRole("radio"))[1]!);
  fireEvent.click(screen.getByRole("button", { name: "下一步：写通知" }));

  await waitFor(() => expect(server.asked.at(-1)).toMatchObject({ method: "PUT", body: { startsAt: "2026-09-10T19:30", venueId: "v1" } }));
});

test("the table says by word how many can come, and where it is too late nothing can be chosen", async () => {
  open(found);

  const enough = await screen.findByRole("button", { name: "9月9日（周三） 15:00：能到 18 人，要 14 人，人够，能开" });

  expect(enough.getAttribute("aria-pressed")).toBe("true");
  expect(screen.getByRole("img", { name: "9月7日（周一） 15:00：能到 19 人，要 14 人，公告来不及" })).toBeTruthy();
  expect(screen.queryByRole("button", { name: /9月7日/ })).toBeNull();
});

test("when nothing fits it says what blocks, and trying a way asks again without that rule", async () => {
  const rule = { kind: "role", id: "party1", text: "“社区”要有人到" };
  const server = open({
    ...found,
    slots: [],
    blocking: [rule],
    relax: [{ rules: [rule], startsAt: "2026-09-08T06:30:00.000Z", endsAt: "2026-09-08T08:00:00.000Z", venueId: "v1" }],
  });

  const warning = await screen.findByRole("alert");
  fireEvent.click(screen.getByRole("button", { name: "试试" }));

  expect(warning.textContent).toContain("“社区”要有人到");
  expect(screen.getByText(/9月8日（周二） 14:30–16:00 就能开/)).toBeTruthy();
  await waitFor(() => expect(server.asked.at(-1)?.body.waivedPartyIds).toEqual(["party1"]));
});

test("over the end of a month the heads of the days name the month where it begins, and are short between", async () => {
  const days = ["2026-11-29", "2026-11-30", "2026-12-01", "2026-12-02"];
  open({ ...found, slots: [], hours: days.map((day) => ({ day, time: "15:00", count: 3, state: "few" })) });

  const heads = (await screen.findAllByRole("columnheader")).map(({ lastElementChild }) => lastElementChild?.textContent);

  expect(heads.slice(1)).toEqual(["11/29", "30", "12/1", "2"]);
});
