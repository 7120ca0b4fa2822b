import { api, text } from "../api.js";
import { needed, neededChoice, tidyPhone } from "@lianxin/web-kit/forms";
import { readAffected } from "../raise-matter/read-affected.js";

/** What the public form asks; a name and a phone number may stay empty. */
export interface ReportValues {
  readonly title: string;
  readonly detail: string;
  readonly placeId: string;
  readonly spot: string;
  readonly affected: string;
  readonly name: string;
  readonly phone: string;
}
export const emptyReport: ReportValues = { title: "", detail: "", placeId: "", spot: "", affected: "", name: "", phone: "" };

/** Answers that are needed; the phone number is judged by the server, which takes landlines too. */
export const checkReport = ({ title, placeId }: Pick<ReportValues, "title" | "placeId">) => ({
  title: needed(title, text("matters.field.title")),
  placeId: neededChoice(placeId, text("matters.field.placeId")),
});

export const tidyReport = { phone: tidyPhone };
export const sendReport = ({ affected, ...said }: ReportValues, idempotencyKey: string) =>
  api("POST /public/matters", { body: { ...said, affected: readAffected(affected) }, idempotencyKey });
/** Kept on the device; never the name or the phone number. */
export const reportDraft = { key: "matters.report", fields: ["title", "detail", "placeId", "spot", "affected"] } as const;
