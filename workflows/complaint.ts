import type { MatterState } from '../activities/contract';
import { type Memory, matterEntity } from './matter-entity';

/**
 * Every other matter: complaint, denunciation, petition, protest and recommendation of the Procuracy, reception of citizens.
 * A type of its own, so that operators can list, count and reset them apart. `memory` is for continue-as-new only.
 */
export const complaint = (state: MatterState, memory?: Memory): Promise<MatterState> => matterEntity(state, memory);
