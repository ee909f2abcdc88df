import { type Connection, isGrpcServiceError } from '@temporalio/client';
import { temporal } from '@temporalio/proto';
import { SEARCH } from '../activities/matter-start';
import type { TemporalSettings } from '../config/settings';

/** gRPC status codes. */
const NOT_FOUND = 5;
const ALREADY_EXISTS = 6;
/** Histories of ended workflows; the record of a matter is in the database, for ever. */
const RETENTION_DAYS = 30;
const PATIENCE_MS = 30_000;

const { IndexedValueType } = temporal.api.enums.v1;
const INDEXED = {
  KEYWORD: IndexedValueType.INDEXED_VALUE_TYPE_KEYWORD,
  DATETIME: IndexedValueType.INDEXED_VALUE_TYPE_DATETIME,
} as const;

/**
 * Makes sure that the namespace and its search attributes exist and can be used. Safe to repeat. A new search attribute takes the
 * server some seconds; this returns when a query by all of them works.
 * @throws when the server can't be reached, or after 30 s of waiting
 */
export async function ensureNamespace(connection: Connection, settings: TemporalSettings): Promise<void> {
  const { namespace } = settings;
  await registerNamespace(connection, namespace);
  const until = Date.now() + PATIENCE_MS;
  await patiently(until, () => addSearchAttributes(connection, namespace));
  await patiently(until, () => queryByAll(connection, namespace));
}

async function registerNamespace({ workflowService }: Connection, namespace: string): Promise<void> {
  try {
    await workflowService.describeNamespace({ namespace });
  } catch (error) {
    if (!isGrpcServiceError(error) || error.code !== NOT_FOUND) throw error;
    await workflowService
      .registerNamespace({
        namespace,
        workflowExecutionRetentionPeriod: { seconds: (RETENTION_DAYS * 86_400) as never },
      })
      .catch(ignoring(ALREADY_EXISTS));
  }
}

/** Names and types of search attributes as the operator service wants them. */
export const indexedTypes = (keys: readonly (typeof SEARCH)[keyof typeof SEARCH][] = Object.values(SEARCH)) =>
  Object.fromEntries(keys.map(key => [key.name, INDEXED[key.type]]));

async function addSearchAttributes({ operatorService }: Connection, namespace: string): Promise<void> {
  const { customAttributes } = await operatorService.listSearchAttributes({ namespace });
  const missing = Object.values(SEARCH).filter(key => customAttributes[key.name] === undefined);
  if (missing.length === 0) return;
  await operatorService
    .addSearchAttributes({
      namespace,
      searchAttributes: indexedTypes(missing),
    })
    .catch(ignoring(ALREADY_EXISTS));
}

async function queryByAll({ workflowService }: Connection, namespace: string): Promise<void> {
  const query = Object.values(SEARCH)
    .map(key => `${key.name} IS NULL`)
    .join(' AND ');
  await workflowService.countWorkflowExecutions({ namespace, query });
}

/** Tries again every quarter of a second until `until`; then the last error is thrown. */
async function patiently(until: number, attempt: () => Promise<void>): Promise<void> {
  for (;;) {
    try {
      return await attempt();
    } catch (error) {
      if (!isGrpcServiceError(error) || Date.now() > until) throw error;
      await new Promise(resolve => setTimeout(resolve, 250));
    }
  }
}

const ignoring = (code: number) => (error: unknown) => {
  if (!isGrpcServiceError(error) || error.code !== code) throw error;
};
