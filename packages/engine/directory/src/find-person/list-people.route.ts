import { contact } from "@lianxin/plugin-kit";
import { Type } from "typebox";
import { directory } from "../plugin.js";
import { route } from "../services.js";
import { fullNameOf } from "../keep-places/order-places.js";
import { oneOf, orNull } from "../shapes.js";
import { roleKinds } from "../words.js";
import { cursorOf, pageSize } from "./list-people.repository.js";

const RoleLine = Type.Object({
  kind: Type.String(),
  title: Type.String(),
  placeName: Type.String(),
  organizationName: orNull(Type.String()),
  toOn: orNull(Type.String()),
});
const Line = Type.Object({
  id: Type.String(),
  fullName: Type.String(),
  distinction: orNull(Type.String()),
  placeName: Type.String(),
  roles: Type.Array(RoleLine),
  phone: orNull(contact(Type.String())),
});

export const listPeopleRoute = route("GET /people", {
  summary: "People one may see, fifty at a time, by part of a name, pinyin initials, place and role",
  may: directory.permissions.see,
  at: "list",
  query: Type.Object({
    search: Type.Optional(Type.String({ maxLength: 50 })),
    placeId: Type.Optional(Type.String({ maxLength: 64 })),
    role: Type.Optional(oneOf(roleKinds)),
    after: Type.Optional(Type.String({ maxLength: 200 })),
  }),
  returns: Type.Object({ people: Type.Array(Line), next: orNull(Type.String()) }),
  async handle({ query: { placeId, role, ...query }, scope, services, clock }) {
    const under = placeId ? ((await services.places.placeOf(placeId))?.path ?? "/nowhere/") : undefined;
    const rows = await services.people.list(scope, { ...query, ...(under ? { under } : {}), ...(role ? { role: { kind: role, on: clock.today() } } : {}) });
    const page = rows.slice(0, pageSize);
    const ids = page.map((row) => row.id);
    const [roles, phones] = [await services.roles.of(ids, clock.today()), await services.channels.firstPhones(ids)];
    const rolesOf = (id: string) =>
      roles.filter((r) => r.personId === id).map(({ kind, title, placeName, organizationName, toOn }) => ({ kind, title, placeName, organizationName, toOn }));
    const people = page.map(({ id, fullName, distinction, homeName, homeKind, aroundName }) => ({
      id,
      fullName,
      distinction,
      placeName: fullNameOf({ name: homeName, kind: homeKind }, aroundName),
      roles: rolesOf(id),
      phone: phones.get(id) ?? null,
    }));
    return { people, next: rows.length > pageSize ? cursorOf(page.at(-1)!) : null };
  },
});
