import { answerFor, type WebAnswer } from "./answer-for.js";
import { chooseLanguage } from "./choose-language.js";
import type { Texts } from "../start-plugins/translate.js";
import { isFileAddress, type Doors } from "./doors.js";
import { pageFor } from "./page-for.js";

/**
 * The answer to any GET that is not the API's: a file, or the page. Nothing at a file's address where no file is (the caller answers
 * 404 with `no-store`: an old tab asks there for yesterday's release).
 */
export function answerWeb(
  path: string,
  headers: Readonly<Record<string, string | readonly string[] | undefined>>,
  doors: Doors,
  texts?: Texts,
): WebAnswer | undefined {
  const file = doors.files.get(path);
  if (file) return answerFor(file, headers);
  if (isFileAddress(path)) return undefined;
  const language = chooseLanguage(headers);
  const { status, headers: ours, body } = answerFor(pageFor(path, doors, { language, ...(texts && { texts: texts[language] }) }), headers);
  return { status, headers: { ...ours, vary: "accept-encoding, accept-language, cookie" }, body };
}
