// @vitest-environment happy-dom
import { renderHook } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { createMemoryStorage } from '../../ui/DeviceStorage.ts';
import { useCourse } from './useCourse.ts';

describe('the course kept on this device', () => {
  it('is there once the steps are known, though the panel was opened before', () => {
    const storage = createMemoryStorage();
    storage.set('pelemele.agenda.mur', JSON.stringify({ step: 3, anchor: { step: 2, at: 600 } }));
    const { result, rerender } = renderHook(({ count }) => useCourse(storage, 'mur', count), {
      initialProps: { count: 0 },
    });
    rerender({ count: 6 });
    expect(result.current[0]).toEqual({ step: 3, anchor: { step: 2, at: 600 } });
  });
});
