import type { PartRow } from "../keep-ledger/part.repository.js";
import type { CommitmentsContext } from "../plugin.js";
import { superiorsOf } from "../remind-owners/find-hearers.js";

/** Nobody took a part in time: whoever has to go on with it gets a letter, the street's secretary when it is reported there, else the community's. */
export async function tellSearchOver({ use, text, deliver }: CommitmentsContext, part: PartRow): Promise<void> {
  const { id, title, standard, seekUntil, seekFallback, placePath } = part;
  const own = (await use.directory.whoAnswersFor("secretary", placePath)).map(({ personId }) => personId);
  const people = seekFallback === "street" ? [...own, ...(await superiorsOf(use.directory, placePath))] : own;
  const params = { title, standard, until: seekUntil!, fallback: text(`commitments.fallback.${seekFallback}`, {}, "zh-CN") };
  for (const personId of new Set(people)) {
    const channel = (await use.directory.channelsOf(personId)).find(({ kind }) => kind === "mail");
    if (!channel) continue;
    const to = { personId, name: (await use.directory.findPerson(personId))?.fullName ?? "", address: channel.address };
    const [subject, words] = [text("commitments.letter.search_over.subject", params, "zh-CN"), text("commitments.letter.search_over", params, "zh-CN")];
    deliver({ channel: "mail", to, key: `commitments/${id}/search-over/${seekUntil}/${personId}`, subject, text: words });
  }
}
