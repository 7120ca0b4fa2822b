import { DocumentRefused } from "../document-refused.js";
import { countSmsCharacters, flatten, shorten } from "./count-characters.js";

/** What an SMS tells of a meeting; date and time as they are said: `9月9日(周三)`, `15:00`. */
export interface SmsPaper {
  readonly community: string;
  readonly date: string;
  readonly time: string;
  readonly place: string;
  readonly matter: string;
  readonly contact: string;
}

/** One SMS of Chinese text. */
export const smsLimit = 70;
const leastMatter = 4;

/**
 * The text of one SMS, at most 70 characters with the community's signature: `【光明路社区】9月9日(周三)15:00在社区二楼会议室开会，议：挡土墙坍毁处理。联系0794-3612345`.
 * The matter is shortened first, then left out, then the contact is left out; date, time and place always stay whole. Refuses when they alone
 * are too long.
 */
export function writeSms(paper: SmsPaper): string {
  const [community, date, time, place, matter, contact] = [paper.community, paper.date, paper.time, paper.place, paper.matter, paper.contact].map(flatten) as [
    string,
    string,
    string,
    string,
    string,
    string,
  ];
  const core = `【${community}】${date}${time}在${place}开会`;
  const tail = contact ? `。联系${contact}` : "。";
  const room = smsLimit - countSmsCharacters(core + tail) - countSmsCharacters("，议：");
  if (matter && room >= Math.min(leastMatter, countSmsCharacters(matter))) return `${core}，议：${shorten(matter.replace(/[。.]$/, ""), room)}${tail}`;
  for (const text of [core + tail, `${core}。`]) if (countSmsCharacters(text) <= smsLimit) return text;
  throw new DocumentRefused("message.sms.long", { limit: smsLimit, length: countSmsCharacters(`${core}。`) });
}
