import { writeLedger } from "@lianxin/documents";
import { Type } from "typebox";
import { errors } from "../errors.js";
import { ledgerQuery } from "../keep-ledger/ledger.route.js";
import { commitments } from "../plugin.js";
import { route } from "../services.js";
import { planSheet } from "./ledger-sheet.js";

const most = 5000;
const xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

export const exportLedgerRoute = route("GET /ledger.xlsx", {
  summary: "The ledger as the screen shows it, as an .xlsx file with the usual headings; at most 5,000 lines",
  may: commitments.permissions.see,
  at: "list",
  query: Type.Object(ledgerQuery),
  returns: Type.Object({}),
  async handle({ query, scope, services, use, actor, clock, text }) {
    const count = (await services.ledger.count(scope, query))[query.filter];
    if (count > most) throw errors.exportTooLong({ count, most });
    const lines = await services.ledger.upTo(scope, query, most);
    const say = (key: string, params = {}) => text(`commitments.${key}`, params, "zh-CN");
    const words = {
      lightOf: (line: (typeof lines)[number]) =>
        line.light === "late" && line.daysLate ? say("light.lateBy", { days: line.daysLate }) : say(`light.${line.light}`),
      remindedOf: (line: (typeof lines)[number]) => say("reminded", { count: line.remindedTimes }),
    };
    const organisation = (await use.directory.community())?.name;
    const filledBy = actor.personId ? ((await use.directory.findPerson(actor.personId))?.fullName ?? "") : "";
    const head = { title: say("sheet.title"), filledBy, date: clock.today(), stamp: clock.now(), ...(organisation ? { organisation } : {}) };
    return { file: `${say("sheet.title")}-${clock.today()}.xlsx`, type: xlsx, body: await writeLedger(planSheet(lines, words, head)) };
  },
});
