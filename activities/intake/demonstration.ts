import { vietnamDay } from '../../law';
import { demoProvince } from '../../samples/generator/demo';
import { benTreOffice, laoCaiOffice } from '../../samples/generator/old-province';
import { asSheet } from '../../samples/generator/workbook';
import type { ActivityDeps } from '../deps';
import { derivedId } from '../mail';
import { finishImport } from './finish-import';
import { loadImport } from './import-record';
import { intakeDesk } from './intake-desk';
import { loadUnits } from './load-office';
import { takeSheets } from './read-register';
import { startPage } from './start-page';
import { writePage } from './write-page';

type Deps = Pick<ActivityDeps, 'pool' | 'prisma' | 'temporal' | 'heartbeat'>;

const IMPORT = derivedId('import', 'demonstration');

const BEGIN = `
INSERT INTO import (id, file_name, sha256, bytes, recorded_by, created_at)
VALUES ($1::uuid, 'Tỉnh minh họa', repeat('0', 64), 0, 'system', to_timestamp($2 / 1000.0))
ON CONFLICT DO NOTHING`;

/**
 * Fills an empty record with the demonstration province of the day, through the same steps as any register, and with the offices
 * whose old registers lie among the samples. Broken off, it goes on where it stopped; done once, it does nothing.
 * @param now epoch ms: the province is lived up to this day
 * @param written called when everything is in the record, with its alerts, and before the workflows start: mails need not wait for them
 * @returns whether anything was loaded
 */
export async function loadDemonstration(
  deps: Deps,
  now: number,
  written: () => Promise<void> = async () => undefined,
): Promise<boolean> {
  const desk = intakeDesk(deps);
  await deps.pool.query(BEGIN, [IMPORT, now]);
  const record = await loadImport(deps.pool, IMPORT);
  if (record.state === 'done') return false;
  await loadUnits(deps, laoCaiOffice());
  await loadUnits(deps, benTreOffice());
  const pages = record.state === 'writing' || record.state === 'starting' ? await pagesStaged(deps) : await read();
  for (let page = 0; page < pages; page += 1) await writePage(desk, { importId: IMPORT, page, now });
  await written();
  for (let page = 0; page < pages; page += 1) await startPage(desk, { importId: IMPORT, page, now });
  await finishImport(desk, { importId: IMPORT, now });
  return true;

  async function read(): Promise<number> {
    const { office, sheets } = demoProvince(vietnamDay(now));
    await loadUnits(deps, office);
    return (await takeSheets(desk, record, sheets.map(asSheet), [], now)).pages;
  }
}

async function pagesStaged({ pool }: Deps): Promise<number> {
  const { rows } = await pool.query<{ pages: number }>(
    `SELECT coalesce(max(page) + 1, 0)::int AS pages FROM import_row WHERE import_id = $1::uuid`,
    [IMPORT],
  );
  return rows[0]!.pages;
}
