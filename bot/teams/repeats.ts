const REMEMBERED = 2_000;

/** True for an activity that was seen before: Teams sends a message again when its answer took too long. */
export type IsRepeat = (activityId: string | undefined) => boolean;

/** Remembers the last activities of this process; what decides something is told apart in the store as well. */
export function createRepeats(): IsRepeat {
  const seen = new Set<string>();
  return (activityId) => {
    if (!activityId) return false;
    if (seen.has(activityId)) return true;
    seen.add(activityId);
    if (seen.size > REMEMBERED) for (const oldest of seen.values().take(1)) seen.delete(oldest);
    return false;
  };
}
