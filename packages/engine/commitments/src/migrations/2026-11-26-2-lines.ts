import { col, everywhere, type MigrationTools, type PluginMigration } from "@lianxin/plugin-kit";

const createLine = (tools: MigrationTools): Promise<void> =>
  tools.createTable("commitments_line", {
    ...{ id: col.id(), placePath: col.place(), title: col.text(), meetingId: col.text().nullable(), phase: col.text() },
    ...{ soonOn: col.date().nullable(), dueOn: col.date().nullable(), closedOn: col.date().nullable(), movedOn: col.date() },
    ...{ commitmentId: col.ref("commitments_commitment").nullable(), organizationId: col.ref("directory_organization").nullable() },
    ...{ ownerId: col.ref("directory_person").nullable(), verifierId: col.ref("directory_person").nullable() },
  });

interface Found {
  readonly state: string | null;
  readonly review_on: string | null;
}
const phaseOf = ({ state, review_on }: Found): string => {
  if (state === "closed") return "done";
  if (review_on !== null) return "hold";
  if (state === null) return "gap";
  if (state === "submitted" || state === "verified") return "check";
  return state === "in_progress" || state === "reopened" ? "track" : "todo";
};

/** The lines of a ledger that stood before lines were kept. */
async function fillLines({ db }: MigrationTools): Promise<void> {
  const rows = await everywhere<any, any>(db, "commitments_part", "a migration fills the lines of every part")
    .leftJoin("commitments_commitment as c", (join) => join.onRef("c.part_id", "=", "commitments_part.id").on("c.is_active", "=", 1))
    .where("commitments_part.voided_on", "is", null)
    .select(["commitments_part.id", "commitments_part.place_path", "title", "source_meeting_id as meeting_id", "review_on", "opened_on", "c.state"])
    .select(["c.soon_on", "c.due_on", "c.closed_on", "c.started_on", "c.id as commitment_id", "c.owner_organization_id as organization_id"])
    .select(["c.owner_id", "c.verifier_id"])
    .execute();
  const lines = rows.map(({ review_on, opened_on, started_on, state, ...row }) => ({
    ...row,
    phase: phaseOf({ state, review_on }),
    moved_on: row.closed_on ?? started_on ?? opened_on,
  }));
  for (let at = 0; at < lines.length; at += 50)
    await db
      .insertInto("commitments_line")
      .values(lines.slice(at, at + 50))
      .execute();
}

export const createLines: PluginMigration = async (tools) => {
  await createLine(tools);
  await fillLines(tools);
  for (const columns of [
    ["phase", "dueOn", "id", "placePath", "soonOn"],
    ["phase", "closedOn", "id", "placePath"],
    ["placePath", "phase"],
    ["meetingId"],
    ["organizationId"],
    ["ownerId"],
    ["verifierId"],
    ["commitmentId"],
  ])
    await tools.createIndex("commitments_line", columns);
  await tools.createIndex("commitments_entry", ["at"]);
  await tools.createIndex("commitments_commitment", ["partId", "isActive"]);
};
