import { everywhere } from "@lianxin/plugin-kit";
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
      .select(["id", "ownerId", "verifierId"])
      .where("verifierId", "is not", null)
      .where("isActive", "=", true)
      .execute();
    const found: string[] = [];
    for (const { id, ownerId, verifierId } of rows)
      if ((await use.directory.findPerson(ownerId))?.id === (await use.directory.findPerson(verifierId!))?.id) found.push(id);
    return found;
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
