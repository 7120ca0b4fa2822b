import type { ElderPairingContext } from "../plugin.js";

interface Digest {
  /** Which letter: its subject and its text. */
  readonly what: "digest" | "instead";
  readonly said: Readonly<Record<string, string | number>>;
  /** What is told under the same key is told once. */
  readonly key: string;
}

/** A digest to whoever answers for a place, by mail, else by text message; to nobody where neither is known. */
export async function tellLead({ use, text, deliver }: ElderPairingContext, personId: string, { what, said, key }: Digest): Promise<void> {
  const channels = await use.directory.channelsOf(personId);
  const channel = channels.find((one) => one.kind === "mail") ?? channels.find((one) => one.kind === "phone");
  if (!channel) return;
  const name = (await use.directory.namesOf([personId])).get(personId) ?? "";
  const words = {
    subject: text(`elder-pairing.letter.${what}.subject`, said as never, "zh-CN"),
    text: text(`elder-pairing.letter.${what}`, said as never, "zh-CN"),
  };
  deliver({
    channel: channel.kind === "mail" ? "mail" : "sms",
    to: { personId, name, address: channel.address },
    key: `elder-pairing/${what}/${key}`,
    ...words,
  });
}
