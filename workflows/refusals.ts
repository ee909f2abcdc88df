/**
 * What a matter refuses before anything is written, judged from its state alone. A refusal here leaves no history.
 * The record has the last word: what passes may still be refused by the law when it is applied.
 */

import type {
  Acknowledge,
  CorrectEvent,
  IsoDate,
  MatterCommand,
  MatterState,
  Reassign,
  RecordEvent,
  Refusal,
} from '../activities/contract';
import { isoOf, isRealDate, vietnamDay, vietnamMinute } from './vietnam-day';

const REASONS: readonly string[] = ['typing_error', 'wrong_matter', 'late_document', 'other'];
/** Commands stay in the history of a matter that lives for years. */
const LONGEST_COMMAND = 10_000;
const CLOCK = /^([01]\d|2[0-3]):[0-5]\d$/;

const refusal = (code: string, vi: string, en: string): Refusal => ({ code, vi, en });
const filled = (value: unknown): value is string => typeof value === 'string' && value.trim() !== '';

/**
 * Why this command cannot be taken, or null.
 * @param now epoch ms
 * @param settled whether every earlier command has been recorded. While one is still being recorded, what may follow it is not
 *   known here, so only the record can tell.
 */
export function refuse(
  update: MatterCommand['type'],
  matter: MatterState,
  command: MatterCommand,
  now: number,
  settled: boolean,
): Refusal | null {
  return (
    unknownCommand(update, command) ??
    (command.type === 'recordEvent'
      ? refuseRecord(matter, command, now, settled)
      : command.type === 'correctEvent'
        ? refuseCorrection(command, now)
        : command.type === 'acknowledge'
          ? refuseAcknowledgement(matter, command, now)
          : refuseReassignment(matter, command))
  );
}

function unknownCommand(update: string, command: MatterCommand): Refusal | null {
  if (command === null || typeof command !== 'object' || command.type !== update) {
    return refusal(
      'unknown_command',
      `Lệnh gửi đến "${update}" phải có type là "${update}".`,
      `A command sent to "${update}" must have type "${update}".`,
    );
  }
  if (!filled(command.commandId)) return missing('commandId');
  if (!filled(command.by)) return missing('by');
  return JSON.stringify(command).length > LONGEST_COMMAND ? tooLong() : null;
}

const tooLong = (): Refusal =>
  refusal(
    'too_long',
    `Lệnh dài quá ${LONGEST_COMMAND} ký tự. Chỉ gửi mã, ngày và số; tài liệu thì lưu ở hồ sơ.`,
    `The command is longer than ${LONGEST_COMMAND} characters. Send codes, dates and numbers; documents belong in the file.`,
  );

const missing = (field: string): Refusal =>
  refusal(
    'field_missing',
    `Thiếu trường "${field}"; hãy điền rồi gửi lại.`,
    `The field "${field}" is missing; fill it in and send again.`,
  );

function refuseRecord(matter: MatterState, command: RecordEvent, now: number, settled: boolean): Refusal | null {
  if (!filled(command.event)) return missing('event');
  const badTime = refuseTime('occurredOn', command.occurredOn, command.at, now);
  if (badTime) return badTime;
  if (!settled) return null;

  const notBefore = Object.keys(matter.allowed).find(day => matter.allowed[day]?.includes(command.event));
  if (notBefore === undefined) {
    if (matter.closed) return closed();
    const names = Object.values(matter.allowed).flat().join(', ') || '—';
    return refusal(
      'event_not_allowed',
      `Chưa thể ghi việc "${command.event}" ở giai đoạn "${matter.stage}". Có thể ghi: ${names}.`,
      `"${command.event}" cannot be recorded at stage "${matter.stage}". What can: ${names}.`,
    );
  }
  if (command.occurredOn < notBefore) {
    return refusal(
      'too_early',
      `Việc "${command.event}" không thể xảy ra ngày ${command.occurredOn}, trước việc làm căn cứ (${notBefore}). Hãy kiểm tra lại ngày, hoặc đính chính việc trước.`,
      `"${command.event}" cannot have occurred on ${command.occurredOn}, before the event it rests on (${notBefore}). Check the date, or correct the earlier event.`,
    );
  }
  return null;
}

