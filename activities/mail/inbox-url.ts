/** Where an officer's open alerts stand in the program. */
export const inboxUrl = (publicUrl: string, officerCode: string): string =>
  `${publicUrl.replace(/\/+$/, '')}/v1/officers/${encodeURIComponent(officerCode)}/inbox?show=open`;
