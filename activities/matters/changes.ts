/** What must be written so that the projection in the database equals the computed one. Pure. */

import { isDeepStrictEqual } from 'node:util';
import { changeSince, type LawInForce, toIso } from '../../law';
import type { Deadline } from '../../law/model';
import { closed, goesOn, type Restatus, restatement } from './kept-version';
import type { KeptDeadline, KeptMatter } from './load';
import { deadlineRow, type Projection } from './project';
import type { DeadlineRow } from './rows';

/** A derivation that reads differently though the date is the same. */
export interface Rederived {
  readonly id: string;
  readonly slip: unknown;
  readonly provisional: boolean;
  readonly calendar_version: string;
  readonly pack_version: string;
}

export interface DeadlineChanges {
  /** Versions put out of force. */
  readonly replaced: readonly string[];
  /** New deadlines, and new versions of old ones. */
  readonly inserted: readonly DeadlineRow[];
  /** Deadlines whose trigger was taken back after they had been closed: a void version takes their place. */
  readonly withdrawn: readonly string[];
  readonly restated: readonly Restatus[];
  readonly rederived: readonly Rederived[];
  /** Rows for which nobody needs reminding any more. */
  readonly settled: readonly string[];
}

/**
 * Compare deadlines in force with computed ones. An open deadline whose date moves gets a new version (people were told the old
 * date), and so does a closed one about which anything changes; a status that changes by itself is written to the same version.
 * @param reason kept on every version that replaces another, with the calendar that came between
 */
export function deadlineChanges(
  matter: Pick<KeptMatter, 'id' | 'deadlines'>,
  computed: readonly Deadline[],
  reason: string,
  law: LawInForce,
  now: number,
): DeadlineChanges {
  const kept = new Map(matter.deadlines.map(one => [one.key, one]));
  const replaced: string[] = [];
  const inserted: DeadlineRow[] = [];
  const withdrawn: string[] = [];
  const restated: Restatus[] = [];
  const rederived: Rederived[] = [];
  const settled: string[] = [];

  for (const deadline of computed) {
    const before = kept.get(deadline.key);
    kept.delete(deadline.key);
    if (before === undefined) {
      inserted.push(deadlineRow(matter.id, deadline, 1, null, law, now));
    } else if (!goesOn(before, deadline)) {
      replaced.push(before.id);
      settled.push(before.id);
      const why = reasonOf(reason, before, deadline, law);
      inserted.push(deadlineRow(matter.id, deadline, before.version + 1, why, law, now));
    } else {
      const restatus = restatement(before, deadline);
      if (restatus) restated.push(restatus);
      // A window of somebody else that ran out is still worth telling once.
      if (restatus && closed(deadline.status) && !(deadline.lapse && !deadline.closedByEvent)) settled.push(before.id);
      if (!closed(before.status) && derivedOtherwise(before, deadline, law)) {
        rederived.push({ id: before.id, ...derivation(deadline, law) });
      }
    }
  }
  for (const gone of kept.values()) {
    if (gone.status === 'void') continue;
    settled.push(gone.id);
    if (closed(gone.status)) withdrawn.push(gone.id);
    else restated.push({ id: gone.id, status: 'void', closed_on: null, closed_by_event: null });
  }
  return { replaced, inserted, withdrawn, restated, rederived, settled };
}

/** What people did, or, where a new law, a new calendar or a kept date lies between the two versions, which of them. */
function reasonOf(reason: string, before: KeptDeadline, deadline: Deadline, { calendar, packs }: LawInForce): string {
  const change = changeSince(before.calendarVersion, calendar);
  const { version } = packs[deadline.law];
  const held = { before: isHeld(before.slip), now: isHeld(deadline.slip) };
  const changes = [
    ...(before.law === deadline.law && before.packVersion !== version ? [`law:${deadline.law} ${version}`] : []),
    ...(change?.years ?? []).map(({ year, version: edition, decision }) => `calendar:${year}.${edition} ${decision}`),
    ...(change?.closed ?? []).map(({ from, to, decision }) => `closure:${toIso(from)}/${toIso(to)} ${decision}`),
    ...(change?.reopened ? ['closure withdrawn'] : []),
    ...(held.before === held.now ? [] : [held.now ? 'hold' : 'hold released']),
  ];
  const byItself = reason === 'time' || reason === 'recompute';
  return [...(byItself && changes.length > 0 ? [] : [reason]), ...changes].join('; ');
}

const isHeld = (slip: unknown): boolean =>
  Array.isArray(slip) && slip.some(step => (step as { step?: string }).step === 'hold');

const derivation = (deadline: Deadline, law: LawInForce) => ({
  slip: deadline.slip,
  provisional: deadline.provisional,
  calendar_version: law.calendar.version,
  pack_version: law.packs[deadline.law].version,
});

/** Slips are compared only when they were read. */
function derivedOtherwise(before: KeptDeadline, deadline: Deadline, law: LawInForce): boolean {
  return (
    before.provisional !== deadline.provisional ||
    before.calendarVersion !== law.calendar.version ||
    before.packVersion !== law.packs[deadline.law].version ||
    (before.slip !== null && !isDeepStrictEqual(before.slip, JSON.parse(JSON.stringify(deadline.slip))))
  );
}

/** Pauses, classes or money that differ from those kept. */
export function sideRowsChanged(matter: KeptMatter, projection: Projection) {
  return {
    pauses: differ(matter.pauses, projection.pauses),
    spans: differ(matter.spans, projection.spans),
    money: differ(matter.money, projection.money),
  };
}

function differ(kept: readonly object[], computed: readonly object[]): boolean {
  const sorted = (rows: readonly object[]) => rows.map(row => JSON.stringify(Object.entries(row).sort())).sort();
  return !isDeepStrictEqual(sorted(kept), sorted(computed));
}

/** True when only statuses changed: what time alone does to most matters. */
export const onlyRestated = (changes: DeadlineChanges): boolean =>
  changes.replaced.length + changes.inserted.length + changes.withdrawn.length + changes.rederived.length === 0;
