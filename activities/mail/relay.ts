import nodemailer from 'nodemailer';
import type { DkimSettings, MailSettings } from '../../config/settings';
import { addressFault } from './address';
import { headersOf, threadOf } from './headers';
import { type BounceFault, enhancedStatus, faultOf } from './status-codes';

/** A mail as claimed from the outbox. */
export interface ClaimedMail {
  readonly id: string;
  readonly messageId: string;
  readonly kind: string;
  readonly to: string;
  /** Officer who reads it. */
  readonly recipientId: string | null;
  readonly subject: string;
  readonly text: string;
  readonly html: string | null;
  /** Of an urgent mail: the matter it speaks of. */
  readonly matterId: string | null;
  readonly attempt: number;
}

/** How one attempt ended. `relayDown`: the fault lies with the relay or the settings, so further mails would only meet it too. */
export interface Attempt {
  readonly state: 'accepted' | 'deferred' | 'bounced' | 'unknown';
  readonly response: string;
  readonly relayDown: boolean;
  /** Of a bounced mail: what is at fault, so what a person has to put right. */
  readonly fault?: BounceFault;
}

export interface Relay {
  /** Hand one mail over. Never throws: every end is a state. */
  send(mail: ClaimedMail): Promise<Attempt>;
  close(): void;
}

export interface RelayLimits {
  /** Longest silence of the relay before the line counts as broken, ms. */
  readonly socketTimeoutMs: number;
  /** Longest time for one mail, whatever the relay trickles, ms. */
  readonly mailTimeoutMs: number;
}

/** A relay may take a minute to scan a message before it answers; two are more than any mail of ours needs. */
const LIMITS: RelayLimits = { socketTimeoutMs: 60_000, mailTimeoutMs: 120_000 };

/**
 * The agency's relay through one pooled transport. Connections are closed after 20 s of idleness, before common relays close
 * them, and the transport never sends a message again by itself: sending again is decided by the outbox alone.
 */
export function openRelay(settings: MailSettings, limits: RelayLimits = LIMITS): Relay {
  const transport = nodemailer.createTransport({
    url: settings.smtpUrl,
    pool: true,
    maxConnections: 3,
    maxRequeues: 0,
    idleTimeout: 20_000,
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: limits.socketTimeoutMs,
    ...(settings.dkim === undefined ? {} : { dkim: signatureOf(settings.dkim) }),
  });
  // The transport reads the first byte of a message only after the relay's 354: then the text is on its way.
  const streams = new Map<string, { readableDidRead: boolean }>();
  transport.use('stream', (mail, done) => {
    const create = mail.message.createReadStream.bind(mail.message);
    mail.message.createReadStream = options => {
      const stream = create(options);
      streams.set(mail.message.messageId(), stream);
      return stream;
    };
    done();
  });

  return {
    async send(mail) {
      if (addressFault(mail.to) !== null) {
        const response = 'not sent: the address cannot be one';
        return { state: 'bounced', response, relayDown: false, fault: 'bad_address' };
      }
      try {
        const info = await transport.sendMail({
          from: settings.from,
          to: mail.to,
          subject: mail.subject,
          text: mail.text,
          ...(mail.html === null ? {} : { html: mail.html }),
          messageId: mail.messageId,
          ...threadOf(mail.matterId, settings.from),
          headers: headersOf(mail.kind, settings.from),
          ...(mail.kind === 'urgent' ? { priority: 'high' as const } : {}),
          ...(settings.returnPath === undefined ? {} : { envelope: { from: settings.returnPath, to: mail.to } }),
          // Asked of relays that know the extension: a report names the mail by its id even when it quotes nothing of it.
          dsn: { id: mail.id, return: 'headers', notify: ['failure', 'delay'], recipient: `rfc822;${mail.to}` },
          disableFileAccess: true,
          disableUrlAccess: true,
          signal: AbortSignal.timeout(limits.mailTimeoutMs),
        });
        return { state: 'accepted', response: info.response ?? '', relayDown: false };
      } catch (error) {
        return judge(error as SendError, streams.get(mail.messageId)?.readableDidRead === true);
      } finally {
        streams.delete(mail.messageId);
      }
    },
    close: () => transport.close({ force: true }),
  };
}

const signatureOf = ({ domain, selector, privateKey }: DkimSettings) => ({
  domainName: domain,
  keySelector: selector,
  privateKey,
});

interface SendError extends Error {
  readonly code?: string;
  readonly command?: string;
  readonly response?: string;
  readonly responseCode?: number;
}

/**
 * What a failed attempt means. An answer of the relay decides: 5xx to the envelope or the text is final, 4xx is not. 530, 535 and
 * 538 ask for a login: the settings are wrong, not the mail. Without an answer, it matters whether the text had begun to flow.
 */
function judge(error: SendError, textOnItsWay: boolean): Attempt {
  const response = (error.response ?? `${error.code ?? error.name}: ${error.message}`).slice(0, 500);
  const code = error.responseCode;
  const atRecipient = error.command === 'RCPT TO';
  const aboutThisMail = error.code === 'EENVELOPE' || error.code === 'EMESSAGE';
  if (code !== undefined && aboutThisMail && code !== 421) {
    const final = code >= 500 && ![503, 530, 535, 538].includes(code);
    if (!final) return { state: 'deferred', response, relayDown: code >= 500 };
    const fault = faultOf(enhancedStatus(response), code, atRecipient);
    return { state: 'bounced', response, relayDown: false, fault };
  }
  // An address that no relay would take (malformed) is refused before anything is sent.
  if (aboutThisMail && error.command === 'API') {
    return { state: 'bounced', response, relayDown: false, fault: 'bad_address' };
  }
  if (textOnItsWay) return { state: 'unknown', response, relayDown: false };
  return { state: 'deferred', response, relayDown: true };
}
