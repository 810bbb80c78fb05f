/** Catches what a page could not draw: says so and offers to load it again. What was written is on the server, or still in this tab. */
import { Component, type ReactNode } from 'react';

export interface ErrorBoundaryProps {
  /** Shown instead of the children, with what was thrown. */
  fallback: (error: unknown) => ReactNode;
  children: ReactNode;
}

export class ErrorBoundary extends Component<ErrorBoundaryProps, { readonly error: unknown }> {
  override state: { readonly error: unknown } = { error: null };

  static getDerivedStateFromError(error: unknown): { readonly error: unknown } {
    return { error };
  }

  override render(): ReactNode {
    return this.state.error === null ? this.props.children : this.props.fallback(this.state.error);
  }
}
