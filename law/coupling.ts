/**
 * Which pause stops which clock, and why: the one table from which the lists in `statutes/pausing.ts` come. Data for lawyers to read; every
 * pair of a kind of pause and a class of clock has its row.
 *
 * Neither enforcement law has a general rule that stops clocks. Postponement and suspension stop the case as a whole until the decision to
 * continue, so the clocks of carrying it out stand still meanwhile: derived, as is the stay ordered by who resolves a complaint.
 */

import { cite } from './engine/said';
import type { Confidence, Source } from './model';
import { luat2008, luat2025, nd151, nd152 } from './statutes/words';

export interface Named {
  readonly id: string;
  readonly vi: string;
  readonly en: string;
}

const named = <const Id extends string>(id: Id, vi: string, en: string) => ({ id, vi, en });

/** Kinds of pause (`EventDef.pauses`), and the Procuracy's protest, which is none of its own. */
export const PAUSE_KINDS = [
  named('postponed', 'Hoãn thi hành án', 'Postponement'),
  named('suspended', 'Tạm đình chỉ thi hành án', 'Suspension'),
  named('stayed', 'Tạm dừng theo yêu cầu của người giải quyết khiếu nại', 'Stay by who resolves a complaint'),
  named('protest', 'Kháng nghị của Viện kiểm sát', 'Protest of the Procuracy'),
  named(
    'force-majeure',
    'Tình trạng khẩn cấp, trở ngại khách quan, bất khả kháng',
    'Emergency, obstacle, force majeure',
  ),
  named('auction-paused', 'Tạm dừng đấu giá', 'Auction paused'),
  named('complaint-suspended', 'Tạm đình chỉ giải quyết khiếu nại', 'Resolution of the complaint suspended'),
  named('competence-inquiry', 'Xác minh khi tranh chấp thẩm quyền', 'Inquiry into competence'),
] as const;

/** Classes of clocks: what kind of act or right a limit is about. */
export const CLOCK_CLASSES = [
  named(
    'file',
    'Việc về hồ sơ; việc làm phát sinh, thông báo, chấm dứt tạm ngừng',
    'The file itself; what begins, tells or ends a pause',
  ),
  named('carrying-out', 'Tổ chức thi hành án', 'Carrying out the judgment'),
  named('sale', 'Định giá, bán tài sản', 'Selling the asset'),
  named('handover', 'Giao tài sản', 'Handing over the asset'),
  named('right', 'Quyền, thời hiệu của đương sự', 'Somebody’s right to act'),
  named('limitation-2008', 'Thời hiệu yêu cầu thi hành án (Luật 2008)', 'Limitation for requesting (law of 2008)'),
  named('complaint', 'Giải quyết khiếu nại', 'Resolving a complaint'),
  named('competence', 'Giải quyết tranh chấp thẩm quyền', 'Settling competence'),
] as const;

export type PauseKind = (typeof PAUSE_KINDS)[number]['id'];
export type ClockClass = (typeof CLOCK_CLASSES)[number]['id'];

export interface Coupling {
  readonly pause: PauseKind;
  readonly clock: ClockClass;
  readonly effect: 'pause' | 'none';
  /** What says so, or what the derivation starts from. */
  readonly sources: readonly Source[];
  readonly confidence: Confidence;
  /** Why, where the text does not say it. In Vietnamese. */
  readonly derived?: string;
}

const CASE_STOPS =
  'Luật không có quy định chung về ngừng thời hạn; việc thi hành án ngừng cho đến quyết định tiếp tục nên thời hạn của việc đó tạm ngừng.';
const STOPPING: Readonly<Record<'postponed' | 'suspended' | 'stayed', readonly Source[]>> = {
  postponed: [luat2025('46'), luat2008('48')],
  suspended: [luat2025('47'), luat2008('49')],
  stayed: [luat2025('101(1)b')],
};
const CASE_CLOCKS: readonly ClockClass[] = ['carrying-out', 'sale', 'handover'];

