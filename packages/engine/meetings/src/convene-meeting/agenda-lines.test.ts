import { expect, test } from "vitest";
import { agendaOf, changeLine, countMinutes, offerLines } from "./agenda-lines.js";

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
