/* What stands around a page for people without an account. No shared module: the shell takes it in, and so does each page that stands alone. */
export { Brand } from "./frame-public/Brand.js";
export { NotLoaded } from "./frame-public/NotLoaded.js";
export { OfflineNotice } from "./frame-public/OfflineNotice.js";
export { PageFailed } from "./frame-public/PageFailed.js";
export { PublicFrame } from "./frame-public/PublicFrame.js";
export { SkipLink } from "./frame-public/SkipLink.js";
export { ElderSwitch, LanguageSwitch } from "./frame-public/switches.js";
export { openAlone } from "./frame-public/open-alone.js";
