import { writeEmptySheet } from "@lianxin/documents";
import { consentTextOn } from "../judge-safety/consent-texts.js";
import { mustDirect } from "../keep-safe/must-be.js";
import type { ActivitiesContext } from "../plugin.js";
import { columnsToFill } from "./columns.js";

/** An empty .xlsx with the headings a home's list is read by, and how each is filled in. Throws directorOnly. */
export async function writeEmptyList(ctx: ActivitiesContext, homeId: string): Promise<Uint8Array> {
  await mustDirect(ctx, homeId);
  const columns = columnsToFill(consentTextOn(ctx.clock.today())?.version ?? "");
  return writeEmptySheet({ title: ctx.text("children-activities.import.sheet", {}, "zh-CN"), columns, stamp: ctx.clock.now() });
}
