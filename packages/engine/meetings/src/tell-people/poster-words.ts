import { dayText } from "@lianxin/web-kit";
import { text } from "../api.js";
import { today } from "../convene-meeting/week-of.js";

type Place = "next" | "notice";
const words = {
  next: { by: "meetings.next.poster", late: "meetings.next.posterLate", any: "meetings.next.posterAnyDay" },
  notice: { by: "meetings.notice.posterHint", late: "meetings.notice.posterLate", any: "meetings.notice.posterAnyDay" },
} as const;

/** When the poster must hang: a day that is past is not asked for as if it were to come. */
export function tellPoster(place: Place, postBy: string | null): string {
  if (postBy === null) return text(words[place].any);
  return text(postBy < today() ? words[place].late : words[place].by, { day: dayText(postBy) });
}
