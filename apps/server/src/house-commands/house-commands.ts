import { checkUp, describeProblem, proofsOf, rootSigner, verifyAudit, type Finding, type HouseCommand } from "@lianxin/server-kit";
import { fillExample } from "./fill-example.js";
import { tendDead } from "./tend-dead.js";
import { tendKeys } from "./tend-keys.js";
import { importFile } from "./import-file.js";

type Verdict = Awaited<ReturnType<typeof verifyAudit>>;
export interface CheckedAudit extends Omit<Verdict, "problems"> {
  /** As sentences. */
  readonly problems: readonly string[];
}

/** Proves that the audit is as it was written, and the meetings' logs and notices with it; `anchor` is a root kept from an earlier time. */
export const verifyRecords: HouseCommand<{ readonly anchor?: never }, CheckedAudit> = {
  name: "verify",
  async run({ store, platform }, { anchor }) {
    const { publicKey } = rootSigner(store.master);
    const verdict = await verifyAudit(store.database.kit, { publicKey, proofs: proofsOf(platform), ...(anchor ? { anchor } : {}) });
    return { ...verdict, problems: verdict.problems.map((problem) => describeProblem(problem, "zh-CN")) };
  },
};

/** Everything doctor looks at. */
export const checkHouse: HouseCommand<object, readonly Finding[]> = { name: "doctor", run: ({ platform }) => checkUp(platform) };

/** What the command line may ask of a running server. */
export const houseCommands: readonly HouseCommand[] = [importFile, fillExample, verifyRecords, checkHouse, tendDead, tendKeys];
