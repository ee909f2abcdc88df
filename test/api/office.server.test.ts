import { randomUUID } from 'node:crypto';
import { loadUnits } from '../../activities/intake/load-office';
import { demoOffice } from '../../samples/generator/demo-office';
import { OFFICE } from '../support/database';
import { openApi, type TestApi } from './support';

let api: TestApi;
beforeAll(async () => {
  api = await openApi({ now: () => Date.parse('2026-08-12T09:00:00+07:00') });
});
afterAll(() => api.close());

const as = (officer: string) => ({ 'x-officer': officer });
const newOfficer = (more: object = {}) => ({
  code: 'TST-020',
  name: 'Cán bộ mới',
  email: 'moi@thads.test',
  unit: 'TST-KV1',
  roles: ['enforcer'],
  ...more,
});

describe('officers', () => {
  test.each([
    [{ email: 'moi thads.test' }, 'wrong_address', 'email'],
    [{ email: 'TST-005@thoihan.test' }, 'address_taken', 'email'],
    [{ code: 'TST-005' }, 'code_taken', 'code'],
    [{ unit: 'NOWHERE' }, 'unknown_unit', 'unit'],
  ])('%j is refused: %s', async (more, code, field) => {
    const refused = await api.post('/v1/officers', newOfficer(more));
    expect(refused).toMatchObject({ status: 422, body: { code, errors: [{ field }] } });
    expect(refused.body.vi).not.toBe(refused.body.en);
    expect(await api.database.prisma.officer.count({ where: { name: 'Cán bộ mới' } })).toBe(0);
  });

  test('one is taken in by the head of the unit, once, with roles', async () => {
    const headers = { ...as('TST-003'), 'idempotency-key': 'new-officer-1' };
    const first = await api.post('/v1/officers', newOfficer(), headers);
    expect(first.status).toBe(201);
    expect((await api.post('/v1/officers', newOfficer(), headers)).body).toEqual(first.body);
    expect(
      await api.database.prisma.officer.findUniqueOrThrow({ where: { code: 'TST-020' }, include: { roles: true } }),
    ).toMatchObject({ unitId: OFFICE.branch1, roles: [{ role: 'enforcer', validFrom: new Date('2026-08-12') }] });
  });

  test.each([
    ['TST-005', 'TST-KV1', 403],
    ['TST-004', 'TST-KV1', 403],
    ['TST-003', 'TST', 403],
    ['TST-001', 'TST-KV2', 201],
  ])('%s adds an officer to %s: %i', async (officer, unit, status) => {
    const body = newOfficer({
      code: `N-${randomUUID().slice(0, 8).toUpperCase()}`,
      email: `${randomUUID()}@x.vn`,
      unit,
    });
    expect((await api.post('/v1/officers', body, as(officer))).status).toBe(status);
  });

  test('an address is corrected by the administrator, not by a colleague', async () => {
    const url = '/v1/officers/TST-006/address';
    expect(await api.post(url, { email: 'hai@thads.test' }, as('TST-005'))).toMatchObject({
      status: 403,
      body: { code: 'not_administrator' },
    });
    expect(await api.post(url, { email: 'tst-001@thoihan.test' })).toMatchObject({
      status: 422,
      body: { code: 'address_taken', en: expect.stringContaining('TST-001') },
    });
    expect(await api.post(url, { email: ' hai@thads.test ' }, as('TST-003'))).toMatchObject({
      status: 201,
      body: { tasks: 0, mails: 0 },
    });
    expect((await api.post('/v1/officers/NOBODY/address', { email: 'x@thads.test' })).status).toBe(404);
  });

  test('a list with addresses that are none or doubled is refused as a whole, each one named', async () => {
    const office = demoOffice();
    const [one, two, three, ...rest] = office.officers;
    const officers = [
      { ...one!, email: 'không phải địa chỉ' },
      two!,
      { ...three!, email: two!.email.toUpperCase() },
      ...rest.slice(0, -1),
      { ...rest.at(-1)!, email: 'tst-001@thoihan.test' },
    ];
    const refusal = await loadUnits({ pool: api.database.pool }, { ...office, officers }).catch(error => error);
    expect(refusal).toMatchObject({ code: 'wrong_address' });
    expect(refusal.en).toContain(`${one!.code}: the mail address`);
    expect(refusal.en).toContain(`${three!.code}: This address belongs to officer ${two!.code}`);
    expect(refusal.en).toContain(`${rest.at(-1)!.code}: This address belongs to officer TST-001`);
    expect(await api.database.prisma.officer.count({ where: { code: { startsWith: 'LCA' } } })).toBe(0);
    expect(await api.database.prisma.unit.count({ where: { code: 'LCA' } })).toBe(0);
  });
});

