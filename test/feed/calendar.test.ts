import fc from 'fast-check';
import ICAL from 'ical.js';
import { type FeedItem, feedText } from '../../api/feed/calendar';
import { toDay } from '../../law/day';

const item = (more: Partial<FeedItem> = {}): FeedItem => ({
  uid: '0f7c2a52-6f0e-8a6e-9a45-3f3f5b0c7d11@thoihan.test',
  version: 1,
  madeAt: Date.parse('2026-08-03T09:00:00+07:00'),
  matter: '123/QĐ-THADS',
  matterUrl: 'https://thoihan.test/matters/5b0c7d11-6f0e-4a6e-9a45-0f7c2a526f0e',
  dutyVi: 'Xác minh điều kiện thi hành án, lần đầu; ghi biên bản',
  dutyEn: 'First verification of means',
  article: 'Điều 37(1) Luật 106/2025/QH15',
  due: toDay('2026-08-17'),
  dueLatest: toDay('2026-08-17'),
  dueMinute: null,
  status: 'open',
  provisional: false,
  ...more,
});

/** Read by another library than the one that wrote it. */
function read(...items: FeedItem[]) {
  const calendar = new ICAL.Component(ICAL.parse(feedText('LCA-012', items)));
  for (const zone of calendar.getAllSubcomponents('vtimezone')) ICAL.TimezoneService.register(zone);
  return calendar.getAllSubcomponents('vevent').map(component => ({
    event: new ICAL.Event(component),
    status: component.getFirstPropertyValue('status'),
    value: (name: string) => component.getFirstPropertyValue(name)?.toString(),
    alarms: component
      .getAllSubcomponents('valarm')
      .map(alarm => (alarm.getFirstPropertyValue('trigger') as ICAL.Duration).toSeconds()),
  }));
}

test('a limit in days is an event of that day, with an alarm on the morning before and on the morning itself', () => {
  const [one] = read(item());
  expect(one!.event.startDate.toString()).toBe('2026-08-17');
  expect(one!.event.startDate.isDate).toBe(true);
  expect(one!.event.summary).toBe('123/QĐ-THADS: Xác minh điều kiện thi hành án, lần đầu; ghi biên bản');
  expect(one!.event.description).toContain(
    'First verification of means\nĐiều 37(1) Luật 106/2025/QH15\nHạn 17/08/2026',
  );
  expect(one!.value('url')).toBe('https://thoihan.test/matters/5b0c7d11-6f0e-4a6e-9a45-0f7c2a526f0e');
  expect([one!.status, one!.value('transp'), one!.value('class')]).toEqual(['CONFIRMED', 'TRANSPARENT', 'PRIVATE']);
  expect(one!.alarms).toEqual([-16 * 3600, 8 * 3600]);
});

test('a limit in hours ends at its minute in Vietnam, and rings 4 hours and 1 hour before', () => {
  const [one] = read(item({ dueMinute: 14 * 60 + 30 }));
  expect(one!.event.endDate.toString()).toBe('2026-08-17T14:30:00');
  expect(one!.event.endDate.zone.tzid).toBe('Asia/Ho_Chi_Minh');
  expect(one!.event.endDate.toJSDate().toISOString()).toBe('2026-08-17T07:30:00.000Z');
  const limit = one!.event.endDate.toUnixTime();
  const start = one!.event.startDate.toUnixTime();
  expect(one!.alarms.map(seconds => (start + seconds - limit) / 3600)).toEqual([-4, -1]);
  expect(one!.event.summary).toContain('14:30 123/QĐ-THADS');
});

test('the identity stays, the sequence grows: with each version, and when it is done', () => {
  const lives = [item(), item({ version: 2 }), item({ version: 2, status: 'done' }), item({ version: 3 })].map(
    one => read(one)[0]!,
  );
  expect(new Set(lives.map(one => one.event.uid)).size).toBe(1);
  const sequences = lives.map(one => one.event.sequence);
  expect(sequences).toEqual([...sequences].sort((a, b) => a - b));
  expect(new Set(sequences).size).toBe(4);
});

