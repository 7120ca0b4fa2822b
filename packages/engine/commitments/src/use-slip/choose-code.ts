/** No 0, 1, I, L and O: read out on the phone they are mistaken for each other. */
const letters = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";
const length = 5;

/** "7K3-F2" from the random bits of an id, which is kept nowhere: 31⁵ (28.6 million) codes, each as likely as any other but for 1 in 10¹⁰. */
export function chooseCode(id: string): string {
  let rest = BigInt(`0x${id.replace(/-/g, "").slice(-15)}`);
  let code = "";
  for (let at = 0; at < length; at++) {
    code += letters[Number(rest % BigInt(letters.length))]!;
    rest /= BigInt(letters.length);
  }
  return `${code.slice(0, 3)}-${code.slice(3)}`;
}

/** A code as it was printed from how it was typed: small letters, spaces, any dash, full-width; undefined when it cannot be one. */
export function readCode(typed: string): string | undefined {
  const plain = typed
    .normalize("NFKC")
    .toUpperCase()
    .replace(/[\s\p{Pd}_.·]/gu, "");
  const isCode = plain.length === length && [...plain].every((letter) => letters.includes(letter));
  return isCode ? `${plain.slice(0, 3)}-${plain.slice(3)}` : undefined;
}
