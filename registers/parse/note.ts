import { type Problem, warning } from '../issue';
import { plain, tidy } from '../text';
import type { DateLimits } from './date';
import { parseDate } from './date';

export interface Note {
  /** Days on which the book says it was corrected («đã sửa đổi, bổ sung ngày …»). */
  readonly correctedOn: readonly string[];
  /** Enforcer named in the note (`CHV: …`). */
  readonly enforcer?: string;
  readonly problems: readonly Problem[];
}

const CORRECTION =
  /đã\s+(?:được\s+)?sửa\s+đổi,?\s*(?:và\s+)?bổ\s+sung\s+(?:ngày\s+)?(\d{1,2}\s*[-/.]\s*\d{1,2}\s*[-/.]\s*\d{4}|\d{1,2}\s+tháng\s+\d{1,2}\s+năm\s+\d{4})/giu;
const ENFORCER = /(?:CHV|Chấp hành viên)\s*[:.]?\s*((?:\p{Lu}\p{L}*\s*){2,5})/u;

/** Reads the last column of every register: corrections of the book, the enforcer's name, references to another case. */
export function parseNote(text: string, limits: DateLimits): Note {
  const note = tidy(text);
  const problems: Problem[] = [];
  const correctedOn: string[] = [];
  for (const match of note.matchAll(CORRECTION)) {
    const date = parseDate(match[1]!, limits);
    if (date.value) correctedOn.push(date.value.iso);
    problems.push(
      warning(
        'row-corrected',
        `Ghi chú cho biết dòng này đã sửa đổi, bổ sung ngày ${match[1]}. Nội dung hiện tại được lấy; đối chiếu với sổ giấy.`,
        `The note says this row was corrected on ${match[1]}. Its present content is taken; compare with the paper book.`,
      ),
    );
  }
  const enforcer = ENFORCER.exec(note)?.[1]?.trim();
  return { correctedOn, ...(enforcer ? { enforcer } : {}), problems };
}

const YES = new Set(['x', 'co', 'dung', 'yes', '1', 'true', 'v']);

/** A tick in a box: `x`, `có`, `1`. */
export const isTicked = (text: string): boolean => YES.has(plain(text.trim()));
