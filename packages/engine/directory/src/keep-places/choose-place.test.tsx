import { cleanup, render, screen } from "@testing-library/preact";
import { LocationProvider } from "preact-iso";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { addTexts } from "@lianxin/web-kit";
import AddPersonPage from "../add-person/AddPersonPage.js";
import { GiveRoleDialog } from "../give-role/GiveRoleDialog.js";
import { zhCN } from "../messages/zh-CN.js";

addTexts({ "zh-CN": Object.fromEntries(Object.entries(zhCN).map(([key, text]) => [`directory.${key}`, text])) });
const place = (id: string, name: string, kind: string, parentId: string | null, more: object = {}) => ({
  ...{ id, name, kind, parentId, scheme: "main", code: null, households: null, closedOn: null, version: 1 },
  ...more,
});
/** As the server gives them: parents before children, brothers in any order. */
const places = [
  place("c", "示例县", "county", null),
  place("t2", "第02镇", "town", "c"),
  place("v22", "02村", "village", "t2"),
  place("v21", "01村", "village", "t2"),
  place("u", "工会网格", "grid", "c", { scheme: "labour_union" }),
  place("t1", "第01镇", "town", "c"),
  place("v1", "旧村", "village", "t1", { closedOn: "2026-01-01" }),
];
beforeEach(() => {
  vi.stubGlobal("fetch", (address: string) => Promise.resolve(Response.json(address.includes("/places") ? { places } : { organizations: [] })));
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});
const offered = async () => [...(await screen.findByLabelText<HTMLSelectElement>("地点")).options].map(({ text, value }) => `${value} ${text}`);
const tree = ["c 示例县", "t1 第01镇", "t2 第02镇", "v21 01村", "v22 02村"];

test("who is added is placed by the tree's order, the top chosen, and at no place that is closed", async () => {
  render(
    <LocationProvider>
      <AddPersonPage />
    </LocationProvider>,
  );

  expect((await offered()).map((one) => one.replaceAll("\u3000", ""))).toEqual(tree);
  expect(screen.getByLabelText<HTMLSelectElement>("地点").value).toBe("c");
});

test("a role is given at a place of the tree, in its order, or at one of another tree, which come last", async () => {
  render(<GiveRoleDialog person={{ id: "p1" } as never} isOpen onClose={() => undefined} onDone={async () => undefined} />);

  expect((await offered()).map((one) => one.replaceAll("\u3000", ""))).toEqual([...tree, "u 工会网格"]);
});
