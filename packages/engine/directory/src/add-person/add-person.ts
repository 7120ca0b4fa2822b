import { everywhere } from "@lianxin/plugin-kit";
import { errors } from "../errors.js";
import { addChannel } from "../show-contact/add-channel.js";
import { getName, getOpenPlace } from "../keep-places/add-place.js";
import { chooseHome } from "../keep-places/place-path.js";
import { placesAbove, type PlaceRow } from "../keep-places/place.repository.js";
import type { DirectoryContext, DirectoryDb } from "../plugin.js";
import { initialsOf, sortKeyOf } from "../read-words/read-initials.js";
import { nameKeyOf } from "../read-words/read-name.js";
import type { AliasKind, ChannelKind, Sex } from "../words.js";

export interface NewPerson {
  readonly fullName: string;
  readonly placeId: string;
  readonly distinction?: string | null | undefined;
  readonly birthYear?: number | null | undefined;
  readonly sex?: Sex | null | undefined;
  readonly aliases?: readonly { readonly kind: AliasKind; readonly name: string }[] | undefined;
  readonly channels?: readonly { readonly kind: ChannelKind; readonly address: string }[] | undefined;
  /** Who entered it; themselves or somebody for them. */
  readonly enteredBy: string | null;
  /** Whoever entered it gives roles at the place, and so answers for the addresses. */
  readonly isConfirmed?: boolean | undefined;
}

/** People of one name in a community or village. */
export const findNamesakes = (db: DirectoryDb, nameKey: string, homePath: string) =>
  everywhere(db, "directory_person", "two people of one name are told apart")
    .select(["id", "fullName", "distinction", "placeId", "version", "birthYear", "sex"])
    .where("nameKey", "=", nameKey)
    .where("placePath", ">=", homePath)
    .where("placePath", "<", `${homePath}\uffff`)
    .where("removedAt", "is", null)
    .where("mergedIntoId", "is", null)
    .execute();

export const homePathOf = async (db: DirectoryDb, { placePath }: Pick<PlaceRow, "placePath">): Promise<string> =>
  chooseHome(
    placePath,
    (await placesAbove(db, placePath)).map((p) => ({ path: p.placePath, kind: p.kind })),
  );

/** Refuses a namesake without a note that tells them apart; throws namesake. */
export async function checkNamesakes(db: DirectoryDb, person: { nameKey: string; homePath: string; distinction: string | null; id?: string }): Promise<void> {
  const others = (await findNamesakes(db, person.nameKey, person.homePath)).filter((p) => p.id !== person.id);
  const alike = others.filter((p) => (p.distinction ?? "") === (person.distinction ?? "") || !person.distinction);
  if (alike.length === 0) return;
  const names = others.map((p) => (p.distinction ? `${p.fullName}（${p.distinction}）` : p.fullName)).join("、");
  throw errors.namesake({ names, ids: others.map((p) => p.id).join(",") }, "body.distinction");
}

function getBirthYear(year: number | null | undefined, today: string): number | null {
  const latest = Number(today.slice(0, 4));
  if (year !== null && year !== undefined && (year < 1900 || year > latest)) throw errors.birthYearWrong({ year: latest }, "body.birthYear");
  return year ?? null;
}

/** Adds a person; throws nameInvalid, placeUnknown, placeClosed, namesake, birthYearWrong and what addChannel throws. */
export async function addPerson(ctx: DirectoryContext, input: NewPerson): Promise<string> {
  const { db, clock, newId, audit } = ctx;
  const place = await getOpenPlace(ctx, input.placeId);
  const fullName = getName(input.fullName, "body.fullName");
  const person = { id: newId(), nameKey: nameKeyOf(fullName), homePath: await homePathOf(db, place), distinction: input.distinction?.trim() || null };
  await checkNamesakes(db, person);
  await db
    .insertInto("directory_person")
    .values({
      ...person,
      fullName,
      ...{ initials: initialsOf(fullName), sortKey: sortKeyOf(fullName, person.nameKey) },
      birthYear: getBirthYear(input.birthYear, clock.today()),
      sex: input.sex ?? null,
      placeId: place.id,
      placePath: place.placePath,
      mergedIntoId: null,
      removedAt: null,
      createdAt: clock.now(),
      enteredBy: input.enteredBy,
      version: 1,
    })
    .execute();
  await addAliases(ctx, person.id, input.aliases ?? []);
  for (const [i, channel] of (input.channels ?? []).entries())
    await addChannel(
      ctx,
      person.id,
      { ...channel, isPreferred: i === 0, enteredBy: input.enteredBy, isConfirmed: input.isConfirmed ?? false },
      `body.channels.${i}.address`,
    );
  audit("person.add", person.id, { placePath: place.placePath });
  return person.id;
}

export async function addAliases({ db, newId }: DirectoryContext, personId: string, aliases: readonly { kind: AliasKind; name: string }[]): Promise<void> {
  const rows = aliases.map(({ kind, name }, i) => ({ kind, name: getName(name, `body.aliases.${i}.name`) }));
  if (rows.length > 0)
    await db
      .insertInto("directory_alias")
      .values(rows.map(({ kind, name }) => ({ id: newId(), personId, kind, name, nameKey: nameKeyOf(name) })))
      .execute();
}
