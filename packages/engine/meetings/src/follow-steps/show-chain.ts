import type { MeetingsContext } from "../plugin.js";
import { writtenSteps, type ChainRow } from "./chain.repository.js";
import { judgeChain } from "./judge-chain.js";
import { findChain } from "./shipped-chains.js";
import { findTakeBackProblem } from "./take-back-step.js";

/** A chain as its page shows it. */
export async function showChain({ db }: MeetingsContext, row: ChainRow) {
  const chain = findChain(row.kind)!;
  const written = await writtenSteps(db, row.id);
  const entered = written.filter(({ withdrawnOn }) => withdrawnOn === null);
  const verdict = judgeChain(chain, entered);
  const entryOf = (step: string, on: string | null) => entered.find((one) => one.step === step && one.doneOn === on);
  return {
    ...{ id: row.id, title: row.title, matterId: row.matterId, decisionId: row.decisionId, stoppedReason: row.stoppedReason },
    ...{
      nameZh: chain.name.zh,
      nameEn: chain.name.en,
      citation: [chain.citation.law, ...chain.citation.articles].join(""),
      isVerified: chain.verified === true,
    },
    ...{ isEffective: verdict.isEffective, isComplete: verdict.isComplete },
    takenBack: written.flatMap(({ step, doneOn, withdrawnOn, withdrawReason }) => {
      const name = chain.steps.find(({ id }) => id === step)?.name;
      return withdrawnOn && name ? [{ nameZh: name.zh, nameEn: name.en, doneOn, on: withdrawnOn, reason: withdrawReason ?? "" }] : [];
    }),
    steps: verdict.steps.map(({ id, state, on, reason }, i) => {
      const { name, kind } = chain.steps[i]!;
      const entry = entryOf(id, on);
      return {
        ...{ id, kind, nameZh: name.zh, nameEn: name.en, state, on, reason, note: entry?.note ?? "", votes: entry?.votes ?? null },
        ...{ isVote: id === chain.decision.step, canBeTakenBack: findTakeBackProblem(row, entered, id) === undefined },
      };
    }),
  };
}
