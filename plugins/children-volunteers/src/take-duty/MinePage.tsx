import { PageHead } from "@lianxin/web-kit";
import { text } from "../api.js";
import { MineCard } from "./MineCard.js";

/** Where volunteers go to be with children, led to from “today”: what one could take oneself, and what one was asked. */
export default function MinePage() {
  return (
    <div class="lx-stack">
      <PageHead title={text("children-volunteers.page.mine")} note={text("children-volunteers.page.note")} />
      <MineCard />
    </div>
  );
}
