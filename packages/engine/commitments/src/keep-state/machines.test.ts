import fc from "fast-check";
import { expect, test } from "vitest";
import { zhCN } from "../messages/zh-CN.js";
import { drawPage } from "./draw-machines.js";
import { machines } from "./machines.js";
import { finalStates, findNext } from "./state-machine.js";

/** Written by hand, apart from the tables: every allowed step, and no other. */
const allowed: Record<string, string> = {
  part: `open defer deferred
deferred defer deferred
deferred resume open
open merge merged
deferred merge merged
open withdraw withdrawn
deferred withdraw withdrawn
open void void
deferred void void
merged restore open
withdrawn restore open
void restore open`,
  request: `asked approve approved
asked refuse refused
asked withdraw withdrawn`,
  counterClaim: `made accept accepted
made refuse refused
made withdraw withdrawn`,
  handOver: `proposed giverSigns giver_signed
proposed takerSigns taker_signed
giver_signed takerCompletes done
taker_signed giverCompletes done
proposed refuse refused
giver_signed refuse refused
taker_signed refuse refused`,
  block: `blocked lift lifted`,
  code: `valid use used
valid burn burnt`,
};
const ends: Record<string, readonly string[]> = {
  commitment: ["declined", "transferred", "void"],
  part: [],
  request: ["approved", "refused", "withdrawn"],
  counterClaim: ["accepted", "refused", "withdrawn"],
  handOver: ["done", "refused"],
  block: ["lifted"],
  code: ["used", "burnt"],
};

test.each(machines.filter(({ name }) => name !== "commitment").map((machine) => [machine.name, machine] as const))(
  "every pair of a state and a move of %s goes where the list says, or nowhere",
  (name, machine) => {
    const found = machine.states.flatMap((from) =>
      Object.keys(machine.moves).flatMap((move) => {
        const to = findNext(machine, from, move);
        return to === undefined ? [] : [`${from} ${move} ${to}`];
      }),
    );

    expect(found.sort()).toEqual(allowed[name]!.split("\n").sort());
  },
);

test.each(machines.map((machine) => [machine.name, machine] as const))("%s ends where it shall, and every state of it can be reached", (name, machine) => {
  const reached = new Set<string>(machine.first);
  for (let size = -1; size < reached.size;) {
    size = reached.size;
    for (const { from, to } of Object.values(machine.moves)) if (from.some((state) => reached.has(state))) reached.add(to);
  }

  expect(finalStates(machine)).toEqual(ends[name]);
  expect([...reached].sort()).toEqual([...machine.states].sort());
});

test("a hand-over is done only after both have signed, in whatever order", () => {
  const machine = machines.find(({ name }) => name === "handOver")!;
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...Object.keys(machine.moves)), { maxLength: 8 }), (moves) => {
      const signed = new Set<string>();
      let state = "proposed";
      for (const move of moves) {
        const next = findNext(machine, state, move);
        if (next === undefined) continue;
        if (move.startsWith("giver")) signed.add("giver");
        if (move.startsWith("taker")) signed.add("taker");
        state = next;
      }

      if (state === "done") expect(signed.size).toBe(2);
    }),
    { seed: 20260909 },
  );
});

const words = zhCN as Readonly<Record<string, string>>;
const tell = (key: string): string => {
  const word = words[key.replace(/^commitment\./, "")];
  if (word === undefined) throw new Error(`There is no word for ${key}. Maybe add it to messages/.`);
  return word;
};

test("the drawing in docs is that of the tables", async () => {
  await expect(drawPage(machines, tell)).toMatchFileSnapshot("../../../../../docs/states/commitments.md");
});
