import { text } from "../api.js";
import { canKeep } from "./sealed-store.js";

/** What one can and cannot do without a network, before one stands at a door without one: the open page keeps what is written, and a closed one does not open. */
export const OfflineHint = () => <p class="lx-hint">{text(canKeep() ? "elder-pairing.offline.keeps" : "elder-pairing.offline.cannot")}</p>;
