/** A webhook's delivery as it arrived. */
export interface SignedDelivery {
  /** Names in lower case. */
  headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  /** The very bytes that were signed. */
  body: Uint8Array;
}

/** Whether Partner Center signed it; `reason`: a short code for the log. */
export type WebhookVerdict = { ok: true } | { ok: false; reason: string };

/** Checks the signature of a delivery and the certificate behind it. */
export interface WebhookVerifier {
  /** Throws UnavailableError where the certificate can't be fetched now. */
  verify(delivery: SignedDelivery): Promise<WebhookVerdict>;
}
