// @vitest-environment happy-dom
import { afterEach, describe, expect, it, vi } from 'vitest';
import { focusBeyond, focusThread } from './refocus.ts';

function open(): (id: string) => HTMLElement {
  document.body.innerHTML = `<aside data-mark="panel"><h2 id="title" tabindex="-1">Commentaires</h2>
    <article id="a" tabindex="-1"><button id="where">Voir</button><button id="reply-a" data-act="">Répondre</button></article>
    <article id="b" tabindex="-1"><button id="reply-b" data-act="">Répondre</button></article>
    <article id="c" tabindex="-1"></article></aside>`;
  return (id) => document.getElementById(id) as HTMLElement;
}

const focused = (id: string): Promise<void> => vi.waitFor(() => expect(document.activeElement?.id).toBe(id));

afterEach(() => {
  document.body.innerHTML = '';
});

describe('the focus in comments', () => {
  it('stays in its thread, on what answers it, else on the thread', async () => {
    const get = open();
    focusThread(get('a'));
    await focused('reply-a');
    focusThread(get('c'));
    await focused('c');
  });

  it('goes to the next thread when one goes, before the last to the one before, and after the only one to the heading', async () => {
    const get = open();
    focusBeyond(get('a'));
    get('a').remove();
    await focused('reply-b');
    focusBeyond(get('c'));
    get('c').remove();
    await focused('reply-b');
    focusBeyond(get('b'));
    get('b').remove();
    await focused('title');
  });
});
