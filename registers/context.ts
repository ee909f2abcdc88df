import type { AttrDef, MatterKind } from '../law/model';
import type { Directory, KnownUnit } from './units';

/** The words of an event, so that a register may name it in Vietnamese. */
export interface EventName {
  readonly type: string;
  readonly nameVi: string;
  readonly kinds: readonly MatterKind[];
  readonly attrs: readonly AttrDef[];
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
