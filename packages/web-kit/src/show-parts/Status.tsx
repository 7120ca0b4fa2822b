import { CircleCheck, CircleDashed, CirclePause, CirclePlay, CircleQuestionMark, ClipboardCheck, Clock, TriangleAlert } from "lucide";
import { t } from "../choose-language/texts.js";
import { Icon, type IconNode } from "./Icon.js";

/** How a promise stands: todo 未启动, track 推进中, soon 快到期, late 已超期, check 待核验, hold 暂缓, done 已销号, gap 无主. */
export type StatusKind = "todo" | "track" | "soon" | "late" | "check" | "hold" | "done" | "gap";
/** The icon of each status; also for problems and gaps elsewhere. */
export const statusIcons: Readonly<Record<StatusKind, IconNode>> = {
  todo: CircleDashed,
  track: CirclePlay,
  soon: Clock,
  late: TriangleAlert,
  check: ClipboardCheck,
  hold: CirclePause,
  done: CircleCheck,
  gap: CircleQuestionMark,
};

/** A status: icon, word, and colour last. Never a link or a button. `word` says more than the usual one: “超期 2 天”. */
export const Status = ({ kind, word }: { readonly kind: StatusKind; readonly word?: string }) => (
  <span class="lx-status" data-kind={kind}>
    <Icon node={statusIcons[kind]} size={16} />
    {word ?? t(`web.status.${kind}`)}
  </span>
);
