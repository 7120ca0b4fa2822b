import type { ActivitiesContext } from "../plugin.js";
import { isDirector } from "../keep-safe/must-be.js";

/**
 * Who of the whole community is called so, to be put on a home's list of adults by who may not look through the directory there: by the full name only, so that nobody is found who is not known already.
 * Without a name the director themself. Namesakes come with what tells them apart. O(namesakes).
 */
export async function findPeople(ctx: ActivitiesContext, homeId: string, name: string) {
  const { directory } = ctx.use;
  const community = await directory.community();
  const own = name === "" && (await isDirector(ctx, homeId)) ? [ctx.actor.personId!] : [];
  const ids = name === "" || !community ? own : ((await directory.peopleNamed([name], community.path)).get(name) ?? []);
  const people = await Promise.all(ids.map((id) => directory.findPerson(id)));
  return Promise.all(
    people.flatMap((person) =>
      person
        ? [
            directory.findPlace(person.placeId).then((place) => ({
              ...{ id: person.id, fullName: person.fullName },
              note: [person.distinction, place?.name].filter(Boolean).join(" "),
            })),
          ]
        : [],
    ),
  );
}
