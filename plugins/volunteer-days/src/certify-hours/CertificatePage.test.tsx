import { generateKeyPairSync, sign, webcrypto } from "node:crypto";
import { cleanup, render, screen } from "@testing-library/preact";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { addTexts } from "@lianxin/web-kit";
import { zhCN } from "../messages/zh-CN.js";
import CertificatePage from "./CertificatePage.js";
import { sealText, writeProof } from "./seal-text.js";

addTexts({ "zh-CN": Object.fromEntries(Object.entries(zhCN).map(([key, text]) => [`volunteer-days.${key}`, text])) });
const { publicKey, privateKey } = generateKeyPairSync("ed25519");
const said = { number: "2026-0007", name: "徐梅", minutes: 550, from: "2026-09-17", to: "2026-10-31", issuer: "光明路社区", issuedOn: "2026-10-31" };
const signatureOf = (text: string) => sign(null, Buffer.from(text), privateKey).toString("base64url");
const asked: string[] = [];
beforeEach(() => {
  asked.length = 0;
  vi.stubGlobal("crypto", webcrypto);
  vi.stubGlobal("fetch", (url: string) => {
    asked.push(url);
    const key = publicKey.export({ format: "der", type: "spki" }).toString("base64url");
    return Promise.resolve(new Response(JSON.stringify(url.includes("certificate-key") ? { publicKey: key, issuer: "光明路社区" } : { isGenuine: true })));
  });
});
afterEach(() => {
  cleanup();
  location.hash = "";
});
const open = (text: string, signature: string) => {
  location.hash = writeProof(text, signature);
  render(<CertificatePage />);
};

test("a scanned certificate is proved by the browser with the public key alone, and shows what it says", async () => {
  open(sealText(said), signatureOf(sealText(said)));

  await screen.findByText("这张证明是本单位开具的，内容没有改动。");
  expect(document.body.textContent).toContain("徐梅");
  expect(document.body.textContent).toContain("9 小时 10 分");
  expect(document.body.textContent).toMatch(/2026年9月17日.* – 2026年10月31日/);
  expect(asked.every((url) => url.includes("certificate-key"))).toBe(true);
});

test("one with another number of minutes does not hold, and nothing it says is shown", async () => {
  open(sealText({ ...said, minutes: 5500 }), signatureOf(sealText(said)));

  await screen.findByText(/核对不上/);
  expect(document.body.textContent).not.toContain("徐梅");
});

test("a browser that knows no such signature asks the server", async () => {
  const getRandomValues = <T extends ArrayBufferView>(into: T): T => webcrypto.getRandomValues(into as never);
  vi.stubGlobal("crypto", { getRandomValues, subtle: { importKey: () => Promise.reject(new Error("unknown algorithm")) } });
  open(sealText(said), "x");

  await screen.findByText("这张证明是本单位开具的，内容没有改动。");
  expect(asked.some((url) => url.includes("certificates/check"))).toBe(true);
});
