import type { PartRow } from "../keep-ledger/part.repository.js";
import type { CommitmentsContext } from "../plugin.js";
import type { Office } from "../rules.js";

export interface PartNews {
  /** Which of the letters, by its key among the messages: letter.<words>. */
  readonly words: "search_over" | "review_due" | "news";
  /** What the letter says besides the part's title and standard. */
  readonly params: Readonly<Record<string, string>>;
  /** An office that hears of it too. */
  readonly office?: Office | null;
  /** Distinguishes this letter from others about the same part; sent once to each. */
  readonly key: string;
}

/** A letter about a part that nobody need lead, to each of these people who has a mail address, and to the office if one is named. Gives how many went out: none where the house sends no mail. */
export async function tellAboutPart(ctx: CommitmentsContext, { id, title, standard }: PartRow, people: readonly string[], news: PartNews): Promise<number> {
  const { use, text, deliver, canSend } = ctx;
  if (!canSend("mail")) return 0;
  const params = { title, standard, ...news.params };
  const [subject, words] = [text(`commitments.letter.${news.words}.subject`, params, "zh-CN"), text(`commitments.letter.${news.words}`, params, "zh-CN")];
  let told = 0;
  for (const personId of new Set(people)) {
    const channel = (await use.directory.channelsOf(personId)).find(({ kind }) => kind === "mail");
    if (!channel) continue;
    const to = { personId, name: (await use.directory.findPerson(personId))?.fullName ?? "", address: channel.address };
    deliver({ channel: "mail", to, key: `commitments/${id}/${news.key}/${personId}`, subject, text: words });
    told++;
  }
  if (news.office) deliver({ channel: "mail", to: { personId: null, ...news.office }, key: `commitments/${id}/${news.key}/office`, subject, text: words });
  return told + (news.office ? 1 : 0);
}

/** The secretaries who answer for a place. */
export const secretariesOf = async ({ use }: CommitmentsContext, placePath: string): Promise<string[]> =>
  (await use.directory.whoAnswersFor("secretary", placePath)).map(({ personId }) => personId);
