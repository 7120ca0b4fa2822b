import type { MatterRow } from "../find-matter/matter.repository.js";
import type { MattersContext } from "../plugin.js";

/** A letter to whoever raised it, when they gave a name and have a mail address; once for each stage the matter comes to. */
export async function tellReporter(
  { use, deliver, text }: MattersContext,
  { id, number, title, state, reportedBy }: MatterRow,
  reason: string | null,
): Promise<void> {
  const person = reportedBy ? await use.directory.findPerson(reportedBy) : undefined;
  const channel = person && (await use.directory.channelsOf(person.id)).find(({ kind }) => kind === "mail");
  if (!person || !channel) return;
  const params = { name: person.fullName, number, title, state: text(`matters.state.${state}`, {}, "zh-CN"), reason: reason ?? "" };
  deliver({
    channel: "mail",
    to: { personId: person.id, name: person.fullName, address: channel.address },
    key: `matters/${id}/${state}`,
    subject: text("matters.letter.subject", params, "zh-CN"),
    text: text(reason ? "matters.letter.withReason" : "matters.letter.plain", params, "zh-CN"),
  });
}
