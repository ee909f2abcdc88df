import { builtInLaw, checkEvent, type LawSettings, type Role, toDay, toMinute, withClosures } from '../../law';
import type { Facts } from '../../law/model';
import { logOf, type Written } from './life';

const DECIDED: readonly Written[] = [
  ['2025-06-02', 'judgment-received'],
  ['2025-06-03', 'request-received'],
  ['2025-06-05', 'decision-issued'],
];

interface Asked {
  readonly settings?: LawSettings;
  readonly log?: readonly Written[];
  readonly by?: readonly Role[];
  readonly closed?: string;
}

/** What is said of an event on a case already decided, as of the end of 2026. */
function asked(
  type: string,
  when: string,
  attrs: Facts = {},
  { settings = {}, log = DECIDED, by, closed }: Asked = {},
) {
  const [day = '', time] = when.split('T');
  const { calendar, ...law } = builtInLaw();
  const closures =
    closed === undefined
      ? []
      : [{ id: 'c1', from: toDay(closed), to: toDay(closed), reason: 'Chuyển trụ sở', decision: 'QĐ 12/QĐ-THADS' }];
  return checkEvent(
    {
      law: { ...law, settings, calendar: withClosures(calendar, closures) },
      kind: 'enforcement_case',
      facts: { origin: 'on_request' },
      events: logOf(log),
      today: toDay('2026-12-31'),
    },
    {
      type,
      occurredOn: toDay(day),
      attrs,
      ...(time !== undefined && { atMinute: toMinute(time) }),
      ...(by && { by }),
    },
  );
}

/** A coercion planned on 10 November 2026 (on 5 January 2026 for moments before July) for a moment. */
const plan = (moment: string, attrs: Facts = {}, more: Asked = {}) => {
  const [plannedOn = '', plannedAt] = moment.split('T');
  const on = plannedOn < '2026-07-01' ? '2026-01-05' : '2026-11-10';
  return asked('coercion-planned', on, { plannedOn, ...(plannedAt && { plannedAt }), ...attrs }, more);
};

describe('no coercion at night and on days off', () => {
  test.each<[string, string | null]>([
    ['2026-11-27T09:00', null],
    ['2026-11-27', null],
    ['2026-11-27T06:00', null],
    ['2026-11-27T21:59', null],
    ['2026-11-27T05:59', '06:00 thứ Sáu 27/11/2026'],
    ['2026-11-26T22:00', '06:00 thứ Sáu 27/11/2026'],
    // Friday night: Saturday and Sunday are days off.
    ['2026-11-27T22:30', '06:00 thứ Hai 30/11/2026'],
    ['2026-11-28T09:00', '09:00 thứ Hai 30/11/2026'],
    ['2026-11-28', 'thứ Hai 30/11/2026'],
    // 24 November, Ngày Văn hóa Việt Nam.
    ['2026-11-24T09:00', '09:00 thứ Tư 25/11/2026'],
    // The night before it.
    ['2026-11-23T23:00', '06:00 thứ Tư 25/11/2026'],
    ['2026-12-31T24:00', '06:00 thứ Hai 04/01/2027'],
    // A Saturday worked for a swapped day, and the swapped day.
    ['2026-01-10T09:00', null],
    ['2026-01-02T09:00', '09:00 thứ Hai 05/01/2026'],
  ])('planned for %s: %s', (moment, next) => {
    const refusal = plan(moment);
    expect(refusal?.code ?? null).toBe(next === null ? null : 'WITHIN_BLACKOUT');
    if (next !== null) expect(refusal!.vi).toMatch(new RegExp(`Sớm nhất: ${next}\\.$`));
  });

  test('the refusal names the rule and the article of the law in force on the day', () => {
    expect(plan('2026-11-28T09:00')).toEqual({
      code: 'WITHIN_BLACKOUT',
      vi: '“Ấn định ngày cưỡng chế” vào 09:00 thứ Bảy 28/11/2026 không được: Không cưỡng chế từ 22 giờ đến 06 giờ, ngày nghỉ, ngày lễ (Luật 106/2025/QH15, Điều 72(5)). Sớm nhất: 09:00 thứ Hai 30/11/2026.',
      en: '“Coercion planned” at 09:00 Sat 28 Nov 2026 is not allowed: No coercion from 22:00 to 06:00, on rest days and public holidays (Luật 106/2025/QH15, Điều 72(5)). Earliest: 09:00 Mon 30 Nov 2026.',
    });
    expect(plan('2026-05-02T09:00')!.vi).toContain('Luật 26/2008/QH12, Điều 46(2)');
  });
  test('a closure of the unit is no rest day of the law', () => {
    expect(plan('2026-11-27T09:00', {}, { closed: '2026-11-27' })).toBeNull();
  });
  test('a time that is none', () => {
    expect(plan('2026-11-27', { plannedAt: '9 giờ' })).toMatchObject({ code: 'TIME_BAD' });
  });
  test('held, not only planned', () => {
    expect(asked('coerced', '2026-11-28')).toMatchObject({ code: 'WITHIN_BLACKOUT' });
    expect(asked('coerced', '2026-11-27T22:15')).toMatchObject({ code: 'WITHIN_BLACKOUT' });
    expect(asked('coerced', '2026-11-27T08:15')).toBeNull();
    expect(asked('seized', '2026-11-29')).toMatchObject({ code: 'WITHIN_BLACKOUT' });
    expect(asked('seized', '2026-11-27T22:15')).toBeNull();
  });
});

