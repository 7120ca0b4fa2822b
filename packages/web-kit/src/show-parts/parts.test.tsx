import { cleanup, fireEvent, render, screen } from "@testing-library/preact";
import { afterEach, expect, test, vi } from "vitest";
import { ButtonLink } from "./Button.js";
import { Card } from "./Card.js";
import { Chips } from "./Chips.js";
import { Meta } from "./Meta.js";
import { PageHead } from "./PageHead.js";
import { Status, statusIcons, type StatusKind } from "./Status.js";
import { StepIndicator } from "./StepIndicator.js";
import { SummaryList } from "./SummaryList.js";
import { Tabs } from "./Tabs.js";
import { TaskList } from "./TaskList.js";

afterEach(cleanup);

test("says each status in words, its icon hidden from readers", () => {
  const { container } = render(
    <>
      {(Object.keys(statusIcons) as StatusKind[]).map((kind) => (
        <Status key={kind} kind={kind} />
      ))}
      <Status kind="late" word="超期 2 天" />
    </>,
  );

  expect([...container.querySelectorAll(".lx-status")].map((status) => status.textContent)).toEqual([
    "未启动",
    "推进中",
    "快到期",
    "已超期",
    "待核验",
    "暂缓",
    "已销号",
    "无主",
    "超期 2 天",
  ]);
  expect([...container.querySelectorAll("svg")].every((icon) => icon.getAttribute("aria-hidden") === "true")).toBe(true);
});

test("shows facts without the empty ones", () => {
  const { container } = render(
    <Meta>
      物业公司{false}
      {undefined}
      <b>已提醒 1 次</b>
    </Meta>,
  );

  expect([...container.querySelectorAll(".lx-meta > span")].map((fact) => fact.textContent)).toEqual(["物业公司", "已提醒 1 次"]);
});

test("tells readers which step one is at and which are done", () => {
  render(<StepIndicator label="召集步骤，" at={1} steps={[{ label: "议题", href: "/a" }, { label: "参加方" }, { label: "发布", href: "/c" }]} />);

  expect(screen.getByRole("navigation", { name: "召集步骤，第 2 步，共 3 步" })).toBeTruthy();
  expect(screen.getAllByRole("listitem").map((step) => [step.getAttribute("aria-current"), step.textContent!.replace(/\s/g, "")])).toEqual([
    [null, "1.议题已完成"],
    ["step", "2.参加方当前步骤"],
    [null, "3.发布未开始"],
  ]);
  expect(screen.getAllByRole("link")).toHaveLength(1);
});

test("names what each change link changes", () => {
  render(<SummaryList rows={[{ label: "牵头", value: "物业公司", change: { word: "改", href: "/x" } }]} />);

  expect(screen.getByRole("link", { name: /^改\s?牵头$/ }).getAttribute("href")).toBe("/x");
});

test("marks the chosen chip and the page shown", () => {
  const onChoose = vi.fn();
  const options = [
    { value: "all", label: "全部", count: 7 },
    { value: "late", label: "超期" },
  ] as const;
  render(
    <>
      <Chips label="只看" options={options} chosen="all" onChoose={onChoose} />
      <Tabs
        label="几面"
        here="/b"
        tabs={[
          { href: "/a", label: "甲" },
          { href: "/b", label: "乙", count: 0 },
        ]}
      />
    </>,
  );

  fireEvent.click(screen.getByRole("button", { name: "超期" }));

  expect(screen.getByRole("button", { name: /全部/ }).getAttribute("aria-pressed")).toBe("true");
  expect(onChoose).toHaveBeenCalledWith("late");
  expect(screen.getByRole("link", { name: /乙/ }).getAttribute("aria-current")).toBe("page");
});

test("names the tab after the page's heading", () => {
  render(<PageHead title="哪个时间开？" note="应到 21 人" />);

  expect(screen.getByRole("heading", { level: 1 }).textContent).toBe("哪个时间开？");
  expect(document.title).toBe("哪个时间开？ - 莲心");
});

test("ends each task in its verb and names cards as regions", () => {
  const task = {
    id: "1",
    status: { kind: "late" as const },
    title: "化粪池清掏",
    href: "/c/1",
    why: ["物业公司", "已提醒 1 次"],
    act: <ButtonLink href="/c/1/urge">催办</ButtonLink>,
  };
  render(
    <Card title="要你办的" isFlush>
      <TaskList tasks={[task]} />
    </Card>,
  );

  expect(screen.getByRole("region", { name: "要你办的" })).toBeTruthy();
  expect(screen.getByRole("heading", { level: 3 }).textContent).toBe("化粪池清掏");
  expect(screen.getAllByRole("link").map((link) => link.getAttribute("href"))).toEqual(["/c/1", "/c/1/urge"]);
});
