import { everywhere } from "@lianxin/plugin-kit";
import type { CommitmentState } from "./commitments.js";
import { findWrongDones } from "./keep-ledger/keep-done.js";
import { isOneOf } from "./keep-state/same-person.js";
import { choosePhase } from "./measure-time/choose-light.js";
import { checkup } from "./services.js";

const why = "a check-up looks at all rows";

export const oneLeadEach = checkup("one-lead-each", {
  describe: "每项任务最多一个牵头",
  async run({ db }) {
    const rows = await everywhere(db, "commitments_commitment", why)
      .select("partId")
      .where("isActive", "=", true)
      .groupBy("partId")
      .having((eb) => eb.fn.countAll(), ">", 1)
      .execute();
    return rows.map((row) => row.partId);
  },
});

export const verifierIsAnother = checkup("verifier-is-another", {
  describe: "核验人不是责任人",
  async run({ db, use }) {
    const rows = await everywhere(db, "commitments_commitment", why)
      .leftJoin("commitments_verifier as v", "v.commitmentId", "commitments_commitment.id")
      .select(["commitments_commitment.id", "ownerId", "verifierId", "v.personId"])
      .where((eb) => eb.or([eb("verifierId", "is not", null), eb("v.personId", "is not", null)]))
      .where("isActive", "=", true)
      .execute();
    const found = new Set<string>();
    for (const { id, ownerId, verifierId, personId } of rows) if (await isOneOf(use.directory, ownerId, [verifierId, personId])) found.add(id);
    return [...found];
  },
});

export const checkedByAnother = checkup("checked-by-another", {
  describe: "核验通过的不是责任人自己",
  async run({ db }) {
    const rows = await everywhere(db, "commitments_commitment", why)
      .innerJoin("commitments_entry as e", "e.commitmentId", "commitments_commitment.id")
      .select("commitments_commitment.id")
      .where("e.move", "=", "verify")
      .whereRef("e.byId", "=", "commitments_commitment.ownerId")
      .execute();
    return rows.map((row) => row.id);
  },
});

export const linesInStep = checkup("lines-in-step", {
  describe: "台账的每一行和任务一致",
  async run({ db }) {
    const rows = await everywhere(db, "commitments_part", why)
      .leftJoin("commitments_line as l", "l.id", "commitments_part.id")
      .leftJoin("commitments_commitment as c", (join) => join.onRef("c.partId", "=", "commitments_part.id").on("c.isActive", "=", true))
      .select(["commitments_part.id", "voidedOn", "reviewOn", "l.id as lineId", "l.phase", "l.dueOn", "l.commitmentId", "c.id as holderId"])
      .select(["c.state", "c.dueOn as promisedOn"])
      .execute();
    const blocked = await db.selectFrom("commitments_block").select("commitmentId").where("state", "=", "blocked").execute();
    const isBlocked = new Set(blocked.map((row) => row.commitmentId));
    const isWrong = (row: (typeof rows)[number]): boolean =>
      row.voidedOn !== null
        ? row.lineId !== null
        : row.commitmentId !== row.holderId ||
          row.dueOn !== row.promisedOn ||
          row.phase !== choosePhase(row.state as CommitmentState | null, row.reviewOn !== null || isBlocked.has(row.holderId ?? ""));
    return rows.filter(isWrong).map((row) => row.id);
  },
});

export const donesInStep = checkup("dones-in-step", {
  describe: "每处已销号的件数和台账一致",
  run: ({ db }) => findWrongDones(db),
});
