import type { NewPerson } from "./add-person/add-person.js";
import type { NewPlace } from "./keep-places/add-place.js";
import type { VenueInput } from "./keep-venues/keep-venue.js";
import type { NewRole } from "./give-role/give-role.js";
import type { services } from "./services.js";
import type { OrganizationKind } from "./words.js";

/** Brings a whole file in, in a test that needs one. */
export { importFile } from "./import-files/import-file.js";

/** What the makers need of a running test: `startPlugin(…)` gives it. */
export interface Rehearsal {
  write<T>(pluginId: string, work: (ctx: any) => Promise<T>): Promise<T>;
}
interface Context {
  readonly services: ReturnType<typeof services>;
  readonly clock: { today(): string };
}
const inside = <T>(app: Rehearsal, work: (ctx: Context) => Promise<T>): Promise<T> => app.write("directory", work);

export interface SetUp {
  readonly placeId: string;
  readonly path: string;
  readonly personId: string;
}

/** A community with its first person, who is administrator and secretary and signs in with the account "secretary". */
export function aCommunity(app: Rehearsal, { accountId = "secretary", name = "王秀珍", community = "光明路社区" } = {}): Promise<SetUp> {
  return inside(app, async ({ services }) => {
    const personId = await services.authority().welcome({ accountId, name, community });
    const { placeId, placePath } = (await services.settings.find())!;
    return { placeId, path: placePath, personId };
  });
}

async function communityPlace({ services }: Context): Promise<string> {
  const setting = await services.settings.find();
  if (!setting) throw new Error("There is no community yet. Maybe call aCommunity(app) first.");
  return setting.placeId;
}

/** A place below the community, or below the parent named. */
export function aPlace(app: Rehearsal, place: Partial<NewPlace> = {}): Promise<{ id: string; path: string }> {
  return inside(app, async (ctx) => {
    const row = await ctx.services.places.add({ name: "和平苑", kind: "compound", ...place, parentId: place.parentId ?? (await communityPlace(ctx)) });
    return { id: row.id, path: row.placePath };
  });
}

/** A person in the community; `account` links an account to them, `role` gives them a role there from today on. */
export function aPerson(
  app: Rehearsal,
  {
    account,
    role,
    rolePlaceId,
    ...person
  }: Partial<NewPerson> & { readonly account?: string; readonly role?: NewRole["kind"]; readonly rolePlaceId?: string } = {},
): Promise<string> {
  return inside(app, async (ctx) => {
    const { services, clock } = ctx;
    const placeId = person.placeId ?? (await communityPlace(ctx));
    const id = await services.people.add({ fullName: "何志远", enteredBy: null, isConfirmed: true, ...person, placeId });
    if (role) await services.roles.give({ personId: id, kind: role, placeId: rolePlaceId ?? placeId, fromOn: clock.today(), givenBy: null });
    if (account) await services.accounts.link(id, account, "staff");
    return id;
  });
}

export function anOrganization(app: Rehearsal, organization: { name?: string; kind?: OrganizationKind; placeId?: string } = {}): Promise<string> {
  return inside(app, async (ctx) =>
    ctx.services.organizations.add({
      name: "和平苑物业",
      kind: "property_company",
      ...organization,
      placeId: organization.placeId ?? (await communityPlace(ctx)),
    }),
  );
}

export function aVenue(app: Rehearsal, { placeId, ...venue }: Partial<VenueInput> & { readonly placeId?: string } = {}): Promise<string> {
  return inside(app, async (ctx) =>
    ctx.services.venues.add(placeId ?? (await communityPlace(ctx)), {
      name: "议事室",
      kind: "meeting_room",
      seats: 30,
      equipment: [],
      openings: [],
      closures: [],
      ...venue,
    }),
  );
}

/** Days of a year as announced, or made up. */
export const aHolidayYear = (
  app: Rehearsal,
  year: { year: number; days: readonly { day: string; name: string; isOffDay: boolean }[]; isFictional?: boolean },
): Promise<void> => inside(app, ({ services }) => services.holidays.load({ source: "test", isFictional: false, ...year }));
