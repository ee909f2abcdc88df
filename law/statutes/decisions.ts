/** Which events are decisions on enforcement: what must be sent to the Procuracy and made known to the parties. */

/** Decisions of which the parties are told within the ordinary limit. */
export const DECISIONS: readonly string[] = [
  'decision-issued',
  'decision-amended',
  'no-condition-decided',
  'condition-regained',
  'rights-transferred',
  'postponed',
  'suspended',
  'resumed',
  'coercion-decided',
  'partly-terminated',
  'terminated',
  'partly-entrusted',
  'entrusted',
  'asset-entrustment-decided',
  'decision-partly-withdrawn',
  'decision-withdrawn',
];

/** Preventive measures and their end: the Procuracy is told of them (42(7) of Decree 152), the parties not in advance (66(2)). */
export const PREVENTIVE_DECISIONS: readonly string[] = [
  'registration-stopped',
  'exit-ban-decided',
  'preventive-ended',
  'seizure-released',
];

/** Decisions that put a preventive measure in place (66(1)). */
export const PREVENTIVE_MEASURE_DECISIONS: readonly string[] = [
  'freeze-decided',
  'custody-decided',
  'registration-stopped',
  'exit-ban-decided',
];
