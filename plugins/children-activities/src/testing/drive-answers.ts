import fc from "fast-check";
import { consentPurposes, type ConsentPurpose } from "../judge-safety/consent-texts.js";
import { openDoor } from "./open-door.js";
import { phoneOf, type Stage } from "./stage.js";

const flags = fc.record({ data: fc.constant(true), participation: fc.boolean(), photo: fc.boolean(), health: fc.boolean() });
const one = fc.nat(5);
/** Something that happens to a home's children and what their guardians say; `which` and `who` are taken round. */
export const happening = fc.record({
  kind: fc.constantFrom("register", "register", "second", "yes", "yes", "no", "no", "no", "limited", "erase", "page", "leave"),
  which: one,
  who: one,
  purpose: fc.constantFrom<ConsentPurpose>("data", "participation", "photo", "photo", "health"),
  consents: flags,
  days: fc.integer({ min: 1, max: 33 }),
});
type Happening = typeof happening extends fc.Arbitrary<infer T> ? T : never;

interface Yes {
  readonly guardian: string;
  readonly purpose: ConsentPurpose;
  readonly until: string | null;
}
interface Child {
  readonly id: string;
  guardians: string[];
  yes: Yes[];
}
interface Noted {
  readonly what: "agreed" | "takenBack";
  readonly year: string;
  readonly childId: string;
  readonly purpose: ConsentPurpose;
}
type Counts = Record<ConsentPurpose, number>;

/** What a year's report has to say, from the notes. */
export function agreed(notes: readonly Noted[], year: string): { agreed: Counts; takenBack: Counts } {
  const count = (what: Noted["what"]) =>
    Object.fromEntries(
      consentPurposes.map((purpose) => {
        const children: string[] = [];
        for (const note of notes)
          if (note.what === what && note.year === year && note.purpose === purpose && !children.includes(note.childId)) children.push(note.childId);
        return [purpose, children.length];
      }),
    ) as Counts;
  return { agreed: count("agreed"), takenBack: count("takenBack") };
}

/** Lets it all happen, some days apart, and notes beside it by hand who agreed and who took what back. */
export async function driveAnswers(stage: Stage, story: readonly Happening[]): Promise<Noted[]> {
  const notes: Noted[] = [];
  const children: Child[] = [];
  let people = 0;
  let now = Date.parse("2027-07-05T01:00:00Z");
  const today = () => new Date(now).toISOString().slice(0, 10);
  const note = (what: Noted["what"], childId: string, purpose: ConsentPurpose) => notes.push({ what, year: today().slice(0, 4), childId, purpose });
  const sign = (child: Child, guardian: string, consents: Happening["consents"]) => {
    for (const purpose of consentPurposes)
      if (consents[purpose]) {
        child.yes.push({ guardian, purpose, until: null });
        note("agreed", child.id, purpose);
      }
  };
  /** They end, taken back where a guardian says so and they still held. */
  const end = (child: Child, ended: (yes: Yes) => boolean, isTakenBack: boolean) => {
    for (const yes of child.yes) if (ended(yes) && isTakenBack && (yes.until === null || yes.until >= today())) note("takenBack", child.id, yes.purpose);
    child.yes = child.yes.filter((yes) => !ended(yes));
  };
  const forget = (child: Child, isTakenBack: boolean) => {
    end(child, () => true, isTakenBack);
    children.splice(children.indexOf(child), 1);
  };
  const guardiansOf = async (childId: string): Promise<string[]> => {
    const list = await stage.must("GET /homes/:homeId/children", { as: "luo", params: { homeId: stage.homeId } });
    return list.children.find(({ id }: any) => id === childId).guardians.map(({ guardianId }: any) => guardianId);
  };
  const register = async ({ consents }: Happening) => {
    const guardian = { name: `监护人${people}`, phone: phoneOf(people++), relation: "奶奶" };
    const id = await stage.aChild(people, { consents, givenOn: today(), guardian });
    const child: Child = { id, guardians: await guardiansOf(id), yes: [] };
    children.push(child);
    sign(child, child.guardians[0]!, consents);
  };
  for (const event of story) {
    stage.app.ports.advance(event.days * 86_400_000);
    now += event.days * 86_400_000;
    const child = children[event.which % Math.max(1, children.length)];
    if (!child || event.kind === "register") {
      if (children.length < 6) await register(event);
      continue;
    }
    const params = { childId: child.id };
    const guardian = child.guardians[event.who % child.guardians.length]!;
    const say = (body: object) => stage.must("POST /children/:childId/consents", { as: "luo", params, body: { guardianId: guardian, ...body } });
    if (event.kind === "second" && child.guardians.length === 1) {
      const body = { name: `监护人${people}`, phone: phoneOf(people++), relation: "父亲", consents: event.consents, textVersion: "2026-1", givenOn: today() };
      const { id } = await stage.must("POST /children/:childId/guardians", { as: "luo", params, body });
      child.guardians.push(id);
      sign(child, id, event.consents);
    }
    if (event.kind === "yes") {
      await say({ purpose: event.purpose, isYes: true });
      child.yes.push({ guardian, purpose: event.purpose, until: null });
      note("agreed", child.id, event.purpose);
    }
    if (event.kind === "limited") {
      const until = new Date(now + 30 * 86_400_000).toISOString().slice(0, 10);
      await say({ purpose: "photo", isYes: true, untilOn: until });
      child.yes.push({ guardian, purpose: "photo", until });
      note("agreed", child.id, "photo");
    }
    if (event.kind === "no") {
      await say({ purpose: event.purpose, isYes: false });
      end(child, (yes) => yes.guardian === guardian && yes.purpose === event.purpose, true);
      if (event.purpose === "data") forget(child, true);
    }
    if (event.kind === "erase") {
      await stage.must("POST /children/:childId/erasure", { as: "luo", params });
      forget(child, false);
    }
    if (event.kind === "page") {
      await (await openDoor(stage, child.id)).at(`/children/${child.id}/erasure`);
      forget(child, true);
    }
    if (event.kind === "leave" && child.guardians.length === 2) {
      await stage.must("POST /children/:childId/guardians/:guardianId/end", { as: "luo", params: { ...params, guardianId: guardian } });
      child.guardians = child.guardians.filter((id) => id !== guardian);
      end(child, (yes) => yes.guardian === guardian, false);
    }
  }
  return notes;
}