test.each<[string, Partial<FeedItem>, string, string]>([
  ['done', { status: 'done' }, 'CANCELLED', 'Đã xong: '],
  ['void', { status: 'void' }, 'CANCELLED', 'Không còn hạn: '],
  ['overdue', { status: 'overdue' }, 'CONFIRMED', 'QUÁ HẠN: '],
  ['paused', { status: 'paused' }, 'TENTATIVE', 'Tạm dừng: '],
  ['provisional', { provisional: true }, 'TENTATIVE', '(tạm tính)'],
  ['disputed', { dueLatest: toDay('2026-08-19') }, 'CONFIRMED', '(muộn nhất 19/08/2026)'],
])('%s: %j is %s and says so', (name, more, status, words) => {
  const [one] = read(item(more));
  expect(one!.status).toBe(status);
  expect(one!.event.summary).toContain(words);
  expect(one!.alarms).toHaveLength(status === 'CANCELLED' ? 0 : 2);
  if (name === 'disputed') expect(one!.event.description).toContain('17/08/2026, or 19/08/2026 at the latest');
  if (name === 'provisional') expect(one!.event.description).toContain('holiday calendar is not published');
});

test('the same items give the same bytes, whenever they are asked for', () => {
  const items = [item(), item({ uid: 'b@x', dueMinute: 600 })];
  const first = feedText('LCA-012', items);
  jest.useFakeTimers({ now: Date.parse('2030-01-01') });
  expect(feedText('LCA-012', items)).toBe(first);
  jest.useRealTimers();
});

/** RFC 5545, 3.1: lines end with CRLF, are at most 75 octets long, and fold by a space; every name of a property is one. */
function strictly(text: string): string[] {
  expect(text).not.toMatch(/[^\r]\n|\r[^\n]/);
  const raw = text.replace(/\r\n$/, '').split('\r\n');
  for (const line of raw) {
    expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    expect(line).not.toBe('');
    expect(line).not.toMatch(/(?!\t)\p{Cc}|\ufffd/u);
  }
  const lines = text
    .replace(/\r\n[ \t]/g, '')
    .replace(/\r\n$/, '')
    .split('\r\n');
  for (const line of lines) expect(line).toMatch(/^[A-Z][A-Z0-9-]*(;[A-Z-]+=[^;:"]*)*:/);
  return lines;
}

test('the whole is well-formed: nested, folded, escaped', () => {
  const lines = strictly(
    feedText('LCA-012', [item(), item({ uid: 'b@x', dueMinute: 870, dutyVi: 'Dấu , ; \\ và\nxuống dòng '.repeat(9) })]),
  );
  const stack: string[] = [];
  for (const line of lines) {
    const [, kind, name] = /^(BEGIN|END):(.+)$/.exec(line) ?? [];
    if (kind === 'BEGIN') stack.push(name!);
    if (kind === 'END') expect(stack.pop()).toBe(name);
  }
  expect(stack).toEqual([]);
  expect(lines.slice(0, 2)).toEqual(['BEGIN:VCALENDAR', 'VERSION:2.0']);
  expect(lines.filter(line => line === 'TZID:Asia/Ho_Chi_Minh')).toHaveLength(1);
  expect(lines.filter(line => line === 'BEGIN:VTIMEZONE')).toHaveLength(1);
  expect(lines.find(line => line.startsWith('DTSTART;TZID'))).toBe('DTSTART;TZID=Asia/Ho_Chi_Minh:20260817T140000');
  expect(lines.find(line => line.startsWith('DTSTAMP'))).toBe('DTSTAMP:20260803T020000Z');
});

test('whatever stands in a number or a name, it comes out as it went in', () => {
  const text = fc
    .string({ unit: 'grapheme', minLength: 1, maxLength: 120 })
    .filter(one => !/[\p{Cc}\p{Cs}\ufffd]/u.test(one));
  fc.assert(
    fc.property(text, text, (matter, dutyVi) => {
      const given = item({ matter, dutyVi });
      strictly(feedText('LCA-012', [given]));
      expect(read(given)[0]!.event.summary).toBe(`${matter}: ${dutyVi}`.normalize('NFC'));
    }),
  );
});

test('without a limit it is an empty calendar', () => {
  expect(read()).toEqual([]);
  expect(strictly(feedText('LCA-012', [])).at(-1)).toBe('END:VCALENDAR');
});
