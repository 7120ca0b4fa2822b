const least = 8;
const most = 128;

/** Stems of the passwords most often found in published breaches; a password that is one of them with a short tail is refused too. */
const common = new Set(
  (
    "password passw0rd p@ssword p@ssw0rd qwerty qwertyui qwertyuiop asdfgh asdfghjk asdfghjkl zxcvbn zxcvbnm 1q2w3e4r 1q2w3e4r5t 1qaz2wsx qazwsx qazwsxedc q1w2e3r4 " +
    "abc123 abcd1234 a123456 a1234567 aa123456 123abc 123qwe qwe123 admin administrator root welcome letmein iloveyou dragon monkey football baseball superman batman " +
    "sunshine princess master shadow michael trustno1 starwars whatever freedom computer internet login guest test testing changeme default secret woaini woaini1314 " +
    "woaini520 5201314 1314520 520520 li123456 wang123456 zhang123456 zxc123 asd123 asd123456 qq123456 wodemima mima mima1234 lianxin shequ shequ123 guanliyuan"
  ).split(" "),
);

const isRun = (text: string): boolean =>
  [1, -1, 0].some((step) => [...text].every((c, i, all) => i === 0 || c.charCodeAt(0) - all[i - 1]!.charCodeAt(0) === step));
const isRepeated = (text: string): boolean =>
  [1, 2, 3, 4].some(
    (size) =>
      text ===
      text
        .slice(0, size)
        .repeat(Math.ceil(text.length / size))
        .slice(0, text.length),
  );
const isBirthday = (text: string): boolean => /^(19|20)\d\d(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])$/.test(text);
const digitRuns = /^(?:0?123456789?0?|987654321|0987654321|123456|654321|12345678|1234567890)+$/;

/**
 * Whether a password may be set: 8 to 128 characters of any kind, and none of the most common, which are a list of stems (bare or with up
 * to four digits or marks behind), rising, falling and repeated runs, and a birthday alone. `own` are the account's own mail and phone.
 */
export function isStrongEnough(password: string, own: readonly string[] = []): boolean {
  const length = [...password].length;
  if (length < least || length > most) return false;
  const plain = password.toLowerCase();
  const stem = plain.replace(/[\d!@#$%.?*_-]{0,4}$/, "");
  if (common.has(plain) || common.has(stem) || own.some((o) => plain === o.toLowerCase())) return false;
  return !isRun(plain) && !isRepeated(plain) && !isBirthday(plain) && !digitRuns.test(plain);
}

export const leastPassword = least;
