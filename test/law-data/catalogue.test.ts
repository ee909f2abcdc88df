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

describe('whom swapped days may not bind', () => {
  const owed = (law: '2025' | '2008') => STATUTES[law].filter(({ owedBy }) => owedBy).map(({ id }) => id);
  test('parties, banks, auction houses and private offices; no court, prison, Procuracy or police', () => {
    for (const law of ['2025', '2008'] as const) {
      expect(owed(law)).toEqual(
        expect.arrayContaining([
          'voluntary-period',
          'buyer-payment',
          'auction-holding',
          'third-party-information-reply',
        ]),
      );
      expect(owed(law).filter(id => /court|prison|police|protest|judgment-transfer|commune/.test(id))).toEqual([]);
    }
    expect(owed('2025')).toEqual(expect.arrayContaining(['complaint-limitation-1st-a', 'vp-enforcement-decision']));
    expect(owed('2008')).toContain('o08-limitation-a');
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
