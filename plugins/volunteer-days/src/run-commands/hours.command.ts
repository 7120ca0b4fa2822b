import { writeCsv } from "@lianxin/documents";
import { errors } from "../errors.js";
import { headings, linesOf } from "../record-hours/export-hours.js";
import { listService } from "../record-hours/service.repository.js";
import { command } from "../services.js";
import { isDay } from "../tell-time/tell-time.js";

/** lianxin run volunteer-days.hours FROM TO > hours.csv */
export const hoursCommand = command("hours", {
  describe: "工时台账，写从哪天、到哪天，列出 CSV / the ledger of hours from one day to another, as CSV",
  async run({ db }, [from = "", to = ""]) {
    if (!isDay(from)) throw errors.dayInvalid({ value: from });
    if (!isDay(to)) throw errors.dayInvalid({ value: to });
    const rows = await listService(db, "everywhere", from, to);
    return new TextDecoder().decode(writeCsv([headings, ...linesOf(rows)]));
  },
});
