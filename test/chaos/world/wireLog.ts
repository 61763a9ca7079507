/** How a call to the connector ended for whoever made it. */
export type Answered = 'well' | 'refused' | 'lost';

/** One call that somebody made to the connector. */
export interface LoggedCall {
  kind: 'post' | 'edit' | 'remove' | 'other';
  /** The chat or channel, without the thread. */
  conversation: string;
  /** Which life of which process made it. */
  from: string;
  /** Which call of that process. */
  call: string;
  at: number;
  content: Record<string, unknown>;
  /** The connector did what it was asked. */
  done: boolean;
  /** `refused`: whoever asked was told that it was not done; `lost`: they were told nothing, or that nobody knows. */
  answered: Answered | 'open';
  /** The status that was answered, or how the answer went astray. */
  answer?: string;
  /** Of a message that was posted. */
  activityId?: string;
}