/** The pairs in which a clock stands still. */
const STOPS: readonly Coupling[] = [
  ...(['postponed', 'suspended', 'stayed'] as const).flatMap(pause =>
    CASE_CLOCKS.map(
      (clock): Coupling => ({
        pause,
        clock,
        effect: 'pause',
        sources: STOPPING[pause],
        confidence: 'D',
        derived: CASE_STOPS,
      }),
    ),
  ),
  ...(['postponed', 'suspended'] as const).map(
    (pause): Coupling => ({
      pause,
      clock: 'limitation-2008',
      effect: 'pause',
      sources: [luat2008('30')],
      confidence: 'Q',
      ...(pause === 'postponed' && {
        derived: 'Trừ khi người được thi hành án đồng ý hoãn: thời gian đó vẫn tính vào thời hiệu.',
      }),
    }),
  ),
  {
    pause: 'auction-paused',
    clock: 'sale',
    effect: 'pause',
    sources: [luat2025('84(1)'), nd152('65(9)')],
    confidence: 'D',
    derived: 'Trong thời gian tạm dừng không được tổ chức đấu giá nên thời hạn của việc bán không thể chạy.',
  },
  {
    pause: 'force-majeure',
    clock: 'right',
    effect: 'pause',
    sources: [luat2025('34(2), 96(4)'), nd152('3')],
    confidence: 'Q',
  },
  { pause: 'force-majeure', clock: 'handover', effect: 'pause', sources: [nd152('67(1)c')], confidence: 'Q' },
  { pause: 'force-majeure', clock: 'limitation-2008', effect: 'pause', sources: [luat2008('30')], confidence: 'Q' },
  {
    pause: 'complaint-suspended',
    clock: 'complaint',
    effect: 'pause',
    sources: [luat2025('105(4), 106(3)')],
    confidence: 'Q',
  },
  {
    pause: 'competence-inquiry',
    clock: 'competence',
    effect: 'pause',
    sources: [nd151('40(2)')],
    confidence: 'OCR',
  },
];

/** Why a clock runs on: by the pause where it is the same for all clocks, else by the class of the clock. */
const RUNS_BY_PAUSE: Readonly<Partial<Record<PauseKind, { readonly source: Source; readonly why: string }>>> = {
  protest: {
    source: luat2025('84(1)c, 112'),
    why: 'Kháng nghị tự nó không ngừng thời hạn nào; chỉ ngừng qua quyết định hoãn, tạm đình chỉ hoặc việc tạm dừng đấu giá.',
  },
  'force-majeure': {
    source: nd152('3(4)'),
    why: 'Thời gian bất khả kháng chỉ không tính ở nơi văn bản nói: yêu cầu thi hành án, khiếu nại, giao tài sản.',
  },
  'complaint-suspended': {
    source: luat2025('105(4)'),
    why: 'Tạm đình chỉ giải quyết khiếu nại chỉ ngừng việc giải quyết khiếu nại đó.',
  },
  'competence-inquiry': {
    source: nd151('40(2)'),
    why: 'Xác minh chỉ ngừng việc giải quyết tranh chấp thẩm quyền.',
  },
  'auction-paused': {
    source: luat2025('84'),
    why: 'Tạm dừng đấu giá chỉ ngừng việc bán tài sản.',
  },
};
const RUNS_BY_CLOCK: Readonly<Partial<Record<ClockClass, string>>> = {
  file: 'Việc về hồ sơ, thông báo, gửi quyết định và việc chấm dứt tạm ngừng phải làm cả khi đang tạm ngừng.',
  right: 'Văn bản chỉ trừ thời gian khẩn cấp, trở ngại khách quan, bất khả kháng.',
  'limitation-2008': 'Điều 30 chỉ trừ thời gian hoãn, tạm đình chỉ và bất khả kháng.',
  complaint: 'Giải quyết khiếu nại không phải là việc tổ chức thi hành án.',
  competence: 'Giải quyết tranh chấp thẩm quyền không phải là việc tổ chức thi hành án.',
};

function runsOn(pause: PauseKind, clock: ClockClass): Coupling {
  const byPause = RUNS_BY_PAUSE[pause];
  const stopping = STOPPING[pause as keyof typeof STOPPING];
  return {
    pause,
    clock,
    effect: 'none',
    sources: byPause ? [byPause.source] : stopping,
    confidence: 'D',
    derived: (clock === 'file' ? RUNS_BY_CLOCK.file : (byPause?.why ?? RUNS_BY_CLOCK[clock])) as string,
  };
}

/** The whole table: one row for each kind of pause and each class of clock. */
export const COUPLINGS: readonly Coupling[] = PAUSE_KINDS.flatMap(({ id: pause }) =>
  CLOCK_CLASSES.map(
    ({ id: clock }) => STOPS.find(row => row.pause === pause && row.clock === clock) ?? runsOn(pause, clock),
  ),
);

/** The kinds of pause that stop clocks of a class, in the order of the table. */
export const stoppedBy = (clock: ClockClass): readonly PauseKind[] =>
  COUPLINGS.filter(row => row.clock === clock && row.effect === 'pause').map(({ pause }) => pause);

/** What a row says of why, in one line for a slip. */
const told = ({ sources, derived }: Coupling): string =>
  [...sources.map(cite), ...(derived ? [`suy ra: ${derived}`] : [])].join('; ');

/**
 * Why a pause stops a clock that is stopped by these kinds: of the class with exactly these, else of any class the kind stops.
 * Undefined for a kind the table does not know.
 */
export function whyPaused(kind: string, stoppedByKinds: readonly string[]): string | undefined {
  const stops = COUPLINGS.filter(row => row.pause === kind && row.effect === 'pause');
  const same = (clock: ClockClass) => [...stoppedBy(clock)].sort().join() === [...stoppedByKinds].sort().join();
  const row = stops.find(({ clock }) => same(clock)) ?? stops[0];
  return row && told(row);
}
