import type { AddressInfo } from 'node:net';
import { seedCalendar } from '../../activities/calendar';
import { thoihan } from '../cli/support';
import { at } from '../record/workbench';
import { HEAD, LEGAL, seedLegalOfficer } from '../support/signers';
import { type LivingApi, openCase, openLivingApi } from './support';

let api: LivingApi;
let url: string;
const NOW = at('2026-11-23');

beforeAll(async () => {
  api = await openLivingApi({ now: () => NOW });
  await seedLegalOfficer(api.database.prisma);
  await seedCalendar(api.database.prisma, NOW);
  await api.app.listen({ port: 0, host: '127.0.0.1' });
  url = `http://127.0.0.1:${(api.app.server.address() as AddressInfo).port}`;
}, 60_000);
afterAll(() => api.close(), 30_000);

const cli = (argv: string[], stdin = '') => thoihan(argv, { stdin, env: { THOIHAN_URL: url } });

/** The judgment came on Friday 20 November: five working days end on the 30th, on 1 December if the 26th were off too. */
async function exOfficio(): Promise<string> {
  const { body } = await openCase(api, '2026-11-20', { details: { origin: 'ex_officio', amount: '1000000' } });
  return body.id;
}
const dueOf = async (id: string): Promise<string[]> => {
  const { body } = await api.get(`/v1/matters/${id}`);
  return body.deadlines
    .filter((one: { dutyId: string }) => one.dutyId === 'enforcement-decision-ex-officio')
    .map((one: { due: string }) => one.due);
};

test('a draft calendar is tried on the open matters, decided deadline by deadline, and applied by a second person', async () => {
  const [kept, moved] = [await exOfficio(), await exOfficio()];
  expect(await dueOf(kept)).toEqual(['2026-11-30']);

  const year = JSON.parse((await cli(['calendar', '2026', '--json'])).out);
  const off = [...year.off, { date: '2026-11-26', reason: 'Nghỉ thử', kind: 'holiday' }].sort((a, b) =>
    a.date < b.date ? -1 : 1,
  );
  const edition = { ...year, off, decision: 'Công văn 1/VPCP-KGVX', decidedOn: '2026-11-22' };
  const loaded = await cli(['calendar', 'load', '-', '--by', HEAD], JSON.stringify(edition));
  const version = /calendar sign 2026 (\d+)/.exec(loaded.out)?.[1];
  expect(version).toBeDefined();

  const tried = await cli(['law', 'rehearse', 'calendar', '2026', version!, '--by', HEAD, '--json']);
  expect(tried).toMatchObject({ exit: 0 });
  const { id, state, mattersDone, report } = JSON.parse(tried.out);
  expect([state, mattersDone]).toEqual(['ready', 2]);
  expect(report.total).toMatchObject({ changes: 2, later: 2, pending: 2 });
  const shown = await cli(['law', 'rehearsal', id]);
  expect(shown.out).toContain('Chạy thử');
  expect(shown.out).toMatch(/Tất cả +2 +0 +2 +0 +0 +0 +2 +0/);
  const changes = await cli(['law', 'rehearsal', id, '--changes', '--matter', moved]);
  expect(changes.out).toMatch(/enforcement-decision-ex-officio .* muộn hơn +30\/11\/2026 +01\/12\/2026/);
  // Nothing has moved yet.
  expect(await dueOf(moved)).toEqual(['2026-11-30']);

  const early = await cli(['law', 'apply', id, '--by', LEGAL]);
  expect([early.exit, early.err]).toEqual([1, expect.stringContaining('Còn 2 thay đổi chưa được')]);
  expect((await cli(['law', 'approve', id, '--by', HEAD])).out).toContain('Chấp nhận: 2 thay đổi.');
  const rejected = await cli([
    ...['law', 'reject', id, '--by', HEAD, '--matter', kept, '--reason', 'đã hẹn với đương sự'],
  ]);
  expect(rejected.out).toContain('Từ chối, giữ hạn cũ: 1 thay đổi.');
  expect((await cli(['law', 'apply', id, '--by', HEAD])).err).toContain('không được tự ký duyệt');
  const applied = await cli(['law', 'apply', id, '--by', LEGAL]);
  expect(applied).toMatchObject({ exit: 0, err: '' });
  expect(applied.out).toContain('1 thời hạn giữ hạn cũ');

  await api.temporal.client.workflow.getHandle(`recompute-calendar-2026.${version}`).result();
  const settled = async (matter: string, due: string) => {
    for (let n = 0; n < 100 && (await dueOf(matter))[0] !== due; n += 1)
      await new Promise(resolve => setTimeout(resolve, 200));
    return dueOf(matter);
  };
  expect(await settled(moved, '2026-12-01')).toEqual(['2026-12-01']);
  expect(await dueOf(kept)).toEqual(['2026-11-30']);
  expect((await cli(['law', 'rehearsals'])).out).toContain('đã áp dụng');
});

test('the API asks for a name, a draft and a known rehearsal', async () => {
  const subject = { kind: 'calendar', year: 2026, version: 1 };
  expect(await api.post('/v1/law/rehearsals', { subject })).toMatchObject({ body: { code: 'officer_needed' } });
  expect(await api.post('/v1/law/rehearsals', { subject }, { 'x-officer': HEAD })).toMatchObject({
    body: { code: 'not_a_draft' },
  });
  expect(await api.post('/v1/law/rehearsals', { subject: { kind: 'pack' } }, { 'x-officer': HEAD })).toMatchObject({
    status: 400,
  });
  expect(await api.get('/v1/law/rehearsals/00000000-0000-4000-8000-000000000099')).toMatchObject({
    body: { code: 'no_such_rehearsal' },
  });
  const wrong = await cli(['law', 'rehearse', 'pack', '2025', '--by', HEAD]);
  expect([wrong.exit, wrong.err]).toEqual([2, expect.stringContaining('rehearse calendar <năm> <bản>')]);
});
