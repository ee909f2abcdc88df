import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { bundleWorkflowCode, type WorkflowBundleOption } from '@temporalio/worker';

/** Where the preparation of a clone leaves the bundle, seen from compiled code (`dist/worker`) . */
const PREBUILT = join(__dirname, '..', 'workflow-bundle.js');

/**
 * The workflow code as the sandbox loads it: the prebuilt file when this is compiled code and it is there (saves about a second
 * of every start), else bundled now.
 */
export async function workflowBundle(): Promise<WorkflowBundleOption> {
  if (existsSync(PREBUILT)) return { codePath: PREBUILT };
  return bundleWorkflowCode({ workflowsPath: require.resolve('../workflows') });
}
