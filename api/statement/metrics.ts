import type { StatementState } from './watch';

/** Version of the text format, as scrapers ask for it. */
export const METRICS_TYPE = 'text/plain; version=0.0.4; charset=utf-8';

const GAUGES: readonly [name: string, help: string, value: (state: StatementState) => number | null][] = [
  ['missing', 'The statement that must be there by now is missing (1) or not (0).', state => Number(state.missing)],
  [
    'timestamp_seconds',
    'When the statement that must be there by now was counted.',
    ({ at }) => (at === null ? null : Date.parse(at) / 1000),
  ],
  ['due', 'Thresholds that should have been told.', state => state.due],
  ['unaccounted', 'Of these, those without a fate.', state => state.unaccounted],
  ['nobody', 'Of these, those with nobody to tell.', state => state.nobody],
  ['early', 'Alerts told before their time.', state => state.early],
  ['groundless', 'Alerts of thresholds that the policy has not.', state => state.groundless],
];

/** The state of the statement in the Prometheus text format; a figure that is not known is left out. */
export const metricsText = (state: StatementState): string =>
  GAUGES.flatMap(([name, help, value]) => {
    const figure = value(state);
    if (figure === null) return [];
    const full = `thoihan_statement_${name}`;
    return [`# HELP ${full} ${help}`, `# TYPE ${full} gauge`, `${full} ${figure}`];
  })
    .concat('')
    .join('\n');
