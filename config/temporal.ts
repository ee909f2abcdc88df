import { Client, Connection } from '@temporalio/client';
import type { NativeConnection } from '@temporalio/worker';
import type { TemporalSettings } from './settings';

const options = ({ address, tls, apiKey }: TemporalSettings) => ({
  address,
  ...(tls ? { tls: true } : {}),
  ...(apiKey === null ? {} : { apiKey }),
});

/** A client of the configured namespace; close `connection` when done. */
export async function connectTemporal(settings: TemporalSettings): Promise<{ connection: Connection; client: Client }> {
  const connection = await Connection.connect(options(settings));
  return { connection, client: new Client({ connection, namespace: settings.namespace }) };
}

/** The connection a worker needs. Loaded on demand, so that the command line does not pay for the worker's native part. */
export async function nativeConnection(settings: TemporalSettings): Promise<NativeConnection> {
  const { NativeConnection } = await import('@temporalio/worker');
  return NativeConnection.connect(options(settings));
}
