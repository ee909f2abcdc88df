import { z } from 'zod';
import { Problem } from './problem';

/** Query members of every paged list. */
export const pageQuery = z.object({
  cursor: z.string().max(500).optional().describe('Con trỏ trang sau, lấy từ `next` / cursor of the next page'),
  limit: z.coerce.number().int().min(1).max(200).default(50).describe('Số dòng mỗi trang / rows per page'),
});

export interface Page<T> {
  readonly items: T[];
  /** Cursor of the next page; null on the last one. */
  readonly next: string | null;
}

export const pageOf = <T extends z.ZodType>(item: T) =>
  z.object({ items: z.array(item), next: z.string().nullable().describe('Con trỏ trang sau; null: hết') });

type Key = readonly (string | number | null)[];

export const encodeCursor = (key: Key): string => Buffer.from(JSON.stringify(key)).toString('base64url');

/** Reads back a cursor made by `encodeCursor` with `size` members; refuses anything else. */
export function decodeCursor(cursor: string | undefined, size: number): Key | null {
  if (cursor === undefined) return null;
  const key = parse(cursor);
  if (
    Array.isArray(key) &&
    key.length === size &&
    key.every(k => k === null || ['string', 'number'].includes(typeof k))
  ) {
    return key as Key;
  }
  throw new Problem(
    400,
    'bad_cursor',
    'Con trỏ trang không đúng; hãy bắt đầu lại từ trang đầu.',
    'The cursor is not one of ours; start again from the first page.',
  );
}

function parse(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString());
  } catch {
    return null; // not JSON: refused by the caller with its own text
  }
}

/** `rows` holds one row more than `limit` when there is a next page. */
export function page<T>(rows: readonly T[], limit: number, keyOf: (row: T) => Key): Page<T> {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return { items, next: rows.length > limit && last !== undefined ? encodeCursor(keyOf(last)) : null };
}
