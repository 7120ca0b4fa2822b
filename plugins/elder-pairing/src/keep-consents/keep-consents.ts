import { errors } from "../errors.js";
import { changeWish } from "../keep-people/change-elder.js";
import type { ElderRow } from "../keep-people/people.repository.js";
import { replanElder } from "../plan-visits/store-dues.js";
import type { ElderPairingContext } from "../plugin.js";
import { forgetHealth } from "./forget-health.js";
import { scopes, type Scope } from "./refused-scopes.js";

/** Throws scopeUnknown. */
export function readScope(text: string): Scope {
  const scope = scopes.find((one) => one === text);
  if (!scope) throw errors.scopeUnknown({}, "params.scope");
  return scope;
}

async function endConsent({ db, newId, clock }: ElderPairingContext, elderId: string, scope: Scope): Promise<void> {
  const ended = await db
    .updateTable("elder_pairing_consent")
    .set({ withdrawnOn: clock.today() })
    .where("elderId", "=", elderId)
    .where("scope", "=", scope)
    .where("withdrawnOn", "is", null)
    .returning("id")
    .execute();
  if (ended.length > 0) return;
  // Who never agreed and says no is kept as who took it back: nobody asks the sheet again.
  const day = clock.today();
  await db.insertInto("elder_pairing_consent").values({ id: newId(), elderId, scope, form: "spoken", givenOn: day, withdrawnOn: day }).execute();
}

/**
 * An elder takes a consent back, and it holds at once: without the one to visits none is planned any more, without the one to health what was noted of it is
 * erased, without the one to posting they are on no list that is posted. Their helpers stay. Who has moved away may do so too. Throws elderLeft of the erased.
 */
export async function withdrawConsent(ctx: ElderPairingContext, elder: ElderRow, scope: Scope): Promise<void> {
  if (elder.state === "erased") throw errors.elderLeft({}, "params.elderId");
  await endConsent(ctx, elder.id, scope);
  ctx.audit("consent.withdraw", elder.id, { scope });
  if (scope === "health") await forgetHealth(ctx, elder);
  if (scope === "visits" && elder.wish !== "none" && elder.state === "active") {
    await changeWish(ctx, elder, "none");
    await replanElder(ctx, elder.id);
  }
}

/** They agree, or agree again; to visits: as they were made before, at home. A consent that stands stays as it was given. */
export async function giveConsent(ctx: ElderPairingContext, elder: ElderRow, scope: Scope, form: "written" | "spoken"): Promise<void> {
  const { db, newId, clock, audit } = ctx;
  const standing = await db
    .selectFrom("elder_pairing_consent")
    .select("id")
    .where("elderId", "=", elder.id)
    .where("scope", "=", scope)
    .where("withdrawnOn", "is", null)
    .executeTakeFirst();
  if (standing) return;
  await db.insertInto("elder_pairing_consent").values({ id: newId(), elderId: elder.id, scope, form, givenOn: clock.today(), withdrawnOn: null }).execute();
  audit("consent.give", elder.id, { scope, form });
  if (scope !== "visits" || elder.wish !== "none") return;
  await changeWish(ctx, elder, "visit");
  await replanElder(ctx, elder.id);
}
