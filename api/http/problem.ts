/** What a refusal says about one field of the request. */
export interface FieldError {
  readonly field: string;
  readonly vi: string;
  readonly en: string;
}

/** Members beyond RFC 9457 that some problems carry. */
export interface ProblemExtras {
  readonly errors?: readonly FieldError[];
  /** Matters among which an ambiguous number must be decided. */
  readonly candidates?: readonly Readonly<Record<string, string | number | null>>[];
  readonly retryAfterSeconds?: number;
}

const TITLES: Readonly<Record<number, string>> = {
  400: 'Yêu cầu không hợp lệ',
  403: 'Không có quyền',
  404: 'Không tìm thấy',
  409: 'Xung đột',
  413: 'Tệp quá lớn',
  415: 'Không nhận loại nội dung này',
  422: 'Bị từ chối',
  500: 'Lỗi của chương trình',
  503: 'Chưa sẵn sàng',
  504: 'Chưa có câu trả lời',
};

/**
 * A refusal told to the caller as `application/problem+json` (RFC 9457). `code` is stable and meant for programs; `vi` and
 * `en` are for people and say what to do next. No personal data belongs in any of it.
 */
export class Problem extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    readonly vi: string,
    readonly en: string,
    readonly extras: ProblemExtras = {},
  ) {
    super(`${code}: ${en}`);
    this.name = 'Problem';
  }

  /** The body as sent. `title` and `detail` are Vietnamese; `en` repeats the detail in English. */
  body(): Record<string, unknown> {
    const { retryAfterSeconds: _header, ...members } = this.extras;
    return {
      type: `urn:thoihan:problem:${this.code}`,
      title: TITLES[this.status] ?? 'Lỗi',
      status: this.status,
      detail: this.vi,
      code: this.code,
      vi: this.vi,
      en: this.en,
      ...members,
    };
  }
}

/** 404 for a thing named in the path. */
export const notFound = (vi: string, en: string): Problem => new Problem(404, 'not_found', vi, en);

/** 422 that names the fields at fault. */
export const wrongFields = (code: string, errors: readonly FieldError[]): Problem =>
  new Problem(422, code, errors.map(e => e.vi).join(' '), errors.map(e => e.en).join(' '), { errors });
