/** A `date` column (UTC midnight) as the civil date it means. */
export const isoDay = (at: Date): string => at.toISOString().slice(0, 10);
export const isoDayOrNull = (at: Date | null): string | null => (at === null ? null : isoDay(at));

/** A civil date as a `date` column takes it. */
export const dbDate = (iso: string): Date => new Date(`${iso}T00:00:00Z`);

/** Minutes after midnight as `HH:MM`. */
export const clock = (minute: number | null | undefined): string | null =>
  minute === null || minute === undefined
    ? null
    : `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;

/** 24:00 in Vietnam of a civil date. */
export const endOfDay = (iso: string): Date => new Date(dbDate(iso).getTime() + (24 - 7) * 3_600_000);
