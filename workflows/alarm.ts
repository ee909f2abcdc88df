import { CancellationScope, isCancellation, sleep } from '@temporalio/workflow';

/**
 * The one timer of a matter. It is started again only when its time moves, so a command that doesn't move the nearest wake-up
 * leaves no timer events behind (a `condition` with a time-out would cancel and start one for every command).
 */
export class Alarm {
  // Each promise costs: a scope serves until its timer is called off.
  private scope = new CancellationScope();
  private armedFor: number | null = null;
  private rang = false;

  /** @param ring called when it goes off */
  constructor(private readonly ring: () => void) {}

  /** Epoch ms at which it goes off, or null. */
  get at(): number | null {
    return this.armedFor;
  }

  /** Moves the alarm; null silences it. */
  set(at: number | null): void {
    if (at === this.armedFor && !this.rang) return;
    if (this.armedFor !== null && !this.rang) {
      this.scope.cancel();
      this.scope = new CancellationScope();
    }
    this.armedFor = at;
    this.rang = false;
    if (at === null) return;

    const { scope } = this;
    scope
      .run(() => sleep(Math.max(1, at - Date.now())))
      .then(
        () => {
          if (this.scope !== scope) return;
          this.rang = true;
          this.ring();
        },
        error => {
          if (!isCancellation(error)) throw error;
        },
      );
  }
}
