import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { packDocument } from '../../activities/law/pack-file';
import { builtInLaw, builtInPack, duties, eventRules } from '../../law';
import { thoihan } from './support';

const json = async (...argv: string[]) => JSON.parse((await thoihan([...argv, '--json'])).out);
const ids = (rows: { id: string }[]) => rows.map(({ id }) => id);

describe('law list', () => {
  test('every limit and provision, one line each; in JSON an array with what each is', async () => {
    const { out } = await thoihan(['law', 'list', '--law', '2025']);
    expect(out).toMatch(/^enforcement-decision-on-request +2025 +5 ngày làm việc +Điều 34\(3\)/m);
    const rows = await json('law', 'list');
    expect(rows).toHaveLength(duties(builtInLaw()).length + eventRules(builtInLaw()).length);
    expect(rows[0]).toEqual(
      expect.objectContaining({
        id: expect.any(String),
        law: '2025',
        kind: 'duty',
        active: true,
        confidence: expect.any(String),
      }),
    );
    expect(new Set(rows.map(({ kind }: { kind: string }) => kind))).toEqual(new Set(['duty', 'event-rule']));
  });

  test.each([
    ['37(1)', ['initial-verification', 'initial-verification-interim-measure'], ['re-verification-on-dispute']],
    ['Điều 37(1)', ['initial-verification'], ['re-verification-on-dispute']],
    ['37.1', ['initial-verification'], ['delegated-verification']],
    [
      '37',
      ['initial-verification', 're-verification-on-dispute', 'third-party-information-reply'],
      ['rights-transfer-decision'],
    ],
    ['37(6)c', ['third-party-information-reply'], ['initial-verification']],
    ['21(6)', ['third-party-information-reply'], ['initial-verification']],
  ])('--article %s', async (article, found, others) => {
    const rows = ids(await json('law', 'list', '--law', '2025', '--article', article));
    expect(rows).toEqual(expect.arrayContaining(found));
    for (const other of others) expect(rows).not.toContain(other);
  });

  test('--search finds words without their accents, in any order', async () => {
    expect(ids(await json('law', 'list', '--search', 'dieu kien XAC MINH'))).toContain('initial-verification');
    expect((await thoihan(['law', 'list', '--search', 'khongcodau'])).err).toContain('Không có dòng nào');
  });

  test('what is no law and no article is refused', async () => {
    expect(await thoihan(['law', 'list', '--law', '1999'])).toMatchObject({ exit: 2, out: '' });
    const wrong = await thoihan(['law', 'list', '--article', 'ba mươi bảy']);
    expect(wrong).toMatchObject({ exit: 2, out: '' });
    expect(wrong.err).toContain('37(1)');
  });
});

describe('law show', () => {
  test('a limit: its sentence, readings, what starts, ends and pauses it, an example with dates, under both laws', async () => {
    const { exit, out } = await thoihan(['law', 'show', 'initial-verification']);
    expect(exit).toBe(0);
    for (const part of [
      ...[
        'Luật 2025',
        'Luật 2008',
        'cách hiểu khác: 10 ngày',
        'khi hết thời hạn “Thời hạn tự nguyện thi hành án” (voluntary-period)',
      ],
      ...['“Xác minh điều kiện thi hành án” (verification-done)', '[Luật 106/2025/QH15, Điều 46]'],
      ...['từ 06/07/2026: hạn 15/07/2026 (muộn nhất 16/07/2026)', '“Trong thời hạn 09 ngày kể từ'],
    ]) {
      expect(out).toContain(part);
    }
  });

  test('a provision without a length', async () => {
    const { out } = await thoihan(['law', 'show', 'complaint-valid-notice-date']);
    expect(out).toContain('Quy tắc:');
    expect(out).toContain('NĐ 152/2026/NĐ-CP');
  });

  test('every row of both laws can be shown', async () => {
    for (const { id, law } of [...duties(builtInLaw()), ...eventRules(builtInLaw())]) {
      const { exit, out } = await thoihan(['law', 'show', id, '--law', law]);
      expect([id, exit]).toEqual([id, 0]);
      expect(out).not.toMatch(/undefined|\[object/);
    }
  });

  test('an unknown id names the nearest', async () => {
    const { exit, err } = await thoihan(['law', 'show', 'inital-verification']);
    expect(exit).toBe(1);
    expect(err).toContain('initial-verification');
  });
});

describe('law diff', () => {
  const change = (diff: { changes: { before: { id: string } | null; after: { id: string } | null }[] }, id: string) =>
    diff.changes.find(({ before, after }) => before?.id === id || after?.id === id);

  test('the two laws: changed lengths, new, gone and renamed', async () => {
    const diff = await json('law', 'diff', '2008', '2025');
    expect(change(diff, 'coercion-cost-notice')).toMatchObject({
      change: 'length',
      renamed: false,
      parts: [
        {
          part: 'period',
          before: { unit: 'before', of: 'workingDays', n: 3 },
          after: { unit: 'before', of: 'workingDays', n: 2 },
        },
      ],
    });
    expect(change(diff, 'heirs-window')).toMatchObject({ change: 'new', before: null });
    expect(change(diff, 'fee-notice-before-handover')).toMatchObject({ change: 'gone', after: null });
    expect(change(diff, 'case-file-open')).toMatchObject({ change: 'same' });
    const renamed = diff.changes.filter((one: { renamed: boolean }) => one.renamed);
    expect(renamed.length).toBeGreaterThan(0);
    const { out } = await thoihan(['law', 'diff', '2008', '2025']);
    expect(out).toContain('ít nhất 3 ngày làm việc trước');
    expect(out).toContain('ít nhất 2 ngày làm việc trước');
  });

  test('two packs in files', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'thoihan-diff-'));
    try {
      const pack = builtInPack('2025');
      const [first, second, ...rest] = pack.duties;
      const longer = { ...first!, period: { unit: 'days' as const, n: 77 } };
      const files = [pack, { ...pack, version: 'X.1', duties: [longer, ...rest] }].map((one, i) => {
        const file = join(folder, `${i}.json`);
        writeFileSync(file, JSON.stringify(packDocument(one)));
        return file;
      });
      const diff = await json('law', 'diff', ...files);
      const moved = diff.changes.filter((one: { change: string }) => one.change !== 'same');
      expect(moved).toMatchObject([
        { change: 'length', after: { id: first!.id }, parts: [{ part: 'period', after: { unit: 'days', n: 77 } }] },
        { change: 'gone', before: { id: second!.id } },
      ]);
      writeFileSync(files[0]!, '{"law":"2025","version":"1","duties":[{"id":7}],"rules":[]}');
      const wrong = await thoihan(['law', 'diff', files[0]!, '2025']);
      expect(wrong).toMatchObject({ exit: 1, out: '' });
      expect(wrong.err).toContain('duties.0.');
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  test('what is no law and no file', async () => {
    expect((await thoihan(['law', 'diff', '2008', '/no/such/file.json'])).err).toContain('ENOENT');
  });
});
