import type { ClientBase } from 'pg';

const AUDIT = `INSERT INTO audit (at, actor, action, object, detail) VALUES (to_timestamp($1 / 1000.0), $2, $3, $4, $5)`;

/** The trace of who changed what. `detail` holds ids, codes and numbers of documents. */
export async function audit(
  client: ClientBase,
  now: number,
  actor: string,
  action: string,
  object: string,
  detail: Readonly<Record<string, unknown>>,
): Promise<void> {
  await client.query(AUDIT, [now, actor, action, object, JSON.stringify(detail)]);
}
