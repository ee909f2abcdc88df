import { existsSync } from 'node:fs';
import { join } from 'node:path';
import {
  bundleWorkflowCode,
  type Logger,
  type WorkflowBundleOption,
  type WorkflowBundleWithSourceMap,
} from '@temporalio/worker';

/** Where the preparation of a clone leaves the bundle, seen from compiled code (`dist/worker`) . */
const PREBUILT = join(__dirname, '..', 'workflow-bundle.js');

/**
 * Bundles workflow code. Its modules keep nothing between calls (a test sees to that), so they are loaded once for all workflows instead of
 * for each: a matter that wakes after weeks costs a quarter less.
 * @param workflowsPath module that exports the workflows
 */
export const bundleOf = (workflowsPath: string, logger?: Logger): Promise<WorkflowBundleWithSourceMap> =>
  bundleWorkflowCode({ workflowsPath, preloadModules: [workflowsPath], ...(logger === undefined ? {} : { logger }) });

/**
 * The workflow code as the sandbox loads it: the prebuilt file when this is compiled code and it is there (saves about a second
 * of every start), else bundled now.
 */
export async function workflowBundle(): Promise<WorkflowBundleOption> {
  if (existsSync(PREBUILT)) return { codePath: PREBUILT };
  return bundleOf(require.resolve('../workflows'));
}
