export type IdentifierKind = "mail" | "phone";

/** A mail address or phone number in the one form under which it is found. */
export interface Identifier {
  readonly kind: IdentifierKind;
  readonly value: string;
}

const mailShape = /^[^\s@"<>,;:\\]{1,64}@[^\s@"<>,;:\\]{1,180}$/;

/** A mail address in lower case without spaces around it; undefined when it is none. */
export function tidyMail(text: unknown): Identifier | undefined {
  if (typeof text !== "string" || text.length > 254) return undefined;
  const value = text.normalize("NFKC").trim().toLowerCase();
  return mailShape.test(value) ? { kind: "mail", value } : undefined;
}

/** A phone number as its digits, without +86 and the marks people put between; undefined when it is none. */
export function tidyPhone(text: unknown): Identifier | undefined {
  if (typeof text !== "string" || text.length > 32) return undefined;
  const bare = text.normalize("NFKC").replace(/[\s\-()]/g, "");
  const value = bare.replace(/^(?:\+86|0086|86(?=1\d{10}$))/, "").replace(/^\+/, "");
  return /^\d{7,15}$/.test(value) ? { kind: "phone", value } : undefined;
}

/** What someone typed who may give either. */
export const tidyIdentifier = (text: unknown): Identifier | undefined => (typeof text === "string" && text.includes("@") ? tidyMail(text) : tidyPhone(text));
