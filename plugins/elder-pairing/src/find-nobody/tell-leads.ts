import type { ElderRow } from "../keep-people/people.repository.js";
import type { ElderPairingContext } from "../plugin.js";
import { nextStep, type StepTaken } from "./ladder.js";

/** Who answers for the place: the team lead (网格长), where there is none the committee. */
export async function leadsAt({ use }: Pick<ElderPairingContext, "use">, path: string): Promise<readonly string[]> {
  for (const kind of ["grid_leader", "secretary"] as const) {
    const holders = await use.directory.whoAnswersFor(kind, path);
    if (holders.length > 0) return [...new Set(holders.map(({ personId }) => personId))];
  }
  return [];
}

/** How a letter reaches somebody here: by text where there is a number and texts go out, else by mail; undefined: none does. */
async function wayTo({ use, canSend }: Pick<ElderPairingContext, "use" | "canSend">, personId: string) {
  const channels = await use.directory.channelsOf(personId);
  const find = (kind: "phone" | "mail") => channels.find((one) => one.kind === kind)?.address;
  const [phone, mail] = [canSend("sms") ? find("phone") : undefined, canSend("mail") ? find("mail") : undefined];
  if (phone) return { channel: "sms", address: phone } as const;
  return mail && ({ channel: "mail", address: mail } as const);
}

/** Who is asked to go to the door: `way` how a letter reaches them, "self" who reads this, who is sent none, "none" who has to be called. */
export interface Lead {
  readonly name: string;
  readonly phone: string | null;
  readonly way: "sms" | "mail" | "self" | "none";
}

/** By name and number whom to call for somebody to go to the door, and whom a letter reaches; who has no number is named. */
export async function leadNumbers(ctx: Pick<ElderPairingContext, "use" | "disclose" | "canSend" | "actor">, path: string): Promise<Lead[]> {
  const { use, disclose, actor } = ctx;
  const ids = await leadsAt(ctx, path);
  const names = await use.directory.namesOf(ids);
  const numbers: Lead[] = [];
  for (const id of ids) {
    const sealed = (await use.directory.channelsOf(id)).find(({ kind }) => kind === "phone")?.address;
    const [phone] = sealed ? await disclose([sealed], "visit") : [];
    const way = id === actor.personId ? "self" : ((await wayTo(ctx, id))?.channel ?? "none");
    numbers.push({ name: names.get(id) ?? "", phone: phone ?? null, way });
  }
  return numbers;
}

export type SearchNews = "silent" | "goThere" | "help" | "over" | "again";

/** What a step in vain means for whoever answers for the place: two calls unanswered, nobody left but them to go there, help was called; undefined: nothing new. */
export function newsOf(taken: readonly StepTaken[]): SearchNews | undefined {
  const last = taken.at(-1);
  if (last?.step === "emergency") return "help";
  if (last?.result !== "nobody") return undefined;
  if (last.step === "call_again") return "silent";
  return nextStep(taken)?.step === "grid" ? "goThere" : undefined;
}

/** A step as it was pressed; `struckAt` since when it is struck, null: it stands. */
export interface Press extends StepTaken {
  readonly id: string;
  readonly struckAt: string | null;
}

/** The presses of a search, in order, that sent word when they were made, also those struck since. O(n²) of a handful. */
export const pressesTold = (presses: readonly Press[]): Press[] =>
  presses.filter(
    (press, i) => newsOf(presses.slice(0, i + 1).filter((one) => one === press || one.struckAt === null || one.struckAt > press.at)) !== undefined,
  );

/** A text at once, with the village and the elder's page and never a name, to each who answers for the place, but not to who pressed it. */
export async function tellSearch(ctx: ElderPairingContext, elder: ElderRow, ladderId: string, news: SearchNews): Promise<void> {
  const { use, text, deliver, linkTo, actor, newId } = ctx;
  const village = (await use.directory.findPlace(elder.placeId))?.name ?? "";
  const ids = (await leadsAt(ctx, elder.placePath)).filter((id) => id !== actor.personId);
  const names = await use.directory.namesOf(ids);
  for (const personId of ids) {
    const way = await wayTo(ctx, personId);
    if (!way) continue;
    const said = { village, link: linkTo(`/elder-pairing/elders/${elder.id}`) };
    const words = { subject: text("elder-pairing.letter.search.subject", said, "zh-CN"), text: text(`elder-pairing.letter.search.${news}`, said, "zh-CN") };
    const to = { personId, name: names.get(personId) ?? "", address: way.address };
    deliver({ channel: way.channel, to, key: `elder-pairing/search/${ladderId}/${news}/${newId()}`, ...words });
  }
}
