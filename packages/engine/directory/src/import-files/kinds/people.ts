import type { ValuesOf } from "@lianxin/documents";
import { everywhere } from "@lianxin/plugin-kit";
import { homePathOf } from "../../add-person/add-person.js";
import type { PlaceRow } from "../../keep-places/place.repository.js";
import type { DirectoryContext } from "../../plugin.js";
import { nameKeyOf } from "../../read-words/read-name.js";
import { findByNames, placesBelow } from "../find-place-by-name.js";
import { PlanMaker, type ImportKind, type ImportLine } from "../import-plan.js";
import { choosePerson } from "./choose-person.js";
import { chooseSame, proposeSame, readSame } from "./choose-same.js";
import { findBase, keysAbove } from "./find-base.js";
import { findKnownPeople, type KnownPerson } from "./known-people.repository.js";
import { peopleColumns } from "./people-columns.js";
import { planPerson, type PersonGround } from "./plan-person.js";

export type PersonValues = ValuesOf<typeof peopleColumns>;

const organizationsBelow = async ({ db }: DirectoryContext, path: string): Promise<Map<string, string>> => {
  const rows = await everywhere(db, "directory_organization", "a file names organisations by their names")
    .select(["id", "nameKey"])
    .where("placePath", ">=", path)
    .where("placePath", "<", `${path}\uffff`)
    .where("closedOn", "is", null)
    .execute();
  return new Map(rows.map((row) => [row.nameKey, row.id]));
};

/** Homes of all places a file may put people in. */
async function homesOf(ctx: DirectoryContext, places: readonly PlaceRow[]): Promise<Map<string, string>> {
  const homes = new Map<string, string>();
  const communities = places.filter((p) => p.kind === "community" || p.kind === "village");
  for (const place of places) {
    const around = communities.find((c) => place.placePath.startsWith(c.placePath));
    homes.set(place.id, around?.placePath ?? (await homePathOf(ctx.db, place)));
  }
  return homes;
}

/** "同一人" tells whom a line means; it is no note to keep. */
const withoutDistinction = ({ distinction: _, ...values }: PersonValues): PersonValues => ({ ...values, distinction: undefined });

function planLine(plan: PlanMaker, ground: PersonGround, known: Map<string, KnownPerson[]>, { line, values }: ImportLine<PersonValues>): void {
  const names = ["grid", "compound", "building"] as const;
  const isGridRole = /网格(长|员)$/.test(values.role ?? "");
  const base = findBase(ground, values);
  if ("why" in base && base.why === "several") return plan.refuse(line, base.field, "placeSeveral", { name: base.name });
  if ("why" in base) return plan.refusePlace(line, base.field, base.name, base.near);
  const home = findByNames(
    ground.places,
    base,
    isGridRole && !values.compound ? [] : [values.compound ? undefined : values.grid, values.compound, values.building],
  );
  if ("missing" in home) return plan.refusePlace(line, names[home.missing]!, values[names[home.missing]!] ?? "", home.near);
  const post = isGridRole ? findByNames(ground.places, base, [values.grid]) : base;
  if ("missing" in post) return plan.refusePlace(line, "grid", values.grid ?? "", post.near);
  const organizationId = values.organization ? ground.organizations.get(nameKeyOf(values.organization)) : undefined;
  if (values.organization && !organizationId) return plan.refuse(line, "organization", "organizationUnknown", { name: values.organization });
  if (values.fromOn && values.toOn && values.toOn.toString() < values.fromOn.toString()) return plan.refuse(line, "toOn", "datesReversed");
  const nameKey = nameKeyOf(values.fullName!);
  const candidates = known.get(nameKey) ?? [];
  const saysPlace = home.id !== ground.top.id;
  const placeNameOf = (person: KnownPerson) => ground.places.find(({ id }) => id === person.placeId)?.name;
  const same = readSame(values.distinction);
  if (same && candidates.length === 0) return plan.refuse(line, "distinction", "personUnknown", { name: values.fullName! });
  const chosen = same
    ? chooseSame(candidates, same, placeNameOf)
    : choosePerson(candidates, {
        phoneIndex: values.phone && ground.blind(values.phone),
        placeId: saysPlace ? home.id : undefined,
        distinction: values.distinction,
      });
  const mending = { field: "distinction", proposals: proposeSame(candidates, placeNameOf) };
  if ("isAmbiguous" in chosen) return plan.refuse(line, "fullName", "ambiguous", { name: values.fullName! }, mending);
  const said = same ? withoutDistinction(values) : values;
  const planned = planPerson(
    ground,
    { values: said, home, saysPlace, post, organizationId: organizationId ?? null },
    "person" in chosen ? chosen.person : undefined,
    candidates,
  );
  if ("problem" in planned) return plan.refuse(line, "fullName", planned.problem, { name: values.fullName! }, mending);
  known.set(nameKey, [...candidates.filter((p) => p.id !== planned.person.id), planned.person]);
  plan.write(line, planned.writes);
}

/** People: the roster, council members, volunteers, contacts of departments. */
export const peopleImport: ImportKind<typeof peopleColumns> = {
  columns: peopleColumns,
  async plan(ctx, top, lines) {
    const plan = new PlanMaker();
    const places = await placesBelow(ctx.db, top.placePath);
    const known = await findKnownPeople(
      ctx,
      top.placePath,
      lines.map(({ values }) => nameKeyOf(values.fullName!)),
    );
    const ground: PersonGround = {
      top,
      places,
      above: await keysAbove(ctx.db, top.placePath),
      homes: await homesOf(ctx, places),
      organizations: await organizationsBelow(ctx, top.placePath),
      blind: ctx.blind,
      newId: ctx.newId,
      now: ctx.clock.now(),
      today: ctx.clock.today(),
    };
    for (const line of lines) planLine(plan, ground, known, line);
    return plan.finish();
  },
};