describe('no coercion with forces around Tết', () => {
  const forces = { withForces: true };
  // Mùng 1: 17 February 2026; days off of Tết: 16 to 20 February.
  test.each<[LawSettings['tetAnchor'], string, string | null]>([
    ['first-day', '2026-01-30', null],
    ['first-day', '2026-02-02', 'thứ Năm 05/03/2026'],
    ['first-day', '2026-03-04', 'thứ Năm 05/03/2026'],
    ['first-day', '2026-03-05', null],
    ['statutory-days', '2026-01-30', null],
    ['statutory-days', '2026-02-02', 'thứ Hai 09/03/2026'],
    ['statutory-days', '2026-03-05', 'thứ Hai 09/03/2026'],
    ['statutory-days', '2026-03-09', null],
    // Without a setting the safer of the two.
    [undefined, '2026-03-05', 'thứ Hai 09/03/2026'],
  ])('anchor %s, %s: %s', (tetAnchor, day, next) => {
    const refusal = plan(day, forces, { settings: tetAnchor ? { tetAnchor } : {} });
    expect(refusal?.code ?? null).toBe(next === null ? null : 'WITHIN_BLACKOUT');
    if (next !== null) expect(refusal!.vi).toContain(`Sớm nhất: ${next}.`);
  });
  test.each<[number, string, string]>([
    // Worked example of the catalogue: 14 January to 13 February 2025, counted from mùng 1.
    [2025, '2025-01-14', '2025-02-13'],
    [2026, '2026-02-02', '2026-03-04'],
    [2027, '2027-01-22', '2027-02-21'],
  ])('%i from the first day of the year: %s to %s', (_year, from, to) => {
    const refusal = asked(
      'coercion-planned',
      '2025-06-10',
      { plannedOn: from, ...forces },
      { settings: { tetAnchor: 'first-day' } },
    );
    const said = (iso: string) => iso.split('-').reverse().join('/');
    expect(refusal!.vi).toMatch(new RegExp(`từ [^(]*${said(from)} đến hết [^(]*${said(to)}`));
  });
  test('without forces it binds nobody', () => {
    expect(plan('2026-02-10')).toBeNull();
    expect(plan('2026-02-10', { withForces: false })).toBeNull();
    expect(plan('2026-02-10', forces)!.vi).toContain('NĐ 62/2015/NĐ-CP, Điều 13(2)');
  });
  test('a traditional day of a policy beneficiary, marked by the planner', () => {
    expect(plan('2026-12-22', { ...forces, policyDay: true })!.vi).toContain('Sớm nhất: thứ Tư 23/12/2026.');
    expect(plan('2026-12-22', { policyDay: true })).toBeNull();
  });
});

