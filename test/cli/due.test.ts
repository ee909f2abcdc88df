import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { thoihan } from './support';

const DUTY = 'enforcement-decision-on-request';

test('--json has the agreed form', async () => {
  const { exit, out, err } = await thoihan(['due', DUTY, '--on', '2026-07-09', '--json']);
  expect([exit, err]).toEqual([0, '']);
  const answer = JSON.parse(out);
  expect(answer).toMatchObject({
    dutyId: DUTY,
    law: '2025',
    due: '2026-07-16',
    kind: 'workingDays',
    provisional: false,
  });
  expect(answer.slip[0].step).toBe('trigger');
  expect(answer.slip.at(-1)).toMatchObject({ step: 'due', date: '2026-07-16' });
});

test('the law in force on the day, or the one asked for', async () => {
  const law = async (...more: string[]) => JSON.parse((await thoihan(['due', DUTY, '--json', ...more])).out).law;
  expect(await law('--on', '2026-06-30')).toBe('2008');
  expect(await law('--on', '2026-07-01')).toBe('2025');
  expect(await law('--on', '2026-07-01', '--law', '2008')).toBe('2008');
});

test('people read the date, its weekday and every step; Vietnamese dates may be typed', async () => {
  const { exit, out } = await thoihan(['due', DUTY, '--on', '9/7/2026']);
  expect(exit).toBe(0);
  expect(out).toContain('Hạn: thứ Năm 16/07/2026');
  expect(out).toContain('Điều 34(3) Luật 106/2025/QH15');
  expect(out).toMatch(/11\/07\/2026 +Bỏ qua/);
});

test.each([
  [['due', 'enforcement-decision-on-reques', '--on', '2026-07-09'], 1, DUTY],
  [['due', DUTY, '--on', '2026-02-31'], 1, '2026-02-31'],
  [['due', DUTY, '--on', '31/02/2026'], 1, '31/02/2026'],
  [['due', DUTY, '--on', '1890-01-01'], 1, '1890'],
  [['due', DUTY, '--on', '2026-07-09', '--law', '1999'], 1, '1999'],
  [['due', DUTY, '--on', '2026-07-09', '--with', 'nothing'], 2, 'nothing'],
  [['due', DUTY], 2, '--on'],
  [['due', '--on', '2026-07-09'], 2, 'duty-id'],
  [['due', DUTY, '--on', '2026-07-09', '--nope'], 2, '--nope'],
  [['nope'], 2, 'nope'],
])('%j is refused with exit code %i', async (argv, code, named) => {
  const { exit, out, err } = await thoihan(argv);
  expect(exit).toBe(code);
  expect(out).toBe('');
  expect(err).toContain(named);
});

test('with --json a refusal is one JSON object on standard error, in both languages', async () => {
  const { exit, err } = await thoihan(['due', DUTY, '--on', '2026-02-31', '--json']);
  expect(exit).toBe(1);
  const { error } = JSON.parse(err);
  expect(error).toMatchObject({ code: 'wrong_date' });
  expect(error.vi).not.toBe(error.en);
});

test('a batch answers every line in its place; a bad one as an error, and exit code 1', async () => {
  const stdin = [
    `\uFEFF{"dutyId":"${DUTY}","on":"2026-07-09"}`,
    '',
    '{"dutyId":"no-such-duty","on":"2026-07-09"}',
    'not json',
    `{"dutyId":"${DUTY}","on":"2026-02-31"}`,
    `{"dutyId":"${DUTY}"}`,
    '[]',
    `{"dutyId":"${DUTY}","on":"2026-06-01","law":"2008"}`,
  ].join('\r\n');
  const { exit, out } = await thoihan(['due', '--batch', '-'], { stdin });
  const answers = out.split('\n').map(line => JSON.parse(line));
  expect(exit).toBe(1);
  expect(answers.map(a => a.due ?? [a.line, a.error.code])).toEqual([
    '2026-07-16',
    [3, 'unknown_duty'],
    [4, 'wrong_line'],
    [5, 'wrong_date'],
    [6, 'wrong_line'],
    [7, 'wrong_line'],
    '2026-06-08',
  ]);
  expect(answers[1]).toMatchObject({ dutyId: 'no-such-duty' });
});

test('a batch file, and one that is not there', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'thoihan-due-'));
  try {
    const file = join(folder, 'in.jsonl');
    writeFileSync(file, `{"dutyId":"${DUTY}","on":"2026-07-09"}\n`);
    expect(await thoihan(['due', '--batch', file])).toMatchObject({ exit: 0 });
    expect(await thoihan(['due', '--batch', join(folder, 'gone.jsonl')])).toMatchObject({ exit: 1, out: '' });
    expect((await thoihan(['due', '--batch', folder])).err).toContain('EISDIR');
  } finally {
    rmSync(folder, { recursive: true });
  }
});
