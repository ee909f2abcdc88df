import { toDay, toMinute, vietnamDay } from '../../law';
import type { Day } from '../../law/model';
import { refuse } from './refusal';

/** The day and minute a command names, checked. @throws CommandRefused on a bad date or time, or one that has not come yet. */
export function whenOf(on: string, at: string | undefined, now: number): { occurredOn: Day; atMinute?: number } {
  const occurredOn = orRefuse('bad_date', on, toDay);
  if (occurredOn > vietnamDay(now)) {
    refuse(
      'future_event',
      `Ngày xảy ra ${on} chưa đến. Chỉ ghi việc đã xảy ra; ngày dự kiến ghi vào thuộc tính của sự kiện lập kế hoạch.`,
      `The day ${on} has not come yet. Record what has happened; a planned day is an attribute of the event that plans it.`,
    );
  }
  return at === undefined ? { occurredOn } : { occurredOn, atMinute: orRefuse('bad_time', at, toMinute) };
}

/** An ISO date as a law day. @throws CommandRefused */
export const dayOf = (iso: string): Day => orRefuse('bad_date', iso, toDay);

function orRefuse(code: string, text: string, read: (text: string) => number): number {
  try {
    return read(text);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return refuse(
      code,
      `"${text}" không phải ${code === 'bad_date' ? 'ngày dạng NNNN-TT-NN có thật' : 'giờ dạng GG:PP'}.`,
      `"${text}" is not ${code === 'bad_date' ? 'a real date written YYYY-MM-DD' : 'a time written HH:MM'}.`,
    );
  }
}
