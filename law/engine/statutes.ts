import { toDay } from '../day';
import type { Day, Duty, EventDef, LawId, MatterKind, Trigger } from '../model';

/** The statutes and lifecycles the engine works with; a test brings its own. */
export interface Statutes {
  readonly duties: Readonly<Record<LawId, readonly Duty[]>>;
  readonly events: Readonly<Partial<Record<MatterKind, readonly EventDef[]>>>;
}

export interface Start {
  readonly duty: Duty;
  readonly trigger: Trigger;
  /** No clock begins before this day, nor after that. */
  readonly since: Day;
  readonly until: Day;
}

/** The duties of one law for one kind of matter, by what starts them. */
export interface Pack {
  readonly law: LawId;
  /** Of rows that follow each other under one id (see `Duty.until`), the last. */
  readonly byId: ReadonlyMap<string, Duty>;
  readonly byEvent: ReadonlyMap<string, readonly Start[]>;
  readonly byExpiry: ReadonlyMap<string, readonly Start[]>;
}

/** One kind of matter, made ready for computing. */
export interface Book {
  readonly packs: Readonly<Record<LawId, Pack>>;
  /** Those duties of the law of 2025 that bind about cases ended before it, too. */
  readonly ended: Pack;
  /** The duty of the law of 2025 that continues a duty of the law of 2008, by the id of the old one. */
  readonly heirs: ReadonlyMap<string, Duty>;
  readonly events: ReadonlyMap<string, EventDef>;
}

const inUse = (duties: readonly Duty[], kind: MatterKind): readonly Duty[] =>
  duties.filter(duty => duty.active && duty.kinds.includes(kind));

function packOf(law: LawId, kind: MatterKind, duties: readonly Duty[]): Pack {
  const byId = new Map<string, Duty>();
  const byEvent = new Map<string, Start[]>();
  const byExpiry = new Map<string, Start[]>();
  const file = (map: Map<string, Start[]>, key: string, start: Start) => {
    const starts = map.get(key);
    if (starts) starts.push(start);
    else map.set(key, [start]);
  };
  for (const duty of inUse(duties, kind)) {
    byId.set(duty.id, duty);
    const since = duty.since === undefined ? Number.NEGATIVE_INFINITY : toDay(duty.since);
    const until = duty.until === undefined ? Number.POSITIVE_INFINITY : toDay(duty.until);
    const enter = (trigger: Trigger) => {
      const start = { duty, trigger, since, until };
      for (const type of trigger.on ?? []) file(byEvent, type, start);
      if (trigger.expiryOf) file(byExpiry, trigger.expiryOf, start);
      trigger.or?.forEach(enter);
    };
    enter(duty.trigger);
  }
  return { law, byId, byEvent, byExpiry };
}

/** Heirs by the old id: the same id, or the one that names it in `succeeds`; of rows that follow each other, the first. */
function heirsOf(old: Pack, current: readonly Duty[]): ReadonlyMap<string, Duty> {
  const heirs = new Map<string, Duty>();
  for (const duty of current) {
    if (duty.fromNewLaw) continue;
    for (const id of [duty.id, ...(duty.succeeds ?? [])]) if (old.byId.has(id) && !heirs.has(id)) heirs.set(id, duty);
  }
  return heirs;
}

const books = new WeakMap<Statutes, Map<MatterKind, Book>>();

/** The book of one kind of matter, made once for each set of statutes. */
export function bookOf(statutes: Statutes, kind: MatterKind): Book {
  let shelf = books.get(statutes);
  if (!shelf) {
    shelf = new Map();
    books.set(statutes, shelf);
  }
  let book = shelf.get(kind);
  if (!book) {
    const packs = {
      '2008': packOf('2008', kind, statutes.duties['2008']),
      '2025': packOf('2025', kind, statutes.duties['2025']),
    };
    const alsoEnded = statutes.duties['2025'].filter(duty => duty.alsoEnded);
    book = {
      packs,
      ended: packOf('2025', kind, alsoEnded),
      heirs: heirsOf(packs['2008'], inUse(statutes.duties['2025'], kind)),
      events: new Map((statutes.events[kind] ?? []).map(def => [def.type, def])),
    };
    shelf.set(kind, book);
  }
  return book;
}
