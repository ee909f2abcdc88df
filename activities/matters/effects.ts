/** What an event sets off in other matters: one begins from it, or hears of it. */

import type { PoolClient } from 'pg';
import { eventDefs, findEvent, toIso } from '../../law';
import { toTime } from '../../law/day';
import type { Day, EventDef, Facts, LoggedEvent, MatterKind, Standing, Telling } from '../../law/model';
import type { Effect } from '../contract';
import { derivedId } from '../mail/ids';
import { writeMatters } from './bulk';
import { detailOfChild } from './child-detail';
import { projectionRows, reportingYearOf } from './compose';
import type { MatterDesk } from './desk';
import type { KeptMatter } from './load';
import { refuse } from './refusal';

/** Id of the matter that begins from an event: the same event, the same matter. */
export const childId = (eventId: string): string => derivedId('child', eventId);

/** Writes the rows of a matter that begins here; names who must hear of the event. Carried out by the workflow. */
export async function effectsOf(
  client: PoolClient,
  desk: MatterDesk,
  matter: KeptMatter,
  standing: Standing,
  def: EventDef | undefined,
  event: LoggedEvent,
  by: string,
  now: number,
): Promise<Effect[]> {
  const effects: Effect[] = [];
  if (def?.starts) effects.push(await begin(client, desk, matter, def.starts, event, by, now));
  const { tells } = def ?? {};
  if (tells && (tells.whileMarked === undefined || standing.marks.includes(tells.whileMarked))) {
    const ids = await hearers(client, matter, tells);
    effects.push(...ids.map(id => tell(id, tells, event, standing)));
  }
  return effects;
}

/** The first event of a life: of the same name if it can stand first, else the one the lifecycle begins with. */
function firstEvent(kind: MatterKind, type: string): EventDef {
  const same = findEvent(kind, type);
  const first = same && !same.requires ? same : eventDefs(kind).find(def => !def.requires);
  if (first === undefined) throw new Error(`the lifecycle of ${kind} has no event to begin with`);
  return first;
}

const attrsFor = (def: EventDef, attrs: Facts): Facts =>
  Object.fromEntries(Object.entries(attrs).filter(([name]) => def.attrs?.some(attr => attr.name === name)));

async function begin(
  client: PoolClient,
  desk: MatterDesk,
  parent: KeptMatter,
  kind: MatterKind,
  event: LoggedEvent,
  by: string,
  now: number,
): Promise<Effect> {
  const id = childId(event.id);
  const def = firstEvent(kind, event.type);
  const number =
    typeof event.attrs.number === 'string' ? event.attrs.number.trim() : `${parent.number}/${kind}-${event.seq}`;
  const rows = projectionRows(
    {
      id,
      number,
      reportingYear: reportingYearOf(event.occurredOn),
      unitId: parent.unitId,
      unitCode: parent.unitCode,
      officerId: null,
      officerCode: null,
      parentId: parent.id,
      importId: null,
      detail: detailOfChild(kind, parent, event.attrs),
      parties: [],
      events: [
        {
          type: def.type,
          occurredOn: event.occurredOn,
          ...(event.atMinute === undefined ? {} : { atMinute: event.atMinute }),
          attrs: attrsFor(def, event.attrs),
          commandId: derivedId('begin', event.id),
        },
      ],
      recordedBy: by,
    },
    await desk.rules(now, parent),
    now,
  );
  const written = await writeMatters(client, [rows]);
  if (!written.has(id)) {
    refuse(
      'number_taken',
      `Số ${number} đã có ở đơn vị này trong năm ${reportingYearOf(event.occurredOn)}. Hãy dùng số khác.`,
      `Number ${number} is taken in this unit and reporting year. Use another one.`,
    );
  }
  return { type: 'start', state: rows.state };
}

const CHILDREN = `SELECT id FROM matter WHERE parent_id = $1::uuid AND closed_on IS NULL ORDER BY id`;
const ANCESTORS = `
WITH RECURSIVE above AS (
  SELECT parent_id AS id, 1 AS height FROM matter WHERE id = $1::uuid AND parent_id IS NOT NULL
  UNION ALL
  SELECT m.parent_id, height + 1 FROM above JOIN matter m ON m.id = above.id WHERE m.parent_id IS NOT NULL
)
SELECT m.id, m.kind FROM above JOIN matter m ON m.id = above.id ORDER BY height`;

/** Open children; or the nearest matter above in whose life the event can happen (a second complaint tells the case, not the first). */
async function hearers(client: PoolClient, matter: KeptMatter, tells: Telling): Promise<string[]> {
  if (tells.whom === 'children') {
    return (await client.query<{ id: string }>(CHILDREN, [matter.id])).rows.map(row => row.id);
  }
  const { rows } = await client.query<{ id: string; kind: MatterKind }>(ANCESTORS, [matter.id]);
  const parent = rows.find(row => findEvent(row.kind, tells.event) !== undefined);
  return parent === undefined ? [] : [parent.id];
}

function tell(matterId: string, { event: type, until }: Telling, event: LoggedEvent, standing: Standing): Effect {
  const last = until && endOfAny(standing, until);
  return {
    type: 'tell',
    matterId,
    command: {
      type: 'recordEvent',
      commandId: derivedId('tell', event.id, matterId),
      event: type,
      occurredOn: toIso(event.occurredOn),
      ...(event.atMinute === undefined ? {} : { at: toTime(event.atMinute) }),
      ...(last === undefined ? {} : { attrs: { until: toIso(last) } }),
      by: 'system',
    },
  };
}

/** Day on which the limit of one of these duties ends, by the reading in use; none while it stands still or has been closed. */
const endOfAny = ({ deadlines }: Standing, duties: readonly string[]): Day | undefined =>
  deadlines.find(one => one.status === 'open' && duties.includes(one.dutyId))?.due;
