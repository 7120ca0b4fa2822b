import { addTexts, loadTexts, setLanguage } from "@lianxin/web-kit";

type Language = Parameters<typeof setLanguage>[0];

/** The shell's texts of a language. English comes when somebody asks for it, so that nobody else waits for it. */
const loadOwn = (wanted: Language): Promise<void> =>
  wanted === "en" ? import("./en.js").then(({ en }) => addTexts({ en })) : import("./zh-CN.js").then(({ zhCN }) => addTexts({ "zh-CN": zhCN }));

/** All texts of a language, the shell's and the plugins': for the workbench and for the shell's own pages. */
export const loadAllTexts = async (wanted: Language): Promise<void> => void (await Promise.all([loadOwn(wanted), loadTexts(wanted)]));

/** Shows everything in a language. On a public page of a plugin, `of`, nothing is waited for but that plugin's texts. */
export async function chooseLanguage(wanted: Language, of?: string): Promise<void> {
  await (of === undefined || wanted === "en" ? Promise.all([loadOwn(wanted), loadTexts(wanted, of)]) : loadTexts(wanted, of));
  await setLanguage(wanted, of);
}
