import { DeliveryFailure } from "./delivery-failure.js";

const longestAddress = 254;
const longestLocalPart = 64;
const mailbox = /^[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]+@(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)*[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?$/;

/**
 * Exactly one mailbox, without a name, quotes, lists or line ends; at most 254 characters, measured before any pattern runs.
 * @throws DeliveryFailure INVALID_ADDRESS, permanent. O(length), at most 254.
 */
export function checkMailbox(address: string): string {
  const fits = address.length <= longestAddress && address.indexOf("@") <= longestLocalPart;
  if (!fits || !mailbox.test(address)) throw new DeliveryFailure("INVALID_ADDRESS", false);
  return address;
}

/** A phone number: an optional +, then 5 to 15 digits. @throws DeliveryFailure INVALID_NUMBER, permanent. */
export function checkNumber(number: string): string {
  if (number.length > 16 || !/^\+?\d{5,15}$/.test(number)) throw new DeliveryFailure("INVALID_NUMBER", false);
  return number;
}
