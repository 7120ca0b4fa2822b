/** Why the server does not start: what is wrong, and what may help. */
export class Refusal extends Error {
  constructor(what: string, maybe: string) {
    super(`${what}\nMaybe ${maybe}`);
    this.name = "Refusal";
  }
}