function refuseCorrection(command: CorrectEvent, now: number): Refusal | null {
  if (!filled(command.eventId)) return missing('eventId');
  if (!REASONS.includes(command.reason)) {
    return refusal(
      'unknown_reason',
      `Lý do đính chính "${command.reason}" không có trong danh mục: ${REASONS.join(', ')}.`,
      `The reason "${command.reason}" is not one of: ${REASONS.join(', ')}.`,
    );
  }
  const changesSomething =
    command.retract === true ||
    command.occurredOn !== undefined ||
    command.at !== undefined ||
    command.attrs !== undefined;
  if (!changesSomething) {
    return refusal(
      'nothing_corrected',
      'Lệnh đính chính phải thay đổi ngày (occurredOn), giờ (at), nội dung (attrs) hoặc rút lại (retract).',
      'A correction must change the date (occurredOn), the time (at), the content (attrs) or take back (retract).',
    );
  }
  if (command.occurredOn !== undefined) return refuseTime('occurredOn', command.occurredOn, command.at, now);
  return command.at === undefined || CLOCK.test(command.at) ? null : badClock(command.at);
}

function refuseAcknowledgement(matter: MatterState, command: Acknowledge, now: number): Refusal | null {
  if (!filled(command.deadlineKey)) return missing('deadlineKey');
  if (matter.closed) return closed();
  if (command.promisedOn === undefined) return null;
  if (!isRealDate(command.promisedOn)) return badDate('promisedOn', command.promisedOn);
  const today = isoOf(vietnamDay(now));
  if (command.promisedOn >= today) return null;
  return refusal(
    'promise_in_past',
    `Ngày hẹn ${command.promisedOn} (promisedOn) đã qua; hôm nay là ${today}. Hãy hẹn từ hôm nay trở đi.`,
    `The promised day ${command.promisedOn} (promisedOn) is past; today is ${today}. Promise today or a later day.`,
  );
}

function refuseReassignment(matter: MatterState, command: Reassign): Refusal | null {
  if (!filled(command.officerId)) return missing('officerId');
  return matter.closed ? closed() : null;
}

function refuseTime(field: string, date: IsoDate, at: string | undefined, now: number): Refusal | null {
  if (!isRealDate(date)) return badDate(field, date);
  if (at !== undefined && !CLOCK.test(at)) return badClock(at);
  const today = isoOf(vietnamDay(now));
  const minutes = at === undefined ? 0 : Number(at.slice(0, 2)) * 60 + Number(at.slice(3));
  if (date < today || (date === today && minutes <= vietnamMinute(now))) return null;
  const moment = at === undefined ? date : `${date} ${at}`;
  return refusal(
    'future_event',
    `Ngày xảy ra ${moment} (${field}) còn ở tương lai; hôm nay là ${today}. Chỉ ghi việc đã xảy ra.`,
    `The date ${moment} (${field}) is in the future; today is ${today}. Record only what has happened.`,
  );
}

const badDate = (field: string, value: unknown): Refusal =>
  refusal(
    'bad_date',
    `"${String(value)}" (${field}) không phải ngày có thật; hãy ghi theo dạng NĂM-THÁNG-NGÀY, ví dụ 2026-03-31.`,
    `"${String(value)}" (${field}) is not a date that exists; write YEAR-MONTH-DAY, for example 2026-03-31.`,
  );

const badClock = (value: unknown): Refusal =>
  refusal(
    'bad_time',
    `"${String(value)}" (at) không phải giờ hợp lệ; hãy ghi theo dạng GIỜ:PHÚT, ví dụ 14:30.`,
    `"${String(value)}" (at) is not a time of day; write HOUR:MINUTE, for example 14:30.`,
  );

const closed = (): Refusal =>
  refusal(
    'matter_closed',
    'Việc đã kết thúc nên không ghi thêm được. Nếu ghi kết thúc nhầm, hãy đính chính việc kết thúc đó.',
    'The matter has ended, so nothing more can be recorded. If the ending was a mistake, correct that event.',
  );
