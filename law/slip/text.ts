/** The slip as text for paper: A4, 80 columns, Vietnamese first. */

import { toDay } from '../day';
import { cite, say } from '../engine/said';
import { matterLabel } from '../kinds';
import type { DeadlineStatus, MatterKind, SlipStep } from '../model';
import type { SlipDocument } from './document';

export const SLIP_COLUMNS = 80;
/** Lines of one page at 12 points. */
export const SLIP_LINES = 64;

const STATUS: Readonly<Record<DeadlineStatus, string>> = {
  open: 'đang tính / running',
  paused: 'tạm ngừng / paused',
  overdue: 'quá hạn / overdue',
  met: 'đúng hạn / in time',
  late: 'làm muộn / late',
  void: 'không còn / no longer owed',
};

/** A day or a moment in words, in both languages. */
function inWords(iso: string): string {
  const { vi, en } = say(toDay(iso.slice(0, 10)));
  const time = iso.slice(11);
  return time === '' ? `${vi} / ${en}` : `${time} ${vi} / ${time} ${en}`;
}

export interface SlipField {
  readonly name: string;
  readonly text: string;
  /** The date itself. */
  readonly main?: true;
}

/** What stands at the head of a slip: whose, which limit, from when, until when, by which reading. */
export function slipFields(slip: SlipDocument): SlipField[] {
  const { matter, duty, closedOn } = slip;
  const status =
    slip.lapse && slip.status === 'overdue'
      ? 'thời hạn của bên khác, đã hết / a window now closed'
      : slip.status && STATUS[slip.status];
  const disputed = slip.dueLatest !== slip.due;
  const reading = disputed
    ? 'nhắc theo hạn sớm, chỉ coi là quá hạn sau hạn muộn / warned on the earlier, late only after the later'
    : 'một hạn theo mọi cách hiểu / one date by every reading';
  const field = (name: string, text: string | null | undefined | false): SlipField[] => (text ? [{ name, text }] : []);
  return [
    ...field('Hồ sơ', matter && `${matterLabel(matter.kind as MatterKind, matter.number)} · ${matter.unit}`),
    ...field('Nghĩa vụ', `${duty.nameVi} / ${duty.nameEn} (${duty.id})`),
    ...field('Căn cứ', `${cite(duty.source)} · độ tin cậy / confidence ${duty.confidence}`),
    ...field('Trích', duty.source.quote && `“${duty.source.quote}”`),
    ...field('Tính từ', inWords(slip.from)),
    { name: 'HẠN / DUE', text: inWords(slip.due), main: true },
    ...field('Muộn nhất', disputed && inWords(slip.dueLatest)),
    ...field('Cách hiểu', reading),
    ...field('Tạm tính', slip.provisional && 'lịch nghỉ chưa công bố đủ / calendar not fully published'),
    ...field('Tình trạng', status && `${status}${closedOn ? `, ${inWords(closedOn)}` : ''}`),
    ...field('Lập cho ngày', inWords(slip.asOf)),
  ];
}

const WEEKEND = /(Thứ Bảy|Chủ nhật), nghỉ cuối tuần/;

/** The steps as they are numbered on paper: Saturdays and Sundays passed on the way share a line, each named; other days have their own. */
export function slipSteps({ steps }: Pick<SlipDocument, 'steps'>): Pick<SlipStep, 'vi' | 'en' | 'basis'>[] {
  const lines: Pick<SlipStep, 'vi' | 'en' | 'basis'>[] = [];
  let weekend: string[] = [];
  const flush = () => {
    if (weekend.length === 0) return;
    const list = weekend.map(iso => `${iso.slice(8)}/${iso.slice(5, 7)}`).join(', ');
    lines.push({ vi: `Bỏ qua thứ Bảy, Chủ nhật: ${list}`, en: `Skip Saturdays and Sundays: ${list}` });
    weekend = [];
  };
  for (const step of steps) {
    if (step.step === 'skip' && step.date && WEEKEND.test(step.vi)) {
      weekend.push(step.date);
      continue;
    }
    if (step.step !== 'skip') flush();
    lines.push(step);
  }
  flush();
  return lines;
}

const length = (text: string): number => [...text.normalize('NFC')].length;

/** Breaks a text at spaces; what is longer than a line (a hash, an id) where the line ends. */
function wrapped(text: string, first: string, rest: string): string[] {
  const lines: string[] = [];
  let line = first;
  let empty = true;
  for (const word of text.normalize('NFC').split(/\s+/)) {
    if (!empty && length(line) + 1 + length(word) > SLIP_COLUMNS) {
      lines.push(line);
      line = rest;
      empty = true;
    }
    line += empty ? word : ` ${word}`;
    empty = false;
    while (length(line) > SLIP_COLUMNS) {
      lines.push([...line].slice(0, SLIP_COLUMNS).join(''));
      line = rest + [...line].slice(SLIP_COLUMNS).join('');
    }
  }
  return [...lines, line];
}

const FIELD = 14;
const under = (name: string, text: string): string[] => wrapped(text, `${name}:`.padEnd(FIELD), ' '.repeat(FIELD));

const numbered = (lines: readonly string[]): string[] =>
  lines.flatMap((line, i) => wrapped(line, `${String(i + 1).padStart(2)}. `, '    '));

/**
 * The slip on one page of 80 columns: what, from when, how counted, until when, by which law and calendar, and the hash. The English
 * derivation stands there too where the page has room for it.
 */
export function slipText(slip: SlipDocument): string {
  const { duty, deadline, pack } = slip;
  const steps = slipSteps(slip);
  const rule = '─'.repeat(SLIP_COLUMNS);
  const head = [
    'PHIẾU TÍNH THỜI HẠN / DEADLINE SLIP',
    rule,
    ...slipFields(slip).flatMap(({ name, text }) => under(name, text)),
    rule,
    'Cách tính',
    ...numbered(steps.map(({ vi, basis }) => (basis ? `${vi} [${basis}]` : vi))),
  ];
  const english = ['', 'How it was counted', ...numbered(steps.map(({ en }) => en))];
  const foot = [
    rule,
    ...under('Gói luật', `Luật ${duty.law}, bản ${pack.version}`),
    ...under('Lịch', slip.calendar),
    ...(deadline ? under('Thời hạn', `${deadline.key}, bản ${deadline.version}`) : []),
    ...under('SHA-256', slip.hash),
  ];
  const room = head.length + english.length + foot.length <= SLIP_LINES;
  return [...head, ...(room ? english : []), ...foot].join('\n');
}
