import { cleanup, fireEvent, render, screen, waitFor } from "@testing-library/preact";
import { afterEach, beforeAll, expect, test, vi } from "vitest";
import { answering, loadChinese, signIn } from "../test-pages.js";
import StepsCard from "./StepsCard.js";
import StepsPage from "./StepsPage.js";

beforeAll(loadChinese);
afterEach(cleanup);

const step = (id: string, nameZh: string, state: string, kind = "gate") => ({
  id,
  kind,
  nameZh,
  nameEn: id,
  state,
  on: null,
  reason: null,
  note: "",
  votes: null,
  isVote: false,
  canBeTakenBack: false,
});
const chain = {
  ...{ id: "c1", title: "集体土地出租", matterId: "x1", decisionId: null, stoppedReason: null, nameZh: "四议两公开", nameEn: "Four talks" },
  ...{ citation: "农村基层组织工作条例第十九条", isVerified: false, isEffective: false, isComplete: false },
  takenBack: [{ nameZh: "党员大会审议", nameEn: "Review", doneOn: "2026-09-08", on: "2026-09-10", reason: "日期写错" }],
  steps: [step("propose", "村党组织提议", "next"), step("consult", "“两委”会商议", "later")],
};
const way = (placeId: string, placeName: string) => ({
  kind: "cn.four_talks",
  nameZh: "四议两公开",
  nameEn: "Four talks",
  placeId,
  placeName,
  bodyName: `${placeName}村民代表会议`,
});

function open(what: preact.ComponentChild, steps: object = { chain: null, ways: [way("v1", "大王庄")] }, chains: readonly object[] = [chain]) {
  const server = answering({
    "GET /meetings/chains": { chains },
    "GET /meetings/matters/x1/steps": steps,
    "GET /matters/matters": { matters: [{ id: "x1", number: "2026-0001", title: "集体土地出租" }] },
    "POST /meetings/chains/c1": chain,
    "POST /meetings/chains": { id: "c1" },
  });
  vi.stubGlobal("fetch", server.fetch);
  render(<>{what}</>);
  return server;
}
const written = (server: ReturnType<typeof open>) => server.asked.filter(({ method }) => method === "POST").map(({ address, body }) => [address, body]);

test("steps are started for a matter that waits, at the place of the body that decides it", async () => {
  await signIn("meetings.see", "meetings.convene");
  const server = open(<StepsPage />, { chain: null, ways: [way("v1", "大王庄"), way("t1", "城关镇")] });

  fireEvent.click(await screen.findByRole("button", { name: "加一件事" }));
  fireEvent.change(await screen.findByLabelText("什么事"), { target: { value: "x1" } });
  fireEvent.change(await screen.findByLabelText("在哪里走"), { target: { value: "1" } });
  fireEvent.click(screen.getByRole("button", { name: "开始走步骤" }));

  await waitFor(() =>
    expect(written(server)).toEqual([["/api/meetings/chains", { kind: "cn.four_talks", placeId: "t1", title: "集体土地出租", matterId: "x1" }]]),
  );
});

test("the page of a matter starts its steps, or says which one is next", async () => {
  await signIn("meetings.see", "meetings.convene");
  const server = open(<StepsCard matterId="x1" title="集体土地出租" />);
  fireEvent.click(await screen.findByRole("button", { name: "开始走步骤" }));
  await waitFor(() => expect(written(server)).toHaveLength(1));
  cleanup();

  open(<StepsCard matterId="x1" title="集体土地出租" />, { chain, ways: [] });

  expect(await screen.findByText(/下一步：村党组织提议/)).toBeTruthy();
});

test("where no villagers' body decides, a matter's page says nothing of steps", async () => {
  await signIn("meetings.see", "meetings.convene");
  const server = open(<StepsCard matterId="x1" title="停车" />, { chain: null, ways: [] });

  await waitFor(() => expect(server.asked).toHaveLength(1));
  expect(document.body.textContent).not.toContain("四议两公开");
});

test("a chain is stopped with a reason, and a gate left out by who sets up bodies", async () => {
  await signIn("meetings.see", "meetings.convene", "meetings.arrange");
  const server = open(<StepsPage />);

  fireEvent.input(await screen.findByLabelText(/为什么不再走/), { target: { value: "改由村民小组定" } });
  fireEvent.click(screen.getByRole("button", { name: "不再走这些步骤" }));
  fireEvent.input(screen.getByLabelText("为什么跳过"), { target: { value: "党员只有两人" } });
  fireEvent.click(screen.getByRole("button", { name: "跳过这一步" }));

  await waitFor(() =>
    expect(written(server)).toEqual([
      ["/api/meetings/chains/c1/stop", { reason: "改由村民小组定" }],
      ["/api/meetings/chains/c1/overrides", { step: "propose", reason: "党员只有两人" }],
    ]),
  );
});

test("a vote is written down with its figures, and a step written wrongly is taken back with a reason", async () => {
  await signIn("meetings.see", "meetings.convene");
  const steps = [
    { ...step("review", "党员大会审议", "done"), on: "2026-09-03", canBeTakenBack: true },
    { ...step("decide", "村民代表会议决议", "next"), isVote: true },
  ];
  const server = open(<StepsPage />, undefined, [{ ...chain, steps }]);
  expect(await screen.findByText(/收回了“党员大会审议”.*：日期写错/)).toBeTruthy();

  fireEvent.input(await screen.findByLabelText(/哪天办的/), { target: { value: "2026-09-04" } });
  for (const [name, value] of Object.entries({ "在哪、谁参加": "祠堂", 应到人数: "60", 到会人数: "41", 赞成: "38", 反对: "２", 弃权: "1" }))
    fireEvent.input(screen.getByLabelText(name), { target: { value } });
  fireEvent.click(screen.getByRole("button", { name: "记这一步" }));
  await waitFor(() => expect(written(server)).toHaveLength(1));
  fireEvent.input(screen.getByLabelText("为什么收回"), { target: { value: "日期写错" } });
  fireEvent.click(screen.getByRole("button", { name: "收回这一步" }));

  await waitFor(() =>
    expect(written(server)).toEqual([
      ["/api/meetings/chains/c1/steps", { step: "decide", doneOn: "2026-09-04", note: "祠堂", votes: { due: 60, attending: 41, yes: 38, no: 2, abstain: 1 } }],
      ["/api/meetings/chains/c1/withdrawals", { step: "review", reason: "日期写错" }],
    ]),
  );
});
