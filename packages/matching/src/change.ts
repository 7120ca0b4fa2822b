export type { NewPair } from "./change-plan/grow-pairing.js";
export { PairingSession } from "./change-plan/pairing-session.js";
