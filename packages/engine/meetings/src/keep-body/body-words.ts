import { language, t } from "@lianxin/web-kit";
import { api, text } from "../api.js";

export const readBody = (bodyId: string) => api("GET /bodies/:bodyId", { params: { bodyId } });
export type ShownBody = Awaited<ReturnType<typeof readBody>>;
export type Party = ShownBody["parties"][number];
export type Seat = Party["seats"][number];

/** "议事会规则（光明路社区议事会办法） 本地" */
export function tellRules({ nameZh, nameEn, citation, isVerified, isLocal }: ShownBody["pack"]): string {
  const remark = isVerified ? "" : ` ${text(isLocal ? "meetings.room.local" : "meetings.room.unverified")}`;
  return `${language.value === "en" ? nameEn : nameZh}（${citation}）${remark}`;
}

/** What a seat is beside a name: its kind when it has no vote, then what it counts as. */
export const tellSeat = ({ kind, marks }: Pick<Seat, "kind" | "marks">): string =>
  [kind !== "voting" && t(`meetings.seat.${kind}`), ...marks.map((mark) => text(`meetings.group.${mark}`))].filter(Boolean).join("、");
