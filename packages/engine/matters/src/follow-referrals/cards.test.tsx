import { cleanup, fireEvent, render, screen, waitFor } from "@testing-library/preact";
import { afterEach, expect, test, vi } from "vitest";
import { addTexts, loadSession } from "@lianxin/web-kit";
import { zhCN } from "../messages/zh-CN.js";
import OwnReferralsCard from "./OwnReferralsCard.js";
import StuckReferralsCard from "./StuckReferralsCard.js";

addTexts({ "zh-CN": Object.fromEntries(Object.entries(zhCN).map(([key, text]) => [`matters.${key}`, text])) });
afterEach(cleanup);

/** A server that answers by the end of an address and keeps what was posted. */
function answering(answers: Readonly<Record<string, unknown>>): { readonly method: string; readonly address: string; readonly body: unknown }[] {
  const posted: { method: string; address: string; body: unknown }[] = [];
  vi.stubGlobal("fetch", (address: string, { method = "GET", body }: RequestInit = {}) => {
    if (method !== "GET") posted.push({ method, address, body: typeof body === "string" ? JSON.parse(body) : undefined });
    return Promise.resolve(new Response(JSON.stringify(Object.entries(answers).find(([end]) => address.endsWith(end))?.[1] ?? {})));
  });
  return posted;
}
async function signIn(...permissions: readonly string[]): Promise<void> {
  answering({ "": { account: { id: "a" }, person: { id: "p", name: "王秀珍" }, roles: [], permissions, language: "zh-CN" } });
  await loadSession();
}
const sent = {
  matterId: "m1",
  number: "2026-0001",
  title: "水沟异味",
  placeName: "柳树坡",
  unit: "县城管局",
  isLead: true,
  sentAt: "2026-10-13T00:30:00.000Z",
};

test("a unit takes what was sent to it right on today, and what it took leads to its report", async () => {
  const referrals = [
    { ...sent, id: "r1", state: "sent", lateDays: 5 },
    { ...sent, id: "r2", matterId: "m2", title: "路灯不亮", state: "accepted", lateDays: null },
  ];
  const posted = answering({ "/referrals/own": { referrals }, "/acceptance": { state: "accepted" } });
  const onCount = vi.fn();
  render(<OwnReferralsCard onCount={onCount} />);

  fireEvent.click(await screen.findByRole("button", { name: "接单 水沟异味" }));

  await waitFor(() => expect(posted.map(({ address }) => address.endsWith("/referrals/r1/acceptance"))).toEqual([true]));
  expect(screen.getByText("派了 5 天，没有接单")).toBeTruthy();
  expect(screen.getByRole("link", { name: "报结 路灯不亮" }).getAttribute("href")).toBe("/matters/m2");
  await waitFor(() => expect(onCount).toHaveBeenLastCalledWith(2, 1));
});

test("a person of no unit, and a unit with nothing, sees no card and has nothing counted", async () => {
  answering({ "/referrals/own": { referrals: [] } });
  const onCount = vi.fn();
  const { container } = render(<OwnReferralsCard onCount={onCount} />);

  await waitFor(() => expect(onCount).toHaveBeenCalledWith(0, 0));
  expect(container.textContent).toBe("");
});

test("the secretary sends out anew what was sent back, and records the word of who did not take it", async () => {
  await signIn("matters.refer");
  const returned = { ...sent, words: "日常养护非本单位" };
  const posted = answering({
    "/referrals/stuck": { returned: [returned], unaccepted: [{ ...sent, id: "r2", matterId: "m2", title: "路灯不亮", lateDays: 20 }] },
    "/organizations": { organizations: [{ id: "u2", name: "县住建局" }] },
    "/matters/m1/referrals": { state: "referred" },
  });
  const onCount = vi.fn();
  render(<StuckReferralsCard onCount={onCount} />);

  fireEvent.click(await screen.findByRole("button", { name: "派单 水沟异味" }));
  fireEvent.change(await screen.findByRole("combobox", { name: "牵头单位" }), { target: { value: "u2" } });
  fireEvent.click(screen.getAllByRole("button", { name: "派单" }).at(-1)!);

  await waitFor(() => expect(posted).toMatchObject([{ body: { units: [{ unitId: "u2", isLead: true }] } }]));
  expect(screen.getByText("日常养护非本单位")).toBeTruthy();
  expect(screen.getByText("派了 20 天，没有接单")).toBeTruthy();
  expect(screen.getByRole("link", { name: "记单位的回话 路灯不亮" }).getAttribute("href")).toBe("/matters/m2");
  await waitFor(() => expect(onCount).toHaveBeenLastCalledWith(2, 1));
});

test("who does not send out has no card of what stands still", async () => {
  await signIn("matters.see");
  const { container } = render(<StuckReferralsCard />);

  expect(container.textContent).toBe("");
});