describe('the day of valid notice follows the channel', () => {
  const notice = (day: string, attrs: Facts, more: Asked = {}) => asked('valid-notice', day, attrs, more);

  test('by hand, by post, by a private office: the day of the minutes or the signature', () => {
    for (const channel of ['direct', 'post', 'bailiff_office', 'abroad', 'portal'])
      expect(notice('2026-11-12', { channel })).toBeNull();
  });
  test('mass media: the second publication is named, and it counts', () => {
    expect(notice('2026-11-12', { channel: 'mass_media' })).toMatchObject({ code: 'ATTR_MISSING' });
    const wrong = notice('2026-11-11', { channel: 'mass_media', secondPublishedOn: '2026-11-12' });
    expect(wrong).toMatchObject({ code: 'WRONG_DAY' });
    expect(wrong!.vi).toContain('NĐ 152/2026/NĐ-CP, Điều 15–19');
    expect(notice('2026-11-12', { channel: 'mass_media', secondPublishedOn: '2026-11-12' })).toBeNull();
  });
  test('posting: the day of the posting, not its last', () => {
    const log: readonly Written[] = [...DECIDED, ['2026-11-10', 'posted-publicly']];
    expect(notice('2026-11-17', { channel: 'posting' }, { log })).toMatchObject({ code: 'WRONG_DAY' });
    expect(notice('2026-11-10', { channel: 'posting' }, { log })).toBeNull();
  });
  test('VNeID: only once announced, and for the decision itself never alone', () => {
    const attrs = { channel: 'vneid', alsoBy: 'post' };
    const early = notice('2026-11-14', attrs);
    expect(early).toMatchObject({ code: 'NOT_ANNOUNCED' });
    expect(early!.vi).toContain('115(2)');
    expect(notice('2026-11-14', attrs, { settings: { digitalFrom: '2026-11-15' } })).toMatchObject({
      code: 'NOT_ANNOUNCED',
    });
    const settings = { digitalFrom: '2026-11-14' };
    expect(notice('2026-11-14', attrs, { settings })).toBeNull();
    expect(notice('2026-11-14', { channel: 'vneid' }, { settings })).toMatchObject({ code: 'ATTR_MISSING' });
    expect(asked('notification-sent', '2026-11-14', { channel: 'vneid' }, { settings })).toBeNull();
    expect(asked('notification-sent', '2026-11-13', { channel: 'vneid' }, { settings })).toMatchObject({
      code: 'NOT_ANNOUNCED',
    });
  });
  test('the decree speaks from 1 July 2026 on', () => {
    expect(notice('2026-06-10', { channel: 'mass_media' })).toBeNull();
  });
  test('a request by post is of the day of its postmark', () => {
    const request = (day: string, attrs: Facts) => asked('request-received', day, attrs);
    expect(request('2026-11-12', { channel: 'post' })).toMatchObject({ code: 'ATTR_MISSING' });
    expect(request('2026-11-12', { channel: 'post', postmarkOn: '2026-11-10' })).toMatchObject({ code: 'WRONG_DAY' });
    expect(request('2026-11-10', { channel: 'post', postmarkOn: '2026-11-10' })).toBeNull();
    expect(request('2026-11-12', { channel: 'direct' })).toBeNull();
  });
});

describe('who may record', () => {
  const by = (type: string, ...roles: Role[]) =>
    asked(type, '2026-11-12', { result: 'no_means' }, { by: roles })?.code ?? null;
  test.each<[string, Role[], string | null]>([
    ['verification-done', ['enforcer'], null],
    ['verification-done', ['clerk'], null],
    ['verification-done', ['branch_head'], null],
    ['verification-done', ['province_head'], null],
    ['verification-done', ['department_head'], null],
    ['verification-done', ['complaint_handler'], 'NOT_FOR_THIS_ROLE'],
    ['verification-done', ['administrator'], 'NOT_FOR_THIS_ROLE'],
    ['verification-done', [], 'NOT_FOR_THIS_ROLE'],
    ['verification-done', ['complaint_handler', 'enforcer'], null],
    ['postponed', ['enforcer'], 'NOT_FOR_THIS_ROLE'],
    ['postponed', ['clerk'], null],
    ['postponed', ['province_head'], null],
    ['stay-by-complaint', ['complaint_handler'], null],
    ['stay-by-complaint', ['province_head'], null],
  ])('%s by %j: %s', (type, roles, code) => {
    expect(by(type, ...roles)).toBe(code);
  });
  test('the refusal names who may, the article and what to do', () => {
    expect(asked('postponed', '2026-11-12', {}, { by: ['enforcer'] })).toEqual({
      code: 'NOT_FOR_THIS_ROLE',
      vi: '“Quyết định hoãn thi hành án” do Trưởng phòng khu vực, Trưởng phòng nghiệp vụ, Thủ trưởng cơ quan, Thư ký, văn thư ghi (Luật 106/2025/QH15, Điều 46). Hãy nhờ người đó ghi, hoặc bổ sung vai trò cho cán bộ.',
      en: '“Postponed” is recorded by: head of the branch, head of department, head of the agency, clerk (Luật 106/2025/QH15, Điều 46). Ask one of them, or give the officer that role.',
    });
  });
  test('the system and imports are not asked', () => {
    expect(asked('postponed', '2026-11-12')).toBeNull();
  });
});
