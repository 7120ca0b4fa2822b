export { checkWorkRoute } from "./check-work/check-work.route.js";
export { closeOutRoute, handOverRoute, reopenRoute, voidPartRoute } from "./close-out/close-out.route.js";
export { exportLedgerRoute } from "./export-ledger/export-ledger.route.js";
export { listLedgerRoute, listMineRoute } from "./keep-ledger/ledger.route.js";
export { listPartiesRoute, makeCommitmentRoute } from "./make-commitment/make-commitment.route.js";
export { deferPartRoute, listPlacesRoute, openPartRoute, resumePartRoute } from "./open-parts/open-parts.route.js";
export { confirmRoute, declineRoute, reportProgressRoute, submitRoute } from "./report-progress/report-progress.route.js";
export { showPartRoute } from "./show-commitment/show-part.route.js";
export { urgeOwnerRoute } from "./urge-owner/urge-owner.route.js";
