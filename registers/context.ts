import type { AttrDef, MatterKind } from '../law/model';
import type { Directory, KnownUnit } from './units';

/** An event as registers meet it: how it is named, what it needs. */
export interface EventName {
  readonly type: string;
  readonly nameVi: string;
  readonly kinds: readonly MatterKind[];
  readonly attrs: readonly AttrDef[];
  /** All groups must hold; a group holds when any of its events has happened before. */
  readonly requires: readonly (readonly string[])[];
  readonly refusedAfter: readonly string[];
  readonly once: boolean;
  readonly closes: boolean;
  /** May be recorded after the end of the matter, whatever ended it. */
  readonly afterEnd: boolean;
  /** For an event that ends the matter: what the law still asks for because of it. */
  readonly afterwards: readonly string[];
}

/** What the reader of a register must be told from outside. */
export interface ReadingContext {
  /** Today in +07:00, `YYYY-MM-DD`. */
  readonly today: string;
  readonly directory: Directory;
  /** Unit of rows and sheets that name none. */
  readonly unit: KnownUnit | null;
  readonly eventNames: readonly EventName[];
}
