import { type KeptPack, packChanges, packDocument, readPack } from '../../activities/law/pack-file';
import { nothingMissing } from '../../activities/law/pack-schema';
import { builtInPack, packHash } from '../../law';
import type { Duty } from '../../law/model';

const FILE = 'pack.json';
const inForce = [builtInPack('2025'), builtInPack('2008')];
type Doc = Record<string, unknown> & { duties: Record<string, unknown>[]; rules: Record<string, unknown>[] };

/** A sound pack as a person has it in a file: parsed JSON, nothing shared with the program. */
function document(change: (doc: Doc) => void = () => undefined): Doc {
  const doc = JSON.parse(JSON.stringify(packDocument({ ...builtInPack('2025'), version: '2026.12.1-LCA.1' }))) as Doc;
  change(doc);
  return doc;
}
const kept = (more: Partial<KeptPack> = {}): KeptPack => ({
  ...{ law: '2025', version: '2026.11.2-LCA.1', hash: 'x', origin: 'agency', state: 'signed' },
  ...{ inForceFrom: '2026-07-01', inForceTo: null },
  ...more,
});
const read = (doc: unknown, others: readonly KeptPack[] = []) => readPack(doc, FILE, { kept: others, inForce });
const INDEX = inForce[0]!.duties.findIndex(({ id }) => id === 'initial-verification');
const ROW = `duties[${INDEX}] initial-verification`;
const row = (doc: Doc) => doc.duties[INDEX]!;

describe('a sound pack', () => {
  test.each(['2025', '2008'] as const)('of the law of %s comes back from its file as it was', law => {
    const pack = { ...builtInPack(law), version: '2026.12.1-LCA.1' };
    const { pack: back, problems } = read(JSON.parse(JSON.stringify(packDocument(pack))));
    expect(problems).toEqual([]);
    expect(back).toEqual(pack);
    expect(packHash(back!)).toBe(packHash(pack));
    expect(nothingMissing).toBe(true);
  });

  test('may replace one with the same first day, stand beside one that does not touch it, or be loaded again', () => {
    expect(read(document(), [kept()]).problems).toEqual([]);
    const later = document(doc => Object.assign(doc, { version: '2028.1-LCA.1', inForceFrom: '2028-01-01' }));
    expect(read(later, [kept({ inForceTo: '2027-12-31' })]).problems).toEqual([]);
    const again = read(document()).pack!;
    const same = kept({ version: again.version, hash: packHash(again), state: 'draft' });
    expect(read(document(), [same]).problems).toEqual([]);
  });

  test('its hash does not hang on the order in which fields were written', () => {
    const turned = document(doc => {
      doc.duties = doc.duties.map(one => Object.fromEntries(Object.entries(one).reverse()));
    });
    expect(packHash(read(turned).pack!)).toBe(packHash(read(document()).pack!));
  });

  test('what it changes is told by row', () => {
    const changed = read(
      document(doc => {
        row(doc).period = { unit: 'days', n: 12 };
        doc.duties = doc.duties.filter(({ id }) => id !== 'enforcer-change-request');
        doc.duties.push({ ...JSON.parse(JSON.stringify(row(doc))), id: 'another-verification' });
      }),
    ).pack!;
    expect(packChanges(inForce[0], changed)).toEqual({
      added: ['another-verification'],
      removed: ['enforcer-change-request'],
      changed: ['initial-verification'],
    });
  });
});

