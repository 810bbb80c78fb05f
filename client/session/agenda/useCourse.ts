/** The course as this device follows it: read once, kept at each change. Local for now: each person marks their own step. */
import { useCallback, useState } from 'react';
import type { DeviceStorage } from '../../ui/DeviceStorage.ts';
import { type Course, readCourse } from './course.ts';

const keyOf = (board: string): string => `pelemele.agenda.${board}`;

export function useCourse(
  storage: DeviceStorage,
  board: string,
  count: number,
): readonly [Course, (next: (course: Course) => Course) => void] {
  const [course, setCourse] = useState(() => readCourse(storage.get(keyOf(board)), count));
  // Steps that were not known yet when the panel was opened: offline, before the room has answered.
  const [known, setKnown] = useState(count);
  if (known !== count) {
    setKnown(count);
    setCourse(readCourse(storage.get(keyOf(board)), count));
  }
  const change = useCallback(
    (next: (course: Course) => Course): void =>
      setCourse((before) => {
        const after = next(before);
        storage.set(keyOf(board), JSON.stringify(after));
        return after;
      }),
    [storage, board],
  );
  return [course, change];
}
