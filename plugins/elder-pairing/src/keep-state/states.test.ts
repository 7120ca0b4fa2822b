import fc from "fast-check";
import { expect, test } from "vitest";
import { zhCN } from "../messages/zh-CN.js";
import { findNext, needMoves, needStateOf, pairMoves, pairStateOf, visitMoves, type NeedState, type PairState, type VisitState } from "./states.js";

const pairStates: readonly PairState[] = ["asked", "cadre_agreed", "elder_agreed", "in_force", "ended"];
const visitStates: readonly VisitState[] = ["due", "done", "missed"];
const needStates: readonly NeedState[] = ["open", "in_matter", "settled", "reopened"];
const machines = {
  pair: { first: ["asked", "in_force"], states: pairStates, moves: pairMoves },
  visit: { first: ["due"], states: visitStates, moves: visitMoves },
  need: { first: ["open", "in_matter", "settled"], states: needStates, moves: needMoves },
} as const;
const stepsOf = ({ states, moves }: (typeof machines)[keyof typeof machines]): string[] =>
  states.flatMap((from) =>
    Object.entries(moves).flatMap(([move, table]) => (findNext<string>(table, from) ? [`${from} ${move} ${findNext<string>(table, from)}`] : [])),
  );

/** Written by hand, apart from the tables: every allowed step, and no other. */
const allowed = {
  pair: `asked cadreAgrees cadre_agreed
asked elderAgrees elder_agreed
asked end ended
cadre_agreed cadreAgrees cadre_agreed
cadre_agreed cadreTakesBack asked
cadre_agreed elderAgrees in_force
cadre_agreed end ended
elder_agreed cadreAgrees in_force
elder_agreed elderAgrees elder_agreed
elder_agreed elderTakesBack asked
elder_agreed end ended
in_force cadreAgrees in_force
in_force elderAgrees in_force
in_force cadreTakesBack elder_agreed
in_force elderTakesBack cadre_agreed
in_force end ended`,
  visit: `due visit done
due putOff due
due lapse missed
done visitTakenBack due
missed visit done
missed putOff missed`,
  need: `open settle settled
in_matter matterSettles settled
settled rateWell settled
settled ratePoorly reopened
settled unsettle open
settled unsettleOfMatter in_matter
reopened settle settled
reopened matterSettles settled`,
};

test.each(["pair", "visit", "need"] as const)("every state and move of a %s leads where the list says, or nowhere", (name) => {
  expect(stepsOf(machines[name]).sort()).toEqual(allowed[name].split("\n").sort());
});

test("whatever stands in a row, it is in one of the states, and nothing leads out of the end", () => {
  const day = fc.option(fc.constant("2026-09-03"));
  fc.assert(
    fc.property(fc.record({ untilOn: day, effectiveOn: day, cadreAgreedAt: day, elderAgreedAt: day }), (row) => {
      expect(pairStates).toContain(pairStateOf(row));
      if (row.untilOn !== null)
        expect(Object.values(pairMoves).map((move) => findNext<PairState>(move, pairStateOf(row)))).toEqual(Object.values(pairMoves).map(() => undefined));
    }),
  );
  fc.assert(
    fc.property(fc.record({ closedOn: day, matterId: day, rating: fc.option(fc.constantFrom("good", "fair", "poor")) }), (row) => {
      expect(needStates).toContain(needStateOf(row));
    }),
  );
});

test("the drawing in docs/states shows the tables as they are, every state and move with its word", async () => {
  const wordOf = (key: string): string => {
    const word = (zhCN as Readonly<Record<string, string>>)[key];
    if (!word) throw new Error(`There is no word for ${key}.`);
    return word;
  };
  const draw = (name: keyof typeof machines): string => {
    const { first, states, moves } = machines[name];
    const steps = stepsOf(machines[name]).map((step) => step.split(" ") as [string, string, string]);
    const arrows = [...first.map((state) => `  [*] --> ${state}`), ...steps.map(([from, move, to]) => `  ${from} --> ${to}: ${move}`)];
    const ends = states.filter((state) => !steps.some(([from]) => from === state)).map((state) => `  ${state} --> [*]`);
    const table = (head: string, words: readonly string[]) => [`| ${head} | 中文 |`, "|---|---|", ...words];
    return [
      `## ${name}\n`,
      ["```mermaid", "stateDiagram-v2", ...arrows, ...ends, "```\n"].join("\n"),
      [
        ...table(
          "state",
          states.map((state) => `| ${state} | ${wordOf(`state.${name}.${state}`)} |`),
        ),
        "",
      ].join("\n"),
      table(
        "move",
        Object.keys(moves).map((move) => `| ${move} | ${wordOf(`move.${move}`)} |`),
      ).join("\n"),
    ].join("\n");
  };
  const intro =
    "Drawn from the tables in `plugins/elder-pairing/src/keep-state`; a test holds the two together (`npx vitest run plugins/elder-pairing -u` draws anew).";

  const page = `${["# States of pairs, visits and needs", intro, draw("pair"), draw("visit"), draw("need")].join("\n\n")}\n`;

  await expect(page).toMatchFileSnapshot("../../../../docs/states/elder-pairing.md");
});