describe('delegations', () => {
  const body = { to: 'TST-006', from: '2026-09-01', until: '2026-09-10', basis: 'Giấy nghỉ phép 3' };

  test('an officer says who stands in; a circle is refused; listed, ended', async () => {
    const made = await api.post('/v1/officers/TST-005/delegations', body, as('TST-005'));
    expect(made.status).toBe(201);
    const back = { ...body, to: 'TST-005', from: '2026-09-05' };
    expect(await api.post('/v1/officers/TST-006/delegations', back, as('TST-006'))).toMatchObject({
      status: 422,
      body: {
        code: 'circular_delegation',
        errors: [{ field: 'to' }],
        en: expect.stringContaining('TST-006 → TST-005 → TST-006'),
      },
    });
    expect((await api.get('/v1/officers/TST-005/delegations')).body).toEqual([{ id: made.body.id, ...body }]);
    const end = `/v1/officers/TST-005/delegations/${made.body.id}/end`;
    expect((await api.post(end, {}, as('TST-006'))).status).toBe(403);
    expect((await api.post(end, {}, as('TST-003'))).status).toBe(201);
    expect((await api.get('/v1/officers/TST-005/delegations')).body).toEqual([]);
    expect((await api.post('/v1/officers/TST-006/delegations', back, as('TST-003'))).status).toBe(201);
  });

  test('nobody says it for a colleague', async () => {
    expect((await api.post('/v1/officers/TST-005/delegations', body, as('TST-007'))).status).toBe(403);
  });
});

