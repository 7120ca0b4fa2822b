import { Type, type Static } from "typebox";
import { directory } from "../plugin.js";
import { errors } from "../errors.js";
import { route } from "../services.js";
import { orNull } from "../shapes.js";
import { ChannelShape } from "../show-contact/channels.route.js";
import { showPerson } from "./show-person.js";

const Text = Type.String();
const Dated = { fromOn: Text, toOn: orNull(Text) };
const Span = Type.Object({ weekday: Type.Integer(), fromTime: Text, toTime: Text });

/** Everything the person page shows; addresses stay masked until the reader asks to see. */
export const PersonShape = Type.Object({
  id: Text,
  fullName: Text,
  distinction: orNull(Text),
  birthYear: orNull(Type.Integer()),
  sex: orNull(Text),
  placeId: Text,
  places: Type.Array(Type.Object({ id: Text, name: Text, kind: Text })),
  version: Type.Integer(),
  aliases: Type.Array(Type.Object({ kind: Text, name: Text })),
  channels: Type.Array(ChannelShape),
  roles: Type.Array(Type.Object({ id: Text, kind: Text, title: Text, placeName: Text, organizationName: orNull(Text), ...Dated, isCurrent: Type.Boolean() })),
  consents: Type.Array(Type.Object({ id: Text, purpose: Text, textVersion: Text, givenByName: Text, givenAt: Text, withdrawnAt: orNull(Text) })),
  proxies: Type.Array(Type.Object({ id: Text, deputyId: Text, deputyName: Text, reason: Text, ...Dated })),
  actsFor: Type.Array(Type.Object({ id: Text, principalId: Text, principalName: Text, reason: Text, ...Dated })),
  /** Accounts that speak for them, whether surely and with their roles, and for how many people each does; never an account's name. */
  accounts: Type.Array(
    Type.Object({ id: Text, provedBy: Text, fromAt: Text, isConfirmed: Type.Boolean(), isDisabled: Type.Boolean(), people: Type.Integer() }),
  ),
  merges: Type.Array(Type.Object({ id: Text, mergedId: Text, mergedAt: Text })),
  weekly: Type.Array(Span),
  busy: Type.Array(Type.Object({ id: Text, startsAt: Text, endsAt: Text, kind: Text })),
});
export type PersonPage = Static<typeof PersonShape>;

export const showPersonRoute = route("GET /people/:personId", {
  summary: "One person: names, roles past and present, consents, proxies, calendar, masked addresses",
  may: directory.permissions.see,
  at: async ({ params, services }) => (await services.people.placeOf(params.personId))!,
  returns: PersonShape,
  handle: async ({ params, services, clock }) => showPerson(services, (await services.people.find(params.personId))!, clock),
});

export const showSelfRoute = route("GET /self", {
  summary: "What the directory holds about the person who asks",
  may: "signed-in",
  at: "self",
  returns: PersonShape,
  async handle({ actor, services, clock }) {
    const person = actor.personId ? await services.people.find(actor.personId) : undefined;
    if (!person) throw errors.personUnknown();
    return showPerson(services, person, clock);
  },
});
