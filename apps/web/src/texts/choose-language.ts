import { addTexts, loadTexts, setLanguage } from "@lianxin/web-kit";

type Language = Parameters<typeof setLanguage>[0];

/** Shows everything in a language. The shell's English texts come when somebody asks for English, so that nobody else waits for them. */
export async function chooseLanguage(wanted: Language): Promise<void> {
  const ours = wanted === "en" ? import("./en.js").then(({ en }) => addTexts({ en })) : undefined;
  await Promise.all([ours, loadTexts(wanted)]);
  await setLanguage(wanted);
}
