import { CancellationScope } from '@temporalio/workflow';

/**
 * What the main loop of a matter does while there is nothing to do. Whatever brings work ends it: the alarm, a message. A `condition` would
 * serve as well, at the price of a handful of promises and a second look into the sandbox at each wake-up.
 */
export class Rest {
  private resolve: () => void = () => undefined;
  private reject: (reason: unknown) => void = () => undefined;

  constructor() {
    CancellationScope.current().cancelRequested.catch(reason => this.reject(reason));
  }

  /** @returns what settles when there is work. @throws when the workflow is called off */
  begin(): Promise<void> {
    return new Promise((resolve, reject) => {
      this.resolve = resolve;
      this.reject = reject;
    });
  }

  readonly end = (): void => this.resolve();
}
