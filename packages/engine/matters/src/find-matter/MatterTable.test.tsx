import { cleanup, render, screen } from "@testing-library/preact";
import { LocationProvider } from "preact-iso";
import { afterEach, expect, test } from "vitest";
import { addTexts } from "@lianxin/web-kit";
import { zhCN } from "../messages/zh-CN.js";
import { MatterTable } from "./MatterTable.js";

addTexts({ "zh-CN": Object.fromEntries(Object.entries(zhCN).map(([key, text]) => [`matters.${key}`, text])) });
afterEach(cleanup);

const row = (id: string) => ({
  ...{ id, number: `2026-000${id}`, title: `第 ${id} 件`, state: "referred", placeName: "和平苑", raisedOn: "2026-11-20", replyBy: null },
  ...{ reporterName: null, isReporterHidden: false, isWarned: false, isPersonal: false, isReplyLate: false, stuck: null },
});

test("a name that is kept from the reader reads otherwise than none, and what stands still with units says why", () => {
  const rows = [
    { ...row("1"), isReporterHidden: true },
    { ...row("2"), stuck: "returned" as const },
    { ...row("3"), stuck: "unaccepted" as const },
  ];
  render(
    <LocationProvider>
      <MatterTable label="办理中" rows={rows} empty="没有" />
    </LocationProvider>,
  );

  expect([screen.getAllByText("不显示").length, screen.getAllByText("不留名").length]).toEqual([1, 2]);
  expect(screen.getByText("已退单，要另派")).toBeTruthy();
  expect(screen.getByText("好几天没有接单")).toBeTruthy();
});
