/** No duty has this id; `nearest` are ids like it. */
export class UnknownDutyError extends Error {
  override readonly name = 'UnknownDutyError';
  readonly vi: string;
  readonly en: string;
  constructor(
    readonly dutyId: string,
    readonly nearest: readonly string[],
  ) {
    const vi = `Không có thời hạn “${dutyId}”. Có phải: ${nearest.join(', ')}?`;
    const en = `There is no duty “${dutyId}”. Did you mean: ${nearest.join(', ')}?`;
    super(`${vi} / ${en}`);
    this.vi = vi;
    this.en = en;
  }
}

/** The question itself is wrong; `field` names which part. */
export class DueInputError extends Error {
  override readonly name = 'DueInputError';
  constructor(
    readonly field: 'dutyId' | 'on' | 'at' | 'law',
    readonly vi: string,
    readonly en: string,
  ) {
    super(`${vi} / ${en}`);
  }
}
