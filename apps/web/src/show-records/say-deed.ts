/** What a recorded action is called: the text `deed.…` of its plugin, else the action as it was recorded. */
export function sayDeed(action: string, textOf: (key: string) => string): string {
  const [plugin = "", ...rest] = action.split(".");
  const key = `${plugin}.deed.${rest.join(".")}`;
  const text = textOf(key);
  return text === key ? action : text;
}
