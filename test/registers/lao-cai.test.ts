import type { MatterRow } from '../../registers/matter';
import { readRegister } from '../../registers/read';
import { laoCaiRegister } from '../../samples/generator/lao-cai';
import { laoCaiOffice } from '../../samples/generator/old-province';
import { asSheet } from '../../samples/generator/workbook';
import { contextOf } from './support';

const reading = readRegister(laoCaiRegister().map(asSheet), contextOf(laoCaiOffice(), '2026-11-23'));
const has = (type: string) => (matter: MatterRow) => matter.events.some(event => event.type === type);
const sum = (matters: readonly MatterRow[]) =>
  matters.reduce((total, matter) => total + BigInt(String(matter.facts.amount)), 0n);
const moved = (type: string) =>
  reading.matters
    .flatMap(matter => matter.events)
    .filter(event => event.type === type)
    .reduce((total, event) => total + BigInt(String(event.attrs.amount)), 0n);

test('every sheet is understood to the last column', () => {
  expect(reading.sheets).toHaveLength(10);
  for (const sheet of reading.sheets) {
    expect(sheet.layout).toBe('m03-accepted-cases@1');
    expect(sheet.notUnderstood).toEqual([]);
    expect(sheet.understood).toHaveLength(25);
    expect(sheet.unitCode).toMatch(/^LCA-CU/);
  }
  expect(new Set(reading.sheets.map(sheet => sheet.unitCode)).size).toBe(10);
});

test('no row is refused', () => {
  expect(reading.issues.filter(issue => issue.severity === 'error').slice(0, 5)).toEqual([]);
  expect(reading.events).toEqual([]);
});

test('23.419 matters with the published sums', () => {
  const { matters } = reading;
  expect(matters).toHaveLength(23_419);
  expect(sum(matters)).toBe(1_302_149_296_000n);
  const gone = matters.filter(matter => has('entrusted')(matter) || has('decision-withdrawn')(matter));
  expect([gone.length, sum(gone)]).toEqual([219, 81_585_156_000n]);
  const none = matters.filter(has('no-condition-decided'));
  expect([none.length, sum(none)]).toEqual([531, 193_808_758_000n]);
  const done = matters.filter(matter => has('completed')(matter) || has('terminated')(matter));
  expect(done).toHaveLength(22_041);
  expect(moved('money-collected') + moved('terminated')).toBe(385_296_980_000n);
  const coerced = matters.flatMap(matter => matter.events.filter(event => event.type === 'coerced'));
  expect(coerced.filter(event => event.attrs.withForces === true)).toHaveLength(73);
  expect(coerced.filter(event => event.attrs.withForces === false)).toHaveLength(168);
});

test('credit cases leave 154.412.451.000 đồng, 47,26 %', () => {
  const credit = reading.matters.filter(matter => matter.facts.credit === true);
  const paid = credit
    .flatMap(matter => matter.events)
    .filter(event => event.type === 'money-collected')
    .reduce((total, event) => total + BigInt(String(event.attrs.amount)), 0n);
  const left = sum(credit) - paid;
  expect(left).toBe(154_412_451_000n);
  expect(((Number(left) / Number(sum(credit))) * 100).toFixed(2)).toBe('47.26');
});