describe('problems', () => {
  const { enforcer3 } = OFFICE;
  const matter = (more: object) =>
    api.database.prisma.matter.create({
      data: {
        id: randomUUID(),
        kind: 'enforcement_case',
        number: `${randomUUID().slice(0, 6)}/QĐ-THADS`,
        reportingYear: 2026,
        unitId: OFFICE.branch2,
        officerId: enforcer3,
        openedOn: new Date('2026-07-01'),
        stage: 'decided',
        law: '2025',
        ...more,
      },
    });
  const kinds = async (query = '', headers = {}) =>
    (await api.get(`/v1/problems${query}`, headers)).body.map(
      (one: { kind: string; unit: string; officer: string | null; count: number | null }) =>
        [one.kind, one.unit, one.officer, one.count].join(' '),
    );

  test('a sound office has none; each that arises is told, with what to do, to who administers the unit', async () => {
    await api.database.pool.query('DELETE FROM delegation');
    expect(await kinds()).toEqual([]);
    const { prisma } = api.database;
    await matter({ officerId: null });
    await matter({});
    await matter({});
    await matter({ closedOn: new Date('2026-08-01'), officerId: null });
    await prisma.officer.update({ where: { id: enforcer3 }, data: { active: false } });
    await prisma.officerRole.updateMany({
      where: { officerId: OFFICE.branch2Head, role: 'branch_head' },
      data: { validTo: new Date('2026-08-11') },
    });
    await prisma.officer.update({ where: { id: OFFICE.branch2Head }, data: { email: 'head@kv2' } });
    const both = { fromDay: new Date('2026-08-01'), toDay: new Date('2026-08-31'), basis: 'x' };
    await prisma.delegation.create({ data: { delegatorId: OFFICE.enforcer1, delegateId: OFFICE.enforcer2, ...both } });
    await prisma.delegation.create({ data: { delegatorId: OFFICE.enforcer2, delegateId: OFFICE.enforcer1, ...both } });
    const task = await prisma.deliveryTask.create({
      data: {
        reason: 'address_refused',
        officerId: OFFICE.enforcer1,
        unitId: OFFICE.branch1,
        address: 'tst-005@thoihan.test',
        holds: true,
        status: '550 5.1.1',
        openedAt: new Date('2026-08-11T01:00:00Z'),
      },
    });
    for (const state of ['bounced', 'suppressed'] as const) {
      const id = randomUUID();
      await prisma.outbox.create({
        data: {
          ...{ id, messageId: `<${id}@x>`, kind: 'digest', recipientId: OFFICE.enforcer1, toAddress: task.address! },
          ...{ subject: 's', text: 't', state, taskId: task.id, nextTryAt: new Date(), createdAt: new Date() },
        },
      });
    }
    const branch2 = [
      'no_head TST-KV2  3',
      'no_officer TST-KV2  1',
      'officer_left TST-KV2 TST-007 2',
      'bad_address TST-KV2 TST-004 ',
    ];
    const branch1 = ['circular_delegation TST-KV1 TST-005 ', 'mail_not_arriving TST-KV1 TST-005 2'];
    expect(await kinds()).toEqual([...branch2, ...branch1]);
    expect(await kinds('?unit=TST-KV2')).toEqual(branch2);
    expect(await kinds('', as('TST-003'))).toEqual(branch1);
    expect(await kinds('', as('TST-001'))).toEqual([...branch2, ...branch1]);
    expect(await kinds('', as('TST-005'))).toEqual([]);
    expect((await api.get('/v1/problems?unit=TST-KV2', as('TST-003'))).status).toBe(403);
    for (const { vi, en } of (await api.get('/v1/problems')).body) {
      expect(vi).not.toBe(en);
      expect(vi.length).toBeGreaterThan(30);
    }
  });

  test('mails that do not arrive: listed for the unit, sent again by its administrator only', async () => {
    const listed = await api.get('/v1/mail/problems?unit=TST', as('TST-001'));
    expect(listed.body.items).toMatchObject([
      {
        reason: 'address_refused',
        unit: 'TST-KV1',
        officer: 'TST-005',
        status: '550 5.1.1',
        holds: true,
        mails: [{ state: 'bounced' }, { state: 'suppressed' }],
      },
    ]);
    expect((await api.get('/v1/mail/problems', as('TST-004'))).body.items).toEqual([]);
    const url = `/v1/mail/problems/${listed.body.items[0].id}/resolution`;
    expect((await api.post(url, { action: 'again' }, as('TST-005'))).status).toBe(403);
    expect(await api.post(url, { action: 'again' }, as('TST-003'))).toMatchObject({ status: 201, body: { mails: 2 } });
    expect(await api.post(url, { action: 'drop' }, as('TST-003'))).toMatchObject({
      status: 422,
      body: { code: 'task_closed' },
    });
    expect((await api.get('/v1/mail/problems')).body.items).toEqual([]);
    expect((await api.get('/v1/mail/problems?closed=true')).body.items).toMatchObject([{ resolution: 'sent_again' }]);
    expect((await api.post(`/v1/mail/problems/${randomUUID()}/resolution`, { action: 'drop' })).status).toBe(404);
  });

  test('a new head is appointed, and the unit has one', async () => {
    const appointed = await api.post(
      '/v1/officers/TST-004/roles',
      { role: 'branch_head', unit: 'TST-KV2', from: '2026-08-12' },
      as('TST-001'),
    );
    expect(appointed.status).toBe(201);
    expect(await kinds('?unit=TST-KV2')).not.toContainEqual(expect.stringContaining('no_head'));
    const ended = { role: 'branch_head', unit: 'TST-KV2', from: '2026-08-12', until: '2026-08-01' };
    expect(await api.post('/v1/officers/TST-004/roles', ended)).toMatchObject({ body: { code: 'wrong_days' } });
  });
});
