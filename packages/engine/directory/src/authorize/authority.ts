import type { Actor, Authority, Grant, Introduction } from "@lianxin/plugin-kit";
import type { DirectoryContext } from "../plugin.js";
import { expectsAddress, linkByAddress } from "../link-account/link-by-address.js";
import { setUpCommunity } from "../change-settings/set-up-community.js";
import { chooseGrants, withAdministrator, type HeldRole } from "./choose-grants.js";
import { hasProxy, linkedPeople, rolesForGrants } from "./grants.repository.js";
import { linkedNames, namedRoles, principalNames } from "./introduce.repository.js";
import { maySeeOf } from "./may-see.js";

/** What an account just proved to own: it signed in with a code sent there. */
export interface ProvedAddress {
  readonly kind: "phone" | "mail";
  readonly address: string;
}

async function personOf({ db, clock }: DirectoryContext, accountId: string, asked: string | null): Promise<string | null> {
  const own = (await linkedPeople.execute(db, { accountId, now: clock.now() })).map((row) => row.personId);
  if (asked && (own.includes(asked) || (await hasProxy(db, own, asked, clock.today())))) return asked;
  return own[0] ?? null;
}

/** Accounts surely linked have the person's roles; who only acts by proxy, or whose link nobody confirmed, has what any resident has. */
async function grantsOf({ db, clock, config }: DirectoryContext, { personId, accountId }: Actor, permissions: readonly string[]): Promise<readonly Grant[]> {
  if (!personId) return [];
  const rows = await rolesForGrants.execute(db, { personId, accountId, today: clock.today(), now: clock.now() });
  const first = rows[0];
  if (!first) return [];
  const roles: HeldRole[] = [{ kind: "resident", path: first.homePath }];
  if (rows.some((row) => row.linkId !== null))
    for (const { kind, rolePath, coveredPath } of rows)
      if (kind && rolePath) roles.push({ kind, path: rolePath }, ...(coveredPath ? [{ kind, path: coveredPath }] : []));
  return chooseGrants(roles, withAdministrator(config.grants, permissions));
}

/** The people an account is linked to, then those it acts for by proxy; each once, under the ids of kept records. */
async function peopleToActFor({ db, clock }: DirectoryContext, accountId: string): Promise<NonNullable<Introduction["actsFor"]>> {
  const asked = { accountId, now: clock.now(), today: clock.today() };
  const found = await Promise.all([linkedNames.execute(db, asked), principalNames.execute(db, asked)]);
  return [...new Map(found.flat().map((row) => [row.id, row])).values()];
}

async function introduce(ctx: DirectoryContext, { personId, accountId }: Actor): ReturnType<Authority["introduce"]> {
  const [rows, actsFor] = await Promise.all([
    personId ? namedRoles.execute(ctx.db, { personId, today: ctx.clock.today() }) : [],
    peopleToActFor(ctx, accountId),
  ]);
  const roles = rows.flatMap(({ kind, title, place }) => (kind === null || place === null ? [] : [{ kind, title: title ?? "", place }]));
  return { name: rows[0]?.name ?? "", roles, actsFor };
}

/** Who may do and see what, from the directory's roles, links, proxies and places; `permissions` are those of all enabled plugins. */
export function authorityOf(ctx: DirectoryContext, permissions: readonly string[]): Required<Authority> {
  const grants = (actor: Actor) => grantsOf(ctx, actor, permissions);
  return {
    personOf: (accountId, asked) => personOf(ctx, accountId, asked),
    introduce: (actor) => introduce(ctx, actor),
    welcome: (first) => setUpCommunity(ctx, first),
    grantsOf: (actor) => grants(actor),
    maySee: maySeeOf(ctx, grants),
    expects: (address) => expectsAddress(ctx, address),
    recognise: (accountId, proved) => linkByAddress(ctx, accountId, proved),
  };
}
