/** What the server says of having open matters computed again. */
export interface Recompute {
  readonly workflowId: string;
  readonly started: boolean;
}

export const recomputed = ({ workflowId, started }: Recompute): string =>
  started
    ? `Các hạn đang mở được tính lại (${workflowId}).`
    : 'Chưa tính lại được vì Temporal không trả lời: chạy lại lệnh này để tính lại. / Not computed again yet: run this command once more.';
