import { col, everywhere, type MigrationTools, type PluginMigration } from "@lianxin/plugin-kit";
import { statesOf, tabs } from "../find-matter/tabs.js";

/** What was raised before has its stage from its state, and its community from the longest path a number was ever given at. */
async function fillIn({ db }: MigrationTools): Promise<void> {
  for (const tab of tabs) await db.updateTable("matters_matter").set({ stage: tab }).where("state", "in", statesOf(tab)).execute();
  const counters: { id: string }[] = await db.selectFrom("matters_counter").select("id").execute();
  const paths = [...new Set(counters.map(({ id }) => id.slice(0, id.lastIndexOf(" "))))].sort((a, b) => a.length - b.length);
  for (const path of paths) {
    await db.updateTable("matters_matter").set({ community_path: path }).where("place_path", ">=", path).where("place_path", "<", `${path}\uffff`).execute();
  }
  const rows = await everywhere(db, "matters_matter", "the counts begin with what there is")
    .select(["place_path", "state", db.fn.countAll().as("count")])
    .groupBy(["place_path", "state"])
    .execute();
  for (const { place_path, state, count } of rows)
    await db
      .insertInto("matters_tally")
      .values({ id: `${place_path} ${state}`, place_path, state, count: Number(count) })
      .execute();
}

export const addReferrals: PluginMigration = async (tools) => {
  await tools.createTable("matters_guest", {
    id: col.id(),
    name: col.text().about("id").nullable(),
    phone: col.contact("id").nullable(),
    createdAt: col.instant(),
  });
  await tools.addColumns("matters_matter", {
    communityPath: col.text().nullable(),
    stage: col.text().nullable(),
    channel: col.text().nullable(),
    affected: col.json().nullable(),
    replyBy: col.date().nullable(),
    splitFromId: col.ref("matters_matter").nullable(),
    guestId: col.ref("matters_guest").nullable(),
    talkId: col.text().nullable(),
  });
  await tools.createTable("matters_referral", {
    id: col.id(),
    matterId: col.ref("matters_matter"),
    unitId: col.ref("directory_organization").nullable(),
    unitName: col.text(),
    office: col.text().nullable(),
    isLead: col.bool(),
    state: col.text(),
    sentAt: col.instant(),
    sentBy: col.ref("directory_person").nullable(),
    acceptedAt: col.instant().nullable(),
    settledAt: col.instant().nullable(),
    words: col.text().nullable(),
    insteadOfId: col.ref("matters_referral").nullable(),
  });
  await tools.createTable("matters_tally", { id: col.id(), placePath: col.place(), state: col.text(), count: col.int() });
  await tools.createIndex("matters_tally", ["placePath"]);
  await tools.createIndex("matters_referral", ["matterId"]);
  await tools.createIndex("matters_referral", ["unitId", "state"]);
  await tools.createIndex("matters_matter", ["communityPath", "stage", "raisedOn", "id"]);
  await tools.createIndex("matters_matter", ["communityPath", "raisedOn"]);
  await tools.createIndex("matters_matter", ["stage", "raisedOn", "id", "placePath"]);
  await tools.createIndex("matters_matter", ["mergedIntoId"], { where: "merged_into_id is not null" });
  await tools.createIndex("matters_matter", ["splitFromId"], { where: "split_from_id is not null" });
  await tools.createIndex("matters_matter", ["talkId"], { where: "talk_id is not null" });
  await fillIn(tools);
};
