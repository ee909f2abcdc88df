import type { CalendarYear } from '../types';
import type { CalendarProblem } from './problem';

const OFF_KINDS = ['holiday', 'tet', 'compensation', 'swap'];
const CONFIDENCES = ['N', 'L', 'D'];

type Json = Record<string, unknown>;
const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isText = (value: unknown): boolean => typeof value === 'string' && value.trim() !== '';
/** Years in which the calendar's table and the lunar reckoning hold. */
const isYear = (value: unknown): boolean => Number.isInteger(value) && Number(value) >= 1990 && Number(value) <= 2110;

/** Fields that are missing or of another kind than a calendar year has; empty when `value` can be taken for one. */
export function shapeProblems(value: unknown): CalendarProblem[] {
  if (!isObject(value)) {
    return [{ code: 'BAD_SHAPE', vi: 'Không phải lịch của một năm', en: 'Not a calendar year' }];
  }
  const year = value as unknown as CalendarYear & Json;
  const problems: CalendarProblem[] = [];
  const wrong = (path: string, vi: string, en: string) =>
    problems.push({
      code: 'BAD_SHAPE',
      path,
      vi: `Thiếu hoặc sai trường ${path}: cần ${vi}`,
      en: `Missing or wrong field ${path}: ${en} is needed`,
    });
  if (!isYear(year.year)) wrong('year', 'một năm từ 1990 đến 2110', 'a year from 1990 to 2110');
  if (!Number.isInteger(year.version) || year.version < 1) wrong('version', 'số bản từ 1', 'a version from 1 on');
  if (!isText(year.decision)) wrong('decision', 'số, ngày của văn bản', 'number and date of the decision');
  if (year.decidedOn !== null && !isText(year.decidedOn)) wrong('decidedOn', 'ngày YYYY-MM-DD', 'a date YYYY-MM-DD');
  if (!CONFIDENCES.includes(year.confidence)) wrong('confidence', 'N, L hoặc D', 'N, L or D');
  if (typeof year.provisional !== 'boolean') wrong('provisional', 'true hoặc false', 'true or false');
  for (const name of ['lunarNewYear', 'hungKings'] as const) {
    if (!isText(year[name])) wrong(name, 'ngày YYYY-MM-DD', 'a date YYYY-MM-DD');
  }
  const each = (name: 'off' | 'workingWeekend', check: (row: Json, path: string) => void) => {
    const rows: unknown = year[name];
    if (!Array.isArray(rows)) return wrong(name, 'một danh sách', 'a list');
    rows.forEach((row, i) => {
      check(isObject(row) ? row : {}, `${name}[${i}]`);
    });
  };
  each('off', (row, path) => {
    if (!isText(row.date)) wrong(`${path}.date`, 'ngày YYYY-MM-DD', 'a date YYYY-MM-DD');
    if (!isText(row.reason)) wrong(`${path}.reason`, 'lý do nghỉ', 'the reason');
    if (!OFF_KINDS.includes(String(row.kind))) wrong(`${path}.kind`, OFF_KINDS.join(', '), OFF_KINDS.join(', '));
    if (row.confidence !== undefined && !CONFIDENCES.includes(String(row.confidence))) {
      wrong(`${path}.confidence`, 'N, L hoặc D', 'N, L or D');
    }
  });
  each('workingWeekend', (row, path) => {
    if (!isText(row.date)) wrong(`${path}.date`, 'ngày YYYY-MM-DD', 'a date YYYY-MM-DD');
    if (!isText(row.insteadOf)) wrong(`${path}.insteadOf`, 'ngày YYYY-MM-DD', 'a date YYYY-MM-DD');
  });
  return problems;
}
