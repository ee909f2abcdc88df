import { PACKS, validateCatalogue } from '../../law/catalogue';

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
