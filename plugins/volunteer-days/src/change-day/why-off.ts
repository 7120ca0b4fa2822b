import { t } from "@lianxin/web-kit";

/** Why a date is off, in a line: rain, the holiday it falls on; with what was said to everybody. Empty where nothing was said. */
export const whyOff = ({
  reason,
  holiday,
  words,
}: {
  readonly reason: string | null;
  readonly holiday: string | null;
  readonly words: string | null;
}): string => [reason === "holiday" && holiday ? holiday : reason && t(`volunteer-days.reason.${reason}`), words].filter(Boolean).join("；");
