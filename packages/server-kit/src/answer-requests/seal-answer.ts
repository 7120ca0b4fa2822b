import { Classified, wrapSealed } from "@lianxin/plugin-kit";

/** An answer as JSON text in which classified values stay sealed under their person's key. */
export const sealedAnswer = (value: unknown): string =>
  JSON.stringify(value ?? null, function (this: Record<string, unknown>, name, plain: unknown) {
    const raw = this[name];
    return raw instanceof Classified ? Classified.sealedText(raw) : plain;
  });

export const wrappedAnswer = (text: string): unknown => JSON.parse(text, (_, value: unknown) => wrapSealed(value));
