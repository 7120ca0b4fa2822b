export { escalateMatterRoute } from "./escalate-matter/escalate-matter.route.js";
export { listMattersRoute, listOwnMattersRoute } from "./find-matter/list-matters.route.js";
export { showMatterRoute } from "./find-matter/show-matter.route.js";
export { listRaisingPlacesRoute, raiseMatterRoute } from "./raise-matter/raise-matter.route.js";
export { beginScreeningRoute, screenMatterRoute } from "./screen-matter/screen-matter.route.js";
export { withdrawMatterRoute } from "./withdraw-matter/withdraw-matter.route.js";
