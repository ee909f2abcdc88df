import { STAGE_NAMES } from '../../law';
import { LIFECYCLES, PACKS, RULES, STATUTES, validateCatalogue } from '../../law/catalogue';
import type { Duty } from '../../law/model';
import { CATALOGUE_2008, CATALOGUE_2025, SPLIT_OFF } from './ids';

describe('the catalogue', () => {
  test('fits together', () => {
    expect(validateCatalogue()).toEqual([]);
  });

  test('packs meet without gap or overlap on 1 July 2026', () => {
    expect(PACKS.map(p => [p.law, p.inForceFrom, p.inForceTo])).toEqual([
      ['2025', '2026-07-01', null],
      ['2008', '2009-07-01', '2026-06-30'],
    ]);
  });
});

describe.each([
  ['2025', CATALOGUE_2025],
  ['2008', CATALOGUE_2008],
] as const)('the law of %s beside the reference catalogues', (law, catalogue) => {
  const ids = [...STATUTES[law], ...RULES[law]].map(({ id }) => id);

  test('every row is a duty or a provision without a length', () => {
    const rules = RULES[law].map(({ id }) => id);
    expect(catalogue.filter(id => ![...ids, ...rules].includes(id))).toEqual([]);
  });

  test('no id is invented beyond those split off', () => {
    const known = new Set([...CATALOGUE_2025, ...CATALOGUE_2008, ...SPLIT_OFF]);
    expect(ids.filter(id => !known.has(id))).toEqual([]);
  });
});

/** Owed outside the agency, by offices of the State: swapped days bind them as they bind the agency. */
const OWED_BY_THE_STATE: readonly string[] = [
  'budget-guarantee-fault-council',
  'budget-guarantee-file',
  'budget-guarantee-payment',
  'budget-guarantee-report',
  'cassation-petition-reply',
  'coercion-commune-police-reply',
  'coercion-commune-police-report-up',
  'coercion-provincial-police-reply',
  'delegated-verification',
  'denunciation-continued',
  'denunciation-overdue-demand',
  'denunciation-result-report',
  'exemption-court-acceptance',
  'exemption-court-steps',
  'exemption-decision-send',
  'exemption-protest',
  'exemption-protest-file-up',
  'exemption-protest-hearing',
  'judgment-explanation',
  'judgment-transfer',
  'no-condition-posting',
  'no-condition-posting-end',
  'o08-protest-disagree',
  'o08-protest-limitation',
  'o08-protest-minister-answer',
  'old-certificate-cancel',
  'police-protection-plan',
  'police-protection-plan-arrival',
  'prison-channel',
  'prison-collection-notice',
  'prison-inmate-report',
  'prison-money-transfer',
  'prison-payment-handover',
  'protest-limitation',
  'protest-limitation-ended',
  'protest-limitation-supreme',
  'protest-managing-agency-answer',
  'protest-minister-answer',
  'protest-reconsider-answer',
  'reception-transmitter-to-citizen',
  'stat-central-total',
  'stat-cosign',
  'stat-report-national',
  'state-budget-guarantee',
  'state-creditor-request-nudge',
  'thahc-completion-report',
  'thahc-compulsion-decision',
  'thahc-debtor-report',
  'thahc-explain',
  'thahc-recommendation-reply',
  'thahc-superior-directive',
  'thahc-voluntary-period',
  'vp-competence-answer',
];

describe('whom swapped days may not bind', () => {
  const all = [...STATUTES['2025'], ...STATUTES['2008']].filter(({ role }) => role === 'external');
  test('whatever is owed outside the agency is owed by the State or by a private party, and it is said which', () => {
    expect([...new Set(all.filter(({ owedBy }) => !owedBy).map(({ id }) => id))].sort()).toEqual(OWED_BY_THE_STATE);
    expect(all.filter(({ id, owedBy }) => owedBy && OWED_BY_THE_STATE.includes(id))).toEqual([]);
  });
  test('parties, banks, auction houses, private offices and who complains', () => {
    const owed = new Set(all.filter(({ owedBy }) => owedBy).map(({ id }) => id));
    for (const id of [
      'voluntary-period',
      'third-party-information-reply',
      'auction-holding',
      'vp-enforcement-decision',
    ])
      expect(owed).toContain(id);
    for (const id of ['complaint-limitation-1st-a', 'o08-limitation-a', 'buyer-payment']) expect(owed).toContain(id);
  });
});

