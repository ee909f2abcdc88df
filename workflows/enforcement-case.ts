import type { MatterState } from '../activities/contract';
import { type Memory, matterEntity } from './matter-entity';

/** A case of civil judgment enforcement, from its request or judgment to its end. `memory` is for continue-as-new only. */
export const enforcementCase = (state: MatterState, memory?: Memory): Promise<MatterState> =>
  matterEntity(state, memory);
