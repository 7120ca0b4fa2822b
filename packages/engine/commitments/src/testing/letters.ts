import type { Stage } from "./stage.js";

/** Gives 吴琴, 陈国强 and the secretary mail addresses, so that they can be written to. */
export const giveAddresses = (stage: Stage): Promise<void> =>
  stage.app.write("directory", async (ctx) => {
    for (const personId of [stage.wu, stage.chen, stage.community.personId])
      await ctx.services.channels.add(personId, { kind: "mail", address: `${personId}@example.org`, isPreferred: true });
  });

/** Every letter of the ledger so far, as "<account> <subject>" ("<name> <subject>" for who has no account there), by its id. */
export async function lettersOf(stage: Stage): Promise<ReadonlyMap<string, string>> {
  const names = new Map([
    [stage.wu, "wu"],
    [stage.chen, "chen"],
    [stage.community.personId, "secretary"],
  ]);
  const { kit } = stage.app.app.platform.database;
  const rows = await kit.selectFrom("kit_outbox").select(["id", "payload"]).where("topic", "=", "commitments.mail").execute();
  return new Map(
    rows
      .map(({ id, payload }) => [String(id), JSON.parse(String(payload))])
      .map(([id, mail]) => [id, `${names.get(mail.to.personId) ?? mail.to.name} ${mail.subject}`]),
  );
}

/** Who was told what by something that is done, without the title, in the order of the alphabet. */
export async function lettersBy(stage: Stage, act: () => Promise<unknown>): Promise<string[]> {
  const before = await lettersOf(stage);
  await act();
  return [...(await lettersOf(stage))]
    .filter(([id]) => !before.has(id))
    .map(([, letter]) => letter.split("：")[0]!)
    .sort();
}
