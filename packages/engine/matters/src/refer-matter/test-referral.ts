import { aCommunity, anOrganization, aPerson } from "@lianxin/directory/testing";
import { aMatter, type Rehearsal } from "../testing.js";

interface Stage extends Rehearsal {
  readonly ports: { setTime(local: string): void };
  signInAs(account: string): void;
}
export interface Referred {
  readonly matter: { readonly id: string; readonly number: string };
  readonly units: { readonly community: string; readonly management: string };
}

/** 周兰's ditch, raised on an evening, and the two units it can be sent to; the next morning the secretary is signed in. */
export async function aMatterToRefer(app: Stage): Promise<Referred> {
  await aCommunity(app);
  const units = {
    community: await anOrganization(app, { name: "光明路社区居委会", kind: "committee" }),
    management: await anOrganization(app, { name: "县城管局", kind: "department" }),
  };
  const personId = await aPerson(app, { fullName: "周兰", account: "lan", channels: [{ kind: "mail", address: "lan@example.org" }] });
  const matter = await aMatter(app, { personId, title: "柳树坡42号旁水沟异味大" });
  app.ports.setTime("2026-10-13T08:30");
  app.signInAs("secretary");
  return { matter, units };
}
