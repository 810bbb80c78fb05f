/**
 * The log of the server: one JSON object a line. No line holds a query string, a ticket, a secret, a header or a note's text; requests
 * are logged by route and board id only (`server/http/requestLog.ts`).
 */
import { type Logger, pino, stdSerializers } from 'pino';
import type { Config } from '../config.ts';

export type { Logger };

/** Where log lines go; by default standard error, so that standard output is left to people. */
export interface LogSink {
  write(line: string): void;
}

/** A logger whose `err`, `req` and `res` fields cannot leak what a request carried, whoever logs them. */
export function createLogger(level: Config['logLevel'], sink?: LogSink): Logger {
  return pino(
    {
      level,
      base: null,
      timestamp: () => `,"time":"${new Date().toISOString()}"`,
      formatters: { level: (label) => ({ level: label }) },
      serializers: {
        req: (request: { method?: string }) => ({ method: request.method }),
        res: (reply: { statusCode?: number }) => ({ status: reply.statusCode }),
        err: (error: Error) => {
          const { type, message, stack, code } = stdSerializers.err(error) as ReturnType<typeof stdSerializers.err> & {
            code?: unknown;
          };
          return { type, message, stack, code };
        },
      },
    },
    sink ?? pino.destination({ fd: 2, sync: true }),
  );
}
