import { PairingSession } from "@lianxin/matching/change";
import { explainPair, keepOptimal, keepPriced, keepWithinSlack, pairingFromPairs, solvePairing, verifyPairing } from "@lianxin/matching/integers";

const problem = pairingFromPairs({
  rows: 2,
  columns: 3,
  pairs: [
    [0, 0, 1],
    [0, 1, 5],
    [1, 1, 1],
    [1, 2, 2],
  ],
  columnMax: [1, 1, 2],
});

const plan = solvePairing(problem);
export const solved = plan.solved ? { objective: plan.objective, certified: verifyPairing(problem, plan).certified } : plan;

/** Edge numbers of the plan before: row 0 with column 1, row 1 with column 2. */
const before = [1, 3];
export const kept = [keepOptimal(problem, before), keepWithinSlack(problem, before, 5), keepPriced(problem, before, 1)];

const session = new PairingSession(problem);
session.setColumn(0, 0, 0);
export const withdrawn = { objective: session.objective, partners: [session.partnersOf(0), session.partnersOf(1)] };
session.setColumn(0, 0, 1);
session.forbid(1, 1);
session.addRow([[1, 4]]);
export const changed = session.answer();
export const why = explainPair(session.network, 0, 1);
