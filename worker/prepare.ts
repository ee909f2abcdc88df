import type { TemporalSettings } from '../config/settings';
import { connectTemporal } from '../config/temporal';
import { ensureNamespace } from './namespace';
import { ensureSchedules } from './schedules';

/** Brings a Temporal server to where the worker needs it: namespace, search attributes, schedules. Safe to repeat. */
export async function prepareTemporal(settings: TemporalSettings): Promise<void> {
  const { connection, client } = await connectTemporal(settings);
  try {
    await ensureNamespace(connection, settings);
    await ensureSchedules(client);
  } finally {
    await connection.close();
  }
}
