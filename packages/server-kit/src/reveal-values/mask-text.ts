/** How a contact value looks to who has not asked to see it, or may not. An answer's field says which by `x-mask`. */
export type Mask = "phone" | "mail" | "id-code" | "text";

/** Stands for a sensitive value, and for anything else that no mask leaves a part of. */
export const hidden = "＊＊＊";
const mobile = /^1\d{10}$/;
const digits = /^\d{7,15}$/;
const idCode = /^\d{17}[\dXx]$/;
const digitsOf = (phone: string): string => {
  const bare = phone.replace(/[\s()-]|^\+/g, "");
  return bare.length === 13 && bare.startsWith("86") ? bare.slice(2) : bare;
};

/** "199 0000 1234" → "199****1234"; another number keeps its last two digits; what is no number keeps nothing. */
export function maskPhone(phone: string): string {
  const bare = digitsOf(phone);
  if (mobile.test(bare)) return `${bare.slice(0, 3)}****${bare.slice(-4)}`;
  return digits.test(bare) ? `****${bare.slice(-2)}` : hidden;
}

/** "zhang@example.cn" → "z***@example.cn"; a name of one letter is hidden whole. */
export function maskMail(mail: string): string {
  const at = mail.lastIndexOf("@");
  if (at < 1) return hidden;
  const name = [...mail.slice(0, at)];
  return `${name.length > 1 ? name[0]! : ""}***${mail.slice(at)}`;
}

/** "999999194912310025" → "9999**********0025": the day of birth is hidden. */
export const maskIdCode = (code: string): string => (idCode.test(code) ? `${code.slice(0, 4)}**********${code.slice(-4)}` : hidden);

/** "柳树坡四组" → "柳***"; up to two letters are hidden whole. */
export function maskText(text: string): string {
  const letters = [...text];
  return letters.length > 2 ? `${letters[0]!}***` : hidden;
}

const masks: Readonly<Record<Mask, (text: string) => string>> = { phone: maskPhone, mail: maskMail, "id-code": maskIdCode, text: maskText };
export const isMask = (name: unknown): name is Mask => typeof name === "string" && Object.hasOwn(masks, name);

function guessMask(text: string): Mask {
  if (text.includes("@")) return "mail";
  if (idCode.test(text)) return "id-code";
  return digits.test(digitsOf(text)) ? "phone" : "text";
}

/** Masks by the given rule, or by what the text looks like. Empty text stays empty. */
export const maskContact = (text: string, mask?: Mask): string => (text === "" ? "" : masks[mask ?? guessMask(text)](text));
