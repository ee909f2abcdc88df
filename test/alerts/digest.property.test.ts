import fc from 'fast-check';
import { type Change, composeDigest, type MailItem } from '../../alerts';
import { officialCalendar } from '../../law/calendar';
import { toDay } from '../../law/day';

const day = toDay('2026-08-12');
const plain = {
  day,
  totals: { overdue: 1, soon: 2 },
  unchanged: 0,
  calendar: officialCalendar(),
  publicUrl: 'http://t.test',
};

const changes: fc.Arbitrary<Change> = fc.oneof(
  fc.constant<Change>({ kind: 'new' }),
  fc.constantFrom('nearer', 'now_overdue', 'still_overdue').map(kind => ({ kind, told: day - 3 })),
  fc.constant<Change>({ kind: 'moved', from: day - 9 }),
);
const items: fc.Arbitrary<MailItem> = fc
  .record({
    n: fc.integer({ min: 0, max: 40 }),
    due: fc.integer({ min: day - 20, max: day + 40 }),
    disputed: fc.integer({ min: 0, max: 3 }),
    window: fc.boolean(),
    plan: fc.boolean(),
    officer: fc.constantFrom(undefined, 'LCA-002', 'LCA-003'),
    change: changes,
  })
  .map(({ n, due, disputed, officer, ...rest }) => ({
    ...{ alertId: `a-${n}`, deadlineId: `d-${n}`, matterId: `m-${n}`, matterNumber: `${n}/QĐ-THADS` },
    ...{ dutyNameVi: 'Việc', dutyNameEn: 'Duty', source: { law: 'Luật 106/2025/QH15', article: '37(1)' } },
    ...{ due, dueLatest: due + disputed, provisional: false, ...rest },
    ...(officer === undefined ? {} : { officerCode: officer }),
  }));
const numbersIn = (text: string): number =>
  (text.match(/\d+(?= (quá hạn|hôm nay|trong tuần|sắp tới|đã hết|kế hoạch))/g) ?? []).reduce(
    (sum, n) => sum + Number(n),
    0,
  );

test('whatever stands in it: each limit once, the rest counted, the subject counts all', () => {
  fc.assert(
    fc.property(fc.array(items, { maxLength: 60 }), fc.integer({ min: 1, max: 50 }), (list, cap) => {
      const mail = composeDigest({ ...plain, items: list, settled: [], cap, inboxUrl: 'http://t.test/inbox' });
      const limits = new Set(list.map(item => item.deadlineId));
      if (limits.size === 0) return expect(mail).toBeNull();
      const shown = mail!.text.match(/^• \d+\/QĐ-THADS/gm) ?? [];
      expect(new Set(shown).size).toBe(shown.length);
      expect(shown.length).toBe(Math.min(cap, limits.size));
      const rest = /^Còn (\d+) việc không ghi đủ ở đây: (.*)\. \/ /m.exec(mail!.text);
      expect(Number(rest?.[1] ?? 0)).toBe(limits.size - shown.length);
      expect(numbersIn(rest?.[2] ?? '')).toBe(limits.size - shown.length);
      expect(numbersIn(mail!.subject)).toBe(limits.size);
      // The two bodies say the same.
      expect((mail!.html.match(/border-left/g) ?? []).length).toBe(shown.length);
    }),
    { numRuns: 200 },
  );
});

test('the order in which the alerts come makes no other mail', () => {
  fc.assert(
    fc.property(
      fc
        .uniqueArray(items, { maxLength: 20, selector: item => item.deadlineId })
        .chain(list => fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length }))),
      ([list, shuffled]) => {
        const rest = { ...plain, settled: [], cap: 10, inboxUrl: 'http://t.test/inbox' };
        expect(composeDigest({ ...rest, items: shuffled })).toEqual(composeDigest({ ...rest, items: list }));
      },
    ),
    { numRuns: 100 },
  );
});
