// @vitest-environment happy-dom
/** Who can be looked for: by name, whether they are here or not. */
import { act, render } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { createStore } from 'zustand/vanilla';
import { openEditor } from '../../../tests/helpers/editing.ts';
import { fr } from '../../i18n/fr/index.ts';
import { MessagesProvider } from '../../i18n/Messages.tsx';
import { INITIAL_SESSION_STATE } from '../../sync/SessionState.ts';
import { BoardContext, type OpenedBoard } from '../BoardContext.tsx';
import { Filters } from './Filters.tsx';
import { NO_QUERY } from './Finder.ts';

describe('the authors one can look for', () => {
  it('are named as on the wall, once their names are known', () => {
    const { editor } = openEditor();
    const state = createStore(() => ({ ...INITIAL_SESSION_STATE }));
    const page = render(
      <MessagesProvider locale="fr" messages={fr}>
        <BoardContext value={{ editor, session: { state } } as unknown as OpenedBoard}>
          <Filters
            facets={{ kinds: [], colors: [], authors: ['ana', 'paul'], tags: [] }}
            query={NO_QUERY}
            onQuery={() => undefined}
          />
        </BoardContext>
      </MessagesProvider>,
    );
    const names = (): (string | null)[] => page.getAllByRole('option').map(({ textContent }) => textContent);
    expect(names()).toEqual([fr['find.author'], `Ana ${fr['people.me']}`, fr['find.formerPerson']]);
    act(() => editor.names.learn([['paul', 'Paul']]));
    expect(names()).toEqual([fr['find.author'], `Ana ${fr['people.me']}`, 'Paul']);
  });
});
