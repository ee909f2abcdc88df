/**
 * Which law governs a clock, and what becomes of clocks that were running on 1 July 2026.
 *
 * Luật 106/2025/QH15, Điều 116: matters ended before that day stay under the law of 2008 (116(1)); those not ended go on under the
 * new law (116(3)); steps done are not done again (116(4)). No article speaks of a limit that was running: derived here as step
 * done or limit expired before the day stays under 2008, a limit still open is counted with the new length from the same trigger,
 * and where the two lengths differ both are kept: warned on the earlier, late only after the later.
 */

import type { Day, Duty, Facts, LawId, Period, SlipStep } from '../model';
import type { Clock } from './clocks';
import { periodOf } from './facts';
import { NEW_LAW } from './new-law';
import { dayAttr } from './pauses';
import { cite, say, sayPeriod } from './said';
import { decidedStep, type Reading, readingsOf, type Scene, type Settled, settle, voidedFrom } from './settle';
import type { Book } from './statutes';

export { NEW_LAW };

const BASIS = 'Luật 106/2025/QH15, Điều 116(3), 116(4)';

/** `2008`: that law alone; `mixed`: what began before 1 July 2026 may be carried over. */
export type Regime = '2008' | 'mixed';

/**
 * A matter that ended before the new law, or is looked at as of a day before it, knows the law of 2008 only. A complaint or a
 * protest follows the case it is about: fact `caseEndedOn` (ISO), when the case has ended.
 */
export function regimeOf(closedOn: Day | null, facts: Facts, today: Day): Regime {
  if (today < NEW_LAW) return '2008';
  if (closedOn !== null && closedOn < NEW_LAW) return '2008';
  const caseEndedOn = dayAttr(facts, 'caseEndedOn');
  return caseEndedOn !== null && caseEndedOn < NEW_LAW ? '2008' : 'mixed';
}

/** The pack that governs what is decided next. */
export const lawOf = (regime: Regime): LawId => (regime === '2008' ? '2008' : '2025');

const lengthOf = (period: Period): string =>
  `${period.unit} ${'of' in period ? period.of : ''} ${'n' in period ? period.n : ''}`;
const same = (a: Period, b: Period): boolean => lengthOf(a) === lengthOf(b);

const note = (vi: string, en: string): SlipStep => ({ step: 'reading', date: say(NEW_LAW).iso, vi, en, basis: BASIS });

const CARRIED_OVER = note(
  'Chưa hết hạn vào 01/07/2026: tính theo Luật 106/2025/QH15 từ cùng ngày bắt đầu (suy ra)',
  'Still running on 1 July 2026: counted under Law 106/2025/QH15 from the same trigger (derived)',
);
const continued = (old: Duty): SlipStep =>
  note(`Tiếp nối “${old.nameVi}” (${cite(old.source)})`, `It continues “${old.nameEn}” (${cite(old.source)})`);
const NO_TWIN = note(
  'Luật 106/2025/QH15 không còn thời hạn này: từ 01/07/2026 không phải thực hiện nữa (suy ra)',
  'Law 106/2025/QH15 has no such limit: no longer owed from 1 July 2026 (derived)',
);
const COUNTED_ANEW = note(
  'Luật 106/2025/QH15 tính thời hạn này từ một sự kiện khác: thời hạn cũ không tiếp tục từ 01/07/2026 (suy ra)',
  'Law 106/2025/QH15 counts this limit from another event: the old one does not go on after 1 July 2026 (derived)',
);
const FROM_NEW_LAW = {
  vi: 'Điều 116 không nói tính từ sự kiện trước 01/07/2026 hay từ ngày luật mới có hiệu lực; giữ cả hai đến khi có hướng dẫn.',
  en: 'Article 116 does not say whether it counts from the event before 1 July 2026 or from the new law; both are kept until there is guidance.',
};
const NEW_DUTY = note(
  'Thời hạn mới của Luật 106/2025/QH15, bắt đầu từ sự kiện trước 01/07/2026 và chưa hết vào ngày đó (suy ra)',
  'A limit new in Law 106/2025/QH15, begun by an event before 1 July 2026 and not past on that day (derived)',
);

/** Steps that name what was decided about clocks running on 1 July 2026. */
const decidedFor = ({ decided = [] }: Duty): SlipStep[] =>
  decided.filter(({ point }) => point === 'transition').map(decidedStep);

const NO_HOLDS: Scene['holds'] = new Map();

/** Settles a clock that began under the law of 2008. */
export function settleOld(clock: Clock, book: Book, regime: Regime, scene: Scene, taken: ReadonlySet<number>): Settled {
  const { duty } = clock;
  const underOld = (by: Scene) => settle(clock, duty, readingsOf(duty, clock), [], by, taken);
  if (regime === '2008') return underOld(scene);
  // A kept date does not decide by which law it is counted.
  const isKept = scene.holds.has(clock.key);
  const old = underOld(isKept ? { ...scene, holds: NO_HOLDS } : scene);
  const stays = () => (isKept ? underOld(scene) : old);
  const { closedOn, dueLatest } = old.deadline;
  if (closedOn !== undefined && closedOn < NEW_LAW) return stays();
  if (dueLatest < NEW_LAW && !old.held) return stays();

  const twin = book.heirs.get(duty.id);
  if (!twin) return voidedFrom(old, NEW_LAW, '2008', book.packs['2025'].byId.has(duty.id) ? COUNTED_ANEW : NO_TWIN);
  const before = periodOf(duty, clock.facts);
  const readings: Reading[] = twin.transition === 'old' ? readingsOf(duty, clock) : readingsOf(twin, clock);
  if (twin.transition === undefined && !readings.some(({ period }) => same(period, before))) {
    const length = sayPeriod(before);
    readings.push({
      period: before,
      extensions: duty.extension?.times ?? 1,
      why: {
        vi: `Thời hạn bắt đầu khi Luật 26/2008/QH12 (${length.vi}) còn hiệu lực; giữ cả hai đến khi có hướng dẫn.`,
        en: `It began under Law 26/2008/QH12 (${length.en}); both are kept until there is guidance.`,
      },
    });
  }
  const decided = decidedFor(twin);
  const continues = twin.id === duty.id ? [] : [continued(duty)];
  // A text that is not the enforcement law's own (administrative procedure, a circular) went on as it was: nothing was carried over.
  const unchanged = twin.id === duty.id && cite(twin.source) === cite(duty.source);
  const notes = unchanged ? decided : [CARRIED_OVER, ...continues, ...decided];
  return settle(clock, twin, readings, notes, scene, taken);
}

/** Settles a clock of the new law; null when it would only ask for what was past before that law. */
export function settleNew(clock: Clock, beganOn: Day, scene: Scene, taken: ReadonlySet<number>): Settled | null {
  const readings = readingsOf(clock.duty, clock);
  if (beganOn >= NEW_LAW) return settle(clock, clock.duty, readings, [], scene, taken);
  if (clock.duty.fromNewLaw && clock.duty.transition !== 'old') {
    const later = { ...readings[0]!, start: NEW_LAW, why: FROM_NEW_LAW };
    if (clock.duty.transition === 'new') readings.splice(0, readings.length, later);
    else readings.push(later);
  }
  const settled = settle(clock, clock.duty, readings, [NEW_DUTY, ...decidedFor(clock.duty)], scene, taken);
  const { closedOn, dueLatest } = settled.deadline;
  if (closedOn !== undefined && closedOn < NEW_LAW) return null;
  return dueLatest < NEW_LAW && !settled.held ? null : settled;
}
