import { t } from "@lianxin/web-kit";

/** Why a date is off or waits for a decision, in a line: rain, the holiday it falls on; with what was said to everybody. Empty where nothing was said. */
export const whyOff = ({
  state,
  reason,
  holiday,
  words,
}: {
  readonly state?: string;
  readonly reason: string | null;
  readonly holiday: string | null;
  readonly words: string | null;
}): string =>
  [holiday && (reason === "holiday" || state === "undecided") ? holiday : reason && t(`volunteer-days.reason.${reason}`), words].filter(Boolean).join("；");
