import fc from "fast-check";
import { expect, test } from "vitest";
import { alarmsTrue, consentForEachChild, nobodyLeft } from "../check-house/checkups.js";
import { alarmsAt } from "../judge-safety/foresee.js";
import { bruteForce } from "../testing/brute-force.js";
import { driveStage, happen, happening, openDoors, type Driven } from "../testing/drive-session.js";
import { readByHand } from "../testing/read-by-hand.js";

const numRuns = process.env.LIANXIN_FULL ? 60 : 4;
const told = (violations: readonly { readonly code: string; readonly about: string | null }[]): string[] =>
  violations.map(({ code, about }) => `${code} ${about}`).sort();

/** A second later, what is kept with the session and what its board shows are what the brute force says of the rows; gives whether something is wrong while it is open. */
async function mustAgree({ stage, sessionId, board }: Driven, after: unknown): Promise<boolean> {
  stage.app.ports.advance(1000);
  const { session, facts, moment } = await readByHand(stage, sessionId);
  const right = bruteForce(facts, moment);
  const [isOpen, isAhead] = [session.state === "open", stage.app.ports.clock.now() <= session.startsAt];
  // Before it is open the verdict is of its beginning; once that has passed unopened, the board judges at each look.
  if (isOpen || isAhead) expect({ after, told: told(alarmsAt(session.outlook, moment.now)) }).toEqual({ after, told: right });
  expect({ after, board: told((await board()).violations) }).toEqual({ after, board: right });
  return isOpen && right.length > 0;
}

test(
  "whatever happens, before the doors open and after, by one or by two at the same moment: within one second the alarm says what the brute force says of the rows",
  { timeout: 900_000 },
  async () => {
    let [alarmed, opened] = [0, 0];
    await fc.assert(
      fc.asyncProperty(fc.array(happening, { maxLength: 5 }), fc.array(happening, { minLength: 10, maxLength: 18 }), async (before, story) => {
        const driven = await driveStage();
        try {
          for (const one of before) {
            await happen(driven, one);
            await mustAgree(driven, one);
          }
          await openDoors(driven);
          if ((await driven.board()).state === "open") opened++;
          for (const one of story) {
            await happen(driven, one);
            if (await mustAgree(driven, one)) alarmed++;
          }
          const odd = await driven.stage.app.write("children-activities", (ctx) =>
            Promise.all([alarmsTrue, consentForEachChild, nobodyLeft].map((one) => one.run(ctx))),
          );
          expect(odd).toEqual([[], [], []]);
        } finally {
          await driven.stage.app.close();
        }
      }),
      { seed: 20270712, numRuns },
    );
    expect(opened).toBeGreaterThan(0);
    expect(alarmed).toBeGreaterThan(numRuns * 2);
  },
);
