import type { LinkKeys } from '../../config/link-keys';

/** Keys of links in tests: the second one is out of use and still verifies. */
export const LINK_KEYS: LinkKeys = [
  { id: 't2', secret: Buffer.alloc(32, 2) },
  { id: 't1', secret: Buffer.alloc(32, 1) },
];
