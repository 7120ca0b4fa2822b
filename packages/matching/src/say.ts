export { matchingErrorCodes } from "./errors.js";
export { matchingTexts, type MatchingLanguage, type MatchingText } from "./messages.js";
export { sayError, sayPlacement, sayShortage, type Naming } from "./say-matching.js";
