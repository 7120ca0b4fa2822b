import { xlsxType } from "@lianxin/documents";
import { Type } from "typebox";
import { ledgerQuery } from "../keep-ledger/ledger.route.js";
import { commitments } from "../plugin.js";
import { route } from "../services.js";

export const exportLedgerRoute = route("GET /ledger.xlsx", {
  summary: "The ledger as the screen shows it, as an .xlsx file with the usual headings; at most 5,000 lines",
  may: commitments.permissions.see,
  at: "list",
  query: Type.Object(ledgerQuery),
  returns: Type.Object({}),
  handle: async ({ query, scope, services, clock, text }) => ({
    file: `${text("commitments.sheet.title", {}, "zh-CN")}-${clock.today()}.xlsx`,
    type: xlsxType,
    body: await services.ledger.export(scope, query),
  }),
});

export const exportCsvRoute = route("GET /ledger.csv", {
  summary: "The ledger as the screen shows it, as a .csv file with the same columns (UTF-8 with its byte order mark, no cell a formula); at most 5,000 lines",
  may: commitments.permissions.see,
  at: "list",
  query: Type.Object(ledgerQuery),
  returns: Type.Object({}),
  handle: async ({ query, scope, services, clock, text }) => ({
    file: `${text("commitments.sheet.title", {}, "zh-CN")}-${clock.today()}.csv`,
    type: "text/csv; charset=utf-8",
    body: await services.ledger.exportCsv(scope, query),
  }),
});

export const printLedgerRoute = route("GET /ledger/page", {
  summary: "The ledger as the screen shows it, as a landscape page to print; at most 5,000 lines",
  may: commitments.permissions.see,
  at: "list",
  query: Type.Object(ledgerQuery),
  returns: Type.Object({}),
  handle: async ({ query, scope, services, text }) => ({
    file: `${text("commitments.sheet.title", {}, "zh-CN")}.html`,
    type: "text/html; charset=utf-8",
    body: await services.ledger.print(scope, query),
  }),
});
