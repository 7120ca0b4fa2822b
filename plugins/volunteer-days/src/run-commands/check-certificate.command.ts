import { everywhere } from "@lianxin/plugin-kit";
import { readProof, readSealed, type Sealed } from "../certify-hours/seal-text.js";
import type { VolunteerDaysContext } from "../plugin.js";
import { tellHours } from "../record-hours/export-hours.js";
import { command } from "../services.js";

const tell = ({ number, name, minutes, from, to, issuer, issuedOn }: Sealed): string =>
  `${number}  ${name}  ${tellHours(minutes)}  ${from} – ${to}  ${issuer}  ${issuedOn}`;

/** What was issued under a number, one line for each community that gave it. */
async function findIssued({ db }: VolunteerDaysContext, number: string): Promise<string[]> {
  const rows = await everywhere(db, "volunteer_days_certificate", "the command tells what the house issued under a number")
    .select("sealed")
    .where("number", "=", number)
    .orderBy("id")
    .execute();
  return rows.flatMap(({ sealed }) => {
    const said = readSealed(sealed);
    return said ? [tell(said)] : [];
  });
}

/** What the code of a certificate says, when this house signed it. */
function checkScanned({ sign }: VolunteerDaysContext, scanned: string): string[] {
  const proof = readProof(scanned.slice(scanned.indexOf("#") + 1));
  const said = proof && sign(proof.text).signature === proof.signature ? readSealed(proof.text) : undefined;
  return said ? [tell(said)] : [];
}

/** lianxin run volunteer-days.check-certificate 2026-0007 | TEXT OF THE CODE */
export const checkCertificateCommand = command("check-certificate", {
  describe: "核对时长证明，写编号或扫码得到的整行字，不用网络 / check a certificate of hours by its number or by what its code says, without a network",
  async run(ctx, [typed = ""]) {
    const found = /^\d{4}-\d+$/.test(typed) ? await findIssued(ctx, typed) : checkScanned(ctx, typed);
    if (found.length === 0) return ctx.text("volunteer-days.proof.notOurs", { value: typed }, "zh-CN");
    return [ctx.text("volunteer-days.proof.ours", {}, "zh-CN"), ...found].join("\n");
  },
});
