import { timingSafeEqual } from "node:crypto";
import { byId } from "@lianxin/plugin-kit";
import { errors } from "../errors.js";
import { childIdsOfGuardian, childrenById, findGuardian, type GuardianRow } from "../keep-children/child.repository.js";
import type { ActivitiesContext } from "../plugin.js";
import { addMinutes } from "../tell-time/tell-time.js";
import { countTry, mostTries } from "./count-try.js";
import { mustGetTexts } from "./must-get-texts.js";
import { digitsOf } from "./one-time-code.js";

/** A code is good for so long, and what it opens for so long. */
const codeMinutes = 10;
const doorMinutes = 30;
/** So many codes an hour for one page. */
const mostCodes = 6;

export const isSame = (given: string, right: string): boolean => {
  const [one, other] = [Buffer.from(given), Buffer.from(right)];
  return one.length === other.length && timingSafeEqual(one, other);
};
const keyOf = ({ blind }: Pick<ActivitiesContext, "blind">, { id, linkVersion }: GuardianRow): string =>
  blind(`children-activities.guardian ${id} ${linkVersion ?? 0}`).slice(0, 22);

/** The page of a guardian as it was given out last. The address alone opens nothing: a code goes to the guardian's own phone first. Throws linkUnknown. */
export async function linkOf(ctx: ActivitiesContext, guardianId: string): Promise<string> {
  const guardian = await findGuardian(ctx.db, guardianId);
  if (!guardian) throw errors.linkUnknown();
  return `/children-activities/guardian/${guardianId}/${keyOf(ctx, guardian)}`;
}

const answersForSomebody = async ({ db }: ActivitiesContext, guardianId: string): Promise<boolean> =>
  (await childrenById(db, await childIdsOfGuardian(db, guardianId))).length > 0;

/** The guardian whose link this is. Throws linkUnknown for anything else; who has a wrong address learns nothing more. */
async function guardianBehind(ctx: ActivitiesContext, guardianId: string, key: string): Promise<GuardianRow> {
  const guardian = await findGuardian(ctx.db, guardianId);
  if (!guardian || !isSame(key, keyOf(ctx, guardian)) || !(await answersForSomebody(ctx, guardianId))) throw errors.linkUnknown();
  return guardian;
}

/** Sends the code that opens the page to the guardian's phone. Throws linkUnknown, tooManyCodes, noText. */
export async function sendDoorCode(ctx: ActivitiesContext, guardianId: string, key: string): Promise<void> {
  const { db, newId, clock, deliver, text, audit } = ctx;
  const guardian = await guardianBehind(ctx, guardianId, key);
  await mustBeFew(ctx, guardianId);
  await mustGetTexts(ctx, guardian, "guardian");
  const id = newId();
  const row = {
    id,
    kind: "door",
    guardianId,
    attendanceId: null,
    collectorId: null,
    tries: 0,
    createdAt: clock.now(),
    expiresAt: addMinutes(clock.now(), codeMinutes),
    usedAt: null,
  };
  await db.insertInto("children_activities_code").values(row).execute();
  const words = { code: digitsOf(ctx, id), minutes: codeMinutes };
  deliver({
    ...{
      channel: "sms",
      to: { personId: guardianId, name: text("children-activities.guardian", {}, "zh-CN"), address: guardian.phone },
      key: `children-activities/door/${id}`,
    },
    ...{ subject: text("children-activities.letter.door.subject", {}, "zh-CN"), text: text("children-activities.letter.door", words, "zh-CN") },
  });
  audit("door.code", guardianId);
}

/** Nobody guesses by asking for code after code, and no phone rings all night. Throws tooManyCodes. */
async function mustBeFew({ db, clock }: ActivitiesContext, guardianId: string): Promise<void> {
  const lately = await db
    .selectFrom("children_activities_code")
    .select("id")
    .where("guardianId", "=", guardianId)
    .where("kind", "=", "door")
    .where("createdAt", ">", addMinutes(clock.now(), -60))
    .execute();
  if (lately.length >= mostCodes) throw errors.tooManyCodes({ most: mostCodes });
}

/** Opens the page with the code; a wrong one is counted, and the fifth shuts it. Gives the token for the next half hour. Throws linkUnknown. */
export async function openDoor(ctx: ActivitiesContext, guardianId: string, key: string, said: string): Promise<{ token: string | null; left: number }> {
  const { db, clock, audit } = ctx;
  await guardianBehind(ctx, guardianId, key);
  const code = await db
    .selectFrom("children_activities_code")
    .selectAll()
    .where("guardianId", "=", guardianId)
    .where("kind", "=", "door")
    .where("usedAt", "is", null)
    .where("expiresAt", ">", clock.now())
    .orderBy("createdAt", "desc")
    .orderBy("id", "desc")
    .executeTakeFirst();
  if (!code || code.tries >= mostTries) return { token: null, left: 0 };
  const isRight = isSame(said.trim(), digitsOf(ctx, code.id));
  const tries = await countTry(db, code.id, isRight ? clock.now() : null);
  if (tries === undefined) return { token: null, left: 0 };
  audit(isRight ? "door.open" : "door.wrong", guardianId);
  return isRight ? { token: tokenOf(ctx, code.id), left: 0 } : { token: null, left: mostTries - tries };
}

const tokenOf = ({ blind }: Pick<ActivitiesContext, "blind">, codeId: string): string => `${codeId}.${blind(`children-activities.door ${codeId}`)}`;

/** Throws doorShut when the token is not that guardian's, or half an hour is over. */
export async function requireDoor(ctx: ActivitiesContext, guardianId: string, token: string): Promise<void> {
  const [codeId = ""] = token.split(".");
  const code = isSame(token, tokenOf(ctx, codeId)) ? await byId(ctx.db, "children_activities_code", codeId).selectAll().executeTakeFirst() : undefined;
  if (code?.guardianId !== guardianId || code.usedAt === null || ctx.clock.now() > addMinutes(code.usedAt, doorMinutes)) throw errors.doorShut();
}
