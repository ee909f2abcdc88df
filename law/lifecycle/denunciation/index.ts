import type { EventDef } from '../../model';
import { DENUNCIATION_AFTERMATH } from './aftermath';
import { DENUNCIATION_INTAKE } from './intake';
import { DENUNCIATION_RESOLUTION } from './resolution';

/** A denunciation (tố cáo): Luật Tố cáo, with the competence and the periods of Điều 110. */
export const DENUNCIATION: readonly EventDef[] = [
  ...DENUNCIATION_INTAKE,
  ...DENUNCIATION_RESOLUTION,
  ...DENUNCIATION_AFTERMATH,
];
