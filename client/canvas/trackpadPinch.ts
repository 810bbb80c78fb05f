/** Safari tells a trackpad's pinch by events of its own: from them to a share of the scale at its beginning. Moves no view itself. */

interface PinchEvent extends MouseEvent {
  readonly scale: number;
}

export interface TrackpadPinch {
  onStart(): void;
  /** `scale`: how much larger than at its start. */
  onChange(event: MouseEvent, scale: number): void;
}

/** Listens until `signal` says so; what the browser would do itself, it does not. */
export function listenToTrackpadPinch(surface: EventTarget, pinch: TrackpadPinch, signal: AbortSignal): void {
  const on = (name: string, handle: (event: PinchEvent) => void): void =>
    surface.addEventListener(
      name,
      (event) => {
        event.preventDefault();
        handle(event as PinchEvent);
      },
      { signal, passive: false },
    );
  on('gesturestart', () => pinch.onStart());
  on('gesturechange', (event) => pinch.onChange(event, event.scale));
}
