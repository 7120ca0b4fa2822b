import { adult, followed, post, recordCheck } from "./adults.js";
import { child, collector, consent, guardian, kin } from "./children.js";
import { code, incident, ladderStep, report } from "./desk.js";
import { childImport, importRow } from "./imports.js";
import { confirmation, home, programme, signOff } from "./homes.js";
import { alarm, attendance, headCount, override, session } from "./sessions.js";
import { tally } from "./tallies.js";

export const tables = {
  ...{ confirmation, home, programme, signOff },
  ...{ adult, recordCheck, post, followed },
  ...{ guardian, consent, child, kin, collector },
  ...{ session, attendance, alarm, override, headCount },
  ...{ code, ladderStep, incident, report, tally },
  ...{ childImport, importRow },
};
