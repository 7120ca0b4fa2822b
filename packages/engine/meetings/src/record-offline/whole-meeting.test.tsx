import { startPlugin, type Running } from "@lianxin/testing";
import { cleanup, configure, fireEvent, render, screen, waitFor, within } from "@testing-library/preact";
import { LocationProvider, Route, Router } from "preact-iso";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { browserPorts } from "@lianxin/web-kit";
import { nameOfOrganization } from "../hold-meeting/known-names.js";
import MeetingPage from "../hold-meeting/MeetingPage.js";
import server from "../server.js";
import { aCouncil, councilPlugins, type Council } from "../test-council.js";
import { loadChinese, signIn } from "../test-pages.js";
import { aMeeting } from "../testing.js";

configure({ asyncUtilTimeout: 10_000 });
let council: Council<Running>;
let meetingId: string;
const network = { isUp: true };

/** The page talks to the real server, over a network that can go away. */
const overNetwork = async (address: string, { method = "GET", body }: RequestInit = {}): Promise<Response> => {
  if (!network.isUp) throw new TypeError("no network");
  const headers = { cookie: "secretary", "x-lianxin": "1", ...(body !== undefined && { "content-type": "application/json" }) };
  const answer = await council.app.app.http.inject({ method: method as "GET", url: address, headers, ...(typeof body === "string" && { payload: body }) });
  return new Response(answer.payload, { status: answer.statusCode });
};
const at = (time: string) => {
  council.app.ports.setTime(`2026-09-09T${time}`);
  browserPorts.now = () => Date.parse(council.app.ports.clock.now());
};
const { now } = browserPorts;

beforeEach(async () => {
  localStorage.clear();
  council = await aCouncil(await startPlugin(server, { with: councilPlugins }));
  meetingId = await aMeeting(council.app, { bodyId: council.bodyId, items: [{ matterId: council.matterId, minutes: 60 }], startsAt: "2026-09-09T15:00" });
  loadChinese();
  await signIn("meetings.see", "meetings.record", "meetings.checkIn", "meetings.chair");
  vi.stubGlobal("fetch", overNetwork);
  at("14:50");
  network.isUp = true;
});
afterEach(async () => {
  cleanup();
  browserPorts.now = now;
  await council.app.close();
});

function open() {
  history.replaceState(null, "", `/meetings/${meetingId}`);
  render(
    <LocationProvider>
      <Router>{[<Route key="meeting" path="/meetings/:id" component={MeetingPage} />]}</Router>
    </LocationProvider>,
  );
}
const press = async (name: string | RegExp) => fireEvent.click(await screen.findByRole("button", { name }));
type Scope = Pick<typeof screen, "getByLabelText" | "getByRole">;
const fill = (scope: Scope, label: string, value: string) => fireEvent.input(scope.getByLabelText(label), { target: { value } });
const formOf = (button: string): Scope => within(screen.getByRole("button", { name: button }).closest("form")!);

async function takePart(title: string, organization: string, person: string) {
  await press(`指定牵头 ${title}`);
  const part = within(screen.getByRole("heading", { name: title }).closest("article")!);
  fireEvent.change(part.getByLabelText("牵头单位"), { target: { value: council.organizations[organization] } });
  fill(part, "责任人", person);
  fireEvent.click(await part.findByRole("button", { name: person }));
  fill(part, "完成时限", "2026-09-20");
  fireEvent.click(part.getByRole("button", { name: "记下牵头" }));
  await part.findByText(new RegExp(`${person}，9月20日`));
}

async function openPart(title: string, standard: string) {
  await screen.findByRole("button", { name: "加一项任务" });
  fill(formOf("加一项任务"), "做什么", title);
  fill(formOf("加一项任务"), "怎样算办好", standard);
  await press("加一项任务");
  await screen.findByRole("heading", { name: title });
}

test("a whole meeting recorded without a network shows as it will be, and goes in a week later without one refusal", async () => {
  const names = Object.keys(council.people)
    .filter((name) => name !== "刘工")
    .slice(0, 16);
  open();
  await screen.findByRole("button", { name: `到 ${names[0]}` });
  await waitFor(() => expect(nameOfOrganization(council.organizations.物业!)).toBe("和平苑物业"));
  network.isUp = false;

  for (const name of names) {
    await press(`到 ${name}`);
    await screen.findByRole("button", { name: `离 ${name}` });
  }
  expect(screen.getByText(/16×3 ≥ 21×2/)).toBeTruthy();
  at("15:00");
  await press("宣布开会");
  await press(`离 ${names[15]}`);
  await screen.findByRole("button", { name: "提出动议" });
  fill(screen, "动议写什么", "按先拆除清理再砌筑重建推进");
  await press("提出动议");
  await screen.findByText("现在在场 15 人，以此为准。");
  fill(screen, "赞成这项动议", "14");
  fill(screen, "反对这项动议", "1");
  await press("记下票数");
  await screen.findByText("14 票赞成、1 票反对、0 票弃权。14×2 > 15，通过。");
  at("15:30");
  await openPart("拆除清运", "残墙拆完，过磅单齐全");
  at("15:31");
  await openPart("重建方案", "方案公示");
  await takePart("拆除清运", "物业", "吴琴");
  await takePart("重建方案", "业委会", "陈国强");
  at("16:20");
  await press("散会");
  fireEvent.click(within(screen.getByRole("dialog")).getByRole("button", { name: "散会" }));
  await waitFor(() => expect(screen.queryByRole("button", { name: "散会" })).toBeNull());

  network.isUp = true;
  council.app.ports.setTime("2026-09-16T09:00");
  window.dispatchEvent(new Event("online"));
  await waitFor(() => expect(screen.queryByText(/已记下/)).toBeNull());

  const refused = await council.app.call("GET /meetings/:meetingId/refused-commands", { params: { meetingId } });
  const { body } = await council.app.call("GET /meetings/:meetingId/room", { params: { meetingId } });
  expect(refused.body.commands).toEqual([]);
  expect(body).toMatchObject({ state: "minutes_draft", closedAt: "2026-09-09T08:20:00.000Z", quorum: { present: 15 } });
  expect(body.decisions).toMatchObject([{ text: "按先拆除清理再砌筑重建推进", arithmetic: "14×2 > 15" }]);
  expect(
    body.parts.map(({ title, owner }: { title: string; owner: { organization: string; person: string } }) => [title, owner.organization, owner.person]),
  ).toEqual([
    ["拆除清运", "和平苑物业", "吴琴"],
    ["重建方案", "和平苑业委会", "陈国强"],
  ]);
}, 120_000);
