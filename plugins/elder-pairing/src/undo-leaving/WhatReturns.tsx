import { text } from "../api.js";

const lists = {
  elder: ["undo.elder.back1", "undo.elder.back2", "undo.elder.back3"],
  unit: ["undo.unit.back1", "undo.unit.back2"],
} as const;
const lost = ["undo.lost1", "undo.lost2", "undo.lost3"] as const;

/** Before somebody is brought back: what comes back with them and what cannot. */
export const WhatReturns = ({ of }: { readonly of: keyof typeof lists }) => (
  <div class="lx-stack">
    <strong>{text("elder-pairing.undo.backHead")}</strong>
    <ul>
      {lists[of].map((key) => (
        <li key={key}>{text(`elder-pairing.${key}`)}</li>
      ))}
    </ul>
    <strong>{text("elder-pairing.undo.lostHead")}</strong>
    <ul>
      {lost.map((key) => (
        <li key={key}>{text(`elder-pairing.${key}`)}</li>
      ))}
    </ul>
  </div>
);
