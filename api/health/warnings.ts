import { bindingEditions } from '../../activities/calendar';
import { packNotices } from '../../activities/law';
import { horizonOf, overruled, vietnamDay } from '../../law';
import type { ApiContext } from '../deps';
import { missingWords, statementState } from '../statement/watch';

export interface Warning {
  readonly name: string;
  readonly vi: string;
  readonly en: string;
}

/**
 * What somebody should do about the calendar: load the next year before the published ones end, look at an edition of the program that
 * is newer than the agency's own. `now` in epoch ms.
 */
export async function calendarWarnings(
  { pool, lawAt }: Pick<ApiContext, 'pool' | 'lawAt'>,
  now: number,
): Promise<Warning[]> {
  const { calendar } = await lawAt(now, null);
  const { warning } = horizonOf(calendar, vietnamDay(now));
  const passedOver = overruled(await bindingEditions(pool));
  return [
    ...(warning ? [{ name: 'calendar', ...warning }] : []),
    ...passedOver.map(({ year, version, decision }) => ({
      name: 'calendar-edition',
      vi: `Lịch năm ${year}: đang dùng bản cơ quan đã ký; bản ${version} đi kèm chương trình mới hơn (${decision}). Xem: thoihan calendar ${year} --edition ${version}; muốn dùng thì nạp và ký bản ấy.`,
      en: `Calendar of ${year}: the agency's signed edition is in use; edition ${version} of the program is newer (${decision}). See: thoihan calendar ${year} --edition ${version}; to use it, load and sign it.`,
    })),
  ];
}

/** What somebody should do about the statute packs: look at a newer one of the program, mend a signed one that no longer fits it. */
export const lawWarnings = async ({ pool }: Pick<ApiContext, 'pool'>): Promise<Warning[]> =>
  (await packNotices(pool)).map(notice => ({ name: 'statute-pack', ...notice }));

/** The statement of alerts is missing, or does not account for everything. */
export async function statementWarnings({ pool }: Pick<ApiContext, 'pool'>, now: number): Promise<Warning[]> {
  const { day, missing, unaccounted } = await statementState(pool, now);
  if (missing) return [{ name: 'statement', ...missingWords(day) }];
  if (!unaccounted) return [];
  return [
    {
      name: 'statement',
      vi: `Ngày ${day} có ${unaccounted} nhắc hạn không giải trình được. Xem: thoihan statement --on ${day}.`,
      en: `${unaccounted} reminders of ${day} are unaccounted for. See: thoihan statement --on ${day}.`,
    },
  ];
}
