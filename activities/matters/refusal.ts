import type { Refusal } from '../contract';

/** The law or the record refuses a command. Thrown inside its transaction, so that nothing of it stays. */
export class CommandRefused extends Error {
  override readonly name = 'CommandRefused';
  constructor(readonly refusal: Refusal) {
    super(`${refusal.vi} / ${refusal.en}`);
  }
}

/** Refuse with a code, and a text in both languages that says what to do next. */
export function refuse(code: string, vi: string, en: string): never {
  throw new CommandRefused({ code, vi, en });
}
