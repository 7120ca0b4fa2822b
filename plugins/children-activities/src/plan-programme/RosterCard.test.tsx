import { cleanup, render, screen, within } from "@testing-library/preact";
import { addTexts } from "@lianxin/web-kit";
import { afterEach, expect, test, vi } from "vitest";
import { zhCN } from "../messages/zh-CN.js";
import type { Plan } from "./PlanPage.js";
import { RosterCard } from "./RosterCard.js";

const adults = vi.hoisted(() => ({ value: [] as object[] }));
vi.mock("../api.js", async (original) => ({ ...(await original<object>()), api: async () => ({ adults: adults.value }) }));
vi.mock("@lianxin/web-kit", async (original) => ({ ...(await original<object>()), mayAnywhere: () => true }));
addTexts({ "zh-CN": Object.fromEntries(Object.entries(zhCN).map(([key, words]) => [`children-activities.${key}`, words])) });
afterEach(cleanup);

const adult = (name: string, more: object = {}) => ({
  ...{ id: name, name, vetting: "vetted", checkedUntil: "2027-12-31", trainedOn: "2027-01-05" },
  ...more,
});
const session = (heldOn: string, posts: object[]) => ({ id: heldOn, heldOn, state: "published", posts });
async function show(sessions: object[], people: object[]) {
  adults.value = people;
  render(<RosterCard plan={{ id: "p", sessions } as unknown as Plan} act={async () => undefined} />);
  await screen.findByText((people[0] as { name: string }).name);
  return (name: string) => within(screen.getByText(name).closest("li")!);
}

test("whoever left and stood in again is on duty on so many dates, not at so many duties", async () => {
  const row = await show(
    [
      session("2027-07-12", [
        { id: "a", adultId: "吴琴", state: "left" },
        { id: "b", adultId: "吴琴", state: "present" },
      ]),
      session("2027-07-13", [{ id: "c", adultId: "吴琴", state: "planned" }]),
    ],
    [adult("吴琴")],
  );

  expect(row("吴琴").getByText("2 场")).toBeTruthy();
});

test("who may not serve on a date is said before anybody is put on duty, and only who may serve on one is offered", async () => {
  const row = await show(
    [session("2027-07-12", []), session("2027-07-13", [])],
    [
      adult("吴琴"),
      adult("陈国强", { vetting: "expired", checkedUntil: "2027-07-04" }),
      adult("何志远", { vetting: "none", checkedUntil: null }),
      adult("赵文", { checkedUntil: "2027-07-12" }),
      adult("王芳", { trainedOn: null }),
    ],
  );
  const isOffered = (name: string) => row(name).queryByRole("button", { name: `排上 ${name}` }) !== null;

  expect(["吴琴", "陈国强", "何志远", "赵文", "王芳"].map(isOffered)).toEqual([true, false, false, true, false]);
  row("陈国强").getByText(/查询2027年7月4日.*到期了，重新查过才能排/);
  row("何志远").getByText("现在不能排");
  row("赵文").getByText("有 1 场查询管不到，排不上");
  row("王芳").getByText("没培训过，还不能排");
});
