import type { Server } from 'node:http';
import { join } from 'node:path';
import type { SMTPServer } from 'smtp-server';
import type { Settings } from '../config/settings';
import { serverBinaries, uiBinary } from './binaries/temporal';
import { startSink } from './mailbox/sink';
import { MailStore } from './mailbox/store';
import { startMailboxPage } from './mailbox/web';
import { type Cluster, prepareCluster } from './postgres/cluster';
import { ensureDatabases } from './postgres/databases';
import { migrate } from './postgres/migrate';
import type { Progress } from './progress';
import { Service, type ServiceEvents, type ServiceSpec } from './service';
import { prepareTemporalDatabases } from './temporal/schema';
import { temporalServer } from './temporal/server';
import { temporalUi } from './temporal/ui';
import type { Watch } from './watch';

/** The program's own database in the embedded cluster. */
const DATABASE = 'thoihan';

/** Everything the supervisor runs, in the order in which it is stopped. */
export class Stack {
  private app: Service | null = null;
  private temporal: Service | null = null;
  private ui: Service | null = null;
  private postgres: Service | null = null;
  private sink: SMTPServer | null = null;
  private page: Server | null = null;

  constructor(
    private readonly settings: Settings,
    private readonly progress: Progress,
    private readonly watch: Watch,
    private readonly events: ServiceEvents,
  ) {}

  /** Starts what the settings want embedded. Answers the address of the program's database. */
  async startParts(): Promise<string> {
    const { settings, progress } = this;
    const { embedded } = settings;
    const programs = embedded.temporal
      ? { ...(await serverBinaries(process.env, progress)), ui: await uiBinary(process.env, progress) }
      : null;
    if (embedded.mail) await this.startMailbox();
    if (!embedded.database && !programs) {
      await progress.work('Kiểm tra cấu trúc dữ liệu', 'Migrations', () => migrate(settings.databaseUrl));
      return settings.databaseUrl;
    }
    const cluster = await progress.work('Khởi động PostgreSQL', 'Starting PostgreSQL', () => this.startPostgres());
    const databaseUrl = embedded.database ? cluster.url(DATABASE) : settings.databaseUrl;
    if (embedded.database) await ensureDatabases(cluster.url('postgres'), [DATABASE]);
    const jobs = [progress.work('Cấu trúc dữ liệu', 'Migrations', () => migrate(databaseUrl))];
    if (programs)
      jobs.push(progress.work('Khởi động Temporal', 'Starting Temporal', () => this.startTemporal(cluster, programs)));
    await settleAll(jobs);
    return databaseUrl;
  }

  /** Starts the worker and the API. */
  async startApp(spec: ServiceSpec): Promise<void> {
    this.app = this.service(spec);
    await this.app.start();
  }

  /** Stops everything in order; what does not stop in its time is ended. */
  async stop(): Promise<void> {
    await this.app?.stop();
    await Promise.all([this.temporal?.stop(), this.ui?.stop(), this.stopMailbox()]);
    await this.postgres?.stop();
  }

  private service(spec: ServiceSpec): Service {
    return new Service(spec, this.watch, this.events);
  }

  private log(name: string): string {
    return join(this.settings.dataDir, 'logs', `${name}.log`);
  }

  private async startMailbox(): Promise<void> {
    const store = await MailStore.open(join(this.settings.dataDir, 'mailbox'));
    this.sink = await startSink(store, this.settings.smtpPort);
    this.page = await startMailboxPage(store, this.settings.mailboxPort);
  }

  private async stopMailbox(): Promise<void> {
    this.page?.closeAllConnections();
    await Promise.all([
      new Promise<void>(resolve => (this.page ? this.page.close(() => resolve()) : resolve())),
      new Promise<void>(resolve => (this.sink ? this.sink.close(() => resolve()) : resolve())),
    ]);
  }

  private async startPostgres(): Promise<Cluster> {
    const { dataDir, postgresPort } = this.settings;
    const cluster = prepareCluster({ dataDir, port: postgresPort, logFile: this.log('postgres') });
    this.postgres = this.service(cluster.spec);
    await this.postgres.start();
    return cluster;
  }

  private async startTemporal(
    cluster: Cluster,
    programs: { server: string; sqlTool: string; ui: string },
  ): Promise<void> {
    const { dataDir, temporalPort, temporalUiPort, temporal } = this.settings;
    await prepareTemporalDatabases(cluster, programs.sqlTool);
    const server = { dataDir, cluster, program: programs.server, port: temporalPort, logFile: this.log('temporal') };
    this.temporal = this.service(await temporalServer(server));
    await this.temporal.start();
    this.ui = this.service(
      temporalUi({
        dataDir,
        program: programs.ui,
        port: temporalUiPort,
        temporalAddress: `127.0.0.1:${temporalPort}`,
        namespace: temporal.namespace,
        logFile: this.log('temporal-ui'),
      }),
    );
    await this.ui.start();
  }
}

/** Waits for all, also when one fails early: nothing may still be starting while the rest is stopped. */
async function settleAll(jobs: readonly Promise<void>[]): Promise<void> {
  for (const result of await Promise.allSettled(jobs)) if (result.status === 'rejected') throw result.reason;
}
