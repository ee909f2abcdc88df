import { CLOCK_CLASSES, COUPLINGS, PAUSE_KINDS } from '../../../law';
import { EXIT, type ExitCode, type Io } from '../../io';
import { table } from '../../text';

/** `thoihan law pauses`: the table of pauses and clocks, each pair with its basis. */
export function lawPauses(io: Io, options: { json?: boolean }): ExitCode {
  if (options.json) {
    io.out(JSON.stringify(COUPLINGS));
    return EXIT.ok;
  }
  const nameOf = (list: readonly { id: string; vi: string }[], id: string) => list.find(one => one.id === id)?.vi ?? id;
  io.out(
    table(
      ['Việc tạm ngừng', 'Thời hạn', '', 'Tin cậy', 'Căn cứ'],
      COUPLINGS.map(({ pause, clock, effect, confidence, sources, derived }) => [
        nameOf(PAUSE_KINDS, pause),
        nameOf(CLOCK_CLASSES, clock),
        effect === 'pause' ? 'ngừng' : 'vẫn chạy',
        confidence,
        [
          ...sources.map(({ law, article }) => `${law}, Điều ${article}`),
          ...(derived ? [`suy ra: ${derived}`] : []),
        ].join('; '),
      ]),
    ),
  );
  return EXIT.ok;
}
