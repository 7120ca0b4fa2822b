import { cleanup, fireEvent, render, screen, waitFor } from "@testing-library/preact";
import { afterEach, expect, test, vi } from "vitest";
import { addTexts } from "@lianxin/web-kit";
import { zhCN } from "../messages/zh-CN.js";
import { LinkAll } from "./LinkAll.js";

addTexts({ "zh-CN": Object.fromEntries(Object.entries(zhCN).map(([key, text]) => [`elder-pairing.${key}`, text])) });
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

test("who has a cadre's name alone is shown with where they live, linked by a press of their own, and offered to no second cadre then", async () => {
  const sent: [string, unknown][] = [];
  const people = [{ personId: "p1", place: "河口村", distinction: "3栋" }];
  const unsure = [
    { id: "c1", name: "刘敏", unit: "县财政局", people: [...people, { personId: "p2", place: "柳树坡村", distinction: "" }] },
    { id: "c2", name: "刘敏", unit: "县医院", people },
  ];
  vi.stubGlobal("fetch", (url: string, { method, body }: { method: string; body?: string }) => {
    sent.push([`${method} ${url}`, body && JSON.parse(body)]);
    return Promise.resolve(new Response(JSON.stringify(method === "POST" ? { linked: 2, unsure, missing: ["陈芳"] } : {})));
  });
  render(<LinkAll placeId="p0" onDone={async () => undefined} />);
  fireEvent.click(screen.getByRole("button", { name: "按姓名和电话对应全部账号" }));
  await screen.findByText("只有姓名一致的（2）");
  expect(document.body.textContent).toContain("姓名和电话都一致的，对应了 2 位");
  expect(sent.length).toBe(1);

  fireEvent.click(screen.getAllByRole("button", { name: "就是这位 刘敏 3栋 河口村" })[0]!);
  await waitFor(() => expect(sent[1]).toEqual(["PUT /api/elder-pairing/cadres/c1/person", { personId: "p1" }]));
  await waitFor(() => expect(screen.queryAllByRole("button", { name: /就是这位/ })).toEqual([]));
});
