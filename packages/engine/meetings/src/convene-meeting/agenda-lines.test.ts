import { expect, test } from "vitest";
import { addLine, agendaOf, changeLine, countMinutes, mayGoUnder, moveLine, offerLines, takeUpLines } from "./agenda-lines.js";

const offered = offerLines({
  parts: [{ id: "p", title: "凉亭座椅修理" }],
  matters: [
    { id: "m", title: "挡土墙" },
    { id: "n", title: "停车" },
  ],
});

test("unfinished promises come ticked first, matters wait for a tick", () => {
  expect(offered.map(({ key, isTicked }) => [key, isTicked])).toEqual([
    ["p", true],
    ["m", false],
    ["n", false],
  ]);
});

test("only what is ticked is sent, with its minutes, and a title of one's own comes last", () => {
  const lines = changeLine(changeLine(offered, "n", { isTicked: true, minutes: 20 }), "p", { isTicked: false });

  const agenda = agendaOf(lines, " 通报 ");

  expect(agenda).toEqual([
    { matterId: "n", minutes: 20 },
    { title: "通报", minutes: 15 },
  ]);
  expect(countMinutes(agenda)).toBe(35);
});

test("a line that stands under another is sent with the index of that one, whatever is not ticked between them", () => {
  const lines = changeLine(changeLine(addLine(offered, "停车怎么管"), "n", { isTicked: true }), "m", { isTicked: false });
  const ordered = moveLine(lines, "own 停车怎么管", -1);

  const agenda = agendaOf(changeLine(ordered, "n", { isUnder: true }), "");

  expect(agenda).toEqual([
    { partId: "p", minutes: 10 },
    { title: "停车怎么管", minutes: 15 },
    { matterId: "n", minutes: 30, under: 1 },
  ]);
});

test("the first ticked line has nothing to stand under, and a line at an end does not move past it", () => {
  expect([mayGoUnder(offered, "p"), mayGoUnder(offered, "m"), mayGoUnder(offered, "nobody")]).toEqual([false, true, false]);
  expect([moveLine(offered, "p", -1), moveLine(offered, "n", 1), addLine(addLine(offered, "通报"), "通报").length]).toEqual([offered, offered, 4]);
});

test("of more promises than one agenda takes the first come ticked, one fewer when a matter brought one here", () => {
  const parts = Array.from({ length: 61 }, (_, i) => ({ id: `p${i}`, title: `第 ${i} 件` }));
  const matters = [{ id: "m", title: "挡土墙" }];
  const ticked = (cameFor?: string) => agendaOf(offerLines({ parts, matters }, cameFor), "").length;

  expect([ticked(), ticked("m"), offerLines({ parts, matters }).find(({ isTicked }) => !isTicked)!.key]).toEqual([60, 60, "p60"]);
});

test("a draft's own lines stay in their order, ticked and nested, and what is on it is not offered twice", () => {
  const items = [
    { id: "i1", title: "挡土墙", minutes: 30, matterId: "m", partId: "p", depth: 0 },
    { id: "i2", title: "谁出钱", minutes: 15, matterId: null, partId: null, depth: 1 },
  ];
  const lines = takeUpLines(items, { parts: [{ id: "p", title: "挡土墙" }], matters: [{ id: "n", title: "停车" }] });

  expect(lines.map(({ title, isTicked, isUnder }) => [title, isTicked, isUnder])).toEqual([
    ["挡土墙", true, false],
    ["谁出钱", true, true],
    ["停车", false, false],
  ]);
  expect(agendaOf(lines, "")).toEqual([
    { matterId: "m", minutes: 30 },
    { title: "谁出钱", minutes: 15, under: 0 },
  ]);
});
