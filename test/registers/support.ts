import { LIFECYCLES } from '../../law/catalogue';
import type { ReadingContext } from '../../registers/context';
import { Directory } from '../../registers/units';
import type { SampleOffice } from '../../samples/generator/people';

export const EVENT_NAMES: ReadingContext['eventNames'] = Object.values(LIFECYCLES)
  .flat()
  .map(({ type, nameVi, kinds, attrs }) => ({ type, nameVi, kinds, attrs: attrs ?? [] }));

/** A directory whose ids are the codes. */
export function contextOf(office: SampleOffice, today: string, unitCode?: string): ReadingContext {
  const directory = new Directory(
    office.units.map(unit => ({ ...unit, id: unit.code })),
    office.officers.map(({ code, name, email, unitCode: unit }) => ({ id: code, name, email, unitCode: unit })),
  );
  return {
    today,
    directory,
    unit: unitCode === undefined ? null : (directory.unitByCode(unitCode) ?? null),
    eventNames: EVENT_NAMES,
  };
}
