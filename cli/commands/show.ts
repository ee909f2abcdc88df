import { ApiClient, matterPath } from '../api-client';
import { EXIT, type ExitCode, type Io } from '../io';
import { dateOf, grouped, shown, shownWithWeekday, table } from '../text';

interface Slip {
  readonly date?: string;
  readonly vi: string;
  readonly basis?: string;
}
interface Deadline {
  readonly dutyId: string;
  readonly name: string;
  readonly article: string;
  readonly due: string;
  readonly dueAt: string | null;
  readonly dueLatest: string;
  readonly lapse: boolean;
  readonly status: string;
  readonly closedOn: string | null;
  readonly provisional: boolean;
  readonly changeReason: string | null;
  readonly slip: readonly Slip[];
}
interface Matter {
  readonly id: string;
  readonly number: string;
  readonly kind: string;
  readonly reportingYear: number;
  readonly unit: { name: string; code: string };
  readonly officer: { name: string; code: string } | null;
  readonly openedOn: string;
  readonly closedOn: string | null;
  readonly stageName: string;
  readonly law: string;
  readonly details: Record<string, string | number | boolean | null>;
  readonly deadlines: readonly Deadline[];
  readonly marks: readonly { name: string }[];
  readonly pauses: readonly { kind: string; from: string; to: string | null; basis: string }[];
  readonly allowed: readonly { type: string; name: string; notBefore: string }[];
}
interface Event {
  readonly id: string;
  readonly seq: number;
  readonly name: string;
  readonly type: string;
  readonly occurredOn: string;
  readonly at: string | null;
  readonly recordedAt: string;
  readonly retracted: boolean;
  readonly correctsId: string | null;
}

export interface ShowOptions {
  readonly asOf?: string;
  readonly unit?: string;
  readonly year?: string;
  readonly slips?: boolean;
  readonly json?: boolean;
}

const STATUS: Readonly<Record<string, string>> = {
  open: 'đang tính',
  paused: 'tạm dừng',
  overdue: 'QUÁ HẠN',
  met: 'đúng hạn',
  late: 'làm muộn',
  void: 'không còn',
};
const OPEN = new Set(['open', 'paused', 'overdue']);

/** `thoihan show`: deadlines with their derivations, pauses and the timeline of one matter. */
export async function show(io: Io, ref: string, options: ShowOptions): Promise<ExitCode> {
  const api = new ApiClient(io);
  const asOf = options.asOf === undefined ? undefined : dateOf('--as-of', options.asOf);
  const query = { unit: options.unit, year: options.year };
  const matter = await api.get<Matter>(matterPath(ref), { ...query, asOf });
  const events = await api.all<Event>(`${matterPath(matter.id)}/events`, { asOf }, 5000);
  if (options.json) {
    io.out(JSON.stringify({ ...matter, events }));
    return EXIT.ok;
  }
  io.out(heading(matter, asOf));
  io.out(`\nNHẬT KÝ (${events.length} sự kiện)`);
  io.out(timeline(events));
  const open = matter.deadlines.filter(d => OPEN.has(d.status));
  io.out(`\nTHỜI HẠN ĐANG CHẠY (${open.length})`);
  for (const deadline of open) io.out(described(deadline, options.slips !== false));
  const settled = matter.deadlines.filter(d => !OPEN.has(d.status) && d.status !== 'void');
  if (settled.length > 0) {
    io.out(`\nĐÃ XONG (${settled.length})`);
    io.out(
      table(
        ['Hạn', 'Xong ngày', '', 'Nghĩa vụ'],
        settled.map(d => [shown(d.due), shown(d.closedOn), STATUS[d.status] ?? d.status, d.name]),
      ),
    );
  }
  for (const p of matter.pauses)
    io.out(`Tạm dừng: ${shown(p.from)} – ${p.to === null ? 'nay' : shown(p.to)} (${p.kind}) ${p.basis}`);
  if (matter.allowed.length > 0) io.out(`\nCó thể ghi tiếp: ${matter.allowed.map(a => a.type).join(', ')}`);
  return EXIT.ok;
}

function heading(m: Matter, asOf: string | undefined): string {
  const amount = m.details.amount;
  return [
    `${m.number} (năm ${m.reportingYear}) — ${[m.stageName, ...m.marks.map(mark => mark.name)].join(', ')}${asOf === undefined ? '' : ` — theo điều đã biết đến hết ${shown(asOf)}`}`,
    `${m.unit.name} (${m.unit.code})${m.officer ? ` · ${m.officer.name} (${m.officer.code})` : ' · chưa phân công'}`,
    `Mở ${shown(m.openedOn)}${m.closedOn ? `, kết thúc ${shown(m.closedOn)}` : ''} · Luật ${m.law}${amount ? ` · ${grouped(String(amount))} đồng` : ''}`,
    m.id,
  ].join('\n');
}

/** `15/07/2026 14:05` in +07:00. */
function vietnamTime(instant: string): string {
  const local = new Date(Date.parse(instant) + 7 * 3_600_000).toISOString();
  return `${shown(local.slice(0, 10))} ${local.slice(11, 16)}`;
}

function timeline(events: readonly Event[]): string {
  const replaced = new Set(events.map(e => e.correctsId));
  const note = (e: Event) => {
    if (e.retracted) return ' (rút lại sự kiện trước)';
    if (e.correctsId) return ' (đính chính)';
    return replaced.has(e.id) ? ' (đã được đính chính)' : '';
  };
  return table(
    ['#', 'Xảy ra', 'Ghi lúc', 'Sự kiện'],
    events.map(e => [
      String(e.seq),
      shown(e.occurredOn) + (e.at === null ? '' : ` ${e.at}`),
      vietnamTime(e.recordedAt),
      `${e.name} [${e.type}]${note(e)}`,
    ]),
  );
}

function described(d: Deadline, slips: boolean): string {
  const reading = d.dueLatest === d.due ? '' : ` (theo cách hiểu rộng: ${shown(d.dueLatest)})`;
  const head = `• ${shownWithWeekday(d.due)}${reading} — ${d.lapse && d.status === 'overdue' ? 'thời hạn của bên khác, đã hết' : (STATUS[d.status] ?? d.status)}${d.provisional ? ', tạm tính' : ''}\n  ${d.name} [${d.dutyId}] ${d.article}${d.changeReason === null ? '' : `\n  Thay hạn trước vì: ${d.changeReason}`}`;
  if (!slips) return head;
  const steps = d.slip.map(
    s => `    ${(s.date === undefined ? '' : shown(s.date)).padEnd(11)} ${s.vi}${s.basis ? ` [${s.basis}]` : ''}`,
  );
  return [head, ...steps].join('\n');
}
