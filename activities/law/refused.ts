/** A change of law that is refused: not by these persons, not in this state, or not with this content. Nothing was written. */
export class LawRefused extends Error {
  override readonly name = 'LawRefused';
  constructor(
    readonly code: string,
    readonly vi: string,
    readonly en: string,
    /** Everything wrong with what was sent, each with where it stands. */
    readonly problems: readonly { readonly field: string; readonly vi: string; readonly en: string }[] = [],
  ) {
    super(`${vi} / ${en}`);
  }
}
