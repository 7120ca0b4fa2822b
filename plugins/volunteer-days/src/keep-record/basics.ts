import { readIdCode } from "@lianxin/documents";
import type { Classified } from "@lianxin/plugin-kit";
import { errors } from "../errors.js";
import type { VolunteerDaysContext, VolunteerDaysDb } from "../plugin.js";
import { isDay } from "../tell-time/tell-time.js";

/** 基本信息 as it is written down; null: not said. */
export interface Basics {
  readonly sex: "female" | "male" | null;
  readonly bornOn: string | null;
  readonly idNumber: string | null;
  readonly district: string | null;
  readonly serviceKinds: string | null;
  /** When they, or a minor's guardian, agreed to its being kept (第六条). */
  readonly agreedOn: string;
}

export const findBasics = (db: VolunteerDaysDb, volunteerIds: readonly string[]) =>
  db
    .selectFrom("volunteer_days_basics")
    .selectAll()
    .where("volunteerId", "in", ["", ...volunteerIds])
    .execute();

/** The birth date inside an identity number of 18 or 15 characters. */
const bornIn = (id: string): string => {
  const digits = id.length === 15 ? `19${id.slice(6, 12)}` : id.slice(6, 14);
  return `${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6)}`;
};

function checkDay(day: string, today: string, field: string): void {
  if (!isDay(day)) throw errors.dayInvalid({ value: day }, field);
  if (day > today) throw errors.dayAhead({}, field);
}

/** What was said, checked; the birth date is taken from the identity number where only that is given. Throws dayInvalid, dayAhead, idNumberWrong, bornOnWrong. */
export function readBasics(said: Basics, today: string): Basics {
  checkDay(said.agreedOn, today, "body.agreedOn");
  if (said.bornOn !== null) checkDay(said.bornOn, today, "body.bornOn");
  if (said.idNumber === null) return said;
  const read = readIdCode(said.idNumber, "text");
  if ("code" in read) throw errors.idNumberWrong({}, "body.idNumber");
  const born = bornIn(read.value);
  checkDay(born, today, "body.idNumber");
  if (said.bornOn !== null && said.bornOn !== born) throw errors.bornOnWrong({ day: born }, "body.bornOn");
  return { ...said, idNumber: read.value, bornOn: born };
}

/** Writes the basic information of a volunteer, or changes it. */
export async function keepBasics({ db, newId, clock, actor, audit }: VolunteerDaysContext, volunteerId: string, said: Basics): Promise<void> {
  const values = { ...readBasics(said, clock.today()), changedAt: clock.now(), changedById: actor.personId };
  const [known] = await findBasics(db, [volunteerId]);
  if (known) await db.updateTable("volunteer_days_basics").set(values).where("id", "=", known.id).execute();
  else
    await db
      .insertInto("volunteer_days_basics")
      .values({ id: newId(), volunteerId, ...values })
      .execute();
  audit("basics.keep", volunteerId);
}

/** Sealed values in their order, opened under a purpose that the access log names; null stays null. */
export async function openAll(
  { disclose }: VolunteerDaysContext,
  values: readonly (Classified | null)[],
  purpose: "record" | "report",
): Promise<(string | null)[]> {
  const opened = (
    await disclose(
      values.flatMap((value) => value ?? []),
      purpose,
    )
  ).values();
  return values.map((value) => (value === null ? null : (opened.next().value ?? null)));
}

/** The basic information of a volunteer, opened; undefined when none is kept. */
export async function openBasics(ctx: VolunteerDaysContext, volunteerId: string): Promise<Basics | undefined> {
  const [row] = await findBasics(ctx.db, [volunteerId]);
  if (!row) return undefined;
  const [bornOn = null, idNumber = null] = await openAll(ctx, [row.bornOn, row.idNumber], "record");
  const { sex, district, serviceKinds, agreedOn } = row;
  return { sex: sex as Basics["sex"], bornOn, idNumber, district, serviceKinds, agreedOn };
}
