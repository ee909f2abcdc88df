import type { PlainCell } from '../cell';
import { error, failed, type Parsed, parsed, warning } from '../issue';
import { tidy } from '../text';

/** Endings of decision numbers: Cục (to 30/6/2025), Chi cục (to 30/6/2025), one series per province since. */
export type Suffix = 'QĐ-CTHADS' | 'QĐ-CCTHADS' | 'QĐ-THADS';

const SUFFIX: Record<string, Suffix> = { CTHADS: 'QĐ-CTHADS', CCTHADS: 'QĐ-CCTHADS', THADS: 'QĐ-THADS' };

/**
 * A decision number in one spelling: `123/QĐ-CCTHADS`. Accepts `123/QD-CCTHADS`, `123 QĐ-CCTHADS`, `123/QĐ`, bare `123` or `Số: 0123 / qđ - ccthads`;
 * a missing ending is filled with the issuing agency's own.
 */
export function parseDecisionNumber(cell: PlainCell, missing: Suffix): Parsed<string> {
  const shown = typeof cell === 'object' && cell ? cell.iso : String(cell ?? '');
  const text = tidy(shown)
    .toUpperCase()
    .replace(/Đ/g, 'D')
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/\s+/g, '')
    .replace(/^SO[:.]?/, '')
    .replace(/[–—]/g, '-');
  const match =
    /^0*(\d{1,6})([A-Z])?(?:[/-]?(?:QDTHA|QD|Q))?(?:[/-]?(CCTHADS|CTHADS|THADS|CCTHA|CTHA|THA)(?:[.-]?KV\d+)?)?$/.exec(
      text,
    );
  if (!match || Number(match[1]) === 0) {
    return failed(
      error(
        'number-unreadable',
        `Không hiểu số quyết định «${shown}». Ghi như 123/QĐ-THADS.`,
        `Cannot understand the decision number «${shown}». Write it as 123/QĐ-THADS.`,
      ),
    );
  }
  const ending = match[3] ? SUFFIX[match[3].endsWith('ADS') ? match[3] : `${match[3]}DS`] : undefined;
  return parsed(`${match[1]}${match[2] ?? ''}/${ending ?? missing}`);
}

/** Number of a book that has no printed form of its own (complaints): digits, with what follows kept as written. */
export function parseBookNumber(cell: PlainCell): Parsed<string> {
  const shown = tidy(typeof cell === 'object' && cell ? cell.iso : String(cell ?? ''));
  const match = /^(?:số:?\s*)?0*(\d{1,6})\s*([A-Za-zĐđ]?)\s*(\/.*)?$/i.exec(shown);
  if (!match || Number(match[1]) === 0) {
    return failed(
      error(
        'number-unreadable',
        `Không hiểu số «${shown}». Ghi số thụ lý, ví dụ 12.`,
        `Cannot understand the number «${shown}». Write the register number, for example 12.`,
      ),
    );
  }
  return parsed(
    `${match[1]}${match[2]!.toUpperCase()}${(match[3] ?? '').replace(/\s+/g, '').toUpperCase().normalize('NFC')}`,
  );
}

/**
 * Numbers of judgments in a cell, two of them joined by `&` or `;`: `311/2025/HS-ST & 67/2025/HS-PT`. Blanks round strokes and dashes are removed.
 * With the day of the judgment given, a year in the number that differs from it earns a warning (it happens, and is not wrong by itself).
 */
export function parseJudgmentNumber(cell: PlainCell, decidedOn?: string): Parsed<string> {
  const shown = tidy(typeof cell === 'object' && cell ? cell.iso : String(cell ?? ''));
  const numbers = shown
    .split(/\s*[&;]\s*|\n+/)
    .map(part =>
      part
        .replace(/^(?:BA|QĐ|bản án|quyết định)?\s*(?:ST|PT)?\s*số:?\s*/i, '')
        .replace(/\s*([/-])\s*/g, '$1')
        .trim(),
    )
    .filter(part => part !== '');
  if (numbers.length === 0 || !numbers.every(part => /\d/.test(part))) {
    return failed(
      error(
        'judgment-unreadable',
        `Không hiểu số bản án, quyết định «${shown}». Ghi như 12/2025/DS-ST.`,
        `Cannot understand the judgment number «${shown}». Write it as 12/2025/DS-ST.`,
      ),
    );
  }
  const year = /\/((?:19|20)\d{2})\//.exec(numbers[0]!)?.[1];
  const differs = year !== undefined && decidedOn !== undefined && !decidedOn.startsWith(year);
  return parsed(
    numbers.join(' & '),
    ...(differs
      ? [
          warning(
            'judgment-year',
            `Năm trong số bản án ${numbers[0]} khác năm của ngày bản án ${decidedOn}. Đối chiếu với bản án.`,
            `The year in judgment number ${numbers[0]} differs from its date ${decidedOn}. Compare with the judgment.`,
          ),
        ]
      : []),
  );
}

const TYPES: readonly (readonly [RegExp, string])[] = [
  [/HNGĐ|HNGD/i, 'family'],
  [/KDTM/i, 'commercial'],
  [/HS/i, 'criminal'],
  [/HC/i, 'administrative'],
  [/LĐ|LD/i, 'labour'],
  [/PS|TBPS/i, 'bankruptcy'],
  [/TT/i, 'arbitration'],
  [/DS/i, 'civil'],
];

/** Kind of judgment as its number tells it: `HS-ST` criminal, `QĐST-HNGĐ` family, …; `other` when it doesn't. */
export function judgmentType(number: string): string {
  const letters = number.replace(/^\d+\/(\d{4}\/)?/, '');
  return TYPES.find(([pattern]) => pattern.test(letters))?.[1] ?? 'other';
}
