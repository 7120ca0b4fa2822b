import type { Actor } from "@lianxin/plugin-kit";
import { failures, scopeBelow, workAs, type Platform } from "@lianxin/server-kit";
import type { DirectoryDesk, DirectoryServices } from "../load-files/directory-desk.js";
import type { Example, NamedPerson } from "./find-example.js";

/** The part of the engine's services that the story needs; plugins are reached through the configuration, so it is written down here. */
interface BodyServices {
  readonly bodies: { setUp(body: object): Promise<string> };
}
interface MatterServices {
  readonly matters: {
    raise(matter: object): Promise<{ readonly id: string }>;
    find(id: string): Promise<object>;
    screen(row: object, screened: object): Promise<object>;
  };
}
/** Ids by the names of the example's files. */
interface Known {
  readonly placeId: string;
  person(named: NamedPerson): Promise<string>;
  organization(name: string): string;
  place(name: string): string;
}

const noIdOf = (name: string): never => {
  throw failures.exampleTorn({ name });
};

async function know({ settings, people, organizations, places }: DirectoryServices): Promise<Known> {
  const { placeId, placePath } = (await settings.find())!;
  const scope = scopeBelow(placePath);
  const [units, grounds] = [await organizations.list(scope), await places.list(scope)];
  return {
    placeId,
    async person({ name, distinction = null }) {
      const found = (await people.list(scope, { search: name })).filter((one) => one.fullName === name);
      return (found.find((one) => one.distinction === distinction) ?? (found.length === 1 ? found[0] : undefined))?.id ?? noIdOf(name);
    },
    organization: (name) => units.find((unit) => unit.name === name)?.id ?? noIdOf(name),
    place: (name) => grounds.find((ground) => ground.name === name)?.id ?? noIdOf(name),
  };
}

async function bodyOf({ storyBody: { parties, ...body } }: Example, { placeId, person, organization }: Known): Promise<object> {
  const seated = [];
  for (const { seats, organization: unit, ...party } of parties) {
    const held = [];
    for (const { kind, ...named } of seats) held.push({ kind, personId: await person(named) });
    seated.push({ ...party, ...(unit && { organizationId: organization(unit) }), seats: held });
  }
  return { ...body, placeId, parties: seated };
}

async function raise(platform: Platform, actor: Actor, { storyMatter }: Example, { person, place }: Known): Promise<void> {
  const { place: where, reporter, enteredBy, screenedBy, answers, ...said } = storyMatter;
  const people = { reporterId: await person(reporter), enteredBy: await person(enteredBy) };
  const matter = { ...said, ...people, placeId: place(where), reporter: "other", isDesk: true };
  const screener = { ...actor, personId: actor.personId ?? (await person(screenedBy)) };
  const work = async ({ services: { matters } }: { services: MatterServices }) => {
    const { id } = await matters.raise(matter);
    await matters.screen(await matters.find(id), { answers, outcome: "accepted" });
  };
  await workAs(platform, "matters", work, screener);
}

const nobody: Actor = { accountId: "anonymous", personId: null, isSignedIn: false, language: "zh-CN" };

/** Sets up the example's council and brings its first matter before it, so that a meeting can be convened at once. Does what the enabled plugins can do. Throws exampleTorn when a file did not bring somebody it needs. */
export async function beginStory(platform: Platform, desk: DirectoryDesk, example: Example): Promise<void> {
  const enabled = new Set<string>(platform.parts.map(({ plugin }) => plugin.id as string));
  await desk.read(async (services) => {
    const known = await know(services);
    const actor = desk.actor ?? nobody;
    if (enabled.has("meetings")) {
      const body = await bodyOf(example, known);
      await workAs(platform, "meetings", ({ services: { bodies } }: { services: BodyServices }) => bodies.setUp(body), actor);
    }
    if (enabled.has("matters")) await raise(platform, actor, example, known);
  });
}
