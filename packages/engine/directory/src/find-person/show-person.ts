import type { Clock } from "@lianxin/plugin-kit";
import { isCurrent } from "../read-words/read-term.js";
import type { services } from "../services.js";
import type { PersonRow } from "./person.repository.js";
import type { PersonPage } from "./show-person.route.js";

type Services = ReturnType<typeof services>;
type Standing = Pick<PersonPage, "roles" | "consents" | "proxies" | "actsFor" | "accounts" | "merges">;

async function standingOf(services: Services, { id }: PersonRow, clock: Clock): Promise<Standing> {
  const [roles, consents] = [await services.roles.of(await services.people.recordsOf(id)), await services.consents.of(id)];
  const givers = await services.people.namesOf(consents.map((c) => c.givenBy));
  return {
    roles: roles.map(({ id, kind, title, placeName, organizationName, fromOn, toOn }) => ({
      ...{ id, kind, title, placeName, organizationName, fromOn, toOn },
      isCurrent: isCurrent({ fromOn, toOn }, clock.today()),
    })),
    consents: consents.map(({ givenBy, ...consent }) => ({ ...consent, givenByName: givers.get(givenBy) ?? "" })),
    proxies: await services.proxies.of(id),
    actsFor: await services.proxies.principalsOf(id),
    accounts: await services.accounts.shown(id),
    merges: await services.merges.of(id),
  };
}

/** The person page's answer; a dozen small queries. */
export async function showPerson(services: Services, person: PersonRow, clock: Clock): Promise<PersonPage> {
  const { id, fullName, distinction, birthYear, sex, placeId, version } = person;
  const places = (await services.places.above(person.placePath)).map(({ id, name, kind }) => ({ id, name, kind }));
  const calendar = (await services.calendars.of([id], clock.now(), clock.now())).get(id)!;
  return {
    ...{ id, fullName, distinction, birthYear, sex, placeId, version, places },
    aliases: await services.people.aliasesOf(id),
    channels: await services.channels.of(id),
    ...(await standingOf(services, person, clock)),
    weekly: [...calendar.weekly],
    busy: await services.calendars.busyRowsOf(id, clock.now()),
  };
}
