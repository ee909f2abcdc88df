import type { Pool } from 'pg';
import { derivedId } from '../../activities/mail/ids';
import { matterUrl } from '../../alerts/mail-text';
import { findDuty, type LawId, matterLabel, toDay, toIso, vietnamDay } from '../../law';
import type { MatterKind } from '../../law/model';
import type { ApiContext } from '../deps';
import type { FeedItem } from './calendar';

/** Days for which what is done or void is still shown, as cancelled: calendars that copy what they read would keep it otherwise. */
const REMEMBERED_DAYS = 30;
/** More than anybody looks at; an officer with more has other troubles. The nearest are kept. */
const MOST = 2000;

const ITEMS = `
SELECT d.matter_id AS "matterId", d.key, d.version, d.duty_id AS "dutyId", d.law, d.status::text AS status, d.provisional,
  to_char(d.due, 'YYYY-MM-DD') AS due, to_char(d.due_latest, 'YYYY-MM-DD') AS "dueLatest",
  (extract(epoch FROM d.due_at AT TIME ZONE INTERVAL '+07:00' - d.due) / 60)::int AS "dueMinute",
  (extract(epoch FROM d.created_at) * 1000)::float8 AS "madeAt", m.kind::text AS kind, m.number
FROM deadline d JOIN matter m ON m.id = d.matter_id
WHERE m.officer_id = $1::uuid AND d.current AND NOT d.lapse AND d.role <> 'external'
  AND (d.status IN ('open', 'overdue', 'paused')
    OR coalesce(d.closed_on, greatest(d.due, (d.created_at AT TIME ZONE INTERVAL '+07:00')::date)) >= $2::date)
ORDER BY d.due DESC, d.matter_id, d.key LIMIT ${MOST}`;

interface Row {
  readonly matterId: string;
  readonly key: string;
  readonly version: number;
  readonly dutyId: string;
  readonly law: LawId;
  readonly status: string;
  readonly provisional: boolean;
  readonly due: string;
  readonly dueLatest: string;
  readonly dueMinute: number | null;
  readonly madeAt: number;
  readonly kind: MatterKind;
  readonly number: string;
}

/** Limits of an officer's matters: those that run, and for a month those that are done or void. */
export async function feedItems(
  ctx: Pick<ApiContext, 'lawAt' | 'publicUrl'> & { readonly pool: Pool },
  officerId: string,
  now: number,
): Promise<FeedItem[]> {
  const since = toIso(vietnamDay(now) - REMEMBERED_DAYS);
  const [{ rows }, law] = await Promise.all([ctx.pool.query<Row>(ITEMS, [officerId, since]), ctx.lawAt(now, null)]);
  const domain = new URL(ctx.publicUrl).hostname;
  return rows.map(row => {
    const duty = findDuty(law, row.dutyId, row.law);
    return {
      uid: `${derivedId('feed', row.matterId, row.key)}@${domain}`,
      version: row.version,
      madeAt: row.madeAt,
      matter: matterLabel(row.kind, row.number),
      matterUrl: matterUrl(ctx.publicUrl, row.matterId),
      dutyVi: duty?.nameVi ?? row.dutyId,
      dutyEn: duty?.nameEn ?? row.dutyId,
      article: duty === undefined ? '' : `Điều ${duty.source.article} ${duty.source.law}`,
      due: toDay(row.due),
      dueLatest: toDay(row.dueLatest),
      dueMinute: row.dueMinute,
      status: row.status === 'met' || row.status === 'late' ? 'done' : (row.status as FeedItem['status']),
      provisional: row.provisional,
    };
  });
}
