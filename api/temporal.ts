import type { Client, Connection } from '@temporalio/client';
import type { TemporalSettings } from '../config/settings';
import { connectTemporal } from '../config/temporal';

/**
 * A client that connects when it is first asked for. While Temporal is away every call fails and the next one tries again; once
 * connected, the connection mends itself.
 */
export function lazyTemporal(settings: TemporalSettings): {
  client: () => Promise<Client>;
  close: () => Promise<void>;
} {
  let connected: Promise<{ connection: Connection; client: Client }> | undefined;
  return {
    async client() {
      connected ??= connectTemporal(settings);
      try {
        return (await connected).client;
      } catch (error) {
        connected = undefined;
        throw error;
      }
    },
    async close() {
      const open = await connected?.catch(() => undefined); // never connected: nothing to close
      await open?.connection.close();
    },
  };
}
