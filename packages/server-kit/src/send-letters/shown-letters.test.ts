import { expect, test } from "vitest";
import { createShownMail, createShownSms, type ShownLetter } from "./shown-letters.js";

const letter = (address: string) => ({ id: "l1", to: { name: "", address }, subject: "登录", text: "验证码 123456" });

test("what nothing sends is shown with its text, and with the address masked", async () => {
  const shown: ShownLetter[] = [];

  await createShownSms((one) => shown.push(one)).send(letter("19900001234"));
  await createShownMail((one) => shown.push(one)).send(letter("zhang@example.cn"));

  expect(shown).toEqual([
    { channel: "sms", to: "199****1234", subject: "登录", text: "验证码 123456" },
    { channel: "mail", to: "z***@example.cn", subject: "登录", text: "验证码 123456" },
  ]);
});

test("an address that is none is refused as by a real sender", async () => {
  await expect(createShownSms(() => undefined).send(letter("12"))).rejects.toThrow();
  await expect(createShownMail(() => undefined).send(letter("a@b\r\nBcc: c@d"))).rejects.toThrow();
});