describe('the check finds what is wrong', () => {
  const [sound, other] = STATUTES['2025'];
  const none = { '2025': [], '2008': [] };
  const found = (change: Partial<Duty>) =>
    validateCatalogue({ ...none, '2025': [{ ...sound!, ...change }, other!] }, LIFECYCLES, STAGE_NAMES, none).map(
      ({ id }) => id,
    );

  test.each<[string, Partial<Duty>, string]>([
    ['an unknown event', { dischargedBy: ['no-such-event'] }, 'unknown-event'],
    ['an unknown pause', { pausedBy: ['no-such-pause'] }, 'unknown-pause'],
    ['no trigger', { trigger: {} }, 'no-trigger'],
    ['the expiry of a duty that is not there', { trigger: { expiryOf: 'no-such-duty' } }, 'unknown-expiry'],
    ['its own expiry', { trigger: { expiryOf: sound!.id } }, 'expiry-cycle'],
    ['a day the event does not carry', { trigger: { on: ['judgment-received'], dayFrom: 'plannedOn' } }, 'unknown-day'],
    ['a sentence said to be read but not kept', { confidence: 'Q', source: { law: 'Luật', article: '1' } }, 'no-quote'],
    ['a row from memory in use', { confidence: 'M' }, 'active-from-memory'],
    ['an official’s duty marked as a private party’s', { role: 'enforcer', owedBy: 'private' }, 'owed-by-official'],
    ['an inference without its reason', { confidence: 'I', derived: '' }, 'no-derivation'],
    ['a law that is not its own', { law: '2008' }, 'wrong-law'],
  ])('%s', (_name, change, rule) => {
    expect(found(change)).toContain(`${rule}:2025:${sound!.id}`);
  });

  test('an id used twice', () => {
    expect(validateCatalogue({ '2025': [sound!, sound!], '2008': [] })).toContainEqual(
      expect.objectContaining({ id: `duplicate-duty:2025:${sound!.id}`, text: 'the id is used twice in this law' }),
    );
  });

  test.each<[string, Partial<Duty>, readonly Partial<Duty>[], readonly string[]]>([
    ['a duty of the old law that is not there', { succeeds: ['gone'] }, [], ['unknown-ancestor:2025:new']],
    ['one of another kind of matter', { succeeds: ['a'] }, [{ kinds: ['petition'] }], ['foreign-ancestor:2025:new']],
    ['another besides its own namesake', { id: 'b', succeeds: ['a'] }, [{ id: 'a' }, { id: 'b' }], []],
  ])('it continues %s', (_name, change, olds, expected) => {
    const current = { ...sound!, id: 'new', ...change };
    const old = olds.map(one => ({ ...sound!, id: 'a', ...one, law: '2008' as const }));
    const ids = validateCatalogue({ '2025': [current], '2008': old }, LIFECYCLES, STAGE_NAMES, none).map(
      ({ id }) => id,
    );
    expect(ids.filter(id => /ancestor|heir/.test(id))).toEqual(expected);
  });

  test('two duties continue one', () => {
    const old = { ...sound!, id: 'a', law: '2008' as const };
    const two = ['b', 'c'].map(id => ({ ...sound!, id, succeeds: ['a'] }));
    const ids = validateCatalogue({ '2025': two, '2008': [old] }, LIFECYCLES, STAGE_NAMES, none).map(({ id }) => id);
    expect(ids).toContain('two-heirs:2025:c');
    const namesake = [
      { ...sound!, id: 'a' },
      { ...sound!, id: 'b', succeeds: ['a'] },
    ];
    expect(
      validateCatalogue({ '2025': namesake, '2008': [old] }, LIFECYCLES, STAGE_NAMES, none).map(({ id }) => id),
    ).toContain('two-heirs:2025:b');
  });

  test('an event that needs one which does not exist', () => {
    const [first, ...rest] = LIFECYCLES.complaint;
    const broken = { ...LIFECYCLES, complaint: [{ ...first!, requires: [['no-such-event']] }, ...rest] };
    expect(validateCatalogue(STATUTES, broken, STAGE_NAMES, RULES).map(({ id }) => id)).toEqual([
      `unknown-required:complaint:${first!.type}`,
    ]);
  });

  test('an event that may not be held, or must show something, by what is not there', () => {
    const [first, ...rest] = LIFECYCLES.complaint;
    const def = {
      ...first!,
      notWithin: { windows: [{ kind: 'days-off' as const, rule: 'no-such-rule' }], dayFrom: 'noSuchDay' },
      cases: [{ attr: 'noSuchAttr', is: 'x', rule: 'valid-notice-date', sameDayAs: 'no-such-event' }],
    };
    const broken = { ...LIFECYCLES, complaint: [def, ...rest] };
    expect(validateCatalogue(STATUTES, broken, STAGE_NAMES, RULES).map(({ id }) => id)).toEqual([
      `unknown-attr:complaint:${first!.type}`,
      `unknown-attr:complaint:${first!.type}`,
      `unknown-provision:complaint:${first!.type}`,
      `unknown-same-day:complaint:${first!.type}`,
    ]);
  });
});

test('every event of complaints, denunciations, the Procuracy, reception and letters names the provision it rests on', () => {
  const kinds = ['complaint', 'administrative_complaint', 'denunciation', 'petition', 'reception'] as const;
  const acts = ['procuracy_protest', 'procuracy_recommendation', 'procuracy_request'] as const;
  const silent = [...kinds, ...acts].flatMap(kind =>
    LIFECYCLES[kind].filter(def => !def.source).map(def => `${kind} ${def.type}`),
  );
  expect(silent).toEqual([]);
});
