import { writeCsv } from "@lianxin/documents";
import { errors } from "../errors.js";
import { exportHours, headings, linesOf } from "../record-hours/export-hours.js";
import { listService } from "../record-hours/service.repository.js";
import { command } from "../services.js";
import { isDay } from "../tell-time/tell-time.js";

function checkDays(from: string, to: string): void {
  if (from === "" || to === "") throw errors.spanNeeded();
  for (const value of [from, to]) if (!isDay(value)) throw errors.dayInvalid({ value });
}

/** lianxin run volunteer-days.hours-file FROM TO | base64 -d > hours.xlsx */
export const hoursFileCommand = command("hours-file", {
  describe: "工时台账 .xlsx，写从哪天、到哪天，列出 base64 / the ledger of hours from one day to another as .xlsx, in base64",
  async run(ctx, [from = "", to = ""]) {
    checkDays(from, to);
    return Buffer.from(await exportHours(ctx, "everywhere", from, to)).toString("base64");
  },
});

/** lianxin run volunteer-days.hours FROM TO > hours.csv */
export const hoursCommand = command("hours", {
  describe: "工时台账，写从哪天、到哪天，列出 CSV / the ledger of hours from one day to another, as CSV",
  async run({ db }, [from = "", to = ""]) {
    checkDays(from, to);
    const rows = await listService(db, "everywhere", from, to);
    return new TextDecoder().decode(writeCsv([headings, ...linesOf(rows)]));
  },
});
