import { lives, vectors } from '../../handbook/vectors';
import { builtInLaw, dueOf, dutyOf, standing, toDay, toIso, toIsoMinute } from '../../law';
import { dutyOnSlip, SLIP_FORMAT, type SlipDocument, sealed, slipHash, slipOfDue } from '../../law/slip/document';
import { SLIP_COLUMNS, SLIP_LINES, slipSteps, slipText } from '../../law/slip/text';
import { logOf, questionOf } from '../vectors/support';
import { duty, event, madeUpLaw } from './made-up';

const law = builtInLaw();
const TODAY = '2026-11-26';

const widest = (text: string) => Math.max(...text.split('\n').map(line => [...line].length));

/** The slips of every vector, and of every deadline of every life. */
const SLIPS: readonly (readonly [string, SlipDocument])[] = [
  ...vectors().map(vector => [vector.id, slipOfDue(law, dueOf(law, questionOf(vector)), vector.on, TODAY)] as const),
  ...lives().flatMap(life => {
    const { deadlines } = standing({ law, ...life, events: logOf(life), today: toDay(life.asOf) });
    return deadlines.map(one => [`${life.id}: ${one.key}`, slipOfDeadline(one, life.asOf)] as const);
  }),
];

function slipOfDeadline(one: ReturnType<typeof standing>['deadlines'][number], asOf: string): SlipDocument {
  return sealed({
    ...{ format: SLIP_FORMAT, matter: { kind: 'enforcement_case', number: '12/QĐ-THADS', unit: 'Phòng khu vực 1' } },
    ...{
      duty: dutyOnSlip(law, one.dutyId, one.law),
      deadline: { key: one.key, version: 1 },
      from: toIso(one.startedOn),
    },
    due: one.dueAt === undefined ? toIso(one.due) : toIsoMinute(one.dueAt),
    ...{ dueLatest: toIso(one.dueLatest), provisional: one.provisional, lapse: one.lapse, status: one.status },
    ...{ closedOn: one.closedOn === undefined ? null : toIso(one.closedOn), steps: one.slip },
    ...{ pack: law.packs[one.law], calendar: law.calendar.version, asOf },
  });
}

test('every slip fits a page of 80 columns, and says what it stands on', () => {
  for (const [id, slip] of SLIPS) {
    const text = slipText(slip);
    expect([id, widest(text) <= SLIP_COLUMNS, text.split('\n').length <= SLIP_LINES]).toEqual([id, true, true]);
    for (const part of [slip.hash, slip.pack.version, slip.calendar, slip.duty.source.article]) {
      expect(text.replace(/\s+/g, ' ')).toContain(part);
    }
    expect(text).not.toMatch(/\b(undefined|null|NaN)\b/);
  }
});

test('no step is lost on paper: each skipped day is named', () => {
  for (const [id, { steps }] of SLIPS) {
    const said = slipSteps({ steps }).map(({ vi }) => vi);
    for (const step of steps) {
      const [, month, day] = (step.date ?? '').split('-');
      const there = said.some(line => line === step.vi || (step.step === 'skip' && line.includes(`${day}/${month}`)));
      expect([id, step.vi, there]).toEqual([id, step.vi, true]);
    }
  }
});

test('a pause is told with its days and the article of its decision; a day that rolls on, with its reason', () => {
  const [limit] = standing({
    law: madeUpLaw({
      duties: [duty('limit')],
      events: [
        { ...duty('x'), type: 'start', roles: [] },
        {
          ...{ type: 'halt', kinds: ['enforcement_case'], nameVi: 'Hoãn', nameEn: 'Halt', roles: [] },
          pauses: { kind: 'halted' },
          source: { law: 'Luật 106/2025/QH15', article: '46(1)' },
        },
        {
          ...{ type: 'resume', kinds: ['enforcement_case'], nameVi: 'Tiếp tục', nameEn: 'Resume', roles: [] },
          resumes: ['halted'],
        },
      ],
    }),
    kind: 'enforcement_case',
    facts: {},
    events: [event('start', '2026-07-06'), event('halt', '2026-07-08'), event('resume', '2026-07-10')],
    today: toDay('2026-07-20'),
  }).deadlines;
  const said = slipSteps({ steps: limit!.slip }).map(({ vi, basis }) => `${vi} [${basis}]`);
  expect(said.join('\n')).toContain(
    'Tạm ngừng từ thứ Tư 08/07/2026 đến hết thứ Năm 09/07/2026 (2 ngày không tính); còn 9 ngày [Luật 106/2025/QH15, Điều 46(1); suy ra',
  );
  expect(said.join('\n')).toContain('là ngày nghỉ hoặc ngày tạm ngừng: chuyển sang ngày làm việc tiếp theo');
});

test('the hash stands for everything on the slip, whatever the order of its keys', () => {
  const slip = slipOfDue(law, dueOf(law, { dutyId: 'notification', on: '2026-08-28' }), '2026-08-28', TODAY);
  expect(slip.hash).toMatch(/^[0-9a-f]{64}$/);
  expect(slipHash(JSON.parse(JSON.stringify(slip)))).toBe(slip.hash);
  const turned = Object.fromEntries(Object.entries(slip).reverse()) as unknown as SlipDocument;
  expect(slipHash(turned)).toBe(slip.hash);
  const [first, ...rest] = slip.steps;
  for (const change of [
    ...[{ due: '2026-09-08' }, { asOf: '2026-11-27' }, { steps: rest }, { calendar: 'x' }],
    ...[{ steps: [{ ...first!, vi: 'khác' }, ...rest] }, { pack: { ...slip.pack, hash: null } }],
  ]) {
    expect(slipHash({ ...slip, ...change })).not.toBe(slip.hash);
  }
  expect(slip.pack).toEqual(law.packs['2025']);
  expect(slip.duty.source).toEqual(dutyOf(law, 'notification', '2025').source);
});
