import type { EventDef } from '../law/model';
import type { EventName } from './context';

/** What registers need of the lifecycles. */
export const eventNames = (defs: readonly EventDef[]): EventName[] =>
  defs.map(({ type, nameVi, kinds, attrs, requires, refusedAfter, once, closes }) => ({
    type,
    nameVi,
    kinds,
    attrs: attrs ?? [],
    requires: requires ?? [],
    refusedAfter: refusedAfter ?? [],
    once: once ?? false,
    closes: closes ?? false,
  }));
