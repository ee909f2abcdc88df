import { builtInLaw, duties, LIFECYCLES } from '../../law';
import type { ReadingContext } from '../../registers/context';
import { eventNames } from '../../registers/event-names';
import { Directory } from '../../registers/units';
import type { SampleOffice } from '../../samples/generator/people';

/** A directory whose ids are the codes. */
export function contextOf(office: SampleOffice, today: string, unitCode?: string): ReadingContext {
  const directory = new Directory(
    office.units.map(unit => ({ ...unit, id: unit.code })),
    office.officers.map(({ code, name, email, unitCode: unit }) => ({ id: code, name, email, unitCode: unit })),
  );
  const unit = unitCode === undefined ? null : (directory.unitByCode(unitCode) ?? null);
  return { today, directory, unit, eventNames: eventNames(Object.values(LIFECYCLES).flat(), duties(builtInLaw())) };
}
