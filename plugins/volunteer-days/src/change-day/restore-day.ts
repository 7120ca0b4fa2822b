import { ApiError } from "@lianxin/web-kit";
import { api, text } from "../api.js";
import { sayTold } from "../tell-volunteers/ToCall.js";
import type { Clashing } from "./ClashDialog.js";

interface Restore {
  readonly clashing?: number;
  /** Why it takes place on a holiday. */
  readonly holidayWhy?: string;
}

/** Who would have another place if the date took place after all; nothing is changed. */
export const tryRestore = async (dayId: string, restore: Restore): Promise<readonly Clashing[]> =>
  (await api("POST /days/:dayId/restore", { params: { dayId }, body: { ...restore, isTry: true } })).clashes;

/** It takes place after all, and whoever signed up is told. */
export async function sendRestore(dayId: string, restore: Restore): Promise<void> {
  const told = await api("POST /days/:dayId/restore", { params: { dayId }, body: restore });
  sayTold(dayId, text("volunteer-days.change.restored"), told);
}

/** Refused as a holiday: with a reason it may take place all the same. */
export const isDateOff = (error: unknown): boolean => error instanceof ApiError && error.code === "volunteer-days.dateOff";
