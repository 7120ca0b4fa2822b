/** Deeds of the platform's own parts are said by the platform. */
const ownDeeds: Readonly<Record<string, string>> = { "sign-in": "kit.deed.signIn" };

/** What a recorded action is called: the text `deed.…` of its plugin, else the action as it was recorded. */
export function sayDeed(action: string, textOf: (key: string) => string): string {
  const [plugin = "", ...rest] = action.split(".");
  const key = [ownDeeds[plugin] ?? `${plugin}.deed`, ...rest].join(".");
  const text = textOf(key);
  return text === key ? action : text;
}
