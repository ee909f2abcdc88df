import { setImmediate as breathe } from 'node:timers/promises';
import { builtInLaw, duties, LIFECYCLES, toIso, vietnamDay } from '../../law';
import type { Sheet } from '../../registers/cell';
import type { ReadingContext } from '../../registers/context';
import { eventNames } from '../../registers/event-names';
import type { Issue } from '../../registers/issue';
import type { EventRow } from '../../registers/matter';
import { RegisterReader, type RegisterReading } from '../../registers/read';
import type { IntakePlan } from '../contract';
import { derivedId } from '../mail';
import { inTransaction } from '../matters';
import type { IntakeDesk } from './desk';
import { loadOffice, type Office } from './directory';
import { dryRun } from './dry-run';
import { type ImportRecord, loadImport, refuse } from './import-record';
import { matterIdOf, newMatter } from './new-matter';
import { openFile } from './open-file';
import { FileRefused } from './refused';
import { clearStaging, noteIssues, PAGE, type Staged, stage } from './staging';

const NOTHING: IntakePlan = { pages: 0, rows: 0 };
const NAMES = eventNames(Object.values(LIFECYCLES).flat(), duties(builtInLaw()));

/**
 * Reads the uploaded file into staging rows and the report of errors, in one transaction. Repeated, it starts over. A file that cannot
 * be taken leaves the import refused, with the reason among its errors.
 */
export async function readRegister(
  desk: IntakeDesk,
  { importId, now }: { importId: string; now: number },
): Promise<IntakePlan> {
  const record = await loadImport(desk.pool, importId);
  if (record.state === 'done' || record.state === 'refused') return NOTHING;
  await desk.pool.query(`UPDATE import SET state = 'reading' WHERE id = $1::uuid`, [importId]);
  try {
    const { sheets, issues } = await openFile(record.path, record.fileName);
    return await takeSheets(desk, record, sheets, issues, now);
  } catch (cause) {
    if (!(cause instanceof FileRefused)) throw cause;
    await refuse(desk.pool, record, [cause.issue], null, now);
    return NOTHING;
  }
}

/** Reads sheets into staging rows and the report of errors; what an earlier attempt left is replaced. */
export async function takeSheets(
  desk: IntakeDesk,
  record: ImportRecord,
  sheets: readonly Sheet[],
  found: readonly Issue[],
  now: number,
): Promise<IntakePlan> {
  const importId = record.id;
  const office = await loadOffice(desk.pool);
  const reading = await readSheets(desk, record, office, sheets, now);
  const issues = [...found, ...reading.issues];
  if (reading.sheets.every(sheet => sheet.layout === null)) {
    await refuse(desk.pool, record, issues, reading, now);
    return NOTHING;
  }
  const rows = stagedRows(reading, office, record);
  if (record.dryRun) {
    await dryRun(desk, record, reading, issues, rows, now);
    return NOTHING;
  }
  await inTransaction(desk.pool, async client => {
    await clearStaging(client, importId);
    await noteIssues(client, importId, issues);
    await stage(client, importId, rows, () => desk.alive({ importId, staged: rows.length }));
    await client.query(READ, [
      importId,
      layoutsOf(reading),
      reading.rowsRead,
      reading.rowsRefused,
      JSON.stringify({ sheets: reading.sheets, campaign: reading.campaign }),
    ]);
  });
  return { pages: Math.ceil(rows.length / PAGE), rows: rows.length };
}

const READ = `
UPDATE import SET state = 'writing', layout = $2, rows_read = $3, rows_wrong = $4, report = $5::jsonb,
  matters_new = 0, matters_known = 0, started = 0
WHERE id = $1::uuid`;

/** Sheet by sheet, with pauses in which the process answers others. */
async function readSheets(
  desk: IntakeDesk,
  record: ImportRecord,
  office: Office,
  sheets: readonly Sheet[],
  now: number,
): Promise<RegisterReading> {
  const unit = record.unitCode === null ? null : (office.units.get(record.unitCode) ?? null);
  const context: ReadingContext = {
    today: toIso(vietnamDay(now)),
    directory: office.directory,
    unit,
    eventNames: NAMES,
  };
  const reader = new RegisterReader(context);
  for (const sheet of sheets) {
    reader.take(sheet);
    desk.alive({ importId: record.id, sheet: sheet.name });
    await breathe();
  }
  return reader.finish();
}

function stagedRows(
  reading: RegisterReading,
  office: Office,
  record: ImportRecord,
): { matterId: string; data: Staged }[] {
  const matters = reading.matters.map(row => ({
    matterId: matterIdOf(row.key),
    data: {
      what: 'matter' as const,
      matter: newMatter(row, office, record.id),
      parentId: row.parent ? matterIdOf(row.parent) : null,
    },
  }));
  return [...matters, ...reading.events.map(stagedEvent)];
}

/** The command's id comes from what it says, so that a second import of the same book records nothing twice. */
function stagedEvent({ key, event, sheet, row }: EventRow): { matterId: string; data: Staged } {
  const matterId = matterIdOf(key);
  const at = event.atMinute;
  return {
    matterId,
    data: {
      what: 'event',
      sheet,
      row,
      command: {
        type: 'recordEvent',
        commandId: derivedId(
          'register-event',
          matterId,
          event.type,
          event.occurredOn,
          String(event.attrs.number ?? ''),
        ),
        event: event.type,
        occurredOn: event.occurredOn,
        ...(at === undefined
          ? {}
          : { at: `${String(Math.floor(at / 60)).padStart(2, '0')}:${String(at % 60).padStart(2, '0')}` }),
        attrs: event.attrs,
        by: 'import',
      },
    },
  };
}

export const layoutsOf = (reading: RegisterReading): string =>
  [...new Set(reading.sheets.flatMap(sheet => (sheet.layout === null ? [] : [sheet.layout])))].join(', ');
