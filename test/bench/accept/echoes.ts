/** What every echo answers: a card as small as one can be, with what came in. */
export function echoed(activity: { value?: unknown }) {
  const body = [{ type: 'TextBlock' as const, text: JSON.stringify(activity.value) }];
  return {
    statusCode: 200 as const,
    type: 'application/vnd.microsoft.card.adaptive' as const,
    value: { type: 'AdaptiveCard' as const, version: '1.5' as const, body },
  };
}

/** As the bot says it, so that all are started in the same way. */
export function listens(port: number): void {
  process.stdout.write(`Listening on http://127.0.0.1:${port}\n`);
}
