import { expect, test } from "vitest";
import { zhCN } from "../messages/zh-CN.js";
import { attendanceMoves, attendanceStates, postMoves, postStates, sessionMoves, sessionStates, type Move } from "./states.js";

const machines = [
  { name: "session", words: "session", first: "planned", states: sessionStates, moves: sessionMoves },
  { name: "child at a session", words: "child.state", first: "enrolled", states: attendanceStates, moves: attendanceMoves },
  { name: "duty of an adult", words: "post.state", first: "planned", states: postStates, moves: postMoves },
] as const;
const arrowsOf = (moves: Readonly<Record<string, Move<string>>>): string[] =>
  Object.entries(moves).flatMap(([move, { from, to }]) => from.map((state) => `  ${state} --> ${to}: ${move}`));
const tell = (key: string): string => {
  const word = (zhCN as Readonly<Record<string, string>>)[key];
  if (!word) throw new Error(`There is no word for ${key}`);
  return word;
};

test("the drawing in docs/states shows the tables as they are, every state with its word", async () => {
  const parts = machines.map(({ name, words, first, states, moves }) => {
    const ends = states.filter((state) => Object.values(moves as Readonly<Record<string, Move<string>>>).every(({ from }) => !from.includes(state)));
    return [
      `## ${name}`,
      ["```mermaid", "stateDiagram-v2", `  [*] --> ${first}`, ...arrowsOf(moves), ...ends.map((state) => `  ${state} --> [*]`), "```"].join("\n"),
      ["| state | 中文 |", "|---|---|", ...states.map((state) => `| ${state} | ${tell(`${words}.${state}`)} |`)].join("\n"),
    ].join("\n\n");
  });
  const head =
    "# States of children's activities\n\nDrawn from the tables in `plugins/children-activities/src/keep-safe/states.ts`; a test holds the two together (`npx vitest run plugins/children-activities -u` draws anew).";

  await expect(`${[head, ...parts].join("\n\n")}\n`).toMatchFileSnapshot("../../../../docs/states/children-activities.md");
});

test("no session opens unpublished, and no child leaves who did not come", () => {
  expect(sessionMoves.open.from).toEqual(["published"]);
  expect([attendanceMoves.collect.from, attendanceMoves.goAlone.from]).toEqual([["present"], ["present"]]);
  expect(Object.values(postMoves).flatMap(({ from, to }) => (from.some((state) => state === "suspended") ? [to] : []))).not.toContain("present");
});
