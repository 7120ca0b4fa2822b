import { Command } from "commander";
import { addBackup } from "./move-data/backup.command.js";
import { addRestore } from "./move-data/restore.command.js";
import { addDoctor } from "./check-house/doctor.command.js";
import { addMigrate } from "./check-house/migrate.command.js";
import { addVerify } from "./check-house/verify.command.js";
import { addKeys } from "./keep-house/keys.command.js";
import { addUndelivered } from "./keep-house/undelivered.command.js";
import { addDemo } from "./load-files/demo.command.js";
import { addImport } from "./load-files/import.command.js";
import { addMatch } from "./solve-problems/match.command.js";
import { addPlan } from "./solve-problems/plan.command.js";
import { addRun } from "./run-command/run.command.js";
import { addServe } from "./run-server/serve.command.js";
import { sayWhy } from "./say-why.js";

const program = new Command("lianxin")
  .description("莲心：商量着定事，定了的事一件件办完。\nLianxin: decide together, then do what was decided.")
  .version("0.1.0")
  .showHelpAfterError();
for (const add of [addServe, addMigrate, addImport, addDemo, addPlan, addMatch, addRun, addBackup, addRestore, addVerify, addDoctor, addUndelivered, addKeys])
  add(program);
await program.parseAsync().catch(sayWhy);
