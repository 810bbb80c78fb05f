import { beforeEach, describe, expect, it } from 'vitest';
import { fail, ok, type Result } from '../../../shared/lib/result.ts';
import { type Credentials, createCredentials } from '../../sync/credentials.ts';
import { createMemoryStorage } from '../../ui/DeviceStorage.ts';
import type { Api, ApiProblem, BoardSummary, Joined, JoinRequest } from '../api.ts';
import { accept, comeTo, type EntryPorts, renewTicket } from './entry.ts';

const joined = (role: Joined['role'], id = 'p1'): Joined => ({
  participant: { id, key: `key-${id}` },
  role,
  ticket: `ticket-${id}-${role}`,
  epoch: 'e1',
});

const SUMMARY = {
  epoch: 'e1',
  title: 'Démarreur bienveillant',
  fields: { question: 'Pour qui ?' },
  template: 'demarreur-bienveillant@1',
  locale: 'fr',
  timeZone: 'Europe/Paris',
} as const;
const GONE = fail({ code: 'board_not_found', message: null });

describe('coming to a board', () => {
  let asked: JoinRequest[];
  let answer: (request: JoinRequest) => Result<Joined, ApiProblem>;
  /** What a ticket opens; `null`: it opens nothing any more. */
  let summary: (ticket: string) => Result<BoardSummary, ApiProblem>;
  let credentials: Credentials;
  let ports: EntryPorts;

  beforeEach(() => {
    asked = [];
    answer = () => ok(joined('participant'));
    summary = () => ok({ ...SUMMARY, role: 'participant' });
    credentials = createCredentials(createMemoryStorage());
    const api = {
      join: async (_board: string, request: JoinRequest) => {
        asked.push(request);
        return answer(request);
      },
      board: async (_board: string, ticket: string) => summary(ticket),
    } as unknown as Api;
    ports = { api, credentials, now: () => 42 };
  });

  it('shows whoever comes by a link for the first time what the board is about', async () => {
    expect(await comeTo(ports, 'b', 'secret')).toEqual({
      step: 'asked',
      invitation: {
        secret: 'secret',
        joined: joined('participant'),
        title: 'Démarreur bienveillant',
        fields: { question: 'Pour qui ?' },
        template: 'demarreur-bienveillant@1',
        timeZone: 'Europe/Paris',
      },
    });
    expect(credentials.find('b')).toBeNull();
  });

  it('keeps who one is once the invitation is accepted, and goes straight in the next time', async () => {
    const entry = await comeTo(ports, 'b', 'secret');
    if (entry.step !== 'asked') throw new Error('not asked');
    const entered = await accept(ports, 'b', entry.invitation, { name: ' Inès ', presence: 'remote' });
    expect(entered).toEqual(ok({ ticket: 'ticket-p1-participant', epoch: 'e1' }));
    expect(asked.at(-1)).toEqual({
      secret: 'secret',
      participant: { id: 'p1', key: 'key-p1' },
      presence: 'remote',
      name: 'Inès',
    });
    expect((await comeTo(ports, 'b', null)).step).toBe('in');
  });

  it('keeps the facilitate secret when a link of higher role raises the person', async () => {
    const entry = await comeTo(ports, 'b', 'participate');
    if (entry.step !== 'asked') throw new Error('not asked');
    await accept(ports, 'b', entry.invitation, { name: '', presence: 'room' });
    answer = () => ok(joined('facilitator'));
    expect((await comeTo(ports, 'b', 'facilitate')).step).toBe('in');
    expect(credentials.find('b')).toMatchObject({
      role: 'facilitator',
      secret: 'facilitate',
      facilitateSecret: 'facilitate',
    });
  });

  it('falls back on the way in it knows when the new link is wrong', async () => {
    const entry = await comeTo(ports, 'b', 'good');
    if (entry.step !== 'asked') throw new Error('not asked');
    await accept(ports, 'b', entry.invitation, { name: '', presence: 'room' });
    answer = ({ secret }) =>
      secret === 'good' ? ok(joined('participant')) : fail({ code: 'board_not_found', message: null });
    expect((await comeTo(ports, 'b', 'mistyped')).step).toBe('in');
    expect(credentials.find('b')?.secret).toBe('good');
  });

  describe('again', () => {
    beforeEach(async () => {
      const entry = await comeTo(ports, 'b', 'good');
      if (entry.step !== 'asked') throw new Error('not asked');
      await accept(ports, 'b', entry.invitation, { name: '', presence: 'room' });
      asked = [];
    });

    it('shows the ticket first: whoever came by a link of higher role and was lowered stays lowered', async () => {
      answer = () => ok(joined('facilitator'));
      expect(await comeTo(ports, 'b', null)).toEqual({
        step: 'in',
        ticket: { ticket: 'ticket-p1-participant', epoch: 'e1' },
      });
      expect(await comeTo(ports, 'b', 'good')).toMatchObject({ step: 'in' });
      expect(asked).toEqual([]);
      expect(credentials.find('b')?.role).toBe('participant');
    });

    it('stays in by the ticket when the link was renewed, and when a wrong one is tried', async () => {
      answer = () => GONE;
      expect(await comeTo(ports, 'b', null)).toMatchObject({ step: 'in' });
      expect(await comeTo(ports, 'b', 'mistyped')).toMatchObject({ step: 'in' });
    });

    it('takes a new ticket by the link when the old one has run out', async () => {
      summary = () => fail({ code: 'ticket_invalid', message: null });
      answer = () => ok({ ...joined('participant'), ticket: 'newer' });
      expect(await comeTo(ports, 'b', null)).toEqual({ step: 'in', ticket: { ticket: 'newer', epoch: 'e1' } });
      expect(credentials.find('b')?.ticket).toBe('newer');
    });

    it('comes in with what this device has when nobody answers, at once or at all', async () => {
      const silence = fail({ code: 'unreachable', message: null });
      summary = () => silence;
      answer = () => silence;
      const asBefore = { step: 'in', ticket: { ticket: 'ticket-p1-participant', epoch: 'e1' } };
      expect(await comeTo(ports, 'b', null)).toEqual(asBefore);
      const never = { ...ports.api, board: () => new Promise<never>(() => undefined) };
      const impatient = { ...ports, api: never, patience: () => Promise.resolve() };
      expect(await comeTo(impatient, 'b', null)).toEqual(asBefore);
    });

    it('stays out who was removed', async () => {
      summary = () => fail({ code: 'removed', message: null });
      expect(await comeTo(ports, 'b', null)).toEqual({ step: 'refused', problem: 'removed' });
      expect(asked).toEqual([]);
    });
  });

  it('says why there is no way in', async () => {
    expect(await comeTo(ports, 'b', null)).toEqual({ step: 'refused', problem: 'no_link' });
    const problems = {
      board_not_found: 'not_found',
      removed: 'removed',
      too_many_requests: 'too_many',
      unreachable: 'unreachable',
    };
    for (const [code, problem] of Object.entries(problems)) {
      answer = () => fail({ code, message: null });
      expect(await comeTo(ports, 'b', 'secret')).toEqual({ step: 'refused', problem });
    }
  });

  it('renews the ticket of the same person', async () => {
    const entry = await comeTo(ports, 'b', 'secret');
    if (entry.step !== 'asked') throw new Error('not asked');
    await accept(ports, 'b', entry.invitation, { name: 'Inès', presence: 'room' });
    expect(await renewTicket(ports, 'b')).toEqual(ok({ ticket: 'ticket-p1-participant', epoch: 'e1' }));
    expect(asked.at(-1)).toEqual({ secret: 'secret', participant: { id: 'p1', key: 'key-p1' } });
    answer = () => fail({ code: 'unreachable', message: null });
    expect(await renewTicket(ports, 'b')).toEqual(fail('unreachable'));
  });
});
