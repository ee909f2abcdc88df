/**
 * Matters that are not in the record yet, with all that follows from their events: for the importer, which writes them by the
 * thousand, and for a matter that begins from another. Pure.
 */

import { toIso } from '../../law';
import { toCivil } from '../../law/day';
import type { Day, Facts } from '../../law/model';
import type { MatterState } from '../contract';
import { newHits, takeOverAlerts } from './alert-rows';
import { type Detail, factsOf, withDefaults } from './details';
import { append, type ChainEnd } from './log';
import { deadlineRow, type Projection, project } from './project';
import {
  type AlertRow,
  type DeadlineRow,
  type EventRow,
  instant,
  type MatterRow,
  type MoneyRow,
  type PartyRow,
  type PauseRow,
  type SpanRow,
} from './rows';
import { ladderOf, type Rules } from './rules';
import { GENESIS } from './seal';
import { matterState } from './state';

export interface NewEvent {
  readonly type: string;
  readonly occurredOn: Day;
  readonly atMinute?: number;
  readonly attrs?: Facts;
  /** Distinct within the matter; without it, `<type>-<place in the list>`. */
  readonly commandId?: string;
}

export interface NewMatter {
  readonly id: string;
  readonly number: string;
  /** Named by its end, see `reportingYearOf`. */
  readonly reportingYear: number;
  readonly unitId: string;
  readonly unitCode: string;
  readonly officerId: string | null;
  readonly officerCode: string | null;
  readonly parentId: string | null;
  /** The import that takes it over from a register; null for a matter that begins now. */
  readonly importId: string | null;
  readonly detail: Detail;
  readonly parties: readonly Omit<PartyRow, 'matter_id'>[];
  /** In the order in which they are to be logged; at least one. */
  readonly events: readonly NewEvent[];
  /** Officer id, `system` or `import`. */
  readonly recordedBy: string;
}

/** All rows of one matter, ready for `writeMatters`, and what its workflow starts with. */
export interface MatterRows {
  readonly matter: MatterRow;
  readonly detail: Detail & { readonly matter_id: string };
  readonly parties: readonly PartyRow[];
  readonly events: readonly EventRow[];
  readonly deadlines: readonly DeadlineRow[];
  readonly pauses: readonly PauseRow[];
  readonly spans: readonly SpanRow[];
  readonly money: readonly MoneyRow[];
  readonly alerts: readonly AlertRow[];
  readonly state: MatterState;
}

/** The reporting year of a day: from 1 October to 30 September, named by its end. */
export function reportingYearOf(day: Day): number {
  const { year, month } = toCivil(day);
  return month >= 10 ? year + 1 : year;
}

/**
 * Compute every row of a new matter as of `now` (epoch ms). Taken over from a register, thresholds that passed before are not sent
 * one by one (`takeOverAlerts`). A matter that begins now and has reached one already wakes at once, so that what cannot wait goes
 * out as a mail of its own.
 */
export function projectionRows(matter: NewMatter, rules: Rules, now: number): MatterRows {
  const detail = withDefaults(matter.detail);
  const { kind } = detail;
  const { rows: events, logged, end } = logOf(matter, now);
  const { id, unitId, officerId } = matter;
  const subject = { id, unitId, officerId, kind, facts: factsOf(kind, { ...detail }), events: logged };
  const computed = project(subject, rules, now);
  const ladder = ladderOf(rules, matter);
  const { standing } = computed;
  const deadlines = standing.deadlines.map(one => deadlineRow(matter.id, one, 1, null, rules.law, now));
  const watched = computed.chains.map((chain, index) => ({ id: deadlines[index]!.id, chain, told: [] }));
  const live = matter.importId === null;
  const reached = live && !standing.closed && newHits(watched, ladder, now).length > 0;
  // A register's ended matter has no workflow, so nothing wakes it.
  const asleep = !live && standing.closed;
  const projection = reached || asleep ? { ...computed, nextWake: reached ? now : null } : computed;
  return {
    matter: matterRow(matter, kind, projection, end, now),
    detail: { ...detail, matter_id: matter.id },
    parties: matter.parties.map(party => ({ ...party, matter_id: matter.id })),
    events,
    deadlines,
    pauses: projection.pauses,
    spans: projection.spans,
    money: projection.money,
    alerts: live || standing.closed ? [] : takeOverAlerts(watched, matter, ladder, rules.office, now),
    state: matterState({ ...matter, kind, lastSeq: end.seq }, projection),
  };
}

function logOf(matter: NewMatter, now: number) {
  let end: ChainEnd = { matterId: matter.id, seq: 0, hash: GENESIS };
  const appended = matter.events.map((event, index) => {
    const next = append(
      end,
      {
        type: event.type,
        occurredOn: event.occurredOn,
        ...(event.atMinute === undefined ? {} : { atMinute: event.atMinute }),
        attrs: event.attrs ?? {},
        recordedBy: matter.recordedBy,
        commandId: event.commandId ?? `${event.type}-${index + 1}`,
      },
      now,
    );
    end = next.end;
    return next;
  });
  return { rows: appended.map(one => one.row), logged: appended.map(one => one.logged), end };
}

function matterRow(
  matter: NewMatter,
  kind: MatterRow['kind'],
  { standing, nextWake, nextDue }: Projection,
  end: ChainEnd,
  now: number,
): MatterRow {
  const first = standing.events[0];
  if (first === undefined) throw new RangeError(`matter ${matter.id} has no event`);
  return {
    id: matter.id,
    kind,
    number: matter.number,
    reporting_year: matter.reportingYear,
    unit_id: matter.unitId,
    officer_id: matter.officerId,
    parent_id: matter.parentId,
    opened_on: toIso(first.occurredOn),
    closed_on: standing.closedOn === undefined ? null : toIso(standing.closedOn),
    stage: standing.stage,
    law: standing.law,
    last_seq: end.seq,
    next_wake_at: nextWake === null ? null : instant(nextWake),
    next_due: nextDue,
    import_id: matter.importId,
    created_at: instant(now),
  };
}