describe('a pack with a mistake names row and reason', () => {
  const period = (n: number): Duty['period'] => ({ unit: 'days', n });
  test.each<[string, (doc: Doc) => void, field: string, code: string, vi: RegExp, en: RegExp]>([
    ['not a pack at all', doc => delete doc.format, 'format', 'shape', /thiếu/, /missing/],
    [
      'a field nobody knows',
      doc => Object.assign(doc, { note: 'x' }),
      '(tệp / file)',
      'shape',
      /không có trong mẫu: note/,
      /unknown field: note/,
    ],
    [
      'a row with a field nobody knows',
      doc => Object.assign(row(doc), { perod: 1 }),
      ROW,
      'shape',
      /trường không có trong mẫu: perod/,
      /unknown field: perod/,
    ],
    [
      'what only a decision may say',
      doc => Object.assign(row(doc), { transition: 'old' }),
      ROW,
      'shape',
      /không có trong mẫu: transition/,
      /unknown field: transition/,
    ],
    ['a missing name', doc => delete row(doc).nameVi, `${ROW}: nameVi`, 'shape', /thiếu/, /missing/],
    [
      'an unknown role',
      doc => Object.assign(row(doc), { role: 'sheriff' }),
      `${ROW}: role`,
      'shape',
      /“sheriff” không được; phải là một trong: enforcer/,
      /is not one of: enforcer/,
    ],
    [
      'an unknown unit',
      doc => Object.assign(row(doc), { period: { unit: 'weeks', n: 1 } }),
      `${ROW}: period.unit`,
      'shape',
      /đơn vị thời hạn/,
      /no such unit/,
    ],
    [
      'half a day',
      doc => Object.assign(row(doc), { period: { unit: 'days', n: 1.5 } }),
      `${ROW}: period.n`,
      'shape',
      /phải là số nguyên/,
      /must be int/,
    ],
    [
      'a trigger that the program does not know',
      doc => Object.assign(row(doc), { trigger: { on: ['no-such-event'] } }),
      ROW,
      'unknown-event',
      /không có sự kiện no-such-event/,
      /no event no-such-event/,
    ],
    [
      'a discharge that the program does not know',
      doc => Object.assign(row(doc), { dischargedBy: ['no-such-event'] }),
      ROW,
      'unknown-event',
      /không có sự kiện no-such-event/,
      /no event no-such-event/,
    ],
    [
      'an unknown pause',
      doc => Object.assign(row(doc), { pausedBy: ['siesta'] }),
      ROW,
      'unknown-pause',
      /tạm ngừng kiểu siesta/,
      /pauses with siesta/,
    ],
    [
      'expiries that lead back',
      doc => Object.assign(row(doc), { trigger: { expiryOf: 'initial-verification' } }),
      ROW,
      'expiry-cycle',
      /vòng về chính nó/,
      /lead back/,
    ],
    [
      'the expiry of nothing',
      doc => Object.assign(row(doc), { trigger: { expiryOf: 'no-such-duty' } }),
      ROW,
      'unknown-expiry',
      /không có thời hạn no-such-duty/,
      /no duty no-such-duty/,
    ],
    [
      'an empty period',
      doc => Object.assign(row(doc), { period: period(0) }),
      ROW,
      'empty-period',
      /lớn hơn 0/,
      /not positive/,
    ],
    [
      'an empty reading',
      doc => Object.assign(row(doc), { readings: [{ id: 'x', period: period(0), why: 'x' }] }),
      ROW,
      'empty-period',
      /lớn hơn 0/,
      /not positive/,
    ],
    [
      'a reading with the name of a choice',
      doc => Object.assign(row(doc), { readings: [{ id: 'old', period: period(3), why: 'x' }] }),
      ROW,
      'bad-readings',
      /từ dành riêng/,
      /reserved/,
    ],
    [
      'no source',
      doc => Object.assign(row(doc), { source: { law: '', article: '', quote: 'x' } }),
      ROW,
      'no-source',
      /thiếu căn cứ/,
      /no article/,
    ],
    [
      'a row from memory in use',
      doc => Object.assign(row(doc), { confidence: 'M' }),
      ROW,
      'active-from-memory',
      /trí nhớ/,
      /from memory/,
    ],
    ['the other law', doc => Object.assign(row(doc), { law: '2008' }), ROW, 'wrong-law', /ghi luật 2008/, /law 2008/],
    [
      'an id used twice',
      doc => doc.duties.push({ ...row(doc) }),
      `duties[${inForce[0]!.duties.length}] initial-verification`,
      'duplicate-duty',
      /hai lần/,
      /twice/,
    ],
    [
      'an ancestor that is not there',
      doc => Object.assign(row(doc), { succeeds: ['no-such-duty'] }),
      ROW,
      'unknown-ancestor',
      /Luật 2008 không có thời hạn no-such-duty/,
      /no duty no-such-duty/,
    ],
    [
      'a row that ends before it begins',
      doc => Object.assign(row(doc), { since: '2028-01-01', until: '2027-01-01' }),
      ROW,
      'never-in-force',
      /hết hiệu lực trước/,
      /ends before/,
    ],
    [
      'a day that does not exist',
      doc => Object.assign(doc, { inForceFrom: '2027-02-30' }),
      'inForceFrom',
      'shape',
      /ngày có thật/,
      /real date/,
    ],
    [
      'days the law is not in force',
      doc => Object.assign(doc, { inForceFrom: '2026-01-01' }),
      'inForceFrom',
      'outside-law',
      /Luật 2025 có hiệu lực 2026-07-01/,
      /in force 2026-07-01/,
    ],
    [
      'an end before the beginning',
      doc => Object.assign(doc, { inForceFrom: '2028-01-01', inForceTo: '2027-01-01' }),
      'inForceTo',
      'never-in-force',
      /hết hiệu lực trước/,
      /ends before/,
    ],
    [
      "a number of the program's own",
      doc => Object.assign(doc, { version: '2026.12.1' }),
      'version',
      'programs-version',
      /2026\.12\.1-LCA\.1/,
      /add the agency/,
    ],
  ])('%s', (_name, change, field, code, vi, en) => {
    const { pack, problems } = read(document(change));
    expect(pack).toBeNull();
    expect(problems).toContainEqual({
      file: FILE,
      field,
      code,
      vi: expect.stringMatching(vi),
      en: expect.stringMatching(en),
    });
  });

  test('days that overlap another pack of the law in force', () => {
    const later = document(doc => Object.assign(doc, { inForceFrom: '2028-01-01' }));
    const { problems } = read(later, [kept()]);
    expect(problems).toEqual([
      expect.objectContaining({
        field: 'inForceFrom',
        code: 'overlap',
        vi: expect.stringMatching(/2026\.11\.2-LCA\.1/),
      }),
    ]);
    expect(read(later, [kept({ state: 'draft' })]).problems).toEqual([]);
    expect(read(later, [kept({ law: '2008' })]).problems).toEqual([]);
  });

  test('a version that says something else already', () => {
    const taken = kept({ version: '2026.12.1-LCA.1', state: 'withdrawn' });
    expect(read(document(), [taken]).problems).toEqual([
      expect.objectContaining({ field: 'version', code: 'version-taken' }),
    ]);
  });

  test.each([[null], [[]], ['x'], [{}], [{ duties: [1, null], rules: 'x' }]])('%j is no pack', doc => {
    const { pack, problems } = read(doc);
    expect(pack).toBeNull();
    expect(problems.length).toBeGreaterThan(0);
  });

  test('everything at once, and what names a broken row is not called unknown', () => {
    const { problems } = read(
      document(doc => {
        const voluntary = doc.duties.find(({ id }) => id === 'voluntary-period')!;
        delete voluntary.role;
        Object.assign(row(doc), { dischargedBy: ['nothing-like-it'], period: period(-1) });
        doc.inForceFrom = '2020-01-01';
        doc.basis = ' ';
      }),
    );
    const codes = problems.map(({ field, code }) => `${field.replace(/\[\d+\]/, '')} ${code}`);
    expect(codes).toEqual(expect.arrayContaining(['basis shape', 'duties voluntary-period: role shape']));
    expect(codes.join()).not.toContain('unknown-expiry');
    const mended = read(
      document(doc => {
        const voluntary = doc.duties.find(({ id }) => id === 'voluntary-period')!;
        delete voluntary.role;
        Object.assign(row(doc), { dischargedBy: ['nothing-like-it'], period: period(-1) });
        doc.inForceFrom = '2020-01-01';
      }),
    ).problems.map(({ field, code }) => `${field.replace(/\[\d+\]/, '')} ${code}`);
    expect(mended.sort()).toEqual([
      'duties initial-verification empty-period',
      'duties initial-verification unknown-event',
      'duties voluntary-period: role shape',
      'inForceFrom outside-law',
    ]);
  });
});
