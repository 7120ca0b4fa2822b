import { writeDay } from "@lianxin/documents";
import { decisionsOf, inviteesOf, itemsOf, motionsOf } from "../find-meeting/meeting.repository.js";
import type { MeetingsContext } from "../plugin.js";
import type { MeetingCommand } from "../run-meeting/meeting-command.js";
import { agendaParts } from "../run-meeting/show-parts.js";
import type { commandsOf } from "../run-meeting/command.repository.js";

type Log = Awaited<ReturnType<typeof commandsOf>>;
/** One thing a command said, under what it is called. */
export interface SaidOnce {
  readonly label: string;
  readonly words: string;
}
type Telling = (value: never) => string | undefined;

/** What can stand in a command beside its kind; every one of them is told. */
type Field = Exclude<{ [K in MeetingCommand["kind"]]: keyof Extract<MeetingCommand, { kind: K }> }[MeetingCommand["kind"]], "kind">;

/** Names of what commands of a meeting point to, also of a motion or part that only stands in a refused command. Some seven queries for the whole log. */
async function readNames({ db, use }: MeetingsContext, meetingId: string, log: Log) {
  const [invitees, items, motions, decisions] = [
    await inviteesOf(db, meetingId),
    await itemsOf(db, meetingId),
    await motionsOf(db, meetingId),
    await decisionsOf(db, meetingId),
  ];
  const payloads = log.map(({ payload }) => payload);
  const claims = payloads.flatMap((payload) => (payload.kind === "claim" ? [payload] : []));
  const people = await use.directory.namesOf([
    ...invitees.map(({ personId }) => personId),
    ...claims.flatMap(({ ownerId, verifierId }) => [ownerId, ...(verifierId ? [verifierId] : [])]),
  ]);
  const organizations = await use.directory.organizationNames(claims.flatMap((one) => [one.ownerOrganizationId, ...one.supportingOrganizationIds]));
  const parts = await use.commitments.partsOfMeeting(meetingId, agendaParts(items));
  const moved = log.flatMap(({ id, payload }) => (payload.kind === "move" ? [[id, payload.text] as const] : []));
  const objected = log.flatMap(({ id, payload }) => (payload.kind === "object" ? [[id, payload.reason] as const] : []));
  const voted = log.flatMap(({ id, payload }) => (payload.kind === "vote" ? [[id, new Map(moved).get(payload.motionId) ?? ""] as const] : []));
  return {
    ...{ people, organizations, objections: new Map(objected) },
    invitees: new Map(invitees.map(({ id, personId }) => [id, people.get(personId) ?? ""])),
    items: new Map(items.map(({ id, title }) => [id, title])),
    motions: new Map([...moved, ...motions.map(({ id, text }) => [id, text] as const)]),
    decisions: new Map([...voted, ...decisions.map(({ id, text }) => [id, text] as const)]),
    parts: new Map(parts.map(({ id, title }) => [id, title])),
  };
}

/** Tells what commands of a meeting said, in words and names: what was written, who and what is meant, numbers and days. */
export async function readTeller(ctx: MeetingsContext, meetingId: string, log: Log): Promise<(command: MeetingCommand) => SaidOnce[]> {
  const names = await readNames(ctx, meetingId, log);
  const { text } = ctx;
  const as = (value: string): string => value;
  const yes = (value: boolean): string => text(value ? "meetings.refused.yes" : "meetings.refused.no");
  const tellers: { readonly [F in Field]: Telling } = {
    ...{ text: as, reason: as, words: as, answer: as, standard: as, conditions: as, chairNote: as, partyName: as, pollId: () => undefined },
    ...{ attending: String, yes: String, no: String, abstain: String, dueOn: writeDay, reviewOn: writeDay, until: writeDay },
    ...{ isWithdrawn: yes, isGranted: yes },
    inviteeId: (id: string) => names.invitees.get(id),
    itemId: (id: string) => names.items.get(id),
    motionId: (id: string) => names.motions.get(id),
    decisionId: (id: string) => names.decisions.get(id),
    partId: (id: string) => names.parts.get(id),
    objectionId: (id: string) => names.objections.get(id),
    ownerId: (id: string) => names.people.get(id),
    verifierId: (id: string) => names.people.get(id),
    ownerOrganizationId: (id: string) => names.organizations.get(id),
    supportingOrganizationIds: (ids: readonly string[]) => ids.map((id) => names.organizations.get(id) ?? "").join("、"),
    stance: (stance: "for") => text(`meetings.stance.${stance}`),
    fallback: (fallback: "street") => text(`meetings.fallback.${fallback}`),
    origin: (origin: "claimed") => text(`meetings.refused.origin.${origin}`),
    casting: (casting: "yes") => text(`meetings.poll.choice.${casting}`),
    parts: (parts: readonly { readonly title: string; readonly standard: string }[]) =>
      parts.map(({ title, standard }) => `${title}（${standard}）`).join("；"),
  };
  return ({ kind: _kind, ...said }) =>
    Object.entries(said).flatMap(([field, value]) => {
      const words = tellers[field as Field](value as never);
      return words ? [{ label: text(`meetings.refused.field.${field as Field}`), words }] : [];
    });
}
