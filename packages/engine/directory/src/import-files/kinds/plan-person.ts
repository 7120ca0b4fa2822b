import type { PlaceRow } from "../../keep-places/place.repository.js";
import { readAddress } from "../../read-words/read-address.js";
import { initialsOf, sortKeyOf } from "../../read-words/read-initials.js";
import { nameKeyOf } from "../../read-words/read-name.js";
import { overlaps } from "../../read-words/read-term.js";
import type { Write } from "../import-plan.js";
import type { KnownPerson } from "./known-people.repository.js";
import { chooseRoleKind } from "./people-columns.js";
import type { PersonValues } from "./people.js";

export interface PersonGround {
  readonly top: PlaceRow;
  readonly places: readonly PlaceRow[];
  /** Names of the places around the top. */
  readonly above: ReadonlySet<string>;
  /** Home path by place id. */
  readonly homes: ReadonlyMap<string, string>;
  readonly organizations: ReadonlyMap<string, string>;
  readonly now: string;
  readonly today: string;
  blind(value: string): string;
  newId(): string;
}
export interface PersonLine {
  readonly values: PersonValues;
  readonly home: PlaceRow;
  /** The line names a place below the import's own. */
  readonly saysPlace: boolean;
  /** Where a role of the line is held. */
  readonly post: PlaceRow;
  readonly organizationId: string | null;
}
type Drafts = Omit<Write, "line">[];
export type PlannedPerson = { readonly person: KnownPerson; readonly writes: Drafts } | { readonly problem: "namesake" };

const added = (table: Write["table"], id: string, values: Write["values"], versionAfter?: number): Drafts[number] => ({
  deed: "added",
  table,
  id,
  values: { id, ...values },
  ...(versionAfter ? { versionAfter } : {}),
});

/** The rows one line adds or changes, and the person as they are afterwards: the same line again gives none. */
export function planPerson(ground: PersonGround, line: PersonLine, known: KnownPerson | undefined, namesakes: readonly KnownPerson[]): PlannedPerson {
  const base = known ? planChange(ground, line, known) : planNew(ground, line, namesakes);
  if (!base) return { problem: "namesake" };
  const writes = [...base.writes, ...channelsFor(ground, line, base.person), ...aliasFor(ground, line, base.person), ...roleFor(ground, line, base.person)];
  const valuesOf = (table: Write["table"]) => writes.filter((w) => w.table === table).map((w) => w.values as Record<string, string>);
  const person: KnownPerson = {
    ...base.person,
    channels: [...base.person.channels, ...valuesOf("directory_channel").map((v) => ({ kind: v.kind!, index: ground.blind(v.address!) }))],
    aliases: [...base.person.aliases, ...valuesOf("directory_alias").map((v) => v.nameKey!)],
    roles: [...base.person.roles, ...valuesOf("directory_role").map((v) => ({ kind: v.kind!, placeId: v.placeId!, fromOn: v.fromOn!, toOn: v.toOn ?? null }))],
  };
  return { person, writes };
}

const placed = (home: PlaceRow, homes: ReadonlyMap<string, string>) => ({ placeId: home.id, placePath: home.placePath, homePath: homes.get(home.id)! });

function planNew(
  { newId, homes, now }: PersonGround,
  { values, home, saysPlace }: PersonLine,
  namesakes: readonly KnownPerson[],
): { person: KnownPerson; writes: Drafts } | undefined {
  const distinction = values.distinction ?? (namesakes.length > 0 && saysPlace ? home.name : null);
  if (namesakes.some((p) => !distinction || p.distinction === distinction)) return undefined;
  const fullName = values.fullName!;
  const { birthYear = null, sex = null } = values;
  const person = { id: newId(), nameKey: nameKeyOf(fullName), distinction, ...placed(home, homes), birthYear, sex, version: 1 };
  const row = {
    ...person,
    ...{ fullName, initials: initialsOf(fullName), sortKey: sortKeyOf(fullName, person.nameKey) },
    mergedIntoId: null,
    removedAt: null,
    createdAt: now,
    enteredBy: null,
  };
  return { person: { ...person, channels: [], roles: [], aliases: [] }, writes: [added("directory_person", person.id, row, 1)] };
}

function planChange({ homes }: PersonGround, { values, home, saysPlace }: PersonLine, known: KnownPerson): { person: KnownPerson; writes: Drafts } {
  const { birthYear, sex, distinction, placeId, placePath, homePath } = known;
  const before = { birthYear, sex, distinction, placeId, placePath, homePath };
  const said = { birthYear: values.birthYear ?? birthYear, sex: values.sex ?? sex, distinction: values.distinction ?? distinction };
  const after = { ...before, ...said, ...(saysPlace && home.id !== placeId ? placed(home, homes) : {}) };
  const differs = (Object.keys(before) as (keyof typeof before)[]).some((key) => before[key] !== after[key]);
  if (!differs) return { person: known, writes: [] };
  const version = known.version + 1;
  return {
    person: { ...known, ...after, version },
    writes: [{ deed: "changed", table: "directory_person", id: known.id, values: { ...after, version }, before, versionAfter: version }],
  };
}

function channelsFor({ blind, newId, now }: PersonGround, { values }: PersonLine, person: KnownPerson): Drafts {
  const read = [values.phone ? readAddress("phone", values.phone) : undefined, values.mail ? readAddress("mail", values.mail) : undefined];
  return read.flatMap((address) => {
    if (!address?.kind || person.channels.some((c) => c.index === blind(address.address))) return [];
    const isPreferred = address.kind !== "mail" && !person.channels.some((c) => c.kind !== "mail");
    return [
      added("directory_channel", newId(), {
        personId: person.id,
        kind: address.kind,
        address: address.address,
        isPreferred,
        isVerified: false,
        createdAt: now,
        enteredBy: null,
        confirmedAt: null,
      }),
    ];
  });
}

function aliasFor({ newId }: PersonGround, { values: { alias } }: PersonLine, person: KnownPerson): Drafts {
  if (!alias || person.aliases.includes(nameKeyOf(alias))) return [];
  return [added("directory_alias", newId(), { personId: person.id, kind: "familiar", name: alias, nameKey: nameKeyOf(alias) })];
}

function roleFor({ newId, now, today }: PersonGround, { values, post, organizationId }: PersonLine, person: KnownPerson): Drafts {
  const title = values.role ?? (organizationId ? "责任单位联系人" : undefined);
  if (!title || title === "居民") return [];
  const kind = chooseRoleKind(title);
  const term = { fromOn: values.fromOn?.toString() ?? today, toOn: values.toOn?.toString() ?? null };
  if (person.roles.some((role) => role.kind === kind && role.placeId === post.id && overlaps(role, term))) return [];
  return [
    added("directory_role", newId(), {
      personId: person.id,
      kind,
      title,
      placeId: post.id,
      placePath: post.placePath,
      organizationId,
      ...term,
      givenBy: null,
      endedBy: null,
      createdAt: now,
    }),
  ];
}
