import { WorkflowExecutionAlreadyStartedError } from '@temporalio/client';
import { TASK_QUEUE } from '../../activities/contract';
import { connected } from '../commands/send';
import type { ApiContext } from '../deps';
import { idOfCommand } from '../http/idempotency';
import type { Upload } from './upload';

export interface NewImport {
  readonly upload: Upload;
  readonly unitCode: string | null;
  readonly dryRun: boolean;
  readonly by: string;
}

/** Name of an import's workflow. */
export const importWorkflowId = (importId: string): string => `import-${importId}`;

/** Writes the import's row and starts its workflow. Repeating it with the same command id changes nothing. */
export async function beginImport(ctx: ApiContext, commandId: string, wanted: NewImport): Promise<string> {
  const id = idOfCommand(commandId);
  const client = await connected(ctx.temporal);
  const { upload, unitCode, dryRun, by } = wanted;
  await ctx.prisma.import.upsert({
    where: { id },
    update: { path: upload.path },
    create: {
      id,
      fileName: upload.fileName,
      sha256: upload.sha256,
      bytes: upload.bytes,
      path: upload.path,
      unitCode,
      dryRun,
      recordedBy: by,
      createdAt: new Date(ctx.now()),
    },
  });
  try {
    await client.workflow.start('intake', {
      workflowId: importWorkflowId(id),
      taskQueue: TASK_QUEUE,
      args: [{ importId: id }],
      workflowIdReusePolicy: 'ALLOW_DUPLICATE_FAILED_ONLY',
    });
  } catch (error) {
    if (!(error instanceof WorkflowExecutionAlreadyStartedError)) throw error;
  }
  return id;
}
